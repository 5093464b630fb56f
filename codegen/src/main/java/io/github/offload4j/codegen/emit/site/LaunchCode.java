package io.github.offload4j.codegen.emit.site;

import io.github.offload4j.codegen.abi.LaunchForm;
import io.github.offload4j.codegen.abi.LaunchForm.Place;
import io.github.offload4j.codegen.abi.RuntimeFunction;
import io.github.offload4j.codegen.emit.global.Globals;
import io.github.offload4j.codegen.emit.global.Images;
import io.github.offload4j.codegen.emit.global.KernelEntries;
import io.github.offload4j.codegen.emit.runtime.Conventions;
import io.github.offload4j.codegen.emit.runtime.RuntimeDeclarations;
import io.github.offload4j.codegen.emit.support.GuardedLaunch;
import io.github.offload4j.codegen.emit.support.HostVersions;
import io.github.offload4j.codegen.emit.support.LaunchCheck;
import io.github.offload4j.codegen.emit.support.Support;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.option.LaunchFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Launches: the struct that is filled for each, the call of {@code __tgt_target_kernel}, and what follows a refusal. */
final class LaunchCode {
    private final IrContext context;
    private final RuntimeDeclarations declarations;
    private final Conventions conventions;
    private final KernelEntries entries;
    private final Images images;
    private final HostVersions hostVersions;
    private final GuardedLaunch guarded;
    private final LaunchCheck check;
    private final Extents extents;

    LaunchCode(
            IrContext context,
            RuntimeDeclarations declarations,
            Conventions conventions,
            Globals globals,
            Support support,
            Extents extents) {
        this.context = context;
        this.declarations = declarations;
        this.conventions = conventions;
        this.entries = globals.kernels();
        this.images = globals.images();
        this.hostVersions = support.hostVersions();
        this.guarded = support.guardedLaunch();
        this.check = support.launchCheck();
        this.extents = extents;
    }

    /** Returns the address that stands for a kernel, with what the launch passes. */
    IrValue regionId(LaunchPlan launch, SitePlan site) {
        return entries.regionId(launch.request().kernel(), site.parameterTypes(extents));
    }

    /**
     * Emits a launch.
     *
     * @param regionId what {@link #regionId} returned
     * @param struct the site's
     * @param arrays what the struct says about the arguments
     * @return what the runtime answers
     */
    IrValue emit(
            IrValue regionId,
            SitePlan site,
            SitePlace place,
            KernelArguments struct,
            KernelArguments.Arrays arrays,
            LaunchSizes sizes,
            IrBuilder builder) {
        struct.fill(form(), arrays, sizes, builder);
        List<IrValue> values = new ArrayList<>(
                List.of(place.ident(), place.device(), sizes.teams(), sizes.threads(), regionId, struct.address()));
        IrValue empty = sizes.empty();
        boolean either = form().place() == Place.FROM_23;
        if (empty == null && !either) {
            return builder.call(declarations.get(RuntimeFunction.TARGET_KERNEL), values, "");
        }
        values.add(empty == null ? context.constant(1, 0) : empty);
        return builder.call(either ? guarded.either() : guarded.get(), values, "");
    }

    /** Returns what launches say beside the kernel's arguments. */
    LaunchForm form() {
        return images.launchForm();
    }

    /** Returns the sizes of a launch, emitting the conversions that they take. */
    LaunchSizes sizes(LaunchPlan launch, IrBuilder builder) {
        return LaunchSizes.of(launch.request().bounds(), context, builder);
    }

    /** Emits what happens when the runtime has not launched. */
    void handleRefusal(
            IrValue result,
            LaunchPlan launch,
            SitePlan site,
            SitePlace place,
            KernelArguments struct,
            EntryTable table,
            IrBuilder builder) {
        String kernel = launch.request().kernel();
        Optional<IrFunction> fallback = launch.request().fallback();
        if (fallback.isPresent()) {
            check.callUnlessLaunched(result, fallback.get(), site.values(), builder);
        } else if (conventions.launchFailure() != LaunchFailure.IGNORE && hostVersions.has(kernel)) {
            List<IrValue> arguments = new ArrayList<>(List.of(struct.address()));
            arguments.addAll(table.argumentBases());
            IrFunction host = hostVersions.get(
                    kernel, arguments.stream().map(IrValue::type).toList());
            check.computeUnlessLaunched(result, kernel, host, arguments, builder);
        } else if (conventions.launchFailure() == LaunchFailure.ABORT) {
            check.abortUnlessLaunched(result, kernel, place.reported(), place.location(), builder);
        }
    }
}
