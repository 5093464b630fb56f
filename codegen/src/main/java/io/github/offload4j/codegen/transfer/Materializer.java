package io.github.offload4j.codegen.transfer;

import io.github.offload4j.codegen.flow.FunctionFacts;
import io.github.offload4j.codegen.ir.Address;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Opcode;
import java.util.List;
import java.util.Optional;

/** Emits a computation once more at the end of another block, where its roots are known. */
final class Materializer {
    private final FunctionFacts facts;
    private final FunctionShape shape;
    private final IrContext context;
    private final int block;

    Materializer(FunctionFacts facts, FunctionShape shape, IrContext context, int block) {
        this.facts = facts;
        this.shape = shape;
        this.context = context;
        this.block = block;
    }

    /** Returns a value that is the same as another, emitting what it takes. */
    IrValue at(IrValue value, IrBuilder builder) {
        if (isKnown(value)) {
            return value;
        }
        IrValue source = facts.values().trace(value);
        if (isKnown(source)) {
            return source;
        }
        IrInstruction instruction = source.asInstruction().orElseThrow();
        if (instruction.opcode() == Opcode.ELEMENT_ADDRESS || !Expressions.isPure(instruction)) {
            Address address = facts.pointers().address(source);
            IrValue distance = context.constant(Long.SIZE, address.offset().orElseThrow());
            return address.offset().getAsLong() == 0
                    ? at(address.base(), builder)
                    : builder.offsetAddress(context.integer(Byte.SIZE), at(address.base(), builder), distance, "");
        }
        List<IrValue> operands =
                instruction.operands().stream().map(o -> at(o, builder)).toList();
        IrInstruction copy = builder.copyOf(instruction);
        for (int i = 0; i < operands.size(); i++) {
            copy.setOperand(i, operands.get(i));
        }
        return copy.value();
    }

    private boolean isKnown(IrValue value) {
        Optional<IrInstruction> instruction = value.asInstruction();
        return instruction.isEmpty() || shape.isDoneAtEnd(instruction.get(), block);
    }
}
