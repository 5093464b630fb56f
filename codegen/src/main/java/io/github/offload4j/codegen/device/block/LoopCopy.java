package io.github.offload4j.codegen.device.block;

import io.github.offload4j.codegen.ir.IrBlock;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Opcode;
import io.github.offload4j.codegen.ir.PhiNodes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The blocks of a loop once more, for one round: what goes round in the loop is left open. */
final class LoopCopy {
    private final NaturalLoop loop;
    private final IrContext context;
    private final Map<IrBlock, IrBlock> blocks = new HashMap<>();
    private final Map<IrValue, IrValue> values;

    private LoopCopy(NaturalLoop loop, Map<IrValue, IrValue> known, IrContext context) {
        this.loop = loop;
        this.context = context;
        this.values = new HashMap<>(known);
    }

    /**
     * Appends the copy to the loop's function; nothing leads to its head, and its latch has no jump yet.
     *
     * @param known has a value for every PHI of the loop's head, and for what is not to be copied
     */
    static LoopCopy append(NaturalLoop loop, Map<IrValue, IrValue> known, IrContext context) {
        LoopCopy copy = new LoopCopy(loop, known, context);
        loop.blocks().forEach(block -> copy.blocks.put(block, block.function().appendBlock(block.label() + ".all")));
        loop.blocks().forEach(copy::copy);
        loop.blocks().forEach(copy::connect);
        return copy;
    }

    IrBlock head() {
        return of(loop.head());
    }

    IrBlock latch() {
        return of(loop.latch());
    }

    private IrBlock of(IrBlock block) {
        return Objects.requireNonNull(blocks.get(block), "a block of another loop");
    }

    /** Returns the copy of a value; the value itself where it is the loop's surroundings'. */
    IrValue of(IrValue value) {
        return values.getOrDefault(value, value);
    }

    private void copy(IrBlock block) {
        try (IrBuilder builder = IrBuilder.atEnd(of(block), context)) {
            for (IrInstruction instruction : block.instructions()) {
                boolean jump = instruction.isTerminator() && block.equals(loop.latch());
                if (!jump && !values.containsKey(instruction.value())) {
                    IrValue made = instruction.opcode() == Opcode.PHI
                            ? builder.phi(instruction.value().type(), "")
                            : builder.copyOf(instruction).value();
                    values.put(instruction.value(), made);
                }
            }
        }
    }

    private void connect(IrBlock block) {
        for (IrInstruction instruction : block.instructions()) {
            IrValue made = values.get(instruction.value());
            if (made == null || !isCopy(made, block)) {
                continue;
            }
            IrInstruction copy = made.asInstruction().orElseThrow();
            if (instruction.opcode() == Opcode.PHI) {
                try (IrBuilder builder = IrBuilder.atEnd(of(block), context)) {
                    for (PhiNodes.Incoming incoming : PhiNodes.incoming(instruction)) {
                        builder.addIncoming(made, of(incoming.value()), of(incoming.block()));
                    }
                }
                continue;
            }
            List<IrValue> operands = copy.operands();
            for (int i = 0; i < operands.size(); i++) {
                if (values.containsKey(operands.get(i))) {
                    copy.setOperand(i, of(operands.get(i)));
                }
            }
            List<IrBlock> successors = copy.successors();
            for (int i = 0; i < successors.size(); i++) {
                copy.setSuccessor(i, of(successors.get(i)));
            }
        }
    }

    private boolean isCopy(IrValue made, IrBlock block) {
        return made.asInstruction().filter(i -> i.block().equals(of(block))).isPresent();
    }
}
