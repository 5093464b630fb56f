package io.github.offload4j.codegen.session;

import io.github.offload4j.codegen.abi.SiteFunction;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.codegen.diagnostic.TransferRemark;
import io.github.offload4j.codegen.emit.Emission;
import io.github.offload4j.codegen.emit.runtime.Conventions;
import io.github.offload4j.codegen.emit.site.LaunchPlan;
import io.github.offload4j.codegen.emit.site.LaunchRequest;
import io.github.offload4j.codegen.emit.site.LibraryCall;
import io.github.offload4j.codegen.emit.site.Site;
import io.github.offload4j.codegen.emit.site.SitePlan;
import io.github.offload4j.codegen.emit.site.SiteRecord;
import io.github.offload4j.codegen.emit.site.SiteRequest;
import io.github.offload4j.codegen.image.DeviceImage;
import io.github.offload4j.codegen.image.HostKernels;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrGlobal;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Ownership;
import io.github.offload4j.codegen.option.Transfers;
import io.github.offload4j.codegen.signature.Argument;
import io.github.offload4j.codegen.signature.DataAction;
import io.github.offload4j.codegen.signature.Ordering;
import io.github.offload4j.codegen.signature.Passing;
import io.github.offload4j.codegen.transfer.TransferOptimizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A module that gets offload sites: owns what is emitted for it, and knows where in its life it is. Requests become plans by
 * its rules, which emit nothing; plans become sites, which check nothing.
 */
public final class Session implements AutoCloseable {
    private static final int POINTER_BYTES = 8;

    private final IrModule module;
    private final Conventions conventions;
    private final Emission emission;
    private final CallRules rules;
    private final List<Region> openRegions = new ArrayList<>();
    private List<TransferRemark> remarks = List.of();
    private boolean finished;
    private boolean closed;

    private Session(IrModule module, Conventions conventions) {
        this.module = module;
        this.conventions = conventions;
        this.emission = new Emission(module, conventions);
        this.rules = new CallRules(module, emission, conventions);
    }

    /**
     * Begins with a module.
     *
     * @param module a view that the session closes, also when this fails
     * @throws OffloadException when the target's pointers have another size than the runtime's, or preset {@code rustc}
     *     finds a declaration of the runtime with another type
     */
    public static Session open(IrModule module, Conventions conventions) {
        try {
            int pointerBytes = module.layout().pointerBytes();
            if (pointerBytes != POINTER_BYTES) {
                throw new OffloadException(
                        Reason.RUNTIME_ABI,
                        "the module's pointers have " + pointerBytes
                                + " bytes; the offload runtime exists for 64-bit targets only");
            }
            return new Session(module, conventions);
        } catch (RuntimeException e) {
            module.close();
            throw e;
        }
    }

    /** Returns the module. */
    public IrModule module() {
        return module;
    }

    /**
     * Checks that a function of the module may use a value.
     *
     * @param what how a message names it
     * @throws OffloadException when it belongs to another function or module
     */
    void requireUsable(IrValue value, IrFunction function, String what) {
        Ownership.requireUsable(value, function, module, what);
    }

    /** Returns the choices that hold for the module. */
    public Conventions conventions() {
        return conventions;
    }

    /**
     * Checks that sites can still be added.
     *
     * @throws OffloadException when the session is closed or finished
     */
    public void requireUsable() {
        if (closed) {
            throw new OffloadException(Reason.STATE, "the offload module is closed; close it after everything else");
        }
        if (finished) {
            throw new OffloadException(
                    Reason.STATE, "the offload module is finished; finish comes once, after the last site and image");
        }
    }

    /**
     * Checks a call by every rule, and emits nothing.
     *
     * @param function where the call is to stand
     * @throws OffloadException when it does not fit the callee, the runtime or the place
     */
    public CallPlan plan(CallRequest request, IrFunction function) {
        return rules.plan(request, function);
    }

