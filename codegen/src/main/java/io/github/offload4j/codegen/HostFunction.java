package io.github.offload4j.codegen;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.codegen.ir.CallShape;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Ownership;
import io.github.offload4j.codegen.option.OnStatus;
import io.github.offload4j.codegen.signature.Ordering;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bytedeco.llvm.LLVM.LLVMBuilderRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.jspecify.annotations.Nullable;

/**
 * A function of the host that wants device pointers, such as a routine of cuBLAS, to call inside data regions. Several
 * calls may share a region, with each other and with kernel launches. Immutable.
 */
public final class HostFunction {
    private final OffloadModule owner;
    private final IrFunction function;
    private final Ordering ordering;
    private final OnStatus onStatus;
    private final @Nullable SourceLocation location;

    HostFunction(
            OffloadModule owner,
            IrFunction function,
            Ordering ordering,
            OnStatus onStatus,
            @Nullable SourceLocation location) {
        this.owner = owner;
        this.function = function;
        this.ordering = ordering;
        this.onStatus = onStatus;
        this.location = location;
    }

    /** Returns this function with another ordering of its work; {@link Ordering#AUTOMATIC} at first. */
    public HostFunction ordered(Ordering other) {
        return new HostFunction(owner, function, Objects.requireNonNull(other, "ordering is null"), onStatus, location);
    }

    /** Returns this function with another treatment of an i32 result that is not 0; the module's options' at first. */
    public HostFunction onStatus(OnStatus other) {
        return new HostFunction(owner, function, ordering, Objects.requireNonNull(other, "onStatus is null"), location);
    }

    /** Returns this function, called at another place of the source than the builder's debug location says. */
    public HostFunction at(SourceLocation other) {
        return new HostFunction(owner, function, ordering, onStatus, Objects.requireNonNull(other, "location is null"));
    }

    /**
     * Calls the function. An argument that the region maps is given as its device address, every other one as it is.
     *
     * @param builder where the call is emitted
     * @param region an open region with device pointers
     * @return what the function returns; nothing for a {@code void} function
     * @throws OffloadException when the arguments or the ordering do not fit, or the region is closed, of another module
     *     or function, or without device pointers; nothing is emitted then
     */
    public Optional<LLVMValueRef> call(LLVMBuilderRef builder, DataRegion region, LLVMValueRef... arguments) {
        Objects.requireNonNull(region, "region is null");
        Objects.requireNonNull(arguments, "arguments is null");
        region.requireDevicePointers(owner);
        List<IrValue> onDevice = new ArrayList<>();
        for (LLVMValueRef argument : arguments) {
            IrValue value = IrValue.of(argument, "argument");
            onDevice.add(region.site().devicePointer(value).orElse(value));
        }
        return call(builder, region, onDevice, List.of());
    }

    /**
     * Calls the function on what it is to get.
     *
     * @param devicePointers what tells the device where the region maps nothing
     */
    Optional<LLVMValueRef> call(
            LLVMBuilderRef builder, DataRegion region, List<IrValue> arguments, List<IrValue> devicePointers) {
        IrBuilder at = region.borrow(builder);
        check(arguments, at);
        try (LibraryScope scope = region.enter(builder, at, ordering, function.name(), location, devicePointers)) {
            IrValue result = at.call(function, arguments, "");
            if (onStatus == OnStatus.ABORT && LibraryScope.isStatus(function.returnType())) {
                scope.checkStatus(builder, result.raw());
            }
            return function.returnType().isVoid() ? Optional.empty() : Optional.of(result.raw());
        }
    }

    /** Checks a call without emitting it. */
    void check(List<IrValue> arguments, IrBuilder at) {
        Ownership.requireUsable(function.value(), at.function(), owner.module(), "the callee");
        CallShape.check(function, arguments);
        owner.checkOrdering(ordering, at.function());
    }
}
