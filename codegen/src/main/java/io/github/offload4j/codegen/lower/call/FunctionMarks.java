package io.github.offload4j.codegen.lower.call;

import io.github.offload4j.codegen.ir.IrBlock;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The marks of one function, and the calls that they are for. */
final class FunctionMarks {
    private final IrFunction function;
    private final List<MarkCall> marks;
    private final Ways ways;
    private final Set<MarkCall> used = new HashSet<>();
    private final Map<IrInstruction, Attachment> attachments = new LinkedHashMap<>();
    private final List<MisplacedMark> problems = new ArrayList<>();
    private final Set<MarkCall> withoutBeginning = new HashSet<>();
    private final Map<MarkCall, MarkCall> heads = new LinkedHashMap<>();
    private final Map<MarkCall, Attachment> data = new LinkedHashMap<>();

    FunctionMarks(IrFunction function, List<MarkCall> marks) {
        this.function = function;
        this.marks = marks;
        this.ways = new Ways(function, marks);
    }

    IrFunction function() {
        return function;
    }

    List<MarkCall> marks() {
        return marks;
    }

    List<Attachment> attachments() {
        return List.copyOf(attachments.values());
    }

    /** Returns what is done to data, each with the marks that are for it. */
    Map<MarkCall, Attachment> data() {
        return data;
    }

    List<MisplacedMark> problems() {
        return problems;
    }

    /** Finds calls by the name of what they call. */
    void findNamed(Facts facts, Set<String> kernels) {
        follow(facts, new Targets(facts, kernels, Set.of()));
    }

    /** Finds calls for the groups that have none. */
    void findDescribed(Facts facts, Set<String> kernels) {
        Map<IrInstruction, Attachment> named = new LinkedHashMap<>(attachments);
        follow(facts, new Targets(facts, kernels, undecided(facts)));
        // what was found without looking at arguments is known better where fewer calls had to be left as they are
        attachments.replaceAll((call, found) -> named.getOrDefault(call, found));
    }

    private Set<MarkCall> undecided(Facts facts) {
        Set<MarkCall> undecided = new LinkedHashSet<>();
        for (MarkCall mark : marks) {
            if (mark.function() == MarkFunction.MARK
                    && !used.contains(mark)
                    && facts.constant(mark, 0).isPresent()
                    && ways.isReachable(mark.call().block())) {
                undecided.add(mark);
            }
        }
        return undecided;
    }

    /** Returns the calls that groups without a call may be for; nothing when every group has one. */
    Set<IrInstruction> candidates(Facts facts, Set<String> kernels) {
        Set<MarkCall> undecided = undecided(facts);
        Set<IrInstruction> found = new LinkedHashSet<>();
        if (undecided.isEmpty()) {
            return found;
        }
        Targets targets = new Targets(facts, kernels, Set.of());
        ways.follow(facts, new Rules(targets), new Rules(targets) {
            @Override
            public Pending call(IrInstruction call, boolean complete, Pending before) {
                for (Pending.Group group : before.groups()) {
                    if (group.isForData()) {
                        continue;
                    }
                    MarkCall head = group.head().first();
                    boolean launch = facts.constant(head, 0).orElse(1) == 0;
                    boolean fits = launch ? Targets.mayBeLaunched(call) : group.direct();
                    if (complete
                            && fits
                            && undecided.contains(head)
                            && group.find(MarkFunction.FOR).isEmpty()) {
                        found.add(call);
                    }
                }
                return super.call(call, complete, before);
            }
        });
        return found;
    }

    private void follow(Facts facts, Targets targets) {
        used.clear();
        attachments.clear();
        problems.clear();
        withoutBeginning.clear();
        heads.clear();
        data.clear();
        ways.follow(facts, new Rules(targets), new Rules(targets) {
            @Override
            public Pending call(IrInstruction call, boolean complete, Pending before) {
                take(call, complete, before, facts, targets);
                return super.call(call, complete, before);
            }

            @Override
            public void mark(MarkCall mark, Pending before) {
                if (mark.function() == MarkFunction.MARK) {
                    heads.put(mark, mark);
                } else if (mark.function().endsGroup()) {
                    act(mark, before, facts);
                } else if (before.groups().isEmpty()) {
                    withoutBeginning.add(mark);
                } else {
                    heads.put(mark, before.groups().get(0).head().first());
                }
            }
        });
    }

    /** What a call and a mark do to what is pending. */
    private static class Rules implements Ways.Visitor {
        private final Targets targets;

        Rules(Targets targets) {
            this.targets = targets;
        }

        @Override
        public Pending call(IrInstruction call, boolean complete, Pending before) {
            boolean meant = before.groups().stream().anyMatch(group -> targets.isFor(group, call, complete));
            return meant ? new Pending.None() : before.past();
        }

        @Override
        public void mark(MarkCall mark, Pending before) {
            // what is pending behind it follows from the mark alone
        }
    }

    private void take(IrInstruction call, boolean complete, Pending before, Facts facts, Targets targets) {
        List<Pending.Group> meant = before.groups().stream()
                .filter(group -> targets.isFor(group, call, complete))
                .toList();
        if (meant.isEmpty()) {
            return;
        }
        for (Pending.Group group : before.groups()) {
            group.entries().forEach(entry -> used.addAll(entry.calls()));
        }
        if (before instanceof Pending.Group group) {
            attachments.put(call, new Attachment(call, group, facts));
        } else {
            problems.add(disagreement(call, (Pending.Torn) before, meant.get(0)));
        }
    }

