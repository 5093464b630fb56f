package io.github.offload4j.codegen.device.math;

import io.github.offload4j.codegen.device.refusal.Refusals;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrModule;
import java.util.Optional;

/** Which functions without a body math provides. */
public final class MathRules {
    private MathRules() {}

    /**
     * Returns whether a function that a kernel calls gets its body from math.
     *
     * @param called a declaration, none of LLVM's own
     * @param refusals gets the reason when the types are not C's
     */
    public static boolean isProvided(IrFunction called, IrInstruction call, DeviceTarget target, Refusals refusals) {
        Optional<NamedMath> named = MathFunction.named(called.name());
        if (named.isPresent()) {
            String right = named.get().type();
            if (!called.type().toString().equals(right) || !call.calledType().equals(called.type())) {
                refusals.add(call, "it calls '" + called.name() + "' as " + call.calledType() + "; it is " + right);
            }
            return true;
        }
        TargetMath math = TargetMath.of(target.architecture());
        return math.ownSymbols().stream().anyMatch(called.name()::startsWith);
    }

    /** Returns whether anything in a module may become a call of C's math library. */
    public static boolean usesMath(IrModule module) {
        return module.functions().stream().anyMatch(function -> function.isDeclaration() && MathUse.isMath(function));
    }
}
