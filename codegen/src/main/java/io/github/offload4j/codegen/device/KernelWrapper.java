package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.ir.Attributes;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Linkage;
import java.util.ArrayList;
import java.util.List;

/**
 * The function that the runtime launches: slots of 8 bytes for the parameters of the user's kernel, which it calls and
 * which is inlined into it, and a hidden pointer in front of them or behind.
 */
final class KernelWrapper {
    private static final String BODY_SUFFIX = ".body";

    private final IrModule module;
    private final IrFunction body;
    private final IrFunction wrapper;
    private final boolean pointerFirst;

    /**
     * Takes a kernel's symbol over.
     *
     * @param callingConvention LLVM's number
     * @param addressSpace of the wrapper's pointer parameters
     * @param pointerFirst whether the hidden pointer is in front
     */
    KernelWrapper(IrModule module, IrFunction kernel, int callingConvention, int addressSpace, boolean pointerFirst) {
        this.module = module;
        this.pointerFirst = pointerFirst;
        String symbol = kernel.name();
        this.body = ValueParameters.inWords(module, kernel);
        kernel.rename(symbol + BODY_SUFFIX);
        kernel.setLinkage(Linkage.INTERNAL);
        Attributes.removeText(kernel, KernelModule.KERNEL_ATTRIBUTE);
        this.wrapper = declare(symbol, addressSpace);
        wrapper.setCallingConvention(callingConvention);
        // the body is inlined, and its lines are those of the function that has its place
        wrapper.takeSubprogram(kernel);
    }

    private IrFunction declare(String symbol, int addressSpace) {
        IrContext context = module.context();
        List<IrType> slots = new ArrayList<>();
        if (pointerFirst) {
            slots.add(context.pointer());
        }
        for (IrType type : body.parameterTypes()) {
            slots.add(type.isPointer() ? context.pointer(addressSpace) : context.integer(Long.SIZE));
        }
        if (!pointerFirst) {
            slots.add(context.pointer());
        }
        IrFunction function = module.addFunction(symbol, context.function(context.voidType(), slots), Linkage.EXTERNAL);
        function.nameParameter(pointerFirst ? 0 : slots.size() - 1, "dyn_ptr");
        List<IrType> types = body.parameterTypes();
        for (int i = 0; i < types.size(); i++) {
            function.nameParameter(slot(i), body.parameter(i).name());
            // What is said of a scalar, its extension for example, is not true of its slot.
            if (types.get(i).isPointer()) {
                Attributes.copyParameter(body, i, function, slot(i));
            }
        }
        return function;
    }

    IrFunction function() {
        return wrapper;
    }

    private int slot(int parameter) {
        return pointerFirst ? parameter + 1 : parameter;
    }

    /** Returns the user's arguments, emitting what takes them out of their slots. */
    List<IrValue> arguments(IrBuilder builder) {
        return arguments(wrapper, builder);
    }

    /** Returns the user's arguments in another function, whose parameters begin like the wrapper's. */
    List<IrValue> arguments(IrFunction function, IrBuilder builder) {
        List<IrValue> arguments = new ArrayList<>();
        List<IrType> types = body.parameterTypes();
        for (int i = 0; i < types.size(); i++) {
            arguments.add(fromSlot(function.parameter(slot(i)), types.get(i), builder));
        }
        return arguments;
    }

    private IrValue fromSlot(IrValue slot, IrType type, IrBuilder builder) {
        if (type.isPointer()) {
            return slot.type().equals(type) ? slot : builder.addressSpaceCast(slot, type);
        }
        IrValue bits = builder.integerCast(slot, module.context().integer(type.scalarBits()), false);
        return type.isInteger() ? bits : builder.bitCast(bits, type);
    }

    /** Returns what is called: the user's kernel, or what gives it its arguments by value. */
    IrFunction body() {
        return body;
    }

    /** Emits the call of the user's kernel. */
    void callBody(List<IrValue> arguments, IrBuilder builder) {
        builder.call(body, arguments, "");
    }

    /** Emits a wrapper that calls the kernel once: on a GPU the hardware repeats it. */
    void callOnce() {
        try (IrBuilder builder = IrBuilder.atEnd(wrapper.appendBlock("entry"), module.context())) {
            callBody(arguments(builder), builder);
            builder.returnVoid();
        }
    }
}
