package io.github.offload4j.runtime.nativecode;

import io.github.offload4j.codegen.abi.RuntimeFunction;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrType;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The types of a call between Java and compiled code.
 *
 * @param result the result's type
 * @param parameters the parameters' types
 */
public record CallSignature(NativeType result, List<NativeType> parameters) {
    /** Copies the list. */
    public CallSignature {
        parameters = List.copyOf(parameters);
    }

    /** Returns a signature. */
    public static CallSignature of(NativeType result, NativeType... parameters) {
        return new CallSignature(result, Arrays.asList(parameters));
    }

    /** Returns the signature of a function of the offload runtime. */
    public static CallSignature of(RuntimeFunction function) {
        return new CallSignature(
                NativeType.of(function.result()),
                function.parameters().stream().map(NativeType::of).toList());
    }

    /** Returns the signature of a function that takes words only. */
    public static CallSignature ofWords(int count) {
        return new CallSignature(NativeType.VOID, Collections.nCopies(count, NativeType.I64));
    }

    /**
     * Returns the signature of a function in a module.
     *
     * @throws OffloadException when it is variadic, or a type cannot cross
     */
    public static CallSignature of(IrFunction function) {
        if (function.isVariadic()) {
            throw refuse(function, "takes a variable number of arguments");
        }
        return new CallSignature(
                cross(function, function.returnType()),
                function.parameterTypes().stream()
                        .map(type -> cross(function, type))
                        .toList());
    }

    private static NativeType cross(IrFunction function, IrType type) {
        return NativeType.of(type).orElseThrow(() -> refuse(function, "has a value of type " + type));
    }

    private static OffloadException refuse(IrFunction function, String fact) {
        return new OffloadException(
                Reason.SIGNATURE,
                "'" + function.name() + "' " + fact
                        + "; between Java and a program go integers of 1, 8, 16, 32 and 64 bits, half, float, double and ptr");
    }
}
