package io.github.offload4j.codegen.device.math;

import io.github.offload4j.codegen.device.refusal.Refusals;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.ir.Attributes;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.Linkage;
import io.github.offload4j.codegen.ir.ModuleLinker;
import io.github.offload4j.codegen.ir.Opcode;
import io.github.offload4j.codegen.ir.OptimizationLevel;
import io.github.offload4j.codegen.ir.TargetMachine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Replaces the math functions of a module by what its target has.
 *
 * <p>C's functions become LLVM's intrinsics where there are any, since a device has no {@code errno} and LLVM knows what
 * intrinsics compute. LLVM simplifies those. What is left and the target has no instructions for becomes a call of a
 * function that is defined by the vendor's library.
 */
public final class MathLowering {
    /** Vectors become numbers, since libraries have functions of numbers only. */
    private static final String SCALARS = "function(scalarizer)";

    private static final String SIMPLIFY = "function(instcombine<no-verify-fixpoint>)";

    private final IrModule module;
    private final IrContext context;
    private final TargetMath math;
    private final Map<String, Definition> needed = new LinkedHashMap<>();

    private MathLowering(IrModule module, DeviceTarget target) {
        this.module = module;
        this.context = module.context();
        this.math = TargetMath.of(target.architecture());
    }

    /**
     * Lowers the math of a module that has the target's triple and data layout.
     *
     * @param libraries where the target's library may be
     * @param refusals gets what the target cannot compute
     * @throws io.github.offload4j.codegen.diagnostic.OffloadException when a library cannot be read, or a given file is none
     */
    public static void lower(
            IrModule module,
            DeviceTarget target,
            TargetMachine machine,
            OptimizationLevel level,
            LibraryPlaces libraries,
            Refusals refusals) {
        MathLowering lowering = new MathLowering(module, target);
        lowering.useIntrinsics();
        if (lowering.isOnVectors()) {
            machine.runPasses(module.raw(), SCALARS);
        }
        if (level != OptimizationLevel.O0 && lowering.needsLibrary()) {
            machine.runPasses(module.raw(), SIMPLIFY);
        }
        lowering.replaceCalls(refusals);
        lowering.define();
        DeviceLibrary.link(module, target, lowering.math, libraries, refusals);
    }

    /** Makes calls of C's functions calls of intrinsics with the same types. */
    private void useIntrinsics() {
        for (IrFunction function : module.functions()) {
            Optional<NamedMath> named = function.isIntrinsic() ? Optional.empty() : MathUse.named(function);
            if (named.isEmpty()
                    || !function.type().toString().equals(named.get().type())) {
                continue;
            }
            if (named.get().function().intrinsic().isPresent()) {
                IrFunction intrinsic = declare(
                        new MathUse(named.get().function(), named.get().precision(), false).intrinsic(),
                        function.type());
                function.calls().forEach(call -> call.setCalledFunction(intrinsic));
            } else {
                for (String attribute : List.of("nounwind", "willreturn", "nocallback")) {
                    Attributes.addToFunction(function, attribute, context);
                }
            }
        }
    }

    private boolean isOnVectors() {
        return module.functions().stream()
                        .anyMatch(function -> function.isIntrinsic()
                                && MathUse.isMath(function)
                                && MathUse.named(function).isEmpty())
                || remainders().stream()
                        .anyMatch(remainder -> precision(remainder).isEmpty());
    }

    private List<IrInstruction> remainders() {
        return module.functions().stream()
                .flatMap(function -> function.instructions().stream())
                .filter(instruction -> instruction.opcode() == Opcode.FLOAT_REMAINDER)
                .toList();
    }

    private static Optional<Precision> precision(IrInstruction instruction) {
        return Precision.ofType(instruction.value().type().toString());
    }

    private boolean needsLibrary() {
        return uses().stream()
                .anyMatch(call ->
                        MathUse.of(call).filter(use -> !math.isNative(use)).isPresent());
    }

    private List<IrInstruction> uses() {
        List<IrInstruction> uses = new ArrayList<>();
        for (IrFunction function : module.functions()) {
            if (MathUse.named(function).isPresent()) {
                uses.addAll(function.calls());
            }
        }
        return uses;
    }

    private void replaceCalls(Refusals refusals) {
        for (IrInstruction call : uses()) {
            MathUse use = MathUse.of(call).orElseThrow();
            if (math.isNative(use)) {
                continue;
            }
            if (!call.calledType().toString().equals(use.type())) {
                refusals.add(
                        call,
                        "it calls '" + call.calledFunction().orElseThrow().name() + "' as " + call.calledType()
                                + "; it is " + use.type());
            } else {
                substitute(use, call.calledType())
                        .ifPresentOrElse(
                                call::setCalledFunction,
                                () -> refusals.add(
                                        call,
                                        "it calls '"
                                                + call.calledFunction()
                                                        .orElseThrow()
                                                        .name() + "', which is not in " + math.libraryName()));
            }
        }
        if (!math.libraryPrefix().isEmpty()) {
            replaceRemainders();
        }
    }

    /** What the instruction computes is C's {@code fmod}. */
    private void replaceRemainders() {
        for (IrInstruction remainder : remainders()) {
            precision(remainder).ifPresent(precision -> replace(remainder, precision));
        }
    }

    private void replace(IrInstruction remainder, Precision precision) {
        IrType type = remainder.value().type();
        MathUse use = new MathUse(MathFunction.FMOD, precision, false);
        IrFunction function =
                substitute(use, context.function(type, List.of(type, type))).orElseThrow();
        try (IrBuilder builder = IrBuilder.before(remainder, context)) {
            remainder.replaceUsesWith(builder.call(function, List.of(remainder.operand(0), remainder.operand(1)), ""));
        }
        remainder.erase();
    }

    private Optional<IrFunction> substitute(MathUse use, IrType type) {
        return math.definition(use).map(definition -> {
            needed.put(use.symbol(), definition);
            return declare(use.symbol(), type);
        });
    }

    private IrFunction declare(String symbol, IrType type) {
        return module.findFunction(symbol).orElseGet(() -> module.addFunction(symbol, type, Linkage.EXTERNAL));
    }

    private void define() {
        if (needed.isEmpty()) {
            return;
        }
        Set<String> declarations = new LinkedHashSet<>();
        StringBuilder definitions = new StringBuilder();
        for (Definition definition : needed.values()) {
            declarations.addAll(definition.declarations());
            definitions.append(definition.text());
        }
        String text = String.join("\n", declarations) + "\n" + definitions;
        ModuleLinker.link(module, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
