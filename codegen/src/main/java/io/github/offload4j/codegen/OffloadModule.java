package io.github.offload4j.codegen;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.TransferRemark;
import io.github.offload4j.codegen.emit.register.DriverScheduling;
import io.github.offload4j.codegen.emit.site.SiteRequest;
import io.github.offload4j.codegen.image.DeviceImage;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.option.Synchronization;
import io.github.offload4j.codegen.option.Transfers;
import io.github.offload4j.codegen.session.FunctionCall;
import io.github.offload4j.codegen.session.Session;
import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.DataAction;
import io.github.offload4j.codegen.signature.Dependence;
import io.github.offload4j.codegen.signature.Device;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.codegen.signature.Ordering;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.bytedeco.llvm.LLVM.LLVMBuilderRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/**
 * Adds offload sites to an LLVM module that the caller owns.
 *
 * <p>A site is straight-line code: it never changes the blocks of the function that it stands in, and may stand anywhere
 * in it. {@link #finish()} adds what the sites share and verifies the module; {@link #close()} frees the library's own
 * memory and leaves the module alone. Like the module itself, not safe for use by two threads at once.
 */
public final class OffloadModule implements AutoCloseable {
    private final Session session;

    private OffloadModule(Session session) {
        this.session = session;
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
        return new OffloadModule(Session.open(new IrModule(module), options.conventions()));
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
        IrBuilder at = Builders.borrow(builder, session);
        return session.emit(session.plan(call.request(), at.function()), at).map(IrValue::raw);
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
        session.plan(call.request(), Builders.borrow(builder, session).function());
    }

    /**
     * Checks a region without emitting it.
     *
     * @param builder where the region would begin
     * @throws OffloadException when {@link #openWithDevicePointers} would refuse it for what it is or where it is
     */
    public void checkWithDevicePointers(LLVMBuilderRef builder, OffloadArguments arguments, Device device) {
        session.planForHost(
                request("", arguments, device),
                Builders.borrow(builder, session).function());
    }

    /**
     * Returns a function of the host to call with device pointers, inside regions opened by
     * {@link #openWithDevicePointers}.
     *
     * @throws NullPointerException when the handle is null
     * @throws OffloadException when it is not a function
     */
    public HostFunction hostFunction(LLVMValueRef function) {
        IrFunction called = IrFunction.of(function, "function");
        return new HostFunction(
                session,
                new FunctionCall(
                        called, Ordering.AUTOMATIC, session.conventions().onStatus(), Optional.empty()));
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
        SiteRequest request = request(name, arguments, device);
        IrBuilder at = Builders.borrow(builder, session);
        return new DataRegion(session, builder, session.open(session.planForLaunches(request, at.function()), at));
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
        SiteRequest request = request(name, arguments, device);
        IrBuilder at = Builders.borrow(builder, session);
        return new DataRegion(session, builder, session.open(session.planForHost(request, at.function()), at));
    }

    private static SiteRequest request(String name, OffloadArguments arguments, Device device) {
        Objects.requireNonNull(name, "name is null");
        Objects.requireNonNull(arguments, "arguments is null");
        Objects.requireNonNull(device, "device is null");
        return new SiteRequest(name, arguments.toList(), device, arguments.location());
    }

    /**
     * Emits an enter: maps data, which stays mapped when the function goes on, or returns, until an exit.
     *
     * @param builder where the enter is emitted
     * @param name what the names of its globals end with, and messages name it
     * @param arguments pointers to what is mapped; those {@link Access#FROM} and {@link Access#TOFROM} are copied back by the
     *     exit that the handle emits
     * @return what emits the exit
     * @throws OffloadException when an argument breaks a rule; nothing is emitted then
     */
    public EnteredData enter(LLVMBuilderRef builder, String name, OffloadArguments arguments, Device device) {
        SiteRequest request = request(name, arguments, device);
        return new EnteredData(session, session.enter(request, Builders.borrow(builder, session)));
    }

    /**
     * Emits an exit of data that something else has entered. What no device has is passed over.
     *
     * @param builder where the exit is emitted
     * @param name what the names of its globals end with
     * @param arguments pointers to what is unmapped, each {@link Access#FROM} to be copied back with its last reference,
     *     {@link Access#ALLOC} to be released, {@link Access#DELETE} or {@link Access#FROM_DELETE}
     * @throws OffloadException when an argument breaks a rule; nothing is emitted then
     */
    public void exit(LLVMBuilderRef builder, String name, OffloadArguments arguments, Device device) {
        act(DataAction.EXIT, builder, request(name, arguments, device));
    }

    /**
     * Emits an update: copies data that is mapped, either way. What no device has is passed over.
     *
     * @param builder where the update is emitted
     * @param arguments pointers to what is copied, each mapped {@link Access#TO} or {@link Access#FROM}, with no modifier but
     *     {@link io.github.offload4j.codegen.signature.MapModifier#PRESENT}
     * @throws OffloadException when an argument breaks a rule; nothing is emitted then
     */
    public void update(LLVMBuilderRef builder, OffloadArguments arguments, Device device) {
        act(DataAction.UPDATE, builder, request("data", arguments, device));
    }

    private void act(DataAction action, LLVMBuilderRef builder, SiteRequest request) {
        IrBuilder at = Builders.borrow(builder, session);
        session.act(session.planForData(action, request, at.function()), at);
    }

