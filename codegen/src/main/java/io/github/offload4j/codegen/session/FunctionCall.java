package io.github.offload4j.codegen.session;

import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.option.OnStatus;
import io.github.offload4j.codegen.signature.Ordering;
import java.util.Optional;

/**
 * How a function of the host is called inside a region.
 *
 * @param function the function
 * @param ordering what makes its work and the runtime's copies follow each other
 * @param onStatus what an i32 result that is not 0 does
 * @param location where the user wrote the call, in place of the builder's debug location
 */
public record FunctionCall(
        IrFunction function, Ordering ordering, OnStatus onStatus, Optional<SourceLocation> location) {
    /** Returns whether the result is looked at. */
    boolean checksStatus() {
        return onStatus == OnStatus.ABORT && isStatus(function.returnType());
    }

    /** Returns whether values of a type can say that a call has failed. */
    public static boolean isStatus(IrType type) {
        return type.isInteger() && type.integerBits() == Integer.SIZE;
    }
}
