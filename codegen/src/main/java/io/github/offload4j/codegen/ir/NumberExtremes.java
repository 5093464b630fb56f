package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMCanValueUseFastMathFlags;
import static org.bytedeco.llvm.global.LLVM.LLVMFastMathNoSignedZeros;
import static org.bytedeco.llvm.global.LLVM.LLVMGetFastMathFlags;

import java.util.List;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;

/**
 * Calls of {@code llvm.maximumnum} and {@code llvm.minimumnum}, which rustc 1.96 and later make of {@code f32::max} and
 * {@code min}. LLVM 20 has them and compiles them wrong: on x86 the first number comes out, whichever is larger, and for
 * NVIDIA's GPUs there is no code. They are spelled by what it compiles right before it gets them.
 */
public final class NumberExtremes {
    private static final List<String> EXTREMES = List.of("llvm.maximum", "llvm.minimum");
    private static final String OF_NUMBERS = "num.";

    private NumberExtremes() {}

    /** Spells those of a module in place. */
    public static void spell(LLVMModuleRef module) {
        try (IrModule view = new IrModule(module)) {
            for (IrFunction function : view.functions()) {
                for (String extreme : EXTREMES) {
                    if (function.name().startsWith(extreme + OF_NUMBERS)) {
                        String type = function.name().substring((extreme + OF_NUMBERS).length());
                        function.calls().forEach(call -> spell(call, extreme, type, view));
                    }
                }
            }
        }
    }

    private static void spell(IrInstruction call, String extreme, String type, IrModule module) {
        if (ignoresSignsOfZeros(call)) {
            // IEEE 754's of 2008, which differs in nothing else that LLVM's optimiser keeps
            String shorter = extreme.substring(0, "llvm.max".length()) + OF_NUMBERS;
            call.setCalledFunction(declared(shorter + type, call, module));
            return;
        }
        try (IrBuilder builder = IrBuilder.before(call, module.context())) {
            IrValue left = call.arguments().get(0);
            IrValue right = call.arguments().get(1);
            // a number where one is given; of two, what does not know of others than numbers is right about zeros
            IrValue first = builder.select(builder.isNotANumber(left), right, left, "");
            IrValue second = builder.select(builder.isNotANumber(right), left, right, "");
            IrFunction plain = declared(extreme + "." + type, call, module);
            call.replaceUsesWith(builder.call(plain, List.of(first, second), ""));
        }
        call.erase();
    }

    private static IrFunction declared(String name, IrInstruction call, IrModule module) {
        return module.findFunction(name)
                .orElseGet(() -> module.addFunction(
                        name, call.calledFunction().orElseThrow().type(), Linkage.EXTERNAL));
    }

    private static boolean ignoresSignsOfZeros(IrInstruction call) {
        return LLVMCanValueUseFastMathFlags(call.value().raw()) != 0
                && (LLVMGetFastMathFlags(call.value().raw()) & LLVMFastMathNoSignedZeros) != 0;
    }
}
