package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.flow.graph.Dominators;
import io.github.offload4j.codegen.flow.graph.Graph;
import io.github.offload4j.codegen.ir.Attributes;
import io.github.offload4j.codegen.ir.IrBlock;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Barriers that an optimiser may have copied into the arms of a branch, where some threads come to one and some to the other:
 * it does that to calls that are not convergent, as those of compilers are that do not know of barriers.
 */
final class CopiedBarriers {
    private static final String CONVERGENT = "convergent";

    private CopiedBarriers() {}

    /** Returns a call in a function of which no way from the beginning leads through another one, nor the other way round. */
    static Optional<IrInstruction> in(IrFunction function) {
        List<IrInstruction> calls = DeviceCalls.in(function).stream()
                .filter(call ->
                        DeviceCalls.function(call) == DeviceFunction.BARRIER && !Attributes.onCall(call, CONVERGENT))
                .toList();
        if (calls.size() < 2) {
            return Optional.empty();
        }
        Map<IrBlock, Integer> numbers = new HashMap<>();
        function.blocks().forEach(block -> numbers.put(block, numbers.size()));
        Graph graph = new Graph(numbers.size());
        numbers.forEach((block, number) -> block.terminator()
                .ifPresent(end -> end.successors().forEach(next -> graph.connect(number, number(next, numbers)))));
        Dominators dominators = new Dominators(graph);
        for (int i = 0; i < calls.size(); i++) {
            int first = number(calls.get(i).block(), numbers);
            for (IrInstruction other : calls.subList(0, i)) {
                int second = number(other.block(), numbers);
                if (!dominators.dominates(first, second) && !dominators.dominates(second, first)) {
                    return Optional.of(calls.get(i));
                }
            }
        }
        return Optional.empty();
    }

    private static int number(IrBlock block, Map<IrBlock, Integer> numbers) {
        Integer number = numbers.get(block);
        if (number == null) {
            throw new IllegalArgumentException("the block is of another function");
        }
        return number;
    }
}
