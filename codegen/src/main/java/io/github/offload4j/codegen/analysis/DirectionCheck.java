package io.github.offload4j.codegen.analysis;

import io.github.offload4j.codegen.abi.MapFlag;
import io.github.offload4j.codegen.analysis.site.Launch;
import io.github.offload4j.codegen.analysis.site.OffloadSite;
import io.github.offload4j.codegen.flow.FunctionFacts;
import io.github.offload4j.codegen.flow.ParameterAccess;
import io.github.offload4j.codegen.ir.IrValue;
import java.util.List;
import java.util.Optional;

/** {@link Check#DIRECTION}: compares what kernels read and write with what is copied. */
final class DirectionCheck implements SiteCheck {
    private final CheckContext context;
    private final ConstantResults constants;

    DirectionCheck(CheckContext context) {
        this.context = context;
        this.constants = new ConstantResults(context);
    }

    @Override
    public void check(List<OffloadSite> sites) {
        for (OffloadSite site : sites) {
            constants.check(site);
            List<MappedEntry> entries = context.mapped(site);
            for (Launch launch : site.launches()) {
                KernelBody.of(launch, context).ifPresent(body -> check(site, sites, entries, launch, body));
            }
        }
    }

    private void check(
            OffloadSite site, List<OffloadSite> sites, List<MappedEntry> entries, Launch launch, KernelBody body) {
        for (MappedEntry entry : entries) {
            Optional<Integer> parameter = body.pointerParameter(launch, entry.index());
            boolean ours = !entry.isPart()
                    && !entry.entry().mayHave(MapFlag.PRESENT)
                    && !entry.entry().bytes().is(0)
                    && !isMappedElsewhere(site, sites, entries, entry);
            if (parameter.isPresent() && ours) {
                check(entry, launch, body, parameter.get());
            }
        }
    }

    private void check(MappedEntry entry, Launch launch, KernelBody body, int parameter) {
        ParameterAccess access = body.access(parameter);
        String kernel = launch.kernel().orElse(body.function().name());
        if (access.writes() && !entry.mayCopyBack()) {
            report(
                    launch,
                    "kernel '" + kernel + "' writes " + entry.label()
                            + ", which is never copied back; map it 'from' or 'tofrom'");
        }
        boolean onlyReads = access.reads() && !access.bound().mayWrite();
        if (onlyReads && !entry.mayCopyIn()) {
            report(
                    launch,
                    "kernel '" + kernel + "' reads " + entry.label()
                            + ", which is never copied in; map it 'to' or 'tofrom'");
        }
    }

    /** Whether another entry or another call of the function has to do with the same memory, and may copy it. */
    private boolean isMappedElsewhere(
            OffloadSite site, List<OffloadSite> sites, List<MappedEntry> entries, MappedEntry entry) {
        FunctionFacts facts = context.facts(site);
        IrValue object = facts.pointers().address(entry.pointer()).base();
        boolean twice = entries.stream()
                .anyMatch(other -> other.index() != entry.index()
                        && facts.pointers().address(other.pointer()).base().equals(object));
        return twice
                || sites.stream()
                        .filter(other -> !isSame(other, site))
                        .flatMap(other -> other.calls().stream())
                        .flatMap(call -> call.entries().stream())
                        .flatMap(e -> e.pointer().stream())
                        .anyMatch(p -> facts.pointers().address(p).base().equals(object));
    }

    private static boolean isSame(OffloadSite one, OffloadSite other) {
        return one.first().instruction().equals(other.first().instruction());
    }

    private void report(Launch launch, String message) {
        context.report(Check.DIRECTION, Severity.WARNING, launch.call(), message);
    }
}
