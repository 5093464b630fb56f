package io.github.offload4j.codegen.emit.site;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.emit.runtime.Conventions;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.Ownership;
import io.github.offload4j.codegen.option.DevicePointers;
import io.github.offload4j.codegen.option.Transfers;
import io.github.offload4j.codegen.signature.Argument;
import io.github.offload4j.codegen.signature.DataAction;
import io.github.offload4j.codegen.signature.Device;
import io.github.offload4j.codegen.signature.Passing;
import io.github.offload4j.codegen.signature.Reach;
import java.util.List;

/**
 * Every rule of sites and launches, each in one place. What breaks one is refused with an {@link OffloadException} that
 * names it; what is returned keeps them all. Nothing is emitted.
 */
public final class SiteRules {
    private final IrModule module;
    private final Conventions conventions;
    private final Restrictions restrictions;
    private final ArgumentRules arguments;
    private final LaunchRules launches;

    SiteRules(IrModule module, Extents extents, Conventions conventions, Restrictions restrictions) {
        this.module = module;
        this.conventions = conventions;
        this.restrictions = restrictions;
        this.arguments = new ArgumentRules(module, extents, restrictions);
        this.launches = new LaunchRules(module, conventions, restrictions);
    }

    /** Returns a site whose data is mapped while kernels are launched on its arguments. */
    public SitePlan forLaunches(SiteRequest request, IrFunction function) {
        checkForKernel(request, function);
        return SitePlan.forLaunches(request);
    }

    /** Returns a site for the one launch that follows at once, which maps and unmaps itself where transfers are fused. */
    public SitePlan forOneLaunch(SiteRequest request, IrFunction function) {
        checkForKernel(request, function);
        boolean fused = conventions.transfers() == Transfers.FUSED;
        return SitePlan.forOneLaunch(request, fused ? Usage.FUSED : Usage.LAUNCHED);
    }

    /** Returns a site for one launch on arguments of which none is to be mapped. */
    public SitePlan forBareLaunch(SiteRequest request, IrFunction function) {
        checkForKernel(request, function);
        return SitePlan.forOneLaunch(request, Usage.FUSED);
    }

    /** Returns a site for the one launch of a task, whose one call maps and unmaps as well. */
    public SitePlan forLaunchInTask(SiteRequest request, TaskBody task) {
        checkForKernel(request, task.routine());
        return SitePlan.forOneLaunch(request, Usage.FUSED).inTask(task.spawner());
    }

    /** Returns the site of a task that calls a host function. */
    public SitePlan forHostInTask(SiteRequest request, TaskBody task) {
        return forHost(request, task.routine()).inTask(task.spawner());
    }

    /** Returns what a task does to data without calling anything. */
    public SitePlan forDataInTask(DataAction action, SiteRequest request, TaskBody task) {
        return forData(action, request, task.routine()).inTask(task.spawner());
    }

    /** Returns a site whose data is mapped, with its device addresses known, while host functions are called. */
    public SitePlan forHost(SiteRequest request, IrFunction function) {
        arguments.checkForHost(request.arguments(), function);
        checkDevice(request.device(), function);
        // the runtime leaves the base of what a mapper function maps as it is
        boolean mappers = request.arguments().stream()
                .anyMatch(argument ->
                        argument.passing() instanceof Passing.Mapped mapped && mapped.reach() instanceof Reach.Mapper);
        boolean queried = mappers || conventions.devicePointers() == DevicePointers.GET_MAPPED_PTR;
        return SitePlan.forHost(request, queried ? Usage.QUERIED : Usage.RETURNED);
    }

    /**
     * Returns a site around a call of a function that maps the same data itself.
     *
     * @param request whose arguments are all mapped
     */
    public SitePlan forHeld(SiteRequest request, IrFunction function) {
        arguments.checkForHost(request.arguments(), function);
        return SitePlan.forHeld(request);
    }

    /** Returns what is done to data without calling anything. */
    public SitePlan forData(DataAction action, SiteRequest request, IrFunction function) {
        restrictions.checkData(action);
        arguments.checkForData(action, request.arguments(), function);
        checkDevice(request.device(), function);
        return SitePlan.forData(request, action);
    }

    /** Returns a launch on the arguments of a site. */
    public LaunchPlan launch(LaunchRequest request, List<Argument> passed, IrFunction function) {
        launches.checkFallback(request, passed, function);
        launches.checkBounds(request.bounds(), function);
        return new LaunchPlan(request);
    }

    private void checkForKernel(SiteRequest request, IrFunction function) {
        arguments.checkForKernel(request.arguments(), function);
        checkDevice(request.device(), function);
    }

    private void checkDevice(Device device, IrFunction function) {
        if (device instanceof Device.Computed computed) {
            IrType type = computed.number().type();
            if (!type.isInteger() || type.integerBits() > Long.SIZE) {
                throw new OffloadException(
                        Reason.LAUNCH_BOUNDS, "the device is " + type + "; give an integer of at most 64 bits");
            }
            Ownership.requireUsable(computed.number(), function, module, "the device");
        }
    }
}
