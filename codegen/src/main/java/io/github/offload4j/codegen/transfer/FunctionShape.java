package io.github.offload4j.codegen.transfer;

import io.github.offload4j.codegen.flow.ControlFlow;
import io.github.offload4j.codegen.flow.graph.Dominators;
import io.github.offload4j.codegen.flow.graph.Graph;
import io.github.offload4j.codegen.flow.graph.Loops;
import io.github.offload4j.codegen.ir.Attributes;
import io.github.offload4j.codegen.ir.CallEffects;
import io.github.offload4j.codegen.ir.IrBlock;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.Opcode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The blocks of a function as numbers, and where its instructions are. */
final class FunctionShape {
    /**
     * Where an instruction is.
     *
     * @param block the number of its block
     * @param position its position in the block
     */
    record Place(int block, int position) {}

    private final List<IrBlock> blocks;
    private final Map<IrBlock, Integer> numbers = new HashMap<>();
    private final List<List<IrInstruction>> instructions = new ArrayList<>();
    private final Map<IrInstruction, Place> places = new HashMap<>();
    private final boolean funclets;
    private final Graph graph;
    private final Dominators dominators;
    private final Loops loops;

    FunctionShape(IrFunction function, ControlFlow flow) {
        this.blocks = function.blocks();
        this.graph = new Graph(blocks.size());
        for (int i = 0; i < blocks.size(); i++) {
            numbers.put(blocks.get(i), i);
        }
        for (int i = 0; i < blocks.size(); i++) {
            List<IrInstruction> content = flow.instructions(blocks.get(i));
            instructions.add(content);
            for (int j = 0; j < content.size(); j++) {
                places.put(content.get(j), new Place(i, j));
            }
            for (IrBlock next : content.get(content.size() - 1).successors()) {
                graph.connect(i, numbers.getOrDefault(next, 0));
            }
        }
        this.funclets = places.keySet().stream()
                .map(IrInstruction::opcode)
                .anyMatch(o -> o == Opcode.CATCH_SWITCH || o == Opcode.CATCH_PAD || o == Opcode.CLEANUP_PAD);
        this.dominators = new Dominators(graph);
        this.loops = new Loops(graph, dominators);
    }

    /** Returns whether every block of a function ends as it must. */
    static boolean isComplete(IrFunction function) {
        return function.blocks().stream().allMatch(block -> block.terminator().isPresent());
    }

    /** Returns whether the function catches exceptions in funclets, where code cannot be put just anywhere. */
    boolean hasFunclets() {
        return funclets;
    }

    int size() {
        return blocks.size();
    }

    int number(IrBlock block) {
        return numbers.getOrDefault(block, 0);
    }

    IrBlock block(int number) {
        return blocks.get(number);
    }

    List<IrInstruction> instructions(int block) {
        return instructions.get(block);
    }

    Graph graph() {
        return graph;
    }

    /**
     * Returns the ways that control takes.
     *
     * @param throwing whether an invoke may throw an exception
     */
    Graph ways(Predicate<IrInstruction> throwing) {
        Graph ways = new Graph(size());
        for (int i = 0; i < size(); i++) {
            IrInstruction last = instructions(i).get(instructions(i).size() - 1);
            List<IrBlock> next = last.successors();
            boolean goesOn = last.opcode() == Opcode.INVOKE && !throwing.test(last);
            for (IrBlock block : goesOn ? next.subList(0, 1) : next) {
                ways.connect(i, number(block));
            }
        }
        return ways;
    }

    Loops loops() {
        return loops;
    }

    boolean isReachable(int block) {
        return dominators.isReachable(block);
    }

    /** Returns where an instruction is, or null when it is not in the function. */
    @Nullable
    Place place(IrInstruction instruction) {
        return places.get(instruction);
    }

    /** Notes that an instruction has taken the place of another. */
    void replace(IrInstruction before, IrInstruction after) {
        Place place = places.remove(before);
        if (place != null) {
            places.put(after, place);
        }
    }

    /** Returns whether an instruction has run whenever control is at the end of a block. */
    boolean isDoneAtEnd(IrInstruction instruction, int block) {
        Place place = places.get(instruction);
        return place != null && dominators.dominates(place.block(), block);
    }

    /** Returns whether an instruction has run whenever control is in front of another. */
    boolean isDoneBefore(IrInstruction instruction, IrInstruction other) {
        Place first = places.get(instruction);
        Place second = places.get(other);
        if (first == null || second == null) {
            return false;
        }
        return first.block() == second.block()
                ? first.position() < second.position()
                : dominators.dominates(first.block(), second.block());
    }

    /** Returns whether control may not come back from an instruction. */
    static boolean mayStop(IrInstruction instruction) {
        if (!instruction.isCall()) {
            return false;
        }
        boolean intrinsic = instruction
                .calledFunction()
                .filter(f -> f.isIntrinsic() && Attributes.onFunction(f, "nounwind"))
                .isPresent();
        return !intrinsic && !CallEffects.of(instruction).returning();
    }

    /** Returns the instruction of a block in front of which code may be put that runs whenever control comes there. */
    static IrInstruction beginOf(IrBlock block) {
        return block.instructions().stream()
                .filter(i -> i.opcode() != Opcode.PHI && i.opcode() != Opcode.LANDING_PAD)
                .findFirst()
                .orElseThrow();
    }
}
