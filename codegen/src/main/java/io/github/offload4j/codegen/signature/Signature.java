package io.github.offload4j.codegen.signature;

import java.util.List;
import java.util.Objects;

/**
 * The parameters of an offloaded callable, in order.
 *
 * @param parameters the parameters
 */
public record Signature(List<Parameter> parameters) {
    /** Copies the list. */
    public Signature {
        Objects.requireNonNull(parameters, "parameters is null");
        parameters = List.copyOf(parameters);
    }

    /** Returns the signature that a list of arguments was made for. */
    public static Signature of(List<Argument> arguments) {
        Objects.requireNonNull(arguments, "arguments is null");
        return new Signature(arguments.stream().map(Argument::parameter).toList());
    }
}
