package io.github.offload4j.codegen.emit.site;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.diagnostic.Subject;
import io.github.offload4j.codegen.emit.runtime.Conventions;
import io.github.offload4j.codegen.ir.CallShape;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Ownership;
import io.github.offload4j.codegen.option.LaunchFailure;
import io.github.offload4j.codegen.signature.Argument;
import io.github.offload4j.codegen.signature.Dimension;
import io.github.offload4j.codegen.signature.Dimensions;
import io.github.offload4j.codegen.signature.LaunchBounds;
import io.github.offload4j.codegen.signature.LaunchBounds.SharedMemory;
import java.util.List;

/** What must hold of a launch before anything is emitted for it. */
final class LaunchRules {
    private final IrModule module;
    private final Conventions conventions;
    private final Restrictions restrictions;

    LaunchRules(IrModule module, Conventions conventions, Restrictions restrictions) {
        this.module = module;
        this.conventions = conventions;
        this.restrictions = restrictions;
    }

    /**
     * Checks what is to happen when the runtime refuses.
     *
     * @throws OffloadException when there is no fallback where one has to be, or it does not fit
     */
    void checkFallback(LaunchRequest request, List<Argument> arguments, IrFunction function) {
        if (request.fallback().isEmpty()) {
            requireRefusalHandled(request.kernel());
            return;
        }
        IrFunction fallback = request.fallback().get();
        new Subject.Fallback().run(() -> check(fallback, arguments, function));
    }

    private void check(IrFunction fallback, List<Argument> arguments, IrFunction function) {
        restrictions.checkFallback();
        Ownership.requireUsable(fallback.value(), function, module, "the fallback");
        if (fallback.isVariadic()) {
            throw new OffloadException(
                    Reason.SIGNATURE,
                    "fallback '" + fallback.name() + "' is variadic; it must have the kernel's parameters");
        }
        CallShape.checkDeclared(
                fallback, arguments.stream().map(Argument::value).toList());
        if (!fallback.returnType().isVoid()) {
            throw new OffloadException(
                    Reason.SIGNATURE,
                    "fallback '" + fallback.name() + "' returns " + fallback.returnType() + "; it must return void");
        }
    }

    private void requireRefusalHandled(String kernel) {
        if (conventions.launchFailure() == LaunchFailure.FALLBACK) {
            throw new OffloadException(
                    Reason.ARGUMENT,
                    "kernel '" + kernel + "' has no fallback, and refused launches are to run one; give it a fallback");
        }
    }

    /**
     * Checks the grid, the block and the shared memory.
     *
     * @throws OffloadException when the runtime ABI has no such grids, or a size is not an integer of at most 64 bits
     */
    void checkBounds(LaunchBounds bounds, IrFunction function) {
        boolean flat = bounds.grid().isOneDimensional() && bounds.block().isOneDimensional();
        if (!flat && !conventions.abi().hasThreeDimensionalGrids()) {
            throw new OffloadException(
                    Reason.RUNTIME_ABI,
                    "runtime ABI " + conventions.abi().optionName()
                            + " launches one-dimensional grids only; flatten the grid, or choose llvm-20 or later");
        }
        checkEach(bounds.grid(), "grid", function);
        checkEach(bounds.block(), "block", function);
        if (bounds.shared() instanceof SharedMemory.Computed computed) {
            checkSize(computed.bytes(), "the shared memory", function);
        }
    }

    private void checkEach(Dimensions dimensions, String what, IrFunction function) {
        for (Dimension dimension : dimensions.toList()) {
            if (dimension instanceof Dimension.Computed computed) {
                checkSize(computed.size(), "the size of the " + what, function);
            }
        }
    }

    private void checkSize(IrValue size, String what, IrFunction function) {
        IrType type = size.type();
        if (!type.isInteger() || type.integerBits() > Long.SIZE) {
            throw new OffloadException(
                    Reason.LAUNCH_BOUNDS, what + " is " + type + "; give an integer of at most 64 bits");
        }
        Ownership.requireUsable(size, function, module, what);
    }
}
