package io.github.offload4j.codegen.signature;

import java.util.List;
import java.util.Objects;

/**
 * A kernel's symbol and the types of its parameters, the hidden first one left out.
 *
 * @param name the symbol
 * @param parameterTypes LLVM's spelling of each: {@code ptr}, {@code i64}, {@code float} and so on
 */
public record KernelSignature(String name, List<String> parameterTypes) {
    /** Copies the list. */
    public KernelSignature {
        Objects.requireNonNull(parameterTypes, "parameterTypes is null");
        Objects.requireNonNull(name, "name is null");
        parameterTypes = List.copyOf(parameterTypes);
    }

    /** Returns for example {@code saxpy(i64, float, ptr, ptr)}. */
    @Override
    public String toString() {
        return name + "(" + String.join(", ", parameterTypes) + ")";
    }
}
