package io.github.offload4j.codegen.analysis;

import io.github.offload4j.codegen.abi.MapFlag;
import io.github.offload4j.codegen.abi.RuntimeConstants;
import io.github.offload4j.codegen.analysis.site.OffloadSite;
import io.github.offload4j.codegen.analysis.site.RuntimeCall;
import io.github.offload4j.codegen.fact.Quantity;
import io.github.offload4j.codegen.flow.FunctionFacts;
import io.github.offload4j.codegen.flow.PointerOrigin;
import java.util.List;

/** {@link Check#EXTENT}: compares the sizes of mappings with the objects that they are of. */
final class ExtentCheck implements SiteCheck {
    private final CheckContext context;

    ExtentCheck(CheckContext context) {
        this.context = context;
    }

    @Override
    public void check(List<OffloadSite> sites) {
        for (OffloadSite site : sites) {
            FunctionFacts facts = context.facts(site);
            for (MappedEntry entry : context.mapped(site)) {
                check(entry, facts);
            }
            for (MappedEntry entry : MappedEntry.updated(site)) {
                check(entry, facts);
            }
        }
    }

    private void check(MappedEntry entry, FunctionFacts facts) {
        Quantity bytes = entry.entry().bytes();
        if (bytes instanceof Quantity.Overflow || bytes.is(RuntimeConstants.IMPOSSIBLE_SIZE)) {
            report(
                    entry,
                    Severity.ERROR,
                    "the size of " + entry.label() + " does not fit its integer type and wraps around; map less");
        } else if (bytes instanceof Quantity.Known known) {
            checkKnown(entry, known.value(), facts.pointers().origin(entry.pointer()));
        }
    }

    private void checkKnown(MappedEntry entry, long bytes, PointerOrigin origin) {
        if (bytes < 0) {
            report(
                    entry,
                    Severity.ERROR,
                    "the size of " + entry.label() + " is " + bytes
                            + " bytes, which stops the program; give a size that is not negative");
        } else if (bytes == 0) {
            checkEmpty(entry, origin);
        } else if (origin.kind() == PointerOrigin.Kind.NOTHING && !entry.isPart()) {
            report(
                    entry,
                    Severity.ERROR,
                    entry.label() + " maps " + bytes(bytes) + " at the null pointer; map an object, or no bytes");
        } else {
            checkInside(entry, bytes, origin);
        }
    }

    private void checkEmpty(MappedEntry entry, PointerOrigin origin) {
        boolean looksUp = entry.entry().mayHave(MapFlag.IMPLICIT)
                || entry.entry().mayHave(MapFlag.PRESENT)
                || entry.entry().mayHave(MapFlag.RETURN_PARAM)
                || entry.call().kind() == RuntimeCall.Kind.LAUNCH
                || entry.call().kind() == RuntimeCall.Kind.UPDATE
                || origin.kind() == PointerOrigin.Kind.NOTHING
                || entry.isPart();
        if (!looksUp) {
            report(
                    entry,
                    Severity.WARNING,
                    entry.label() + " maps no bytes, so the device sees nothing of it; give its size");
        }
    }

    private void checkInside(MappedEntry entry, long bytes, PointerOrigin origin) {
        if (origin.bytes().isEmpty() || origin.offset().isEmpty()) {
            return;
        }
        long size = origin.bytes().getAsLong();
        long offset = origin.offset().getAsLong();
        String object = origin.object().name().isEmpty()
                ? origin.kind().toString()
                : "'" + origin.object().name() + "'";
        if (offset < 0) {
            report(
                    entry,
                    Severity.ERROR,
                    entry.label() + " begins " + bytes(-offset) + " in front of " + object + "; map inside of it");
        } else if (bytes > size - offset) {
            String from = offset == 0 ? "" : " from byte " + offset;
            report(
                    entry,
                    Severity.ERROR,
                    entry.label() + " maps " + bytes(bytes) + " of " + object + from + ", which has " + bytes(size)
                            + "; map no more than there is");
        }
    }

    private static String bytes(long number) {
        return number == 1 ? "1 byte" : number + " bytes";
    }

    private void report(MappedEntry entry, Severity severity, String message) {
        context.report(Check.EXTENT, severity, entry.call(), message);
    }
}