    private void act(MarkCall mark, Pending before, Facts facts) {
        used.add(mark);
        String symbol = "'" + mark.function().symbol() + "'";
        String verb = mark.function().verb();
        if (mark.function() == MarkFunction.WAIT && before.groups().isEmpty()) {
            data.put(mark, new Attachment(mark.call(), new Pending.Group(List.of(), true), facts));
            return;
        }
        Optional<Pending.Group> meant =
                before.groups().stream().filter(Pending.Group::isForData).findFirst();
        if (meant.isEmpty()) {
            problems.add(new MisplacedMark(
                    mark.call(),
                    before.groups().isEmpty()
                            ? "no 'offload_map_pointer' comes before " + symbol + ", which " + verb + " nothing so"
                            : symbol + " is among the marks of a call; move it, with what it " + verb
                                    + ", in front of 'offload_host' or 'offload_kernel'"));
            return;
        }
        before.groups().stream()
                .filter(Pending.Group::isForData)
                .forEach(group -> group.entries().forEach(entry -> used.addAll(entry.calls())));
        if (before instanceof Pending.Group group) {
            data.put(mark, new Attachment(mark.call(), group, facts));
        } else {
            problems.add(disagreement(mark.call(), (Pending.Torn) before, meant.get()));
        }
    }

    private static MisplacedMark disagreement(IrInstruction call, Pending.Torn torn, Pending.Group meant) {
        Pending other = torn.first().groups().contains(meant) ? torn.second() : torn.first();
        Optional<Pending.Group> others = other.groups().stream().findFirst();
        MarkCall differing = others.map(group -> difference(meant, group))
                .orElse(meant.head().first());
        String difference = others.isPresent()
                ? "the call is marked in different ways: on one of the ways to it this mark is another one, or missing"
                : "the call is marked on some of the ways to it only";
        return new MisplacedMark(
                differing.call(),
                difference + "; mark it right in front of " + describe(call) + ", where all ways have met");
    }

    private static MarkCall difference(Pending.Group first, Pending.Group second) {
        int common = 0;
        while (common < first.entries().size()
                && common < second.entries().size()
                && first.entries().get(common).equals(second.entries().get(common))) {
            common++;
        }
        Pending.Group longer = common < first.entries().size() ? first : second;
        return longer.entries()
                .get(Math.min(common, longer.entries().size() - 1))
                .first();
    }

    /** Returns a call as messages name it. */
    static String describe(IrInstruction call) {
        String callee = call.calledValue().name();
        return callee.isEmpty() ? "the call" : "the call of '" + callee + "'";
    }

    /** Adds what is wrong with marks that no call has taken. */
    void reportUnused(Facts facts) {
        Set<MarkCall> reported = new HashSet<>();
        Set<IrBlock> dead = new HashSet<>();
        for (MarkCall mark : marks) {
            IrBlock block = mark.call().block();
            if (used.contains(mark) || dead.contains(block)) {
                continue;
            }
            if (!ways.isReachable(block)) {
                dead.add(block);
            }
            MarkCall head = heads.get(mark);
            if (head != null && !head.equals(mark) && (reported.contains(head) || !used.contains(head))) {
                continue; // said of the mark that begins the group
            }
            reported.add(mark);
            problems.add(new MisplacedMark(mark.call(), whyUnused(mark, facts)));
        }
    }

    private String whyUnused(MarkCall mark, Facts facts) {
        String symbol = "'" + mark.function().symbol() + "'";
        if (!ways.isReachable(mark.call().block())) {
            return symbol + " is in code that never runs; remove it";
        }
        if (mark.function() != MarkFunction.MARK) {
            return withoutBeginning.contains(mark)
                    ? "no 'offload_mark' comes before " + symbol
                            + ", or the call that it was for came already; begin with offload_host or offload_kernel"
                            + (mark.function() == MarkFunction.MAP_POINTER
                                    ? ", or end with offload_enter, offload_exit or offload_update"
                                    : "")
                    : "no call takes " + symbol + "; it comes behind the call that it is meant for, or there is none";
        }
        if (facts.constant(mark, 0).isEmpty()) {
            return "the host flag of 'offload_mark' is not a constant; pass true or false";
        }
        Optional<MarkCall> named = marks.stream()
                .filter(m -> m.function() == MarkFunction.FOR && mark.equals(heads.get(m)))
                .findFirst();
        if (named.isPresent()) {
            Optional<IrFunction> wanted = facts.function(named.get(), 0);
            return wanted.map(f -> "no call of '" + f.name() + "' follows these marks in '" + function.name()
                            + "'; the optimiser may have inlined it")
                    .orElse("what 'offload_for' names is not known before the program runs, and no call of it follows;"
                            + " name a function");
        }
        return facts.constant(mark, 0).getAsLong() == 0
                ? "no call of a kernel follows these marks in '" + function.name()
                        + "'; name the kernel with offload_for, or make the mark right in front of its call"
                : "no call follows these marks directly that they fit; name the function with offload_for";
    }
}
