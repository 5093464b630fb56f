package io.github.offload4j.runtime.testing;

import io.github.offload4j.runtime.jit.CallbackArguments;
import io.github.offload4j.runtime.jit.NativeAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A call of a function of a library.
 *
 * @param function the function
 * @param arguments in order: a {@link Long} for an integer, a {@link Double} for a number, a {@link NativeAddress} for a
 *     pointer
 */
public record RecordedCall(String function, List<Object> arguments) {
    /** Copies the list. */
    public RecordedCall {
        Objects.requireNonNull(function, "function is null");
        Objects.requireNonNull(arguments, "arguments is null");
        arguments = List.copyOf(arguments);
    }

    static RecordedCall of(String function, CallbackArguments arguments) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < arguments.count(); i++) {
            values.add(arguments.value(i));
        }
        return new RecordedCall(function, values);
    }

    /** Returns the call as a program has it, for example {@code sum(0x7f0010, 1000)}. */
    @Override
    public String toString() {
        List<String> words = arguments.stream()
                .map(argument -> argument instanceof NativeAddress address
                        ? "0x" + Long.toHexString(address.value())
                        : argument.toString())
                .toList();
        return function + "(" + String.join(", ", words) + ")";
    }
}
