package io.github.offload4j.codegen.device;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.offload4j.codegen.device.processor.Processors;
import io.github.offload4j.codegen.image.Architecture;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.ir.Atomics;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Linkage;
import io.github.offload4j.codegen.ir.ModuleLinker;
import io.github.offload4j.codegen.ir.TargetMachine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Atomic accesses of 128 bits on NVIDIA's GPUs, which have loads, stores, exchanges, and exchanges after a comparison. LLVM 20
 * has none of them, so they are PTX in the code of functions. Whatever else an access computes is a loop around the last.
 */
final class WideAtomics {
    static final int BITS = 2 * Long.SIZE;

    private static final int FIRST_PROCESSOR = 90;
    private static final String PREFIX = "offload.wide.";
    private static final String COMPUTATION = PREFIX + "compute.";

    /** The first version of PTX that has all of them. */
    private static final String VERSION = ".version 8.4";

    private static final Pattern USE = Pattern.compile("(?m)^\\s*(atom|ld|st)\\.\\S*\\.b128\\s");
    private static final Pattern OLDER = Pattern.compile("(?m)^\\.version (7\\.\\d|8\\.[0-3])$");

    private final IrModule module;

    /** By their symbols. */
    private final Map<String, String> functions = new LinkedHashMap<>();

    private WideAtomics(IrModule module) {
        this.module = module;
    }

    /** Returns whether a target has them. */
    static boolean has(DeviceTarget target) {
        return target.architecture() == Architecture.NVPTX64
                && Processors.number(target.processor()) >= FIRST_PROCESSOR;
    }

    /** Replaces those of a module, whose scopes are the target's. */
    static void lower(IrModule module, DeviceTarget target, TargetMachine machine) {
        if (!has(target)) {
            return;
        }
        WideAtomics atomics = new WideAtomics(module);
        for (IrFunction function : module.functions()) {
            for (IrInstruction instruction : function.instructions()) {
                if (Atomics.isAccess(instruction) && Atomics.bits(instruction) == BITS) {
                    atomics.replace(instruction);
                }
            }
        }
        if (!atomics.functions.isEmpty()) {
            ModuleLinker.link(
                    module, String.join("", atomics.functions.values()).getBytes(UTF_8));
            for (String symbol : atomics.functions.keySet()) {
                IrFunction function = module.findFunction(symbol).orElseThrow();
                function.setLinkage(Linkage.INTERNAL);
                if (symbol.startsWith(COMPUTATION)) {
                    machine.runPasses(function, "lower-atomic,sroa");
                }
            }
        }
    }

    /** Returns PTX that says it is of a version which has what it uses. */
    static String inItsVersion(String ptx) {
        return USE.matcher(ptx).find() ? OLDER.matcher(ptx).replaceFirst(VERSION) : ptx;
    }

    private void replace(IrInstruction access) {
        String scope = Atomics.scope(access).orElse("");
        String order = Atomics.order(access);
        String kind = Atomics.operation(access);
        String symbol = PREFIX + kind + "." + order + "." + inPtx(scope);
        if (!functions.containsKey(symbol)) {
            String fence = order.equals("seq_cst")
                    ? "  fence " + (scope.isEmpty() ? "" : "syncscope(\"" + scope + "\") ") + "seq_cst\n"
                    : "";
            functions.put(symbol, text(symbol, kind, fence, order, inPtx(scope)));
        }
        List<IrValue> operands = access.operands();
        List<IrType> types = operands.stream().map(IrValue::type).toList();
        IrType type = module.context().function(access.value().type(), types);
        IrFunction function =
                module.findFunction(symbol).orElseGet(() -> module.addFunction(symbol, type, Linkage.EXTERNAL));
        try (IrBuilder builder = IrBuilder.before(access, module.context())) {
            IrValue result = builder.call(function, operands, "");
            if (!function.returnType().isVoid()) {
                access.replaceUsesWith(result);
            }
        }
        access.erase();
    }

    private static String inPtx(String scope) {
        return switch (scope) {
            case "block" -> "cta";
            case "cluster" -> "cluster";
            case "device" -> "gpu";
            case "" -> "sys";
            default -> throw new IllegalArgumentException("no scope of PTX: " + scope);
        };
    }

    private String text(String symbol, String kind, String fence, String order, String scope) {
        boolean total = order.equals("seq_cst");
        return switch (kind) {
            case "load" ->
                "define i128 @" + symbol + "(ptr %p) alwaysinline {\n" + fence
                        + load("value", (total ? "acquire" : order) + "." + scope) + "  ret i128 %value\n}\n";
            case "store" ->
                "define void @" + symbol + "(i128 %value, ptr %p) alwaysinline {\n" + fence
                        + "  call void asm sideeffect \"st." + (total ? "release" : order) + "." + scope
                        + ".b128 [$0], $1;\", \"l,q,~{memory}\"(ptr %p, i128 %value)\n  ret void\n}\n";
            case "xchg" ->
                "define i128 @" + symbol + "(ptr %p, i128 %new) alwaysinline {\n" + fence
                        + "  %old = call i128 asm sideeffect \"atom." + (total ? "acq_rel" : order) + "." + scope
                        + ".exch.b128 $0, [$1], $2;\", \"=q,l,q,~{memory}\"(ptr %p, i128 %new)\n  ret i128 %old\n}\n";
            case "cmpxchg" ->
                "define { i128, i1 } @" + symbol
                        + "(ptr %p, i128 %expected, i128 %new) alwaysinline {\n" + fence
                        + exchange("old", "expected", (total ? "acq_rel" : order) + "." + scope)
                        + """
                      %same = icmp eq i128 %old, %expected
                      %some = insertvalue { i128, i1 } poison, i128 %old, 0
                      %pair = insertvalue { i128, i1 } %some, i1 %same, 1
                      ret { i128, i1 } %pair
                    }
                    """;
            default -> loop(symbol, kind, fence, (total ? "acq_rel" : order) + "." + scope, scope);
        };
    }

    private String loop(String symbol, String kind, String fence, String how, String scope) {
        functions.putIfAbsent(
                COMPUTATION + kind, """
                define i128 @NAME(i128 %old, i128 %value) alwaysinline {
                  %slot = alloca i128, align 16
                  store i128 %old, ptr %slot, align 16
                  %same = atomicrmw KIND ptr %slot, i128 %value monotonic, align 16
                  %new = load i128, ptr %slot, align 16
                  ret i128 %new
                }
                """.replace("NAME", COMPUTATION + kind).replace("KIND", kind));
        return "define i128 @" + symbol + "(ptr %p, i128 %value) alwaysinline {\nentry:\n" + fence
                + load("first", "relaxed." + scope)
                + """
                  br label %again
                again:
                  %expected = phi i128 [ %first, %entry ], [ %old, %again ]
                  %new = call i128 @COMPUTE(i128 %expected, i128 %value)
                """.replace("COMPUTE", COMPUTATION + kind)
                + exchange("old", "expected", how)
                + """
                  %same = icmp eq i128 %old, %expected
                  br i1 %same, label %done, label %again
                done:
                  ret i128 %old
                }
                """;
    }

    private static String load(String value, String how) {
        return "  %" + value + " = call i128 asm sideeffect \"ld." + how
                + ".b128 $0, [$1];\", \"=q,l,~{memory}\"(ptr %p)\n";
    }

    private static String exchange(String value, String expected, String how) {
        return "  %" + value + " = call i128 asm sideeffect \"atom." + how
                + ".cas.b128 $0, [$1], $2, $3;\", \"=q,l,q,q,~{memory}\"(ptr %p, i128 %" + expected + ", i128 %new)\n";
    }
}
