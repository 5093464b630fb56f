package io.github.offload4j.codegen.signature;

import java.util.List;

/**
 * The parameters of an offloaded callable, in order.
 *
 * @param parameters the parameters
 */
public record Signature(List<Parameter> parameters) {
    /** Copies the list. */
    public Signature {
        parameters = List.copyOf(parameters);
    }

    /** Returns the signature that a list of arguments was made for. */
    public static Signature of(List<Argument> arguments) {
        return new Signature(arguments.stream().map(Argument::parameter).toList());
    }
}
