package io.github.offload4j.codegen.device.math;

import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.ir.ConstantFacts;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.ModuleFlags;

/**
 * What NVIDIA's libraries ask about the code they become part of. LLVM's own pass answers 0 to what it does not know, and
 * so turns exact square roots into approximate ones.
 */
final class Reflection {
    static final String FUNCTION = "__nvvm_reflect";

    /** Set by a front end whose code flushes numbers that are too small to zero. */
    private static final String FLUSH_FLAG = "nvvm-reflect-ftz";

    private Reflection() {}

    /** Answers every question of a module. */
    static void fold(IrModule module, DeviceTarget target) {
        module.findFunction(FUNCTION)
                .filter(IrFunction::isDeclaration)
                .ifPresent(function -> function.calls().forEach(call -> answer(call, module, target)));
    }

    private static void answer(IrInstruction call, IrModule module, DeviceTarget target) {
        String question = call.arguments().stream()
                .findFirst()
                .flatMap(ConstantFacts::text)
                .orElse("");
        call.replaceUsesWith(module.context().constant(Integer.SIZE, answer(question, module, target)));
        call.erase();
    }

    private static int answer(String question, IrModule module, DeviceTarget target) {
        return switch (question) {
            case "__CUDA_ARCH" -> 10 * Integer.parseInt(target.processor().replaceAll("\\D", ""));
            case "__CUDA_FTZ" -> (int) ModuleFlags.integer(module, FLUSH_FLAG).orElse(0);
            case "__CUDA_PREC_SQRT", "__CUDA_PREC_DIV" -> 1;
            // as LLVM and NVIDIA's compiler answer
            default -> 0;
        };
    }
}
