package io.github.offload4j.codegen.transfer;

import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.Opcode;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Tells what control meets in a function, whichever way it takes. */
final class EveryPath {
    private final FunctionShape shape;
    private final Predicate<IrInstruction> returning;

    /**
     * Asks about a function.
     *
     * @param returning whether control certainly comes back from an instruction
     */
    EveryPath(FunctionShape shape, Predicate<IrInstruction> returning) {
        this.shape = shape;
        this.returning = returning;
    }

    /** What control meets first from the start of a block. */
    private enum First {
        NOTHING,
        YES,
        NO
    }

    /**
     * Returns the answer of the first of some instructions, when control certainly comes to one, and to one of this answer.
     *
     * @param answers what an instruction answers to which control comes
     * @param perhaps what an instruction answers, or it does not answer
     */
    Optional<Boolean> first(Map<IrInstruction, Boolean> answers, Map<IrInstruction, Boolean> perhaps) {
        First[] found = new First[shape.size()];
        Arrays.fill(found, First.NOTHING);
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int block = shape.size() - 1; block >= 0; block--) {
                First now = first(block, answers, perhaps, found);
                changed |= now != found[block];
                found[block] = now;
            }
        }
        return found[0] == First.NOTHING ? Optional.empty() : Optional.of(found[0] == First.YES);
    }

    private First first(
            int block, Map<IrInstruction, Boolean> answers, Map<IrInstruction, Boolean> perhaps, First[] found) {
        Set<First> all = EnumSet.noneOf(First.class);
        for (IrInstruction instruction : shape.instructions(block)) {
            Boolean answer = answers.get(instruction);
            if (answer != null) {
                all.add(of(answer));
                return only(all);
            }
            Boolean possible = perhaps.get(instruction);
            if (possible != null) {
                all.add(of(possible));
            }
            if (!returning.test(instruction)) {
                return First.NOTHING;
            }
        }
        List<Integer> next = shape.graph().successors(block);
        next.forEach(b -> all.add(found[b]));
        return next.isEmpty() ? First.NOTHING : only(all);
    }

    private static First of(boolean answer) {
        return answer ? First.YES : First.NO;
    }

    private static First only(Set<First> all) {
        return all.size() == 1 ? all.iterator().next() : First.NOTHING;
    }

    private boolean isEnd(int block) {
        boolean stops = shape.block(block).terminator().orElseThrow().opcode() == Opcode.UNREACHABLE;
        return !stops && shape.graph().successors(block).isEmpty();
    }

    /** Returns whether control that comes to an end of the function has met one of some instructions. */
    boolean meets(Set<IrInstruction> wanted) {
        boolean[] open = new boolean[shape.size()];
        int[] order = shape.graph().reversePostorder();
        open[0] = true;
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int block : order) {
                boolean passes =
                        open[block] && shape.instructions(block).stream().noneMatch(wanted::contains);
                if (passes && isEnd(block)) {
                    return false;
                }
                for (int next : shape.graph().successors(block)) {
                    changed |= passes && !open[next];
                    open[next] |= passes;
                }
            }
        }
        return true;
    }
}
