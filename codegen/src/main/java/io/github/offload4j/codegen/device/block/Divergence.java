package io.github.offload4j.codegen.device.block;

import io.github.offload4j.codegen.flow.graph.Dominators;
import io.github.offload4j.codegen.flow.graph.Graph;
import io.github.offload4j.codegen.ir.Attributes;
import io.github.offload4j.codegen.ir.Computation;
import io.github.offload4j.codegen.ir.ConstantFacts;
import io.github.offload4j.codegen.ir.IrBlock;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Opcode;
import io.github.offload4j.codegen.ir.PhiNodes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which values may differ between the work-items of a block that compute them together. Arguments, constants, and numbers
 * and sizes of the block do not; what is read from memory that may change does, as may what depends on the way that control
 * has taken where that differs.
 */
final class Divergence {
    private final List<IrBlock> blocks;
    private final Map<IrBlock, Integer> numbers = new HashMap<>();
    private final Set<IrValue> divergent = new HashSet<>();
    private final Set<IrValue> uniform = new HashSet<>();
    private final Set<IrValue> unchanging = new HashSet<>();
    private final Set<IrBlock> followed = new HashSet<>();
    private final Set<IrBlock> apart = new HashSet<>();
    private final Dominators backwards;

    private Divergence(IrFunction function) {
        blocks = function.blocks();
        for (int i = 0; i < blocks.size(); i++) {
            numbers.put(blocks.get(i), i);
        }
        backwards = new Dominators(reversed());
        for (int i = 0; i < function.parameterCount(); i++) {
            // what is read through such a pointer is written through no other, and so by no other work-item
            if (Attributes.onParameter(function, i, "noalias") && isOnlyRead(function.parameter(i))) {
                unchanging.add(function.parameter(i));
            }
        }
    }

    private static boolean isOnlyRead(IrValue pointer) {
        for (IrValue user : pointer.users()) {
            Optional<IrInstruction> instruction = user.asInstruction();
            boolean reads = instruction.filter(i -> i.opcode() == Opcode.LOAD).isPresent();
            boolean leadsOn = instruction
                    .filter(i -> i.opcode() == Opcode.ELEMENT_ADDRESS && isOnlyRead(i.value()))
                    .isPresent();
            if (!reads && !leadsOn) {
                return false;
            }
        }
        return true;
    }

    static Divergence of(IrFunction function) {
        Divergence divergence = new Divergence(function);
        boolean changed = true;
        while (changed) {
            changed = divergence.step();
        }
        function.instructions().stream()
                .map(IrInstruction::value)
                .filter(value -> !divergence.divergent.contains(value))
                .forEach(divergence.uniform::add);
        return divergence;
    }

    /** Node 0 is behind every return; control that ends in between is as if it were not there, as nothing comes of it. */
    private Graph reversed() {
        Graph graph = new Graph(blocks.size() + 1);
        for (IrBlock block : blocks) {
            IrInstruction terminator = block.terminator().orElseThrow();
            int node = number(block) + 1;
            if (terminator.opcode() == Opcode.RETURN) {
                graph.connect(0, node);
            }
            terminator.successors().forEach(successor -> graph.connect(number(successor) + 1, node));
        }
        return graph;
    }

    private int number(IrBlock block) {
        Integer number = numbers.get(block);
        if (number == null) {
            throw new IllegalArgumentException("the block is of another function");
        }
        return number;
    }

    boolean isDivergent(IrValue value) {
        return divergent.contains(value);
    }

    /** Returns whether an instruction that the function had gives the same to all work-items. */
    boolean isUniform(IrValue value) {
        return uniform.contains(value);
    }

    /** Returns whether some work-items may come to a block while others do not, or in other rounds. */
    boolean isApart(IrBlock block) {
        return apart.contains(block);
    }

    /** Forgets a value that is about to be deleted. */
    void forget(IrValue value) {
        uniform.remove(value);
        divergent.remove(value);
    }

    private boolean step() {
        boolean changed = false;
        for (IrBlock block : blocks) {
            for (IrInstruction instruction : block.instructions()) {
                if (!divergent.contains(instruction.value()) && differs(instruction)) {
                    divergent.add(instruction.value());
                    changed = true;
                }
            }
            IrInstruction terminator = block.terminator().orElseThrow();
            if (terminator.successors().size() > 1
                    && terminator.operands().stream().anyMatch(divergent::contains)
                    && followed.add(block)) {
                follow(block);
                changed = true;
            }
        }
        return changed;
    }

    private boolean differs(IrInstruction instruction) {
        boolean operands = instruction.operands().stream().anyMatch(divergent::contains);
        if (operands || instruction.value().type().isVoid()) {
            return operands;
        }
        return switch (instruction.opcode()) {
            case LOAD -> !readsConstant(instruction);
            case PHI, FREEZE -> false;
            case CALL -> ItemFunction.of(instruction).isPresent() || !Computation.isPure(instruction);
            default -> !Computation.isRepeatable(instruction);
        };
    }

    /** Returns whether a load reads what nobody changes while the kernel runs. */
    private boolean readsConstant(IrInstruction load) {
        if (load.isOrdered()) {
            return false;
        }
        IrValue address = load.operand(0);
        Optional<IrInstruction> computed = address.asInstruction();
        while (computed.filter(i -> i.opcode() == Opcode.ELEMENT_ADDRESS).isPresent()) {
            address = computed.orElseThrow().operand(0);
            computed = address.asInstruction();
        }
        return unchanging.contains(address) || (address.isGlobalVariable() && ConstantFacts.isUnchanging(address));
    }

    /** Marks what depends on the way that control takes from a block. */
    private void follow(IrBlock branch) {
        Optional<IrBlock> join = join(branch);
        Set<IrBlock> between = new HashSet<>();
        Deque<IrBlock> open = new ArrayDeque<>();
        open.push(branch);
        boolean again = false;
        while (!open.isEmpty()) {
            for (IrBlock next : open.pop().terminator().orElseThrow().successors()) {
                again |= next.equals(branch);
                if (join.filter(next::equals).isEmpty() && between.add(next)) {
                    open.push(next);
                }
            }
        }
        apart.addAll(between);
        between.forEach(block -> markPhis(block));
        join.ifPresent(this::markPhis);
        if (again) {
            // work-items leave a loop in different rounds
            between.add(branch);
            between.forEach(block -> markUsedOutside(block, between));
        }
    }

    private Optional<IrBlock> join(IrBlock branch) {
        int node = number(branch) + 1;
        if (!backwards.isReachable(node)) {
            return Optional.empty();
        }
        int join = backwards.immediate(node);
        return join == 0 ? Optional.empty() : Optional.of(blocks.get(join - 1));
    }

    private void markPhis(IrBlock block) {
        PhiNodes.of(block).forEach(phi -> divergent.add(phi.value()));
    }

    private void markUsedOutside(IrBlock block, Set<IrBlock> inside) {
        for (IrInstruction instruction : block.instructions()) {
            boolean outside = instruction.value().users().stream()
                    .flatMap(user -> user.asInstruction().stream())
                    .anyMatch(user -> !inside.contains(user.block()));
            if (outside) {
                divergent.add(instruction.value());
            }
        }
    }
}
