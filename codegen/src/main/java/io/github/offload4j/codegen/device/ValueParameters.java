package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.ir.Attributes;
import io.github.offload4j.codegen.ir.DataLayout;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Linkage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts values together again that came in several of the runtime's slots: structures, arrays, vectors and wide integers,
 * whether the kernel takes them as such or by the address of a copy. What stands in front of the kernel takes words in
 * their place, as they follow each other in memory.
 */
final class ValueParameters {
    private static final String SUFFIX = ".words";
    private static final int ALIGNMENT = 16;

    private final IrModule module;
    private final IrContext context;
    private final DataLayout layout;
    private final IrFunction kernel;

    private ValueParameters(IrModule module, IrFunction kernel) {
        this.module = module;
        this.context = module.context();
        this.layout = module.layout();
        this.kernel = kernel;
    }

    /**
     * Returns a function that does what a kernel does, and takes only pointers and what fits a slot: the kernel itself, or
     * a local function into which it is inlined.
     */
    static IrFunction inWords(IrModule module, IrFunction kernel) {
        ValueParameters parameters = new ValueParameters(module, kernel);
        boolean plain = true;
        for (int i = 0; i < kernel.parameterCount(); i++) {
            plain &= parameters.fitsSlot(i);
        }
        return plain ? kernel : parameters.make();
    }

    private boolean fitsSlot(int index) {
        IrType type = kernel.parameterTypes().get(index);
        return Attributes.copiedType(kernel, index).isEmpty() && (type.isPointer() || type.scalarBits() > 0);
    }

    private IrFunction make() {
        List<IrType> slots = new ArrayList<>();
        for (int i = 0; i < kernel.parameterCount(); i++) {
            if (fitsSlot(i)) {
                slots.add(kernel.parameterTypes().get(i));
            } else {
                for (int word = 0; word < words(i); word++) {
                    slots.add(context.integer(Long.SIZE));
                }
            }
        }
        IrFunction function = module.addFunction(
                kernel.name() + SUFFIX, context.function(context.voidType(), slots), Linkage.INTERNAL);
        TargetLowering.alwaysInline(function, module);
        TargetLowering.alwaysInline(kernel, module);
        try (IrBuilder builder = IrBuilder.atEnd(function.appendBlock("entry"), context)) {
            builder.call(kernel, arguments(function, builder), "");
            builder.returnVoid();
        }
        for (int i = 0; i < kernel.parameterCount(); i++) {
            Attributes.removeCopy(kernel, i);
        }
        return function;
    }

    private int words(int index) {
        IrType type = kernel.parameterTypes().get(index);
        Optional<IrType> copied = Attributes.copiedType(kernel, index);
        long bytes = copied.isPresent()
                ? layout.bytes(copied.get()).orElseThrow()
                : layout.storedBytes(type).orElseThrow();
        return Math.toIntExact((bytes + Long.BYTES - 1) / Long.BYTES);
    }

    private List<IrValue> arguments(IrFunction function, IrBuilder builder) {
        List<IrValue> arguments = new ArrayList<>();
        int slot = 0;
        for (int i = 0; i < kernel.parameterCount(); i++) {
            String name = kernel.parameter(i).name();
            if (fitsSlot(i)) {
                function.nameParameter(slot, name);
                if (kernel.parameterTypes().get(i).isPointer()) {
                    Attributes.copyParameter(kernel, i, function, slot);
                }
                arguments.add(function.parameter(slot++));
                continue;
            }
            List<IrValue> words = new ArrayList<>();
            for (int word = 0; word < words(i); word++) {
                function.nameParameter(slot, name);
                words.add(function.parameter(slot++));
            }
            arguments.add(together(i, words, builder));
        }
        return arguments;
    }

    private IrValue together(int index, List<IrValue> words, IrBuilder builder) {
        IrType type = context.array(context.integer(Long.SIZE), words.size());
        int alignment = (int) Math.max(ALIGNMENT, Attributes.parameterAlignment(kernel, index));
        IrValue memory = builder.slot(type, alignment);
        IrValue address = builder.addressSpaceCast(memory, context.pointer());
        for (int i = 0; i < words.size(); i++) {
            builder.store(words.get(i), builder.elementAddress(type, address, i, ""), Long.BYTES);
        }
        return Attributes.copiedType(kernel, index).isPresent()
                ? address
                : builder.load(kernel.parameterTypes().get(index), address, ALIGNMENT, "");
    }
}
