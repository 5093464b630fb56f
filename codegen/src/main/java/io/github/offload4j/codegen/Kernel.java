package io.github.offload4j.codegen;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.emit.ArgumentRules;
import io.github.offload4j.codegen.emit.Site;
import io.github.offload4j.codegen.emit.SiteRequest;
import io.github.offload4j.codegen.ir.CallShape;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Ownership;
import io.github.offload4j.codegen.signature.Argument;
import io.github.offload4j.codegen.signature.Device;
import io.github.offload4j.codegen.signature.LaunchBounds;
import io.github.offload4j.codegen.signature.Passing;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bytedeco.llvm.LLVM.LLVMBuilderRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.jspecify.annotations.Nullable;

/** A kernel that the module can launch. A launch copies nothing: the data is on the device already. Immutable. */
public final class Kernel {
    private final OffloadModule owner;
    private final String symbol;
    private final Device device;
    private final @Nullable IrFunction fallback;

    Kernel(OffloadModule owner, String symbol, Device device, @Nullable IrFunction fallback) {
        this.owner = owner;
        this.symbol = symbol;
        this.device = device;
        this.fallback = fallback;
    }

    static String requireSymbol(String symbol) {
        Objects.requireNonNull(symbol, "symbol is null");
        if (symbol.isEmpty() || symbol.indexOf('\0') >= 0) {
            throw new OffloadException(Reason.ARGUMENT, "a kernel's symbol is not empty and has no zero character");
        }
        return symbol;
    }

    /** Returns the symbol in the device image. */
    public String symbol() {
        return symbol;
    }

    /** Returns this kernel on another device; a launch inside a region uses the region's device. */
    public Kernel onDevice(Device other) {
        return new Kernel(owner, symbol, Objects.requireNonNull(other, "device is null"), fallback);
    }

    /**
     * Returns this kernel with a function that is called with the original arguments when the runtime refuses the launch.
     *
     * @param function a {@code void} function with the kernel's parameters
     * @throws NullPointerException when the handle is null
     * @throws OffloadException when it is not a function
     */
    public Kernel withFallback(LLVMValueRef function) {
        return new Kernel(owner, symbol, device, IrFunction.of(function, "fallback"));
    }

    /**
     * Launches on the arguments of an open region, in their order.
     *
     * @param builder where the launch is emitted
     * @throws OffloadException when the region is closed or of another module or function, or the bounds or the fallback
     *     do not fit
     */
    public void launch(LLVMBuilderRef builder, LaunchBounds bounds, DataRegion region) {
        Objects.requireNonNull(bounds, "bounds is null");
        Objects.requireNonNull(region, "region is null");
        region.requireOpen(owner);
        IrBuilder at = region.borrow(builder);
        requireFallback(region.arguments(), at.function());
        Site.checkBounds(bounds, owner.emission(), at);
        region.site().launch(symbol, bounds, Optional.ofNullable(fallback), at);
    }

    /**
     * Launches on values and device pointers.
     *
     * @param builder where the launch is emitted
     * @param arguments values and device pointers, nothing mapped
     * @throws OffloadException when an argument is mapped, or the arguments, the bounds or the fallback do not fit
     */
    public void launch(LLVMBuilderRef builder, LaunchBounds bounds, OffloadArguments arguments) {
        Objects.requireNonNull(bounds, "bounds is null");
        Objects.requireNonNull(arguments, "arguments is null");
        IrBuilder at = owner.borrow(builder);
        List<Argument> list = arguments.toList();
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).passing().kind() == Passing.Kind.MAPPED) {
                throw new OffloadException(
                        Reason.ARGUMENT,
                        ArgumentRules.label(list, i).inMessage()
                                + " is to be mapped, and a launch maps nothing; open a region for it");
            }
        }
        requireFallback(arguments.toList(), at.function());
        Site.checkBounds(bounds, owner.emission(), at);
        SiteRequest request = new SiteRequest(symbol, arguments.toList(), device, Optional.empty());
        Site.openFused(owner.emission(), request, at).launch(symbol, bounds, Optional.ofNullable(fallback), at);
    }

    /**
     * Launches on values and device pointers: every pointer is a device pointer, everything else goes by value.
     *
     * @param builder where the launch is emitted
     * @throws OffloadException when the arguments, the bounds or the fallback do not fit
     */
    public void launch(LLVMBuilderRef builder, LaunchBounds bounds, LLVMValueRef... arguments) {
        Objects.requireNonNull(arguments, "arguments is null");
        OffloadArguments.Builder list = OffloadArguments.builder();
        for (LLVMValueRef argument : arguments) {
            if (IrValue.of(argument, "argument").type().isPointer()) {
                list.devicePointer(argument);
            } else {
                list.value(argument);
            }
        }
        launch(builder, bounds, list.build());
    }

    void requireFallback(List<Argument> arguments, IrFunction function) {
        if (fallback == null) {
            owner.requireRefusalHandled(symbol);
            return;
        }
        owner.requireFallbackAllowed();
        Ownership.requireUsable(fallback.value(), function, owner.module(), "the fallback");
        if (fallback.isVariadic()) {
            throw new OffloadException(
                    Reason.SIGNATURE,
                    "fallback '" + fallback.name() + "' is variadic; it must have the kernel's parameters");
        }
        CallShape.check(fallback, arguments.stream().map(Argument::value).toList());
        if (!fallback.returnType().isVoid()) {
            throw new OffloadException(
                    Reason.SIGNATURE,
                    "fallback '" + fallback.name() + "' returns " + fallback.returnType() + "; it must return void");
        }
    }
}
