package io.github.offload4j.codegen;

import io.github.offload4j.codegen.diagnostic.ArgumentLabel;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.emit.site.LaunchRequest;
import io.github.offload4j.codegen.emit.site.SiteRequest;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.session.Region;
import io.github.offload4j.codegen.session.Session;
import io.github.offload4j.codegen.signature.Argument;
import io.github.offload4j.codegen.signature.Device;
import io.github.offload4j.codegen.signature.LaunchBounds;
import io.github.offload4j.codegen.signature.Passing;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bytedeco.llvm.LLVM.LLVMBuilderRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/** A kernel that the module can launch. A launch copies nothing: the data is on the device already. Immutable. */
public final class Kernel {
    private final Session session;
    private final String symbol;
    private final Device device;
    private final Optional<IrFunction> fallback;

    Kernel(Session session, String symbol, Device device, Optional<IrFunction> fallback) {
        this.session = session;
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
        return new Kernel(session, symbol, Objects.requireNonNull(other, "device is null"), fallback);
    }

    /**
     * Returns this kernel with a function that is called with the original arguments when the runtime refuses the launch.
     *
     * @param function a {@code void} function with the kernel's parameters
     * @throws NullPointerException when the handle is null
     * @throws OffloadException when it is not a function
     */
    public Kernel withFallback(LLVMValueRef function) {
        return new Kernel(session, symbol, device, Optional.of(IrFunction.of(function, "fallback")));
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
        Region opened = region.region();
        opened.requireOpen(session);
        opened.launch(new LaunchRequest(symbol, bounds, fallback), Builders.borrow(builder, session, opened));
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
        IrBuilder at = Builders.borrow(builder, session);
        List<Argument> list = arguments.toList();
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).passing().kind() == Passing.Kind.MAPPED) {
                ArgumentLabel label = new ArgumentLabel(list.get(i).parameter().name(), i + 1);
                throw new OffloadException(
                                Reason.ARGUMENT,
                                label.inMessage() + " is to be mapped, and a launch maps nothing; open a region for it")
                        .about(label.subject());
            }
        }
        SiteRequest request = new SiteRequest(symbol, arguments.toList(), device, arguments.location());
        session.launch(new LaunchRequest(symbol, bounds, fallback), request, at);
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
}
