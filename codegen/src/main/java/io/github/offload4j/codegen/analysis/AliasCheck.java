package io.github.offload4j.codegen.analysis;

import io.github.offload4j.codegen.abi.MapFlag;
import io.github.offload4j.codegen.analysis.site.OffloadSite;
import io.github.offload4j.codegen.flow.FunctionFacts;
import io.github.offload4j.codegen.ir.Address;
import java.util.List;

/**
 * {@link Check#ALIAS}: one memory block mapped by two entries of a site.
 *
 * <p>The runtime counts references: of two entries that share memory only the first copies, in both directions, and the
 * second may not reach beyond the first.
 */
final class AliasCheck implements SiteCheck {
    private final CheckContext context;

    AliasCheck(CheckContext context) {
        this.context = context;
    }

    @Override
    public void check(List<OffloadSite> sites) {
        for (OffloadSite site : sites) {
            FunctionFacts facts = context.facts(site);
            List<MappedEntry> entries = context.mapped(site);
            for (int i = 0; i < entries.size(); i++) {
                for (int j = i + 1; j < entries.size(); j++) {
                    MappedEntry first = entries.get(i);
                    MappedEntry second = entries.get(j);
                    if (first.isOfCall(second) && !first.isPart() && !second.isPart()) {
                        check(first, second, facts);
                    }
                }
            }
        }
    }

    private void check(MappedEntry first, MappedEntry second, FunctionFacts facts) {
        Address one = facts.pointers().address(first.pointer());
        Address other = facts.pointers().address(second.pointer());
        if (!one.base().equals(other.base())
                || one.offset().isEmpty()
                || other.offset().isEmpty()
                || one.base().isNullConstant()) {
            return;
        }
        Overlap overlap = Overlap.of(
                other.offset().getAsLong() - one.offset().getAsLong(),
                first.entry().bytes(),
                second.entry().bytes());
        switch (overlap) {
            case NONE, UNKNOWN -> {}
            case BEYOND -> reportBeyond(first, second);
            case INSIDE -> checkDirections(first, second);
        }
    }

    private void reportBeyond(MappedEntry first, MappedEntry second) {
        if (!second.entry().mayHave(MapFlag.IMPLICIT)) {
            context.report(
                    Check.ALIAS,
                    Severity.ERROR,
                    second.call(),
                    second.label() + " overlaps " + first.label()
                            + ", which is mapped first, and reaches beyond it, which stops the program;"
                            + " map the memory once, or the larger part first");
        }
    }

    private void checkDirections(MappedEntry first, MappedEntry second) {
        if (second.copiesIn() && !first.mayCopyIn()) {
            report(first, second, "is not copied to the device");
        }
        if (second.copiesBack() && !first.mayCopyBack()) {
            report(first, second, "is not copied back");
        }
    }

    private void report(MappedEntry first, MappedEntry second, String loss) {
        context.report(
                Check.ALIAS,
                Severity.ERROR,
                second.call(),
                second.label() + " is memory of " + first.label()
                        + ", which is mapped first with another direction, so it " + loss
                        + "; map the memory once with both directions");
    }
}
