package io.github.offload4j.codegen.lower;

import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.signature.DataAction;
import io.github.offload4j.codegen.signature.Dependence;
import io.github.offload4j.codegen.signature.Device;
import io.github.offload4j.codegen.signature.LaunchBounds;
import io.github.offload4j.codegen.signature.Passing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the marks of one call, and goes on after a fault to find the others. */
final class MarkReader {
    private static final String IS_FOR_CALLS = " is for calls of functions, and an ";

    /** What says how arguments are mapped, whatever is done with them. */
    private static final Set<BundleTag> MAPPING =
            Set.of(BundleTag.MAP, BundleTag.SECTION, BundleTag.MEMBER, BundleTag.MEMBER_SECTION, BundleTag.MAPPER);

    private static final Set<BundleTag> ORDER = Set.of(BundleTag.NOWAIT, BundleTag.DEPEND);

    private final MarkedCall marked;
    private final Findings findings;
    private final CallRules rules;
    private final Map<BundleTag, List<Mark>> marks = new EnumMap<>(BundleTag.class);

    MarkReader(MarkedCall marked, Findings findings) {
        this.marked = marked;
        this.findings = findings;
        this.rules = new CallRules(marked.call(), findings);
    }

    /** Returns what the call is to become, or nothing when there are findings. */
    Optional<MarkPlan> read() {
        rules.check();
        sort();
        for (DataAction action : DataAction.values()) {
            if (marks.containsKey(BundleTag.of(action))) {
                return single(BundleTag.of(action)).flatMap(mark -> data(action, mark));
            }
        }
        if (marks.containsKey(BundleTag.WAIT)) {
            return single(BundleTag.WAIT).flatMap(this::await);
        }
        Optional<Mark> offload = single(BundleTag.OFFLOAD);
        if (offload.isEmpty()) {
            if (!marks.containsKey(BundleTag.OFFLOAD)) {
                findings.add("the call has "
                        + marked.tags().stream()
                                .map(MarkReader::quoted)
                                .findFirst()
                                .orElseThrow() + " but no \"offload\"; " + BundleTag.OFFLOAD.usage());
            }
            return Optional.empty();
        }
        OptionalLong host = offload.get().operand(0).constantInteger();
        if (host.isEmpty()) {
            findings.add(offload.get(), "the host flag of \"offload\" is not a constant; write i1 true or i1 false");
            return Optional.empty();
        }
        return read(offload.get(), host.getAsLong() != 0);
    }

    private Optional<MarkPlan> data(DataAction action, Mark own) {
        rules.checkData(action);
        for (BundleTag tag : BundleTag.values()) {
            if (tag != BundleTag.of(action) && !MAPPING.contains(tag) && !ORDER.contains(tag)) {
                for (Mark mark : marks.getOrDefault(tag, List.of())) {
                    findings.add(
                            mark,
                            tag
                                    + (isAction(tag) ? " is another call's, and this one is an " : IS_FOR_CALLS)
                                    + action.noun()
                                    + (isAction(tag) ? "; remove one" : " calls none; remove it"));
                }
            }
        }
        Optional<Device> device = device(own, 0);
        List<Passing> flat =
                new PassingReader(marked.call(), all(BundleTag.SECTION), findings).readData(action, all(BundleTag.MAP));
        List<Passing> passings =
                new ReachReader(findings, flat, bits -> bits.faultIn(action)).read(members(), all(BundleTag.MAPPER));
        Optional<List<Dependence>> asynchronous = asynchronous();
        return findings.isEmpty()
                ? Optional.of(
                        new MarkPlan(marked, device.orElseThrow(), passings, new MarkPlan.Data(action), asynchronous))
                : Optional.empty();
    }

    private static boolean isAction(BundleTag tag) {
        return tag == BundleTag.WAIT
                || Arrays.stream(DataAction.values()).map(BundleTag::of).anyMatch(tag::equals);
    }

    /** A wait takes the pointers that it is for, and nothing else. */
    private Optional<MarkPlan> await(Mark own) {
        rules.checkData(BundleTag.WAIT, "waits for what is asynchronous");
        for (BundleTag tag : BundleTag.values()) {
            if (tag != BundleTag.WAIT && tag != BundleTag.DEPEND) {
                for (Mark mark : marks.getOrDefault(tag, List.of())) {
                    findings.add(mark, tag + " is for calls of functions, and a wait calls none; remove it");
                }
            }
        }
        Optional<Device> device = device(own, 0);
        List<Dependence> dependences = dependences();
        List<Passing> passings = Collections.nCopies(marked.call().arguments().size(), Passing.HOST_POINTER);
        if (dependences.size() < passings.size() && findings.isEmpty()) {
            findings.add(
                    "the wait is for some of its arguments only; name each with \"offload.depend\", or leave it out");
        }
        return findings.isEmpty()
                ? Optional.of(new MarkPlan(
                        marked,
                        device.orElseThrow(),
                        passings,
                        new MarkPlan.Wait(),
                        dependences.isEmpty() ? Optional.empty() : Optional.of(dependences)))
                : Optional.empty();
    }

