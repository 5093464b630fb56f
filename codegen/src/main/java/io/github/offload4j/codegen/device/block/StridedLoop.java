package io.github.offload4j.codegen.device.block;

import io.github.offload4j.codegen.ir.Comparison;
import io.github.offload4j.codegen.ir.Computation;
import io.github.offload4j.codegen.ir.IrBlock;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Opcode;
import io.github.offload4j.codegen.ir.PhiNodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A loop that goes on while a counter is on one side of a bound, where the counter of a work-item is one more than that of the
 * work-item before it: {@code for (i = number; i < n; i += numbers)} with a stride and a bound that all of them have alike.
 *
 * @param loop the loop, which is left from its last block only
 * @param entry the block in front of it
 * @param guard the block behind which each work-item does all of the loop or nothing, which all work-items come to together
 * @param alike what else has to hold for a work-item to do the loop; the same for all
 * @param counter the number, as a PHI of the loop's head
 * @param step what is added to it in each round, the same for all
 * @param widening how the counter is widened before it is compared, or {@link Opcode#OTHER}
 * @param comparison what holds of the counter and the bound in front of each round
 * @param bound the same for all
 * @param exit where control goes from the loop
 */
record StridedLoop(
        NaturalLoop loop,
        IrBlock entry,
        IrBlock guard,
        List<IrValue> alike,
        IrInstruction counter,
        IrValue step,
        Opcode widening,
        Comparison comparison,
        IrValue bound,
        IrBlock exit) {
    private static final int MOST_INSTRUCTIONS = 500;

    /** Tells memory apart that one round looks at; two copies of the call would say so of different rounds. */
    private static final String SCOPE = "llvm.experimental.noalias.scope.decl";

    /** A comparison of two values, the second of which is the bound. */
    private record Compared(IrValue number, Comparison comparison, IrValue bound) {
        Compared swapped() {
            return new Compared(bound, comparison.swapped(), number);
        }
    }

    /** Returns what a loop is when it counts in such strides and may be copied, else nothing. */
    static Optional<StridedLoop> of(NaturalLoop loop, Divergence divergence) {
        IrInstruction jump = loop.latch().terminator().orElseThrow();
        if (jump.opcode() != Opcode.BRANCH || jump.successors().size() != 2 || !isCopied(loop)) {
            return Optional.empty();
        }
        boolean first = jump.successors().get(0).equals(loop.head());
        IrBlock exit = jump.successors().get(first ? 1 : 0);
        Optional<IrBlock> entry = entry(loop);
        if (loop.blocks().contains(exit) || entry.isEmpty() || !divergence.isDivergent(jump.operand(0))) {
            return Optional.empty();
        }
        Optional<Compared> compared = compared(jump.operand(0), first);
        return compared.flatMap(c -> of(loop, entry.get(), exit, c, divergence))
                .or(() -> compared.flatMap(c -> of(loop, entry.get(), exit, c.swapped(), divergence)));
    }

    /** Returns whether a loop is left from its latch only, and may be there twice. */
    private static boolean isCopied(NaturalLoop loop) {
        int instructions = 0;
        for (IrBlock block : loop.blocks()) {
            if (!block.equals(loop.latch())
                    && !loop.blocks()
                            .containsAll(block.terminator().orElseThrow().successors())) {
                return false;
            }
            for (IrInstruction instruction : block.instructions()) {
                instructions++;
                boolean single = instruction.opcode() == Opcode.ALLOCA
                        || (!LiveValues.isNumber(instruction)
                                && ItemFunction.of(instruction).isPresent())
                        || instruction
                                .calledFunction()
                                .filter(f -> f.name().equals(SCOPE))
                                .isPresent();
                if (single) {
                    return false;
                }
            }
        }
        return instructions <= MOST_INSTRUCTIONS;
    }

    /** Returns the block that leads to a loop and nowhere else, if there is one. */
    private static Optional<IrBlock> entry(NaturalLoop loop) {
        List<IrBlock> outside = loop.head().predecessors().stream()
                .filter(block -> !block.equals(loop.latch()))
                .toList();
        return outside.size() == 1
                        && outside.get(0)
                                        .terminator()
                                        .orElseThrow()
                                        .successors()
                                        .size()
                                == 1
                ? Optional.of(outside.get(0))
                : Optional.empty();
    }

    private static Optional<Compared> compared(IrValue condition, boolean holds) {
        return condition
                .asInstruction()
                .flatMap(c -> c.comparison()
                        .map(comparison ->
                                new Compared(c.operand(0), holds ? comparison : comparison.negated(), c.operand(1))))
                .filter(c -> c.number().type().isInteger()
                        && c.comparison() != Comparison.EQUAL
                        && c.comparison() != Comparison.NOT_EQUAL);
    }

    private static Optional<StridedLoop> of(
            NaturalLoop loop, IrBlock entry, IrBlock exit, Compared compared, Divergence divergence) {
        Optional<IrInstruction> number = compared.number().asInstruction();
        Opcode widening =
                number.map(IrInstruction::opcode).filter(StridedLoop::widens).orElse(Opcode.OTHER);
        Optional<IrInstruction> next = widening == Opcode.OTHER
                ? number
                : number.flatMap(n -> n.operand(0).asInstruction());
        if (next.filter(n -> n.opcode() == Opcode.ADD).isEmpty()
                || divergence.isDivergent(compared.bound())
                || isOf(loop, compared.bound())) {
            return Optional.empty();
        }
        for (int i = 0; i < 2; i++) {
            IrValue step = next.get().operand(1 - i);
            Optional<IrInstruction> counter =
                    next.get().operand(i).asInstruction().filter(c -> isCounter(c, loop, next.get()));
            if (counter.isPresent()
                    && !divergence.isDivergent(step)
                    && Counted.isOne(incoming(counter.get(), loop, false), divergence)) {
                StridedLoop found = new StridedLoop(
                        loop,
                        entry,
                        entry,
                        List.of(),
                        counter.get(),
                        step,
                        widening,
                        compared.comparison(),
                        compared.bound(),
                        exit);
                return divergence.isApart(entry) ? found.guarded(divergence) : Optional.of(found);
            }
        }
        return Optional.empty();
    }

    private static boolean widens(Opcode opcode) {
        return opcode == Opcode.ZERO_EXTEND || opcode == Opcode.SIGN_EXTEND;
    }

    private static boolean isOf(NaturalLoop loop, IrValue value) {
        return value.asInstruction()
                .filter(i -> loop.blocks().contains(i.block()))
                .isPresent();
    }

    private static boolean isCounter(IrInstruction phi, NaturalLoop loop, IrInstruction next) {
        return phi.opcode() == Opcode.PHI
                && phi.block().equals(loop.head())
                && PhiNodes.incoming(phi).stream()
                        .allMatch(incoming -> incoming.block().equals(loop.latch())
                                == incoming.value().equals(next.value()));
    }

    private static IrValue incoming(IrInstruction phi, NaturalLoop loop, boolean last) {
        return PhiNodes.incoming(phi).stream()
                .filter(incoming -> incoming.block().equals(loop.latch()) == last)
                .findFirst()
                .orElseThrow()
                .value();
    }

    /** Returns the counter's number in the first round. */
    IrValue first() {
        return first(counter);
    }

    /** Returns what a PHI of the loop's head is in the first round. */
    IrValue first(IrInstruction phi) {
        return incoming(phi, loop, false);
    }

    /** Returns what a PHI takes from the end of a round. */
    IrValue last(IrInstruction phi) {
        return incoming(phi, loop, true);
    }

    /** Returns whether a value is computed in the loop. */
    boolean isInside(IrValue value) {
        return isOf(loop, value);
    }

    /** Looks for a condition in front of the loop that holds where that of the first round does. */
    private Optional<StridedLoop> guarded(Divergence divergence) {
        List<IrBlock> before = entry.predecessors();
        if (before.size() != 1
                || divergence.isApart(before.get(0))
                || !entry.instructions().stream().allMatch(StridedLoop::isMoved)) {
            return Optional.empty();
        }
        IrInstruction jump = before.get(0).terminator().orElseThrow();
        if (jump.opcode() != Opcode.BRANCH || jump.successors().size() != 2) {
            return Optional.empty();
        }
        List<IrValue> conditions = new ArrayList<>();
        boolean holds = jump.successors().get(0).equals(entry);
        if (holds) {
            collect(jump.operand(0), conditions);
        } else {
            conditions.add(jump.operand(0));
        }
        conditions.removeIf(
                condition -> compared(condition, holds).filter(this::isOfFirst).isPresent());
        boolean alone = conditions.stream().noneMatch(divergence::isDivergent);
        return alone && (holds || conditions.isEmpty())
                ? Optional.of(new StridedLoop(
                        loop, entry, before.get(0), conditions, counter, step, widening, comparison, bound, exit))
                : Optional.empty();
    }

    private static boolean isMoved(IrInstruction instruction) {
        return instruction.isTerminator()
                || (Computation.isRepeatable(instruction) && Computation.isSafe(instruction))
                || LiveValues.isNumber(instruction);
    }

    private static void collect(IrValue condition, List<IrValue> conditions) {
        Optional<IrInstruction> pair = condition
                .asInstruction()
                .filter(i -> i.opcode() == Opcode.AND
                        || (i.opcode() == Opcode.SELECT && i.operand(2).isNullConstant()));
        if (pair.isPresent()) {
            collect(pair.get().operand(0), conditions);
            collect(pair.get().operand(1), conditions);
        } else {
            conditions.add(condition);
        }
    }

    private boolean isOfFirst(Compared condition) {
        return matches(condition) || matches(condition.swapped());
    }

    private boolean matches(Compared condition) {
        if (condition.comparison() != comparison) {
            return false;
        }
        IrValue number = condition.number();
        if (widening != Opcode.OTHER) {
            return condition.bound().equals(bound)
                    && widened(number, widening).filter(first()::equals).isPresent();
        }
        Opcode kind = comparison.isSigned() ? Opcode.SIGN_EXTEND : Opcode.ZERO_EXTEND;
        return (number.equals(first()) && condition.bound().equals(bound))
                // compared before both were widened
                || (widened(first(), kind).filter(number::equals).isPresent()
                        && widened(bound, kind)
                                .filter(condition.bound()::equals)
                                .isPresent());
    }

    private static Optional<IrValue> widened(IrValue value, Opcode kind) {
        return value.asInstruction().filter(i -> i.opcode() == kind).map(i -> i.operand(0));
    }
}
