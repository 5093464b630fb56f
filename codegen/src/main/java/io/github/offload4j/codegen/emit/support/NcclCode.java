package io.github.offload4j.codegen.emit.support;

import io.github.offload4j.codegen.abi.GpuDriver;
import io.github.offload4j.codegen.abi.NcclFunction;
import io.github.offload4j.codegen.helper.Helper;
import io.github.offload4j.codegen.helper.HelperFunctions;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Linkage;
import io.github.offload4j.codegen.ir.ModuleLinker;
import java.util.List;

/**
 * {@code .offload_check_communicator}: stops a program before it calls a function of NCCL with a communicator of another device
 * than the data. The code for that is in {@code nccl.ll}.
 */
public final class NcclCode {
    private static final String TEXT = "nccl.ll";
    private static final String COMPARES = ".offload_nccl_compare.v1";

    private final IrModule module;
    private final IrContext context;
    private final HelperFunctions helpers;

    NcclCode(IrModule module, HelperFunctions helpers) {
        this.module = module;
        this.helpers = helpers;
        this.context = module.context();
    }

    /**
     * Emits the check of a call that comes next, if it is one of NCCL's.
     *
     * @param arguments with addresses of a device
     * @param call what messages say is called, and where
     * @param caller the function that the call stands in
     */
    public void check(IrFunction callee, List<IrValue> arguments, String call, String caller, IrBuilder builder) {
        NcclFunction.find(callee.name())
                .filter(function -> fits(function, callee))
                .ifPresent(function -> emit(function, arguments, call, caller, builder));
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

    private void emit(NcclFunction function, List<IrValue> arguments, String call, String caller, IrBuilder builder) {
        IrType pointer = context.pointer();
        IrType type = context.function(context.voidType(), List.of(pointer, pointer, pointer, pointer));
        IrFunction check = helpers.shared(Helper.CHECK_COMMUNICATOR, type, this::fill);
        List<IrValue> checked = List.of(
                arguments.get(function.communicator()),
                arguments.get(function.buffer()),
                module.addText(".offload_message", call),
                module.addText(".offload_message", caller));
        builder.call(check, checked, "");
    }

    private void fill(IrFunction check) {
        List<IrValue> arguments = List.of(
                asks().value(),
                check.parameter(0),
                check.parameter(1),
                text(GpuDriver.CUDA.libraries().get(0)),
                text(GpuDriver.CUDA.functions().get(0)),
                context.constant(Integer.SIZE, GpuDriver.CUDA.numberAttribute()),
                check.parameter(2),
                check.parameter(3));
        IrType type = context.function(
                context.voidType(), arguments.stream().map(IrValue::type).toList());
        IrFunction compares = module.addFunction(COMPARES, type, Linkage.EXTERNAL);
        try (IrBuilder builder = IrBuilder.atEnd(check.appendBlock("entry"), context)) {
            builder.call(compares, arguments, "");
            builder.returnVoid();
        }
        ModuleLinker.linkNeeded(module, NcclCode.class, TEXT);
    }

    private IrValue text(String text) {
        return module.addText(".offload_symbol", text);
    }
}
