package io.github.offload4j.tools.program;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.ir.Attributes;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.OptimizationLevel;
import io.github.offload4j.codegen.ir.TargetMachine;
import io.github.offload4j.tools.diagnostic.InputException;
import io.github.offload4j.tools.input.IrInput;
import java.util.List;

/**
 * What is done to host code from a compiler that left it unoptimised: stack slots become values, and small functions part
 * of their callers, so that the lowering sees what happens between one launch and the next.
 */
final class HostPasses {
    private static final String PIPELINE = "function(sroa,early-cse<memssa>,simplifycfg),"
            + "cgscc(inline,function(sroa,early-cse<memssa>,simplifycfg))";

    private HostPasses() {}

    /** Makes wrappers of marks part of their callers, which an unoptimised module has as functions of their own. */
    static void inlineWrappers(IrInput input) {
        run(input, "always-inline");
    }

    /**
     * Runs the passes.
     *
     * @param kernels functions that stay, because their calls are launches
     */
    static void run(IrInput input, List<String> kernels) {
        try (IrModule module = new IrModule(input.raw())) {
            for (String kernel : kernels) {
                module.findFunction(kernel)
                        .filter(function -> !Attributes.onFunction(function, "alwaysinline"))
                        .ifPresent(function -> Attributes.addToFunction(function, "noinline", module.context()));
            }
        }
        run(input, PIPELINE);
    }

    private static void run(IrInput input, String pipeline) {
        try (IrModule module = new IrModule(input.raw());
                TargetMachine machine = TargetMachine.of(triple(module), "", OptimizationLevel.O2)) {
            machine.runPasses(input.raw(), pipeline);
        } catch (OffloadException e) {
            throw new InputException(input.name(), String.valueOf(e.getMessage()));
        }
    }

    /** A module without a triple gets this machine's when it is lowered. */
    private static String triple(IrModule module) {
        return module.triple().isEmpty() ? TargetMachine.hostTriple() : module.triple();
    }
}
