package io.github.offload4j.codegen.analysis;

import io.github.offload4j.codegen.abi.MapFlag;
import io.github.offload4j.codegen.analysis.site.Launch;
import io.github.offload4j.codegen.analysis.site.OffloadSite;
import io.github.offload4j.codegen.analysis.site.TableEntry;
import io.github.offload4j.codegen.flow.FunctionFacts;
import io.github.offload4j.codegen.flow.ParameterAccess.FollowedPointer;
import io.github.offload4j.codegen.flow.PointerOrigin;
import io.github.offload4j.codegen.ir.Address;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Opcode;
import io.github.offload4j.codegen.ir.PointerFacts;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** {@link Check#KERNEL_USE_OF_HOST_MEMORY}: finds host addresses that a kernel would follow. */
final class KernelUseCheck implements SiteCheck {
    private final CheckContext context;

    KernelUseCheck(CheckContext context) {
        this.context = context;
    }

    @Override
    public void check(List<OffloadSite> sites) {
        for (OffloadSite site : sites) {
            for (Launch launch : site.launches()) {
                checkLiterals(site, launch);
                KernelBody.of(launch, context).ifPresent(body -> checkContents(site, launch, body, sites));
            }
        }
    }

    private void checkLiterals(OffloadSite site, Launch launch) {
        FunctionFacts facts = context.facts(site);
        List<TableEntry> entries = launch.call().entries();
        for (int i = 0; i < entries.size(); i++) {
            TableEntry entry = entries.get(i);
            boolean hidden = launch.isExtra(i);
            if (!entry.has(MapFlag.LITERAL) || hidden || entry.base().isEmpty()) {
                continue;
            }
            Optional<IrValue> pointer = asPointer(entry.base().get(), facts);
            Optional<PointerOrigin> origin =
                    pointer.map(p -> facts.pointers().origin(p)).filter(PointerOrigin::isHost);
            if (origin.isPresent()) {
                context.report(
                        Check.KERNEL_USE_OF_HOST_MEMORY,
                        Severity.ERROR,
                        launch.call(),
                        "kernel '" + name(launch) + "' gets the host address of " + words(origin.get()) + " as "
                                + CheckContext.argument(launch.call(), i) + "; map it, or pass a device pointer");
            }
        }
    }

    /** A pointer may cross as the integer that it was cast to. */
    private static Optional<IrValue> asPointer(IrValue value, FunctionFacts facts) {
        IrValue traced = facts.values().trace(value);
        if (traced.type().isPointer()) {
            return Optional.of(traced);
        }
        return traced.asInstruction()
                .filter(i -> i.opcode() == Opcode.POINTER_TO_INTEGER)
                .map(i -> i.operand(0));
    }

    private void checkContents(OffloadSite site, Launch launch, KernelBody body, List<OffloadSite> sites) {
        for (MappedEntry entry : context.mapped(site)) {
            Optional<Integer> parameter = body.pointerParameter(launch, entry.index());
            if (parameter.isPresent() && entry.mayCopyIn()) {
                for (FollowedPointer followed : body.access(parameter.get()).followed()) {
                    check(site, launch, entry, followed, sites);
                }
            }
        }
    }

    private void check(
            OffloadSite site, Launch launch, MappedEntry entry, FollowedPointer followed, List<OffloadSite> sites) {
        FunctionFacts facts = context.facts(site);
        Address begin = facts.pointers().address(entry.pointer());
        if (PointerFacts.pointsNowhere(entry.pointer()) || isAttached(sites, begin, followed, facts)) {
            return;
        }
        String where = followed.offset() < 0 ? "" : " at byte " + followed.offset();
        List<IrValue> stored = stored(site, begin, followed, facts);
        Optional<PointerOrigin> host = stored.stream()
                .map(facts.pointers()::origin)
                .filter(PointerOrigin::isHost)
                .findFirst();
        if (host.isPresent()) {
            context.report(
                    Check.KERNEL_USE_OF_HOST_MEMORY,
                    Severity.ERROR,
                    launch.call(),
                    "kernel '" + name(launch) + "' follows the pointer in " + entry.label() + where
                            + ", which is the host address of " + words(host.get())
                            + "; map what it points at and attach it, or store a device address there");
        } else if (stored.isEmpty()) {
            context.report(
                    Check.KERNEL_USE_OF_HOST_MEMORY,
                    Severity.WARNING,
                    launch.call(),
                    "kernel '" + name(launch) + "' follows the pointer in " + entry.label() + where
                            + ", which is copied as it is; make sure that it is a device address");
        }
    }

    /**
     * Whether another entry maps what the pointer points at, and has the runtime change the pointer on the device. It may be
     * one of another call, since data stays mapped.
     */
    private static boolean isAttached(
            List<OffloadSite> sites, Address begin, FollowedPointer followed, FunctionFacts facts) {
        List<TableEntry> entries = sites.stream()
                .flatMap(site -> site.allCalls().stream())
                .flatMap(call -> call.entries().stream())
                .toList();
        // what a mapper function maps is for it to know
        boolean mapped = entries.stream()
                .filter(entry -> !(entry.mapper() instanceof TableEntry.Mapper.None))
                .flatMap(entry -> entry.pointer().stream())
                .anyMatch(pointer -> facts.pointers().address(pointer).base().equals(begin.base()));
        return mapped
                || entries.stream()
                        .filter(e -> e.mayHave(MapFlag.PTR_AND_OBJ) || e.mayHave(MapFlag.ATTACH))
                        .flatMap(e -> e.base().stream())
                        .flatMap(KernelUseCheck::choices)
                        .map(facts.pointers()::address)
                        .anyMatch(pointer -> pointer.base().equals(begin.base())
                                && (followed.offset() < 0
                                        || pointer.offset().isEmpty()
                                        || pointer.offset()
                                                .equals(begin.plus(OptionalLong.of(followed.offset()))
                                                        .offset())));
    }

    /** Where a structure may not be there, the site chooses between the pointer in it and another one. */
    private static Stream<IrValue> choices(IrValue pointer) {
        return pointer.asInstruction()
                .filter(instruction -> instruction.opcode() == Opcode.SELECT)
                .map(select -> Stream.of(select.operand(1), select.operand(2)))
                .orElseGet(() -> Stream.of(pointer));
    }

    /** Returns the pointers that the site's function stores where the kernel takes one from, before the site. */
    private static List<IrValue> stored(
            OffloadSite site, Address begin, FollowedPointer followed, FunctionFacts facts) {
        return facts.flow().instructions().stream()
                .filter(i -> i.opcode() == Opcode.STORE && i.operand(0).type().isPointer())
                .filter(i -> facts.flow().reaches(i, site.first().instruction()))
                .filter(i -> isThere(i, begin, followed, facts))
                .map(i -> i.operand(0))
                .toList();
    }

    private static boolean isThere(IrInstruction store, Address begin, FollowedPointer followed, FunctionFacts facts) {
        Address place = facts.pointers().address(store.operand(1));
        if (!place.base().equals(begin.base())) {
            return false;
        }
        return followed.offset() < 0
                || place.offset().isEmpty()
                || begin.offset().isEmpty()
                || place.offset().getAsLong() == begin.offset().getAsLong() + followed.offset();
    }

    private static String words(PointerOrigin origin) {
        String name = origin.object().name();
        return name.isEmpty() ? origin.kind().toString() : origin.kind() + " '" + name + "'";
    }

    private static String name(Launch launch) {
        return launch.kernel().orElse("unknown");
    }
}
