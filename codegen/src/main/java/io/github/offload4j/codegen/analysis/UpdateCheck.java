package io.github.offload4j.codegen.analysis;

import io.github.offload4j.codegen.abi.MapFlag;
import io.github.offload4j.codegen.analysis.site.OffloadEntry;
import io.github.offload4j.codegen.analysis.site.OffloadSite;
import io.github.offload4j.codegen.analysis.site.RuntimeCall;
import io.github.offload4j.codegen.analysis.site.SiteReader;
import io.github.offload4j.codegen.analysis.site.TableEntry;
import io.github.offload4j.codegen.flow.FunctionFacts;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Opcode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@link Check#UPDATE}: finds updates of what no device has, which the runtime passes over without a word. */
final class UpdateCheck implements SiteCheck {
    private final CheckContext context;
    private final Set<IrValue> variables = new HashSet<>();

    UpdateCheck(CheckContext context) {
        this.context = context;
        SiteReader.entries(context.host().facts().module()).stream()
                .filter(entry -> entry.kind() == OffloadEntry.Kind.VARIABLE)
                .forEach(entry -> entry.address().ifPresent(variables::add));
    }

    @Override
    public void check(List<OffloadSite> sites) {
        for (OffloadSite site : sites) {
            for (RuntimeCall call : site.calls()) {
                if (call.kind() == RuntimeCall.Kind.UPDATE) {
                    check(call, sites, context.facts(site));
                }
            }
        }
    }

    private void check(RuntimeCall update, List<OffloadSite> sites, FunctionFacts facts) {
        for (int i = 0; i < update.entries().size(); i++) {
            TableEntry entry = update.entries().get(i);
            boolean plain = entry.pointer().isPresent()
                    && !entry.isStrided()
                    && !entry.bytes().is(0)
                    && (entry.flags().possible() >>> 48) == 0
                    && !entry.mayHave(MapFlag.PTR_AND_OBJ)
                    // a function knows what it is about
                    && entry.mapper() instanceof TableEntry.Mapper.None;
            if (plain && isNowhere(object(entry.pointer().get(), facts), update, sites, facts)) {
                context.report(
                        Check.UPDATE,
                        Severity.ERROR,
                        update,
                        CheckContext.argument(update, i)
                                + " is updated where no device has it, so nothing is copied; map it around the update, or"
                                + " make it a device variable");
            }
        }
    }

    private static IrValue object(IrValue pointer, FunctionFacts facts) {
        return facts.pointers().address(pointer).base();
    }

    /** Returns whether it is certain that nothing has mapped an object when an update of it is reached. */
    private boolean isNowhere(IrValue object, RuntimeCall update, List<OffloadSite> sites, FunctionFacts facts) {
        boolean own = object.asInstruction()
                .filter(slot -> slot.opcode() == Opcode.ALLOCA)
                .isPresent();
        if (!own || variables.contains(object)) {
            return false;
        }
        AddressUses uses = AddressUses.of(object);
        return uses.isComplete()
                && uses.all().stream().allMatch(use -> use.stays(facts))
                && sites.stream().noneMatch(site -> mayHaveMapped(site, object, update, facts));
    }

    private static boolean mayHaveMapped(OffloadSite site, IrValue object, RuntimeCall update, FunctionFacts facts) {
        return site.begin()
                .filter(begin -> begin.entries().isEmpty()
                        || begin.entries().stream()
                                .anyMatch(entry -> entry.pointer().isEmpty()
                                        || object(entry.pointer().get(), facts).equals(object)))
                .filter(begin -> !isClosed(begin, site.ends(), update.instruction()))
                .isPresent();
    }

    /** Returns whether a region is closed again before anything else than what follows it in its block can run. */
    private static boolean isClosed(RuntimeCall begin, List<RuntimeCall> ends, IrInstruction update) {
        List<IrInstruction> block = begin.instruction().block().instructions();
        int first = block.indexOf(begin.instruction());
        int last = ends.stream()
                .mapToInt(end -> block.indexOf(end.instruction()))
                .filter(place -> place > first)
                .min()
                .orElse(-1);
        int place = block.indexOf(update);
        return last >= 0 && (place < first || place > last);
    }
}