    /**
     * Emits a call.
     *
     * @return what the host function returns; nothing for a {@code void} function and for a launch
     */
    public Optional<IrValue> emit(CallPlan plan, IrBuilder at) {
        return emit(plan, true, at);
    }

    /**
     * Emits a call.
     *
     * @param alone whether nothing else runs meanwhile
     */
    Optional<IrValue> emit(CallPlan plan, boolean alone, IrBuilder at) {
        if (plan instanceof CallPlan.Launch launch) {
            Site site = emission.open(launch.site(), alone, at);
            try {
                site.launch(launch.launch(), at);
            } finally {
                site.end(at);
            }
            return Optional.empty();
        }
        CallPlan.Host host = (CallPlan.Host) plan;
        Site site = emission.open(host.site(), alone, at);
        try {
            List<IrValue> onDevice = new ArrayList<>();
            for (Argument argument : host.request().arguments()) {
                boolean mapped = argument.passing().kind() == Passing.Kind.MAPPED;
                onDevice.add(mapped ? site.devicePointer(argument.value()).orElseThrow() : argument.value());
            }
            return call(host.call(), site, onDevice, host.request().values(Passing.Kind.DEVICE_POINTER), at);
        } finally {
            site.end(at);
        }
    }

    /**
     * Checks a call of a host function inside a region, and emits nothing.
     *
     * @throws OffloadException when the arguments or the ordering do not fit
     */
    void check(FunctionCall call, List<IrValue> arguments, IrFunction function) {
        rules.check(call, arguments, function);
    }

    /**
     * Emits a call of a host function that was checked.
     *
     * @param devicePointers what tells the device where the site maps nothing
     */
    Optional<IrValue> call(
            FunctionCall call, Site site, List<IrValue> arguments, List<IrValue> devicePointers, IrBuilder at) {
        LibraryCall library = enter(site, call.ordering(), call.function().name(), call.location(), devicePointers, at);
        IrValue result = at.callAsDeclared(library.callee(call.function(), arguments, at), arguments);
        if (call.checksStatus()) {
            library.checkStatus(result, at);
        }
        library.leave(at);
        return call.function().returnType().isVoid() ? Optional.empty() : Optional.of(result);
    }

    /**
     * Checks an ordering, and emits nothing.
     *
     * @throws OffloadException when it does not fit
     */
    void check(Ordering ordering, IrFunction function) {
        emission.libraryCalls().check(ordering, function);
    }

    /** Emits what goes before a library's work on a site's data. */
    LibraryCall enter(
            Site site,
            Ordering ordering,
            String what,
            Optional<SourceLocation> location,
            List<IrValue> devicePointers,
            IrBuilder at) {
        IrValue memory = site.deviceMemory(at);
        if (memory.isNullConstant() && !devicePointers.isEmpty()) {
            memory = devicePointers.get(0);
        }
        return emission.libraryCalls().enter(ordering, what, location.or(at::sourceLocation), memory, at);
    }

    /**
     * Checks a region with device pointers by every rule, and emits nothing.
     *
     * @param function where the region is to begin
     * @throws OffloadException when an argument or the device breaks a rule
     */
    public SitePlan planForHost(SiteRequest request, IrFunction function) {
        return emission.rules().forHost(request, function);
    }

    /**
     * Checks a region for launches by every rule, and emits nothing.
     *
     * @param function where the region is to begin
     * @throws OffloadException when an argument or the device breaks a rule
     */
    public SitePlan planForLaunches(SiteRequest request, IrFunction function) {
        return emission.rules().forLaunches(request, function);
    }

    /**
     * Checks what is to be done to data by every rule, and emits nothing.
     *
     * @param function where it is to stand
     * @throws OffloadException when an argument or the device breaks a rule
     */
    public SitePlan planForData(DataAction action, SiteRequest request, IrFunction function) {
        return emission.rules().forData(action, request, function);
    }

