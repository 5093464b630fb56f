package io.github.offload4j.codegen.analysis;

import io.github.offload4j.codegen.abi.MapFlag;
import io.github.offload4j.codegen.analysis.site.OffloadSite;
import io.github.offload4j.codegen.analysis.site.RuntimeCall;
import io.github.offload4j.codegen.analysis.site.TableEntry;
import io.github.offload4j.codegen.flow.FunctionFacts;
import io.github.offload4j.codegen.ir.IrBlock;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@link Check#LIFETIME}: follows what is mapped through the blocks of a function, and finds enters and exits that cannot do
 * what they are for.
 */
final class LifetimeCheck implements SiteCheck {
    private final CheckContext context;

    LifetimeCheck(CheckContext context) {
        this.context = context;
    }

    @Override
    public void check(List<OffloadSite> sites) {
        boolean stays = sites.stream()
                .anyMatch(site -> site.mode() == OffloadSite.Mode.ENTER || site.mode() == OffloadSite.Mode.EXIT);
        if (!stays) {
            return;
        }
        FunctionFacts facts = context.facts(sites.get(0));
        Map<IrInstruction, RuntimeCall> calls = new HashMap<>();
        sites.forEach(site -> site.allCalls().forEach(call -> calls.put(call.instruction(), call)));
        OwnObjects own = new OwnObjects(calls.values(), facts);
        Set<RuntimeCall> enters = new HashSet<>();
        sites.stream()
                .filter(site -> site.mode() == OffloadSite.Mode.ENTER)
                .forEach(site -> enters.addAll(site.calls()));
        Set<RuntimeCall> exits = new HashSet<>();
        sites.stream().filter(site -> site.mode() == OffloadSite.Mode.EXIT).forEach(site -> exits.addAll(site.calls()));
        IrFunction function = sites.get(0).function();
        IrBlock first = function.blocks().get(0);
        for (IrBlock block : function.blocks()) {
            MappedPlaces places = new MappedPlaces(facts, own.all(), own.tables());
            MappedObjects objects = new MappedObjects(facts, own.all(), places, block.equals(first));
            EnteredMembers members = new EnteredMembers(context, calls.values(), places);
            for (IrInstruction instruction : block.instructions()) {
                RuntimeCall call = calls.get(instruction);
                if (call != null) {
                    members.follow(call, enters.contains(call), exits.contains(call), objects);
                    follow(call, enters.contains(call), objects);
                } else {
                    places.pass(instruction);
                    if (instruction.isCall()) {
                        objects.called(instruction);
                        members.called(instruction);
                    }
                }
            }
        }
        findLeft(sites, own);
    }

    private void follow(RuntimeCall call, boolean enter, MappedObjects objects) {
        if (call.entries().isEmpty() && !call.count().is(0)) {
            objects.forget();
        }
        for (int i = 0; i < call.entries().size(); i++) {
            TableEntry entry = call.entries().get(i);
            boolean maps = !entry.mayHave(MapFlag.LITERAL) && !entry.mayHave(MapFlag.PRIVATE);
            if (maps && !EnteredMembers.isOnlyAttached(entry)) {
                report(call, enter, i, entry, objects);
                objects.follow(entry, call);
            }
        }
    }

    private void report(RuntimeCall call, boolean enter, int index, TableEntry entry, MappedObjects objects) {
        MappedObjects.State state = objects.state(entry, call);
        boolean some = objects.hasBytes(entry);
        boolean absent = state.isNowhere() && some;
        String argument = CheckContext.argument(call, index);
        if (absent && call.kind() == RuntimeCall.Kind.UPDATE) {
            if (state == MappedObjects.State.GONE) {
                report(
                        call,
                        Severity.ERROR,
                        argument + " is updated after its exit, so nothing is copied; update it before");
            }
        } else if (absent && entry.has(MapFlag.PRESENT)) {
            report(
                    call,
                    Severity.ERROR,
                    argument
                            + " has to be mapped already ('present'), and no device has it here, which stops the program;"
                            + " enter it first");
        } else if (absent && call.kind() == RuntimeCall.Kind.END) {
            report(
                    call,
                    Severity.ERROR,
                    argument
                            + (state == MappedObjects.State.GONE
                                    ? " is exited once more than it is entered, which does nothing; exit it once for each"
                                            + " enter"
                                    : " is exited where no device has it, so nothing is copied back or released; enter it"
                                            + " before"));
        } else if (enter
                && state.isMapped()
                && some
                && entry.has(MapFlag.TO)
                && !entry.mayHave(MapFlag.ALWAYS)
                && !entry.mayHave(MapFlag.PRESENT)) {
            report(
                    call,
                    Severity.WARNING,
                    argument
                            + " is entered while it is mapped, so nothing is copied to the device; update it, or map it"
                            + " 'always'");
        }
    }

    /** Finds what is entered, and stays mapped when its memory is gone. */
    private void findLeft(List<OffloadSite> sites, OwnObjects own) {
        Set<IrValue> exited = new HashSet<>();
        List<RuntimeCall> enters = new ArrayList<>();
        for (OffloadSite site : sites) {
            for (RuntimeCall call : site.calls()) {
                if (site.mode() == OffloadSite.Mode.ENTER) {
                    enters.add(call);
                } else if (site.mode() == OffloadSite.Mode.EXIT) {
                    if (call.entries().isEmpty()) {
                        return;
                    }
                    for (TableEntry entry : call.entries()) {
                        if (entry.pointer().isEmpty()) {
                            return;
                        }
                        exited.add(own.object(entry.pointer().get()));
                    }
                }
            }
        }
        for (RuntimeCall enter : enters) {
            for (int i = 0; i < enter.entries().size(); i++) {
                TableEntry entry = enter.entries().get(i);
                boolean left = entry.pointer()
                        .map(own::object)
                        .filter(object -> own.all().contains(object) && !exited.contains(object))
                        .isPresent();
                if (left && entry.bytes().known().orElse(0) > 0 && !entry.mayHave(MapFlag.PRESENT)) {
                    report(
                            enter,
                            Severity.WARNING,
                            CheckContext.argument(enter, i)
                                    + " is entered and never exited, and stays mapped when the function has returned and"
                                    + " its memory is another's; exit it");
                }
            }
        }
    }

    private void report(RuntimeCall call, Severity severity, String message) {
        context.report(Check.LIFETIME, severity, call, message);
    }
}