    /**
     * Emits a call that goes on while the program does: a task of LLVM's OpenMP library, libomp, which the program is linked
     * with. Values are taken along as they are here; the memory of mapped arguments is read and written until the program
     * waits. The call waits for what was spawned before and names one of its dependences; {@link #call} never does.
     *
     * @param builder where the call is spawned
     * @param dependences what orders it among asynchronous sites
     * @return what waits for it
     * @throws OffloadException when the call does not fit the callee, the runtime or the place, or its host function returns
     *     what nobody looks at; nothing is emitted then
     */
    public OffloadTask spawn(LLVMBuilderRef builder, OffloadCall call, Dependence... dependences) {
        Objects.requireNonNull(call, "call is null");
        List<Dependence> after = dependences(dependences);
        IrBuilder at = Builders.borrow(builder, session);
        return new OffloadTask(session, session.tasks().spawn(call.request(), after, true, at));
    }

    /**
     * Emits an enter, exit or update that goes on while the program does, as {@link #spawn} does with calls.
     *
     * @param builder where it is spawned
     * @param action what is done to the data
     * @param name what the names of its globals end with
     * @param arguments as {@link #enter}, {@link #exit} and {@link #update} take them
     * @param dependences what orders it among asynchronous sites
     * @return what waits for it
     * @throws OffloadException when an argument breaks a rule; nothing is emitted then
     */
    public OffloadTask spawnData(
            LLVMBuilderRef builder,
            DataAction action,
            String name,
            OffloadArguments arguments,
            Device device,
            Dependence... dependences) {
        Objects.requireNonNull(action, "action is null");
        SiteRequest request = request(name, arguments, device);
        List<Dependence> after = dependences(dependences);
        IrBuilder at = Builders.borrow(builder, session);
        return new OffloadTask(session, session.tasks().spawn(action, request, after, true, at));
    }

    private static List<Dependence> dependences(Dependence... dependences) {
        Objects.requireNonNull(dependences, "dependences is null");
        for (Dependence dependence : dependences) {
            Objects.requireNonNull(dependence, "dependence is null");
        }
        return List.of(dependences);
    }

    /**
     * Emits a wait for all asynchronous sites that the thread has spawned.
     *
     * @param builder where the wait is emitted
     * @throws OffloadException when the preset has no asynchronous sites
     */
    public void await(LLVMBuilderRef builder) {
        session.tasks().await(Builders.borrow(builder, session));
    }

    /**
     * Emits a wait for the asynchronous sites that the thread has spawned and that a site with these dependences would follow.
     *
     * @param builder where the wait is emitted
     * @throws OffloadException when one of them is no pointer of the builder's function
     */
    public void await(LLVMBuilderRef builder, Dependence first, Dependence... others) {
        List<Dependence> after = new ArrayList<>();
        after.add(Objects.requireNonNull(first, "first is null"));
        after.addAll(dependences(others));
        session.tasks().await(after, Builders.borrow(builder, session));
    }

    /**
     * Returns the host's variable for a variable that host and device both know: the module's own of that name, which is
     * registered from now on, or one that is made, of the size that an embedded image says. Its address is what updates name.
     *
     * @param symbol the variable's symbol, the same on host and device
     * @throws OffloadException when neither the module nor an embedded image has it, or the module's cannot be on a device
     */
    public LLVMValueRef variable(String symbol) {
        Objects.requireNonNull(symbol, "symbol is null");
        if (symbol.isEmpty() || symbol.indexOf('\0') >= 0) {
            throw new OffloadException(
                    OffloadException.Reason.ARGUMENT, "a variable's symbol is not empty and has no zero character");
        }
        session.requireUsable();
        return session.variable(symbol).value().raw();
    }

    /**
     * Emits an update of a whole variable that host and device both know.
     *
     * @param builder where the update is emitted
     * @param symbol the variable's symbol; see {@link #variable}
     * @param direction {@link Access#TO} the device, or {@link Access#FROM} it
     * @throws OffloadException when there is no such variable, or the direction is none of these
     */
    public void updateVariable(LLVMBuilderRef builder, String symbol, Access direction, Device device) {
        Builders.borrow(builder, session);
        Objects.requireNonNull(direction, "direction is null");
        Objects.requireNonNull(device, "device is null");
        if (direction != Access.TO && direction != Access.FROM) {
            throw new OffloadException(
                    OffloadException.Reason.ARGUMENT,
                    "variable '" + symbol + "' is updated '" + direction.name().toLowerCase(Locale.ROOT)
                            + "'; copy it either 'to' or 'from' the device");
        }
        LLVMValueRef address = variable(symbol);
        Extent whole = Extent.bytes(session.bytes(session.variable(symbol)));
        update(
                builder,
                OffloadArguments.builder().map(address, direction, whole).build(),
                device);
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
        session.requireUsable();
        for (DeviceImage image : images) {
            Objects.requireNonNull(image, "image is null");
        }
        session.embed(List.of(images));
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
        session.knowKernels(kernels);
    }

    /**
     * Returns a kernel to launch.
     *
     * @param symbol its symbol in the device image
     * @throws OffloadException when the symbol is empty or contains a zero character
     */
    public Kernel kernel(String symbol) {
        return new Kernel(session, Kernel.requireSymbol(symbol), Device.DEFAULT, Optional.empty());
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
        session.finish();
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
     * Returns what became of the transfers of each site, in the order in which the sites were emitted, and then of calls of
     * functions with sites that data cannot be held around. There is something to say after {@link #finish}, when transfers
     * are resident.
     */
    public List<TransferRemark> remarks() {
        return session.remarks();
    }

    /**
     * Frees the library's own memory. The module stays the caller's; one with sites that was not finished cannot be used,
     * since nothing registers its kernels. A second call does nothing.
     */
    @Override
    public void close() {
        session.close();
    }
}
