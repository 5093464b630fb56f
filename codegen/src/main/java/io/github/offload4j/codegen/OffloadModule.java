package io.github.offload4j.codegen;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.diagnostic.TransferRemark;
import io.github.offload4j.codegen.emit.DriverScheduling;
import io.github.offload4j.codegen.emit.Emission;
import io.github.offload4j.codegen.emit.LibraryCall;
import io.github.offload4j.codegen.emit.Site;
import io.github.offload4j.codegen.emit.SiteRequest;
import io.github.offload4j.codegen.image.DeviceImage;
import io.github.offload4j.codegen.ir.CallShape;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Ownership;
import io.github.offload4j.codegen.option.LaunchFailure;
import io.github.offload4j.codegen.option.Synchronization;
import io.github.offload4j.codegen.option.Transfers;
import io.github.offload4j.codegen.signature.Argument;
import io.github.offload4j.codegen.signature.Device;
import io.github.offload4j.codegen.signature.LaunchBounds;
import io.github.offload4j.codegen.signature.Ordering;
import io.github.offload4j.codegen.signature.Passing;
import io.github.offload4j.codegen.transfer.TransferOptimizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bytedeco.llvm.LLVM.LLVMBuilderRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.jspecify.annotations.Nullable;

/**
 * Adds offload sites to an LLVM module that the caller owns.
 *
 * <p>A site is straight-line code: it never changes the blocks of the function that it stands in, and may stand anywhere
 * in it. {@link #finish()} adds what the sites share and verifies the module; {@link #close()} frees the library's own
 * memory and leaves the module alone. Like the module itself, not safe for use by two threads at once.
 */
public final class OffloadModule implements AutoCloseable {
    private static final int POINTER_BYTES = 8;

    private final IrModule module;
    private final OffloadOptions options;
    private final Emission emission;
    private final List<DataRegion> openRegions = new ArrayList<>();
    private List<TransferRemark> remarks = List.of();
    private boolean finished;
    private boolean closed;

    private OffloadModule(IrModule module, OffloadOptions options) {
        this.module = module;
        this.options = options;
        this.emission = new Emission(module, options.conventions());
    }

    /**
     * Attaches to a module.
     *
     * @param module a module for a target with 64-bit pointers
     * @throws NullPointerException when an argument is null
     * @throws OffloadException when the target's pointers have another size, or preset {@code rustc} finds a declaration
     *     of the runtime with another type
     */
    public static OffloadModule attach(LLVMModuleRef module, OffloadOptions options) {
        Objects.requireNonNull(options, "options is null");
        IrModule view = new IrModule(module);
        try {
            int pointerBytes = view.layout().pointerBytes();
            if (pointerBytes != POINTER_BYTES) {
                throw new OffloadException(
                        Reason.RUNTIME_ABI,
                        "the module's pointers have " + pointerBytes
                                + " bytes; the offload runtime exists for 64-bit targets only");
            }
            return new OffloadModule(view, options);
        } catch (RuntimeException e) {
            view.close();
            throw e;
        }
    }

    /**
     * Emits an offloaded call.
     *
     * @param builder where the call is emitted
     * @return what the host function returns; nothing for a {@code void} function and in kernel mode
     * @throws OffloadException when the call does not fit the callee, the runtime or the place; nothing is emitted then
     */
    public Optional<LLVMValueRef> call(LLVMBuilderRef builder, OffloadCall call) {
        Objects.requireNonNull(call, "call is null");
        IrBuilder at = borrow(builder);
        call.callee().ifPresent(callee -> checkCallee(callee, call, at.function()));
        if (call.isHost()) {
            checkOrdering(call.ordering(), at.function());
            return callHost(builder, call, call.callee().orElseThrow());
        }
        launch(at, call, call.bounds().orElseThrow());
        return Optional.empty();
    }

    /**
     * Checks a call without emitting it.
     *
     * @param builder where the call would be emitted
     * @throws OffloadException when {@link #call} would refuse it for what it is or where it is; not when a symbol that
     *     is needed turns out to be taken
     */
    public void check(LLVMBuilderRef builder, OffloadCall call) {
        Objects.requireNonNull(call, "call is null");
        IrBuilder at = borrow(builder);
        call.callee().ifPresent(callee -> checkCallee(callee, call, at.function()));
        if (call.isHost()) {
            Site.checkForHost(emission, request(call), at);
            checkOrdering(call.ordering(), at.function());
            return;
        }
        kernel(call).requireFallback(call.arguments(), at.function());
        Site.checkBounds(call.bounds().orElseThrow(), emission, at);
        Site.checkForLaunch(emission, request(call), at);
    }

