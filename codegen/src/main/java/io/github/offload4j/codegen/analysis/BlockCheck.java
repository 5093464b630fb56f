package io.github.offload4j.codegen.analysis;

import io.github.offload4j.codegen.analysis.block.Fault;
import io.github.offload4j.codegen.analysis.site.Launch;
import io.github.offload4j.codegen.analysis.site.OffloadSite;
import io.github.offload4j.codegen.diagnostic.SourceLocation;
import java.util.List;
import java.util.Optional;

/**
 * {@link Check#SHARED_MEMORY}, {@link Check#DIVERGENCE} and {@link Check#RACE}: follow the threads of a launch's first block, as
 * far as what they do is certain.
 */
final class BlockCheck implements SiteCheck {
    private final Check check;
    private final CheckContext context;

    BlockCheck(Check check, CheckContext context) {
        this.check = check;
        this.context = context;
    }

    @Override
    public void check(List<OffloadSite> sites) {
        for (OffloadSite site : sites) {
            for (Launch launch : site.launches()) {
                KernelBody.of(launch, context).ifPresent(body -> check(site, launch, body));
            }
        }
    }

    private void check(OffloadSite site, Launch launch, KernelBody body) {
        BlockRuns.Result result = context.blocks().of(site, launch, body);
        if (check == Check.SHARED_MEMORY
                && result.usesLaunchsMemory()
                && launch.shared().is(0)) {
            context.report(
                    check,
                    Severity.ERROR,
                    launch.call(),
                    "kernel '" + body.function().name()
                            + "' uses shared memory of the launch's size, and the launch gives 0 bytes; say how many");
        }
        result.faults().stream()
                .filter(found -> of(found.kind()) == check)
                .forEach(found -> report(found, site, launch));
    }

    private static Check of(Fault.Kind kind) {
        return switch (kind) {
            case DIVERGENCE -> Check.DIVERGENCE;
            case RACE -> Check.RACE;
            case UNWRITTEN -> Check.SHARED_MEMORY;
        };
    }

    private void report(BlockRuns.Found found, OffloadSite site, Launch launch) {
        Optional<SourceLocation> place = found.location();
        context.report(new Finding(
                check,
                found.certain() ? Severity.ERROR : Severity.WARNING,
                "kernel '" + found.kernel() + "': " + found.message(),
                found.kernel(),
                place,
                List.of(new Finding.Step(
                        "launched in '" + site.function().name() + "'",
                        launch.call().location()))));
    }
}
