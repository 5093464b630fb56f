package io.github.offload4j.codegen.lower;

import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.Opcode;
import io.github.offload4j.codegen.session.Session;
import java.util.List;

/** Replaces the marked calls of one function by their sites. */
final class FunctionLowering {
    private final Session session;

    FunctionLowering(Session session) {
        this.session = session;
    }

    /**
     * Replaces calls in their order.
     *
     * @param plans at least one, read before any of the calls was replaced
     * @return whether what is known of the sites is not all of them, or not as it was: values that they name, or calls of
     *     theirs, may have been replaced since they were emitted, and what is done to data is read back
     */
    boolean run(List<CheckedMark> plans) {
        IrFunction function = plans.get(0).marked().call().function();
        boolean renewed = false;
        boolean rewired = false;
        boolean inFunclet = false;
        boolean data = false;
        for (CheckedMark plan : plans) {
            IrInstruction call = plan.marked().call();
            boolean invoke = call.opcode() == Opcode.INVOKE;
            boolean hasResult = !call.value().type().isVoid();
            CheckedMark current = renewed ? Planner.again(call, session) : plan;
            new CallLowering(session, current.marked()).run(current);
            // marks of the calls that follow may name the result, or a PHI where the ways of the invoke end
            renewed |= invoke || hasResult;
            rewired |= invoke;
            data |= plan instanceof CheckedMark.Data;
            // calls that are put into a funclet are made anew
            inFunclet |= Funclets.of(plan.marked().marked()).isPresent();
        }
        if (rewired) {
            function.orderPredecessors();
        }
        return renewed || inFunclet || data;
    }
}
