package io.github.offload4j.codegen.emit.support;

import io.github.offload4j.codegen.abi.GpuDriver;
import io.github.offload4j.codegen.abi.NcclFunction;
import io.github.offload4j.codegen.helper.Substitute;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Linkage;
import io.github.offload4j.codegen.ir.ModuleLinker;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * {@code .offload_call.F}: calls a function of NCCL, and stops the program before that where the communicator is another device's
 * than the data. The code for that is in {@code nccl.ll}.
 */
public final class NcclCode {
    private static final String TEXT = "nccl.ll";
    private static final String CHECK = ".offload_nccl_check.v1";

    private final IrModule module;
    private final IrContext context;
    private final Map<String, IrFunction> known = new HashMap<>();

    NcclCode(IrModule module) {
        this.module = module;
        this.context = module.context();
    }

    /**
     * Returns what to call in the place of a function when addresses of a device are among the arguments.
     *
     * @param call what messages say is called, and where
     * @param caller the function that the call stands in
     * @return a function of the same type; nothing when it is none of NCCL's
     */
    public Optional<IrFunction> instead(IrFunction callee, String call, String caller) {
        return NcclFunction.find(callee.name())
                .filter(function -> fits(function, callee))
                .map(function ->
                        known.computeIfAbsent(call + "\n" + caller, key -> substitute(function, callee, call, caller)));
    }

    /** Programs may have functions of their own by these names, or what asks a communicator as something else. */
    private boolean fits(NcclFunction function, IrFunction callee) {
        List<IrType> parameters = callee.parameterTypes();
        return callee.isDeclaration()
                && !callee.isVariadic()
                && parameters.size() == function.parameters()
                && parameters.get(function.buffer()).isPointer()
                && parameters.get(function.communicator()).isPointer()
                && module.findFunction(NcclFunction.DEVICE)
                        .map(asks -> asks.type().equals(asking()))
                        .orElse(!module.hasSymbol(NcclFunction.DEVICE));
    }

    private IrType asking() {
        return context.function(context.integer(Integer.SIZE), List.of(context.pointer(), context.pointer()));
    }

    /** A program that does not ask itself may be linked with a library that cannot be asked. */
    private IrFunction asks() {
        return module.findFunction(NcclFunction.DEVICE)
                .orElseGet(() -> module.addFunction(NcclFunction.DEVICE, asking(), Linkage.EXTERNAL_WEAK));
    }

    private IrFunction substitute(NcclFunction function, IrFunction callee, String call, String caller) {
        IrFunction added = Substitute.add(module, callee);
        List<IrValue> arguments = IntStream.range(0, callee.parameterCount())
                .mapToObj(added::parameter)
                .toList();
        List<IrValue> checked = List.of(
                asks().value(),
                arguments.get(function.communicator()),
                arguments.get(function.buffer()),
                text(GpuDriver.CUDA.libraries().get(0)),
                text(GpuDriver.CUDA.functions().get(0)),
                context.constant(Integer.SIZE, GpuDriver.CUDA.numberAttribute()),
                module.addText(".offload_message", call),
                module.addText(".offload_message", caller));
        try (IrBuilder builder = IrBuilder.atEnd(added.appendBlock("entry"), context)) {
            builder.call(check(checked), checked, "");
            IrValue result = builder.callAsDeclared(callee, arguments);
            if (callee.returnType().isVoid()) {
                builder.returnVoid();
            } else {
                builder.returnValue(result);
            }
        }
        if (module.findFunction(CHECK).orElseThrow().isDeclaration()) {
            ModuleLinker.linkNeeded(module, NcclCode.class, TEXT);
        }
        return added;
    }

    private IrFunction check(List<IrValue> arguments) {
        return module.findFunction(CHECK).orElseGet(() -> {
            List<IrType> types = arguments.stream().map(IrValue::type).toList();
            return module.addFunction(CHECK, context.function(context.voidType(), types), Linkage.EXTERNAL);
        });
    }

    private IrValue text(String text) {
        return module.addText(".offload_symbol", text);
    }
}