    /**
     * Checks a region without emitting it.
     *
     * @param builder where the region would begin
     * @throws OffloadException when {@link #openWithDevicePointers} would refuse it for what it is or where it is
     */
    public void checkWithDevicePointers(LLVMBuilderRef builder, OffloadArguments arguments, Device device) {
        Site.checkForHost(emission, request("", arguments, device), borrow(builder));
    }

    private void checkCallee(IrFunction callee, OffloadCall call, IrFunction function) {
        Ownership.requireUsable(callee.value(), function, module, "the callee");
        CallShape.check(callee, call.arguments().stream().map(Argument::value).toList());
        if (!call.isHost() && !callee.returnType().isVoid()) {
            throw new OffloadException(
                    Reason.SIGNATURE,
                    "kernel '" + callee.name() + "' returns " + callee.returnType() + "; a kernel returns void");
        }
    }

    void checkOrdering(Ordering ordering, IrFunction function) {
        LibraryCall.check(emission, ordering, function);
    }

    /**
     * Returns a function of the host to call with device pointers, inside regions opened by
     * {@link #openWithDevicePointers}.
     *
     * @throws NullPointerException when the handle is null
     * @throws OffloadException when it is not a function
     */
    public HostFunction hostFunction(LLVMValueRef function) {
        return hostFunction(IrFunction.of(function, "function"), Ordering.AUTOMATIC);
    }

    private HostFunction hostFunction(IrFunction function, Ordering ordering) {
        return new HostFunction(this, function, ordering, options.conventions().onStatus(), null);
    }

    private Optional<LLVMValueRef> callHost(LLVMBuilderRef builder, OffloadCall call, IrFunction callee) {
        HostFunction function = call.adapt(hostFunction(callee, call.ordering()));
        List<IrValue> devicePointers = call.arguments().stream()
                .filter(argument -> argument.passing().kind() == Passing.Kind.DEVICE_POINTER)
                .map(Argument::value)
                .toList();
        try (DataRegion region = openForHost(builder, request(call))) {
            List<IrValue> onDevice = new ArrayList<>();
            for (Argument argument : call.arguments()) {
                boolean mapped = argument.passing().kind() == Passing.Kind.MAPPED;
                onDevice.add(
                        mapped ? region.site().devicePointer(argument.value()).orElseThrow() : argument.value());
            }
            return function.call(builder, region, onDevice, devicePointers);
        }
    }

    private void launch(IrBuilder at, OffloadCall call, LaunchBounds bounds) {
        kernel(call).requireFallback(call.arguments(), at.function());
        Site.checkBounds(bounds, emission, at);
        Site site = options.conventions().transfers() == Transfers.FUSED
                ? Site.openFused(emission, request(call), at)
                : Site.openForOneLaunch(emission, request(call), at);
        try {
            site.launch(call.symbol(), bounds, call.fallback(), at);
        } finally {
            site.end(at);
        }
    }

    private Kernel kernel(OffloadCall call) {
        return new Kernel(this, call.symbol(), call.device(), call.fallback().orElse(null));
    }

    private static SiteRequest request(OffloadCall call) {
        return new SiteRequest(call.symbol(), call.arguments(), call.device(), call.location());
    }

    /**
     * Opens a region for launches. Its arguments are those of the kernels launched in it: mapped pointers, device
     * pointers and values, in the kernels' order.
     *
     * @param builder where the region begins; {@link DataRegion#close} ends it where this builder stands then
     * @param name what the names of the region's globals end with
     * @throws OffloadException when an argument breaks a rule; nothing is emitted then
     */
    public DataRegion open(LLVMBuilderRef builder, String name, OffloadArguments arguments, Device device) {
        return openForLaunch(builder, request(name, arguments, device));
    }

    /**
     * Opens a region whose device pointers can be had, for calls of host functions and for launches. Only its mapped
     * arguments matter.
     *
     * @param builder where the region begins; {@link DataRegion#close} ends it where this builder stands then
     * @param name what the names of the region's globals end with
     * @throws OffloadException when an argument breaks a rule; nothing is emitted then
     */
    public DataRegion openWithDevicePointers(
            LLVMBuilderRef builder, String name, OffloadArguments arguments, Device device) {
        return openForHost(builder, request(name, arguments, device));
    }

    private static SiteRequest request(String name, OffloadArguments arguments, Device device) {
        Objects.requireNonNull(name, "name is null");
        Objects.requireNonNull(arguments, "arguments is null");
        Objects.requireNonNull(device, "device is null");
        return new SiteRequest(name, arguments.toList(), device, Optional.empty());
    }

    private DataRegion openForLaunch(LLVMBuilderRef builder, SiteRequest request) {
        Site site = Site.openForLaunch(emission, request, borrow(builder));
        return opened(new DataRegion(this, builder, site, request.arguments()));
    }