    private Optional<List<Dependence>> asynchronous() {
        List<Dependence> dependences = dependences();
        if (marks.containsKey(BundleTag.NOWAIT)) {
            return Optional.of(dependences);
        }
        for (Mark mark : marks.getOrDefault(BundleTag.DEPEND, List.of())) {
            findings.add(
                    mark,
                    "\"offload.depend\" orders asynchronous calls, and this one has no \"offload.nowait\"; add it,"
                            + " or remove this");
        }
        return Optional.empty();
    }

    private List<Dependence> dependences() {
        return new DependenceReader(marked.call(), findings).read(all(BundleTag.DEPEND));
    }

    private Optional<MarkPlan> read(Mark offload, boolean host) {
        Optional<Device> device = device(offload, 1);
        List<Passing> flat = new PassingReader(marked.call(), all(BundleTag.SECTION), findings)
                .read(all(BundleTag.MAP), all(BundleTag.DEVICE), host);
        List<Passing> passings = new ReachReader(findings, flat, MapBits::fault).read(members(), all(BundleTag.MAPPER));
        rules.checkPassing(passings, host);
        Optional<? extends MarkPlan.Purpose> purpose = host ? call() : launch();
        Optional<List<Dependence>> asynchronous = asynchronous();
        if (host && asynchronous.isPresent()) {
            rules.checkSpawned(marked.others());
        }
        return findings.isEmpty()
                ? Optional.of(new MarkPlan(marked, device.orElseThrow(), passings, purpose.orElseThrow(), asynchronous))
                : Optional.empty();
    }

    /** Files the marks under their tags, without those that are unknown or have the wrong operands. */
    private void sort() {
        for (Mark mark : marked.marks()) {
            Optional<BundleTag> tag = BundleTag.of(mark.bundle().tag());
            if (tag.isEmpty()) {
                findings.add(mark, "unknown bundle " + quoted(mark.bundle().tag()) + "; there are " + BundleTag.list());
                continue;
            }
            List<Mark> same = marks.computeIfAbsent(tag.get(), t -> new ArrayList<>());
            Optional<String> misfit = tag.get().misfit(mark.bundle());
            if (tag.get().isSingle() && !same.isEmpty()) {
                findings.add(mark, "the call has " + tag.get() + " twice; remove one");
            }
            same.add(mark);
            misfit.ifPresent(message -> findings.add(mark, message));
        }
    }

    private static String quoted(String tag) {
        return '"' + tag + '"';
    }

    private List<Mark> all(BundleTag tag) {
        return marks.getOrDefault(tag, List.of()).stream()
                .filter(mark -> tag.misfit(mark.bundle()).isEmpty())
                .toList();
    }

    private List<Mark> members() {
        return Stream.of(BundleTag.MEMBER, BundleTag.MEMBER_SECTION)
                .flatMap(tag -> all(tag).stream())
                .toList();
    }

    private Optional<Mark> single(BundleTag tag) {
        return all(tag).stream().findFirst();
    }

    private Optional<Device> device(Mark mark, int operand) {
        IrValue number = mark.operand(operand);
        OptionalLong constant = number.constantInteger();
        if (constant.isEmpty()) {
            return Optional.of(Device.of(number.raw()));
        }
        long value = constant.getAsLong();
        if (value < -1 || value > Integer.MAX_VALUE) {
            findings.add(mark, "there is no device " + value + "; give one from 0, or -1 for the default");
            return Optional.empty();
        }
        return Optional.of(Device.of((int) value));
    }

    private Optional<MarkPlan.Call> call() {
        for (BundleTag tag : List.of(BundleTag.GRID, BundleTag.BLOCK, BundleTag.SHARED, BundleTag.FALLBACK)) {
            for (Mark mark : marks.getOrDefault(tag, List.of())) {
                findings.add(mark, tag + " is for launches, and the host flag asks for a call; remove it");
            }
        }
        return Optional.of(new MarkPlan.Call());
    }

    private Optional<MarkPlan.Launch> launch() {
        rules.checkKernel();
        for (BundleTag tag : List.of(BundleTag.GRID, BundleTag.BLOCK)) {
            if (!marks.containsKey(tag)) {
                findings.add("a launch needs " + tag + "; " + tag.usage());
            }
        }
        Optional<LaunchBounds> bounds = new BoundsReader(findings)
                .read(single(BundleTag.GRID), single(BundleTag.BLOCK), single(BundleTag.SHARED));
        Optional<IrFunction> fallback = single(BundleTag.FALLBACK).flatMap(this::fallback);
        Optional<String> kernel = rules.kernelSymbol();
        return kernel.isEmpty() || bounds.isEmpty()
                ? Optional.empty()
                : Optional.of(new MarkPlan.Launch(kernel.get(), bounds.get(), fallback));
    }

    private Optional<IrFunction> fallback(Mark mark) {
        Optional<IrFunction> function = mark.operand(0).asFunction();
        if (function.isEmpty()) {
            findings.add(mark, "the fallback is not a function of the module; name one");
        }
        return function;
    }
}
