package io.github.offload4j.codegen.lower.call;

import io.github.offload4j.codegen.flow.graph.Graph;
import io.github.offload4j.codegen.ir.IrBlock;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.Opcode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The ways through a function, by the calls and marks on them. */
final class Ways {
    /**
     * A call that does something at run time, or a mark.
     *
     * @param call the call
     * @param mark the same, when it is a mark
     */
    record Event(IrInstruction call, Optional<MarkCall> mark) {}

    /** Says what follows the events of the function, in an order that is the same for the same function. */
    interface Visitor {
        /** Returns what is pending behind a call that is no mark. */
        Pending call(IrInstruction call, boolean complete, Pending before);

        /** Hears of a mark, and of what was pending in front of it. */
        void mark(MarkCall mark, Pending before);
    }

    private final List<IrBlock> blocks;
    private final List<List<Event>> events = new ArrayList<>();
    private final Graph graph;
    private final int[] order;
    /** For each event of each block, whether no more marks of a group that has begun may follow. */
    private final List<boolean[]> complete = new ArrayList<>();

    Ways(IrFunction function, List<MarkCall> marks) {
        this.blocks = function.blocks();
        this.graph = new Graph(blocks.size());
        Map<IrInstruction, MarkCall> known = new HashMap<>();
        marks.forEach(mark -> known.put(mark.call(), mark));
        Map<IrBlock, Integer> numbers = new HashMap<>();
        blocks.forEach(block -> numbers.put(block, numbers.size()));
        for (int i = 0; i < blocks.size(); i++) {
            events.add(events(blocks.get(i), known));
            for (IrBlock next : blocks.get(i).terminator().orElseThrow().successors()) {
                graph.connect(i, Objects.requireNonNull(numbers.get(next)));
            }
        }
        this.order = graph.reversePostorder();
        boolean[] continued = continued();
        for (int i = 0; i < blocks.size(); i++) {
            complete.add(complete(i, continued));
        }
    }

    private static List<Event> events(IrBlock block, Map<IrInstruction, MarkCall> marks) {
        List<Event> events = new ArrayList<>();
        for (IrInstruction instruction : block.instructions()) {
            boolean intrinsic =
                    instruction.calledFunction().filter(IrFunction::isIntrinsic).isPresent();
            if (instruction.isCall() && !intrinsic) {
                events.add(new Event(instruction, Optional.ofNullable(marks.get(instruction))));
            }
        }
        return events;
    }

    /** Returns for each block whether marks of a group that has begun may come next when control enters it. */
    private boolean[] continued() {
        boolean[] result = new boolean[blocks.size()];
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = order.length - 1; i >= 0; i--) {
                int block = order[i];
                boolean now = continued(events.get(block), result, block);
                changed |= now != result[block];
                result[block] = now;
            }
        }
        return result;
    }

    private boolean continued(List<Event> following, boolean[] entered, int block) {
        for (Event event : following) {
            if (event.mark().isPresent()) {
                return event.mark().get().function() != MarkFunction.MARK;
            }
        }
        return graph.successors(block).stream().anyMatch(next -> entered[next]);
    }

    private boolean[] complete(int block, boolean[] entered) {
        List<Event> all = events.get(block);
        boolean[] result = new boolean[all.size()];
        boolean more = graph.successors(block).stream().anyMatch(next -> entered[next]);
        for (int i = all.size() - 1; i >= 0; i--) {
            result[i] = !more;
            more = all.get(i)
                    .mark()
                    .map(mark -> mark.function() != MarkFunction.MARK)
                    .orElse(more);
        }
        return result;
    }

    /** Follows all ways with what is pending on them until that is certain, and shows it to a visitor. */
    void follow(Facts facts, Visitor rules, Visitor result) {
        Pending[] normal = new Pending[blocks.size()];
        Pending[] unwinding = new Pending[blocks.size()];
        boolean changed = true;
        // what is pending only grows or tears, so few rounds are enough; the bound is for what nobody has thought of
        for (int round = 0; changed && round < 2 * blocks.size() + 8; round++) {
            changed = false;
            for (int block : order) {
                Pending before = entering(block, normal, unwinding, facts);
                Pending behind = before;
                Pending unwound = before;
                for (int i = 0; i < events.get(block).size(); i++) {
                    Event event = events.get(block).get(i);
                    unwound = event.mark().isPresent() ? behind : step(block, i, behind, rules);
                    behind = step(block, i, behind, rules);
                }
                changed |= !behind.equals(normal[block]) || !unwound.equals(unwinding[block]);
                normal[block] = behind;
                unwinding[block] = unwound;
            }
        }
        for (int block : order) {
            Pending behind = entering(block, normal, unwinding, facts);
            for (int i = 0; i < events.get(block).size(); i++) {
                behind = step(block, i, behind, result);
            }
        }
    }

    private Pending step(int block, int index, Pending before, Visitor visitor) {
        Event event = events.get(block).get(index);
        if (event.mark().isPresent()) {
            visitor.mark(event.mark().get(), before);
            return before.with(event.mark().get());
        }
        return visitor.call(event.call(), complete.get(block)[index], before);
    }

    private Pending entering(int block, Pending[] normal, Pending[] unwinding, Facts facts) {
        List<Pending> ways = new ArrayList<>();
        if (block == 0) {
            ways.add(new Pending.None());
        }
        for (int previous : graph.predecessors(block)) {
            if (comesNormally(previous, block)) {
                Optional.ofNullable(normal[previous]).ifPresent(ways::add);
            }
            if (comesUnwinding(previous, block)) {
                Optional.ofNullable(unwinding[previous]).ifPresent(ways::add);
            }
        }
        return ways.stream()
                .reduce((first, second) -> first.meet(second, facts))
                .orElse(new Pending.None());
    }

    private boolean comesNormally(int from, int to) {
        IrInstruction end = blocks.get(from).terminator().orElseThrow();
        return end.opcode() != Opcode.INVOKE || end.successors().get(0).equals(blocks.get(to));
    }

    private boolean comesUnwinding(int from, int to) {
        IrInstruction end = blocks.get(from).terminator().orElseThrow();
        return end.opcode() == Opcode.INVOKE && end.successors().get(1).equals(blocks.get(to));
    }

    /** Returns whether control can come to a block. */
    boolean isReachable(IrBlock block) {
        int number = blocks.indexOf(block);
        for (int reached : order) {
            if (reached == number) {
                return true;
            }
        }
        return false;
    }
}
