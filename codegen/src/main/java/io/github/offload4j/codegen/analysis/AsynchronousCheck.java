package io.github.offload4j.codegen.analysis;

import io.github.offload4j.codegen.abi.RuntimeFunction;
import io.github.offload4j.codegen.analysis.Finding.Step;
import io.github.offload4j.codegen.analysis.site.OffloadSite;
import io.github.offload4j.codegen.analysis.site.Spawners;
import io.github.offload4j.codegen.flow.FunctionFacts;
import io.github.offload4j.codegen.helper.TaskRoutine;
import io.github.offload4j.codegen.ir.Address;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Opcode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * {@link Check#ASYNCHRONOUS}: finds what uses the memory of an asynchronous site before the program has waited, frames with
 * such memory that are left before, and sites that nothing waits for.
 */
final class AsynchronousCheck implements SiteCheck {
    private static final int TASK = 1;
    private static final int ROUTINE = 5;
    private static final int SPAWNED = 2;

    private final CheckContext context;
    private final Map<IrFunction, List<Taken>> routines = new HashMap<>();

    AsynchronousCheck(CheckContext context) {
        this.context = context;
    }

    /** Where a task has a pointer from. */
    private sealed interface Source {
        /** It was stored into the task, so many bytes from its beginning. */
        record Stored(long offset) implements Source {}

        /** It is that of a variable. */
        record Variable(Address address) implements Source {}
    }

    /**
     * A pointer that a task takes along, and maps.
     *
     * @param source where it comes from
     * @param label how a message names it
     * @param writes whether the task may write what it points to
     * @param reads whether the task may read that
     * @param bytes how many bytes, when it is known
     */
    private record Taken(Source source, String label, boolean writes, boolean reads, OptionalLong bytes) {}

    @Override
    public void check(List<OffloadSite> sites) {
        for (OffloadSite site : sites) {
            IrFunction function = site.function();
            if (Spawners.of(function).isEmpty()) {
                continue;
            }
            FunctionFacts facts = context.facts(site);
            List<Taken> taken = routines.computeIfAbsent(function, none -> new ArrayList<>());
            Stream.concat(MappedEntry.of(site).stream(), MappedEntry.updated(site).stream())
                    // of no bytes a site takes nothing
                    .filter(entry -> !entry.entry().bytes().is(0))
                    .forEach(entry -> source(entry.pointer(), function, facts)
                            .ifPresent(source -> taken.add(new Taken(
                                    source,
                                    entry.label(),
                                    entry.mayCopyBack(),
                                    entry.mayCopyIn(),
                                    entry.entry().bytes().known()))));
        }
    }

    private static boolean isCallOf(IrInstruction instruction, RuntimeFunction function) {
        return instruction.isCall()
                && instruction
                        .calledFunction()
                        .filter(callee -> callee.name().equals(function.symbol()))
                        .isPresent();
    }

    private static Optional<Source> source(IrValue pointer, IrFunction routine, FunctionFacts facts) {
        Address address = facts.pointers().address(pointer);
        if (address.base().isGlobalVariable()) {
            return Optional.of(new Source.Variable(address));
        }
        return address.base()
                .asInstruction()
                .filter(load -> load.opcode() == Opcode.LOAD)
                .map(load -> facts.pointers().address(load.operand(0)))
                .filter(place -> place.base().equals(routine.parameter(TASK))
                        && place.offset().isPresent())
                .map(place -> new Source.Stored(place.offset().getAsLong()));
    }

    @Override
    public void finish() {
        IrModule module = context.host().facts().module();
        Optional<IrFunction> allocate = module.findFunction(RuntimeFunction.TASK_ALLOCATE.symbol());
        boolean waits = Stream.of(RuntimeFunction.TASK_WAIT, RuntimeFunction.TASK_WAIT_DEPENDENT)
                .flatMap(wait -> module.findFunction(wait.symbol()).stream())
                .anyMatch(wait -> !wait.value().users().isEmpty());
        // users come last to first
        List<IrValue> users = new ArrayList<>(
                allocate.map(function -> function.value().users()).orElse(List.of()));
        Collections.reverse(users);
        users.stream()
                .flatMap(user -> user.asInstruction().stream())
                .filter(Spawners::makesTask)
                .forEach(task -> follow(task, waits));
    }

    private void follow(IrInstruction task, boolean waits) {
        Optional<IrInstruction> spawn = task.value().users().stream()
                .flatMap(user -> user.asInstruction().stream())
                .filter(user -> isCallOf(user, RuntimeFunction.TASK) || isCallOf(user, RuntimeFunction.TASK_DEPENDENT))
                .filter(user -> user.arguments().get(SPAWNED).equals(task.value()))
                .findFirst();
        Optional<List<Taken>> taken = task.arguments().get(ROUTINE).asFunction().map(routines::get);
        if (spawn.isEmpty() || taken.isEmpty()) {
            return;
        }
        FunctionFacts facts = context.host().facts().of(task.function());
        Map<Taken, Address> places = new LinkedHashMap<>();
        for (Taken each : taken.get()) {
            place(task, each.source(), facts).ifPresent(place -> places.put(each, place));
        }
        boolean left = new TaskUse(facts)
                .follow(spawn.get(), use -> places.forEach((each, place) -> use(use, each, place, spawn.get(), facts)));
        if (left) {
            places.forEach((each, place) -> leave(each, place, spawn.get()));
        }
        // where OpenMP's own regions end, their tasks are waited for
        boolean own = task.arguments()
                .get(ROUTINE)
                .asFunction()
                .filter(TaskRoutine::is)
                .isPresent();
        if (own && !waits) {
            report(
                    spawn.get(),
                    Severity.WARNING,
                    "the site goes on after this, and nothing in this module waits for it;"
                            + " wait before its results are used",
                    List.of());
        }
    }

    /** Returns where the pointer points that is stored into the task. */
    private static Optional<Address> place(IrInstruction task, Source source, FunctionFacts facts) {
        if (source instanceof Source.Variable variable) {
            return Optional.of(variable.address());
        }
        long offset = ((Source.Stored) source).offset();
        for (IrInstruction instruction : facts.flow().instructions(task.block())) {
            if (instruction.opcode() == Opcode.STORE
                    && facts.pointers().address(instruction.operand(1)).isAt(task.value(), offset)) {
                return Optional.of(facts.pointers().address(instruction.operand(0)));
            }
        }
        return Optional.empty();
    }

    private void use(IrInstruction use, Taken taken, Address place, IrInstruction spawn, FunctionFacts facts) {
        List<IrValue> operands = use.isCall() ? use.arguments() : use.operands();
        for (IrValue operand : operands) {
            if (!operand.type().isPointer()) {
                continue;
            }
            Address used = facts.pointers().address(operand);
            Optional<String> verb = used.base().equals(place.base()) ? HostUse.verb(use, operand) : Optional.empty();
            boolean reads = use.opcode() == Opcode.LOAD;
            if (verb.isPresent() && (taken.writes() || (taken.reads() && !reads))) {
                report(use, verb.get(), taken, overlap(place, used, taken), spawn);
                return;
            }
        }
    }

    /** How certain it is that a use is of what a site maps. */
    private enum Overlap {
        CERTAIN,
        LIKELY,
        NONE
    }

    private static Overlap overlap(Address mapped, Address used, Taken taken) {
        if (mapped.offset().isEmpty()) {
            // one part of an array may be the site's, another the program's
            return Overlap.NONE;
        }
        if (used.offset().isEmpty()) {
            return mapped.offset().getAsLong() == 0 ? Overlap.LIKELY : Overlap.NONE;
        }
        long distance = used.offset().getAsLong() - mapped.offset().getAsLong();
        if (distance < 0) {
            return Overlap.NONE;
        }
        if (distance == 0) {
            return Overlap.CERTAIN;
        }
        return taken.bytes().isEmpty()
                ? Overlap.LIKELY
                : distance < taken.bytes().getAsLong() ? Overlap.CERTAIN : Overlap.NONE;
    }

    private void report(IrInstruction use, String verb, Taken taken, Overlap overlap, IrInstruction spawn) {
        if (overlap == Overlap.NONE) {
            return;
        }
        Step step = new Step("the asynchronous site begins here", spawn.location());
        report(
                use,
                overlap == Overlap.CERTAIN ? Severity.ERROR : Severity.WARNING,
                CheckContext.quote(use.function()) + " " + verb + " the memory of " + taken.label()
                        + " while the asynchronous site that maps it may still run; wait for the site before",
                List.of(step));
    }

    private void leave(Taken taken, Address place, IrInstruction spawn) {
        boolean frame = place.base()
                .asInstruction()
                .filter(object -> object.opcode() == Opcode.ALLOCA)
                .isPresent();
        if (frame) {
            report(
                    spawn,
                    Severity.ERROR,
                    taken.label() + " is in the frame of " + CheckContext.quote(spawn.function())
                            + ", which can return, or call what is not known to wait, before the asynchronous site is"
                            + " done; wait in this function",
                    List.of());
        }
    }

    private void report(IrInstruction at, Severity severity, String message, List<Step> chain) {
        context.report(
                new Finding(Check.ASYNCHRONOUS, severity, message, at.function().name(), at.location(), chain));
    }
}
