package io.github.offload4j.codegen.flow;

import io.github.offload4j.codegen.ir.IrBlock;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The blocks of a function with what comes before each, read once. */
public final class ControlFlow {
    private final Map<IrBlock, List<IrInstruction>> instructions = new LinkedHashMap<>();
    private final List<IrInstruction> all = new ArrayList<>();
    private final Map<IrBlock, List<IrBlock>> predecessors = new HashMap<>();
    private final Map<IrInstruction, Integer> positions = new HashMap<>();

    /** Reads a function. */
    public ControlFlow(IrFunction function) {
        for (IrBlock block : function.blocks()) {
            List<IrInstruction> content = block.instructions();
            instructions.put(block, content);
            all.addAll(content);
            for (int i = 0; i < content.size(); i++) {
                positions.put(content.get(i), i);
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
        return positions.getOrDefault(instruction, 0);
    }

    /** Returns the blocks that may run directly before a block; several times when there are several ways. */
    List<IrBlock> predecessors(IrBlock block) {
        return predecessors.getOrDefault(block, List.of());
    }

    /** Returns whether the program can get from behind one instruction to another. */
    public boolean reaches(IrInstruction from, IrInstruction to) {
        if (from.block().equals(to.block()) && position(from) < position(to)) {
            return true;
        }
        List<IrBlock> open = new ArrayList<>(predecessors(to.block()));
        Set<IrBlock> seen = new HashSet<>(open);
        while (!open.isEmpty()) {
            IrBlock block = open.remove(open.size() - 1);
            if (block.equals(from.block())) {
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