    private DataRegion openForHost(LLVMBuilderRef builder, SiteRequest request) {
        Site site = Site.openForHost(emission, request, borrow(builder));
        List<Argument> mapped = request.arguments().stream()
                .filter(a -> a.passing().kind() == Passing.Kind.MAPPED)
                .toList();
        return opened(new DataRegion(this, builder, site, mapped));
    }

    private DataRegion opened(DataRegion region) {
        openRegions.add(region);
        return region;
    }

    void closed(DataRegion region) {
        openRegions.remove(region);
    }

    /**
     * Embeds device images, alternatives for different devices: the runtime takes the one that fits the device. They are
     * registered together with the module's kernels. Images for the host must be embedded before the first site.
     *
     * @throws OffloadException when an image for the host comes after a site, the runtime would skip an image, or preset
     *     {@code rustc} is in force; no image is added then
     */
    public void embed(DeviceImage... images) {
        Objects.requireNonNull(images, "images is null");
        requireUsable();
        for (DeviceImage image : images) {
            Objects.requireNonNull(image, "image is null");
        }
        emission.embed(List.of(images));
    }

    /**
     * Says what device images were compiled from, so that {@link Transfers#RESIDENT} can leave out copies that a kernel makes
     * no use of. Kernels of images for the host are known without.
     *
     * @param kernels LLVM IR text or bitcode with the kernels under their symbols, just as the images have them
     * @throws OffloadException when it does not parse, or is not well formed
     */
    public void knowKernels(byte[] kernels) {
        Objects.requireNonNull(kernels, "kernels is null");
        requireUsable();
        emission.knowKernels(kernels);
    }

    /**
     * Returns a kernel to launch.
     *
     * @param symbol its symbol in the device image
     * @throws IllegalArgumentException when the symbol is empty or contains a zero character
     */
    public Kernel kernel(String symbol) {
        return new Kernel(this, Kernel.requireSymbol(symbol), Device.DEFAULT, null);
    }

    /**
     * Adds what the sites share, and verifies the module. A module without sites is left as it is. Call it once, after
     * the last site; with resident transfers, when the functions with sites are complete, since it looks at what they do
     * between the sites and may put data calls on edges of their control flow.
     *
     * @throws OffloadException when a region is still open, when it was called before, when the module registers images
     *     already, when a function is not complete that has to be, or when LLVM's verifier rejects the module
     */
    public void finish() {
        requireUsable();
        if (!openRegions.isEmpty()) {
            throw new OffloadException(
                    Reason.STATE, "data regions still open: " + openRegions.size() + "; close them before finish");
        }
        // what this refuses can be mended, and finish be called again
        remarks = TransferOptimizer.run(module, emission);
        finished = true;
        emission.finish();
        module.verify();
    }

    /**
     * Makes a module set how the host waits for CUDA devices when it is loaded, before any module registers itself. For
     * modules that offload already; those that are emitted have {@link OffloadOptions.Builder#synchronization}.
     *
     * @throws OffloadException when the module has a symbol that this needs as something else
     */
    public static void synchronize(LLVMModuleRef module, Synchronization synchronization) {
        Objects.requireNonNull(synchronization, "synchronization is null");
        try (IrModule view = new IrModule(module)) {
            DriverScheduling.addConstructor(view, synchronization);
        }
    }

    /**
     * Returns what became of the transfers of each site, in the order in which the sites were emitted. There is something
     * to say after {@link #finish}, when transfers are resident.
     */
    public List<TransferRemark> remarks() {
        return remarks;
    }

    /**
     * Frees the library's own memory. The module stays the caller's; one with sites that was not finished cannot be used,
     * since nothing registers its kernels. A second call does nothing.
     */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            module.close();
        }
    }

    Emission emission() {
        return emission;
    }

    IrModule module() {
        return module;
    }

    IrBuilder borrow(@Nullable LLVMBuilderRef builder) {
        requireUsable();
        return IrBuilder.borrow(builder, module);
    }

    void requireRefusalHandled(String kernel) {
        if (options.conventions().launchFailure() == LaunchFailure.FALLBACK) {
            throw new OffloadException(
                    Reason.ARGUMENT,
                    "kernel '" + kernel + "' has no fallback, and refused launches are to run one; give it a fallback");
        }
    }

    void requireFallbackAllowed() {
        if (options.conventions().rustc()) {
            throw new OffloadException(
                    Reason.ARGUMENT, "rustc's lowering ignores a refused launch, so a fallback would never run");
        }
    }

    private void requireUsable() {
        if (closed) {
            throw new OffloadException(Reason.STATE, "the offload module is closed");
        }
        if (finished) {
            throw new OffloadException(Reason.STATE, "the offload module is finished");
        }
    }
}
