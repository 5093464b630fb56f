package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.ir.Attributes;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import java.util.Optional;

/**
 * Makes the copies of aggregates that are passed by value in the caller, as instructions. LLVM makes them itself, but for
 * AMD's GPUs in memory that has no stack.
 */
final class ArgumentCopies {
    private final IrModule module;

    private ArgumentCopies(IrModule module) {
        this.module = module;
    }

    /** Rewrites every call and every function of a module whose functions nobody else calls. */
    static void make(IrModule module) {
        ArgumentCopies copies = new ArgumentCopies(module);
        for (IrFunction function : module.functions()) {
            function.instructions().stream().filter(IrInstruction::isCall).forEach(copies::makeFor);
        }
        for (IrFunction function : module.functions()) {
            for (int i = 0; i < function.parameterCount(); i++) {
                Attributes.removeCopy(function, i);
            }
        }
    }

    private void makeFor(IrInstruction call) {
        int count = call.arguments().size();
        for (int i = 0; i < count; i++) {
            Optional<IrType> copied = Attributes.copiedTypeOf(call, i);
            if (copied.isPresent()) {
                call.setOperand(i, copy(call, i, copied.get()));
                Attributes.removeCopy(call, i);
                call.forgetTailCall();
            }
        }
    }

    private IrValue copy(IrInstruction call, int index, IrType type) {
        IrValue original = call.arguments().get(index);
        try (IrBuilder builder = IrBuilder.before(call, module.context())) {
            IrValue slot = builder.slotWithCopy(type, original, Math.toIntExact(alignment(call, index)));
            return builder.addressSpaceCast(slot, original.type());
        }
    }

    /** Returns what a copy's address is a multiple of, as the call or its function says. */
    static long alignment(IrInstruction call, int index) {
        long wanted = call.calledFunction()
                .filter(callee -> index < callee.parameterCount())
                .map(callee -> Attributes.parameterAlignment(callee, index))
                .orElse(1L);
        return Math.max(Attributes.argumentAlignment(call, index), wanted);
    }
}