    /** Emits what is done to data, and was checked. */
    public void act(SitePlan plan, IrBuilder at) {
        emission.data(plan, at);
    }

    /**
     * Maps data, and leaves it mapped.
     *
     * @return what unmaps it
     * @throws OffloadException when an argument or the device breaks a rule; nothing is emitted then
     */
    public DataHandle enter(SiteRequest request, IrBuilder at) {
        act(planForData(DataAction.ENTER, request, at.function()), at);
        return new DataHandle(this, request);
    }

    /** Returns what makes asynchronous sites of the module. */
    public Tasks tasks() {
        return new Tasks(this, emission);
    }

    /**
     * Returns the host's variable for one that the device has too.
     *
     * @throws OffloadException when there is none, or it cannot be on a device
     */
    public IrGlobal variable(String symbol) {
        return emission.deviceVariable(symbol);
    }

    /** Returns the size of a variable. */
    public long bytes(IrGlobal variable) {
        return module.layout().bytes(variable.contentType()).orElseThrow();
    }

    /** Opens a region. */
    public Region open(SitePlan plan, IrBuilder at) {
        Region region = new Region(this, emission.open(plan, false, at), plan.arguments());
        openRegions.add(region);
        return region;
    }

    void closed(Region region) {
        openRegions.remove(region);
    }

    /**
     * Checks a launch by every rule, and emits nothing.
     *
     * @param arguments what it passes
     * @param function where it is to stand
     * @throws OffloadException when the bounds or the fallback do not fit
     */
    LaunchPlan planLaunch(LaunchRequest request, List<Argument> arguments, IrFunction function) {
        return emission.rules().launch(request, arguments, function);
    }

    /**
     * Launches on values and device pointers, which need no region.
     *
     * @param request the arguments, none of them to be mapped, and the device
     * @throws OffloadException when the arguments, the bounds or the fallback do not fit; nothing is emitted then
     */
    public void launch(LaunchRequest launch, SiteRequest request, IrBuilder at) {
        LaunchPlan plan = planLaunch(launch, request.arguments(), at.function());
        emission.open(emission.rules().forBareLaunch(request, at.function()), true, at)
                .launch(plan, at);
    }

    /**
     * Has the sites that are emitted from now on told by {@link #takeSites}.
     *
     * @return whether they will be all that the module has, and stay as they were emitted; otherwise none is told
     */
    public boolean tellSites() {
        boolean alone = Arrays.stream(SiteFunction.values())
                .noneMatch(function -> module.findFunction(function.symbol()).isPresent());
        boolean told = alone
                && emission.recordsSites()
                && conventions.transfers() != Transfers.RESIDENT
                && !conventions.pinning().isOn();
        if (told) {
            emission.recordSites();
        }
        return told;
    }

    /** Returns the sites that were emitted since the last time, once {@link #tellSites} has promised them. */
    public List<SiteRecord> takeSites() {
        return emission.takeRecords();
    }

    /** Adds device images; see {@link Emission#embed}. */
    public void embed(List<DeviceImage> images) {
        requireUsable();
        emission.embed(images);
    }

    /** Adds kernels as functions of the host; see {@link Emission#addHostKernels}. */
    public void addHostKernels(HostKernels kernels) {
        requireUsable();
        emission.addHostKernels(kernels);
    }

    /** Adds what device images were compiled from; see {@link Emission#knowKernels}. */
    public void knowKernels(byte[] kernels) {
        requireUsable();
        emission.knowKernels(kernels);
    }

    /**
     * Adds what the sites share, and verifies the module.
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
        remarks = TransferOptimizer.run(module, emission, conventions.transfers());
        emission.libraryCalls().finish();
        finished = true;
        emission.finish();
        module.verify();
    }

    /** Returns what became of the transfers of each site, once the session is finished. */
    public List<TransferRemark> remarks() {
        return remarks;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            module.close();
        }
    }
}
