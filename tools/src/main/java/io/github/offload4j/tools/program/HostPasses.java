package io.github.offload4j.tools.program;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.ir.Attributes;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.OptimizationLevel;
import io.github.offload4j.codegen.ir.TargetMachine;
import io.github.offload4j.tools.diagnostic.InputException;
import io.github.offload4j.tools.input.IrInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is done to host code from a compiler that left it unoptimised: stack slots become values, and small functions part
 * of their callers, so that the lowering sees what happens between one launch and the next.
 */
final class HostPasses {
    private static final String PIPELINE = "function(sroa,early-cse<memssa>,simplifycfg),"
            + "cgscc(inline,function(sroa,early-cse<memssa>,simplifycfg))";

    /** Makes one value of what a container holds, wherever it is read: its address and its length. */
    private static final String FOLLOW = "inferattrs,function(lower-expect,sroa,early-cse<memssa>,simplifycfg),"
            + "cgscc(inline,function-attrs,function(sroa,early-cse<memssa>,instcombine<no-verify-fixpoint>,simplifycfg)),"
            + "require<globals-aa>,function(jump-threading,correlated-propagation,instcombine<no-verify-fixpoint>,"
            // what exchanges two structures word by word is a loop of a few rounds
            + "simplifycfg,loop-mssa(loop-rotate),"
            + "loop-unroll<O2;no-partial;no-peeling;no-runtime;no-upperbound;full-unroll-max=4>,sroa,"
            + "loop-mssa(licm),gvn<no-pre;no-load-pre>,sroa,early-cse<memssa>,"
            + "instcombine<no-verify-fixpoint>,simplifycfg,loop-simplify)";

    /** Unrolls the loops that ask for it, and no other. */
    private static final String UNROLL =
            "function(loop-unroll<O2;no-partial;no-peeling;no-runtime;no-upperbound;full-unroll-max=0>,"
                    + "early-cse<memssa>,instcombine<no-verify-fixpoint>,simplifycfg)";

    private static final String THRESHOLD = "function-inline-threshold";

    /** LLVM's own is 225; a constructor of a class with a few vectors is some 600. */
    private static final int LARGE = 2000;

    private HostPasses() {}

    /** Makes wrappers of marks part of their callers, which an unoptimised module has as functions of their own. */
    static void inlineWrappers(IrInput input) {
        run(input, "always-inline");
    }

    /**
     * Optimises as far as the lowering of any module from source files needs it.
     *
     * @param kernels functions that stay, because their calls are launches
     */
    static void run(IrInput input, List<String> kernels) {
        try (IrModule module = new IrModule(input.raw())) {
            kernels(module, kernels).forEach(kernel -> Attributes.addToFunction(kernel, "noinline", module.context()));
        }
        run(input, PIPELINE);
    }

    private static List<IrFunction> kernels(IrModule module, List<String> names) {
        return names.stream()
                .flatMap(name -> module.findFunction(name).stream())
                .filter(function -> !Attributes.onFunction(function, "alwaysinline"))
                .toList();
    }

    /**
     * Optimises further, where data is to stay on the device: so that it can be told whose memory a call maps, and that it
     * is the same in each round of a loop.
     *
     * @param kernels functions that stay as they are
     */
    static void runToFollowMemory(IrInput input, List<String> kernels) {
        run(input, kernels);
        try (IrModule module = new IrModule(input.raw())) {
            List<IrFunction> left = new ArrayList<>(kernels(module, kernels));
            left.removeIf(kernel -> Attributes.onFunction(kernel, "optnone"));
            left.forEach(kernel -> Attributes.addToFunction(kernel, "optnone", module.context()));
            List<IrFunction> called = MarkedFunctions.calledBeside(module);
            called.removeIf(function -> Attributes.text(function, THRESHOLD).isPresent());
            called.forEach(f -> Attributes.addText(f, THRESHOLD, Integer.toString(LARGE), module.context()));
            run(input, FOLLOW);
            if (SwappingLoops.askForUnrolling(module)) {
                run(input, UNROLL);
            }
            for (IrFunction function : module.functions()) {
                if (Attributes.text(function, THRESHOLD).equals(Optional.of(Integer.toString(LARGE)))) {
                    Attributes.removeText(function, THRESHOLD);
                }
            }
            kernels(module, kernels).stream()
                    .filter(left::contains)
                    .forEach(kernel -> Attributes.removeFromFunction(kernel, "optnone"));
        }
    }

    private static void run(IrInput input, String pipeline) {
        try (IrModule module = new IrModule(input.raw());
                TargetMachine machine = TargetMachine.of(triple(module), "", OptimizationLevel.O2)) {
            machine.runPasses(input.raw(), pipeline);
        } catch (OffloadException e) {
            throw new InputException(input.name(), String.valueOf(e.getMessage()));
        }
    }

    /** Returns the triple that a module has, or will have: one without gets this machine's when it is lowered. */
    private static String triple(IrModule module) {
        return module.triple().isEmpty() ? TargetMachine.hostTriple() : module.triple();
    }
}
