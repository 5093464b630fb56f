package io.github.offload4j.codegen.device.math;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.offload4j.codegen.ir.Attributes;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.KeptSymbols;
import io.github.offload4j.codegen.ir.Linkage;
import io.github.offload4j.codegen.ir.ModuleLinker;
import io.github.offload4j.codegen.ir.OptimizationLevel;
import io.github.offload4j.codegen.ir.TargetMachine;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Math functions of vectors in code for hosts. LLVM puts them into loops where calls say that there are some; those do that
 * may be approximated, since the functions are less exact than those of one number.
 */
public final class VectorMath {
    private static final String ATTRIBUTE = "vector-function-abi-variant";

    /** The pass that deletes what is declared and not called. */
    private static final String DROP_UNUSED = "globaldce";

    private VectorMath() {}

    /** Optimises code, in which LLVM may use the functions. */
    public static void optimize(IrModule module, TargetMachine machine, OptimizationLevel level) {
        boolean offered = level != OptimizationLevel.O0 && offer(module, machine);
        machine.optimize(module.raw(), level);
        if (offered) {
            withdraw(module);
            machine.runPasses(module.raw(), DROP_UNUSED);
        }
    }

    /** Says on calls which of the functions they may become, and returns whether there are such calls. */
    private static boolean offer(IrModule module, TargetMachine machine) {
        Map<IrInstruction, List<VectorFunction>> calls = new LinkedHashMap<>();
        for (IrFunction function : module.functions()) {
            List<VectorFunction> vectors = VectorFunction.ofIntrinsic(function.name());
            if (!vectors.isEmpty()) {
                function.calls().stream()
                        .filter(IrInstruction::allowsApproximation)
                        .forEach(call -> calls.put(call, vectors));
            }
        }
        if (calls.isEmpty()) {
            return false;
        }
        List<VectorWidth> widths = VectorWidth.of(machine);
        Set<VectorFunction> offered = new LinkedHashSet<>();
        calls.forEach((call, vectors) -> {
            List<VectorFunction> known = vectors.stream()
                    .filter(vector -> widths.contains(vector.width()))
                    .toList();
            String variants = known.stream().map(VectorFunction::variant).collect(Collectors.joining(","));
            Attributes.addTextToCall(call, ATTRIBUTE, variants, module.context());
            offered.addAll(known);
        });
        ModuleLinker.link(module, kept(offered).getBytes(UTF_8));
        return true;
    }

    /** Declares functions that nothing calls so that they stay. */
    private static String kept(Set<VectorFunction> functions) {
        return functions.stream().map(VectorFunction::declaration).collect(Collectors.joining())
                + "@llvm.compiler.used = appending global [" + functions.size() + " x ptr] ["
                + functions.stream()
                        .map(function -> "ptr @" + function.symbol())
                        .collect(Collectors.joining(", "))
                + "], section \"llvm.metadata\"\n";
    }

    /** Forgets what was offered: what comes after has no use for it. */
    private static void withdraw(IrModule module) {
        for (IrFunction function : module.functions()) {
            if (!VectorFunction.ofIntrinsic(function.name()).isEmpty()) {
                function.calls().forEach(call -> Attributes.removeTextFromCall(call, ATTRIBUTE));
            }
        }
        KeptSymbols.drop(module);
    }

    /** Returns whether code calls some of the functions and its module does not have them. */
    static boolean isUsed(IrModule module) {
        return !declared(module).isEmpty();
    }

    /** Gives the module the functions itself, each by calls of C's library: who links it need not know of another one. */
    public static void define(IrModule module) {
        for (VectorFunction vector : VectorFunction.ALL) {
            if (declared(module, vector).isPresent()) {
                ModuleLinker.link(module, vector.definition().getBytes(UTF_8));
                module.findFunction(vector.symbol()).orElseThrow().setLinkage(Linkage.INTERNAL);
            }
        }
    }

    private static List<IrFunction> declared(IrModule module) {
        return VectorFunction.ALL.stream()
                .flatMap(vector -> declared(module, vector).stream())
                .toList();
    }

    private static Optional<IrFunction> declared(IrModule module, VectorFunction vector) {
        return module.findFunction(vector.symbol()).filter(IrFunction::isDeclaration);
    }
}
