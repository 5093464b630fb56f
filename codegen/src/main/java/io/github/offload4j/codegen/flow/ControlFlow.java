package io.github.offload4j.codegen.flow;

import io.github.offload4j.codegen.flow.graph.Dominators;
import io.github.offload4j.codegen.flow.graph.Graph;
import io.github.offload4j.codegen.ir.IrBlock;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.Opcode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The blocks of a function with what comes before each, read once. */
public final class ControlFlow {
    private final Map<IrBlock, List<IrInstruction>> instructions = new LinkedHashMap<>();
    private final List<IrInstruction> all = new ArrayList<>();
    private final Map<IrBlock, List<IrBlock>> predecessors = new HashMap<>();
    private final Map<IrInstruction, Place> places = new HashMap<>();

    /**
     * Where an instruction stands.
     *
     * @param block its block
     * @param position how many instructions of the block stand in front of it
     */
    private record Place(IrBlock block, int position) {}

    private @Nullable Dominance dominance;

    /**
     * Which blocks control has passed on every way to a block.
     *
     * @param numbers the nodes of the blocks
     * @param tree the answer by nodes
     */
    private record Dominance(Map<IrBlock, Integer> numbers, Dominators tree) {}

    /** Reads a function. */
    public ControlFlow(IrFunction function) {
        for (IrBlock block : function.blocks()) {
            List<IrInstruction> content = block.instructions();
            instructions.put(block, content);
            all.addAll(content);
            for (int i = 0; i < content.size(); i++) {
                places.put(content.get(i), new Place(block, i));
            }
        }
        instructions.forEach((block, content) -> block.terminator()
                .ifPresent(end -> end.successors()
                        .forEach(next -> predecessors
                                .computeIfAbsent(next, b -> new ArrayList<>())
                                .add(block))));
    }

    /** Returns the instructions of a block in order. */
    public List<IrInstruction> instructions(IrBlock block) {
        return instructions.getOrDefault(block, List.of());
    }

    /** Returns every instruction in the order of the blocks. */
    public List<IrInstruction> instructions() {
        return Collections.unmodifiableList(all);
    }

    /** Returns how many instructions of its block stand in front of one; 0 for one that came later. */
    int position(IrInstruction instruction) {
        Place place = places.get(instruction);
        return place == null ? 0 : place.position();
    }

    /** Returns the block of an instruction. */
    IrBlock block(IrInstruction instruction) {
        Place place = places.get(instruction);
        return place == null ? instruction.block() : place.block();
    }

    /** Returns the blocks that may run directly before a block; several times when there are several ways. */
    List<IrBlock> predecessors(IrBlock block) {
        return predecessors.getOrDefault(block, List.of());
    }

    /**
     * Returns whether an instruction has run whenever control is in front of another, and has not run again since that other
     * was last passed. In code that control does not reach this holds of any two.
     */
    public boolean dominates(IrInstruction first, IrInstruction second) {
        IrBlock start = block(first);
        IrBlock end = block(second);
        if (start.equals(end)) {
            return position(first) < position(second);
        }
        Dominance known = dominance();
        int later = known.numbers().getOrDefault(end, 0);
        return !known.tree().isReachable(later)
                || known.tree().dominates(known.numbers().getOrDefault(start, 0), later);
    }

    private Dominance dominance() {
        Dominance known = dominance;
        if (known == null) {
            Map<IrBlock, Integer> numbers = new HashMap<>();
            instructions.keySet().forEach(block -> numbers.put(block, numbers.size()));
            Graph graph = new Graph(numbers.size());
            numbers.forEach((block, number) -> predecessors(block)
                    .forEach(previous -> graph.connect(numbers.getOrDefault(previous, number), number)));
            known = new Dominance(numbers, new Dominators(graph));
            dominance = known;
        }
        return known;
    }

    /** Returns whether the function can return to its caller without having passed an instruction. */
    public boolean isAvoidable(IrInstruction instruction) {
        IrBlock avoided = block(instruction);
        Set<IrBlock> seen = new HashSet<>();
        seen.add(avoided);
        List<IrBlock> open = new ArrayList<>();
        instructions.keySet().stream().limit(1).filter(seen::add).forEach(open::add);
        while (!open.isEmpty()) {
            Optional<IrInstruction> end = open.remove(open.size() - 1).terminator();
            if (end.filter(last -> last.opcode() == Opcode.RETURN).isPresent()) {
                return true;
            }
            end.ifPresent(last -> last.successors().stream().filter(seen::add).forEach(open::add));
        }
        return false;
    }

    /** Returns whether the program can get from behind one instruction to another. */
    public boolean reaches(IrInstruction from, IrInstruction to) {
        IrBlock start = block(from);
        IrBlock end = block(to);
        if (start.equals(end) && position(from) < position(to)) {
            return true;
        }
        List<IrBlock> open = new ArrayList<>(predecessors(end));
        Set<IrBlock> seen = new HashSet<>(open);
        while (!open.isEmpty()) {
            IrBlock block = open.remove(open.size() - 1);
            if (block.equals(start)) {
                return true;
            }
            for (IrBlock previous : predecessors(block)) {
                if (seen.add(previous)) {
                    open.add(previous);
                }
            }
        }
        return false;
    }
}
