package io.github.offload4j.codegen.lower;

import io.github.offload4j.codegen.OffloadModule;
import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.Opcode;
import java.util.List;

/** Replaces the marked calls of one function by their sites. */
final class FunctionLowering {
    private final OffloadModule offload;
    private final OffloadOptions options;
    private final IrContext context;

    FunctionLowering(OffloadModule offload, OffloadOptions options, IrContext context) {
        this.offload = offload;
        this.options = options;
        this.context = context;
    }

    /**
     * Replaces calls in their order.
     *
     * @param plans at least one, read before any of the calls was replaced
     */
    void run(List<CallPlan> plans) {
        IrFunction function = plans.get(0).call().function();
        boolean renewed = false;
        boolean rewired = false;
        for (CallPlan plan : plans) {
            boolean invoke = plan.call().opcode() == Opcode.INVOKE;
            boolean hasResult = !plan.call().value().type().isVoid();
            CallPlan current = renewed ? Planner.again(plan.call()) : plan;
            new CallLowering(offload, options, context, current).run();
            // marks of the calls that follow may name the result, or a PHI where the ways of the invoke end
            renewed |= invoke || hasResult;
            rewired |= invoke;
        }
        if (rewired) {
            function.orderPredecessors();
        }
    }
}
