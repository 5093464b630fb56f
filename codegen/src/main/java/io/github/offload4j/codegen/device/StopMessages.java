package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.abi.RuntimeConstants;
import io.github.offload4j.codegen.abi.RuntimeFunction;
import io.github.offload4j.codegen.image.Architecture;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Linkage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Has kernels say why they stop, on the targets that can print: the host, and NVIDIA's GPUs. */
final class StopMessages {
    /** What NVIDIA's GPUs print with: a format, and where its values are. */
    private static final String DEVICE_PRINT = "vprintf";

    /** How a kernel stops by itself. */
    private static final List<String> TRAPS = List.of("llvm.trap", "llvm.ubsantrap");

    private final IrModule module;
    private final Architecture target;
    private final Map<String, IrValue> texts = new HashMap<>();

    StopMessages(IrModule module, Architecture target) {
        this.module = module;
        this.target = target;
    }

    /**
     * Puts a message in front of every call of a function that never returns, and of every trap.
     *
     * @param stops the functions whose bodies stop a kernel
     */
    void add(List<IrFunction> stops) {
        List<IrInstruction> calls = new ArrayList<>();
        stops.forEach(stop -> calls.addAll(stop.calls()));
        for (String trap : TRAPS) {
            module.findFunction(trap).ifPresent(function -> calls.addAll(function.calls()));
        }
        calls.removeIf(call -> stops.contains(call.function()));
        Map<String, String> names = DemangledNames.of(
                calls.stream().map(call -> call.function().name()).distinct().toList());
        for (IrInstruction call : calls) {
            String symbol = call.function().name();
            String function = names.containsKey(symbol)
                    ? DemangledNames.withoutParameters(names.get(symbol))
                    : StopText.name(symbol);
            print(StopText.of(call, function), call);
        }
    }

    private void print(String text, IrInstruction before) {
        IrContext context = module.context();
        IrType i32 = context.integer(Integer.SIZE);
        IrType i64 = context.integer(Long.SIZE);
        try (IrBuilder builder = IrBuilder.before(before, context)) {
            switch (target) {
                case AARCH64, X86_64 ->
                    declared(
                                    RuntimeFunction.WRITE.symbol(),
                                    context.function(i64, List.of(i32, context.pointer(), i64)))
                            .ifPresent(write -> builder.call(
                                    write,
                                    List.of(
                                            context.constant(Integer.SIZE, RuntimeConstants.STANDARD_ERROR),
                                            text(text),
                                            context.constant(Long.SIZE, text.getBytes(StandardCharsets.UTF_8).length)),
                                    ""));
                case NVPTX64 ->
                    declared(DEVICE_PRINT, context.function(i32, List.of(context.pointer(), context.pointer())))
                            .ifPresent(print -> builder.call(
                                    print, List.of(text(text.replace("%", "%%")), context.nullPointer()), ""));
                case AMDGCN -> {}
            }
        }
    }

    private IrValue text(String text) {
        return texts.computeIfAbsent(text, t -> module.addText("offload_stop", t));
    }

    /** Returns the module's declaration; nothing where the kernels have something else under the name. */
    private Optional<IrFunction> declared(String symbol, IrType type) {
        Optional<IrFunction> known = module.findFunction(symbol);
        if (known.isPresent()) {
            return known.filter(
                    function -> function.isDeclaration() && function.type().equals(type));
        }
        return module.hasSymbol(symbol)
                ? Optional.empty()
                : Optional.of(module.addFunction(symbol, type, Linkage.EXTERNAL));
    }
}
