package io.github.offload4j.codegen.lower.call;

import io.github.offload4j.codegen.ir.IrBlock;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.Opcode;
import io.github.offload4j.codegen.ir.PhiNodes;

/** Removes marks that have been read; what they were given stays. */
final class MarkRemoval {
    private MarkRemoval() {}

    static void run(FunctionMarks function, IrContext context) {
        boolean rewired = false;
        for (MarkCall mark : function.marks()) {
            IrInstruction call = mark.call();
            if (call.opcode() == Opcode.INVOKE) {
                replaceByJump(call, context);
                rewired = true;
            } else {
                call.erase();
            }
        }
        if (rewired) {
            function.function().orderPredecessors();
        }
    }

    /** A mark does not throw, so nothing comes from it to the place where exceptions go. */
    private static void replaceByJump(IrInstruction invoke, IrContext context) {
        IrBlock from = invoke.block();
        IrBlock unwind = invoke.successors().get(1);
        try (IrBuilder builder = IrBuilder.before(invoke, context)) {
            builder.branch(invoke.successors().get(0));
        }
        invoke.erase();
        PhiNodes.rewrite(unwind, context, PhiNodes.without(from));
    }
}
