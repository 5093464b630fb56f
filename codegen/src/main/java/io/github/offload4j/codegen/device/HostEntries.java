package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.abi.KernelForm;
import io.github.offload4j.codegen.abi.RuntimeConstants;
import io.github.offload4j.codegen.ir.Comparison;
import io.github.offload4j.codegen.ir.IrBlock;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Linkage;
import io.github.offload4j.codegen.signature.KernelSignature;
import java.util.ArrayList;
import java.util.List;

/**
 * What the runtime calls in an image for a host, where it does not call with a parameter for each argument. Kernels for hosts
 * are lowered with such parameters whatever the runtime: the address of the launch's struct, then a slot of 8 bytes each. For
 * runtime 23 {@code void K(ptr arguments)} stands in front of each, whose parameter is the address of an array with the
 * addresses of the slots, of the struct's address, and of what the runtime adds.
 *
 * <p>For both sides of 23 there is one function as well. Up to 22 its first parameter is the struct's address, from 23 on the
 * array's, which begins with the struct's address there. What is at the address tells which it is: a struct begins with its
 * version, which is less than 8, and an array with the address of a slot, which is a multiple of 8.
 */
final class HostEntries {
    private static final String SUFFIX = ".slots";

    /** The lowest bits, of which a struct's version has some, and the address of a slot of 8 bytes has none. */
    private static final int VERSION_BITS = 7;

    private final IrModule module;
    private final IrContext context;
    private final IrType i64;
    private final IrFunction slots;

    private HostEntries(IrModule module, IrFunction slots) {
        this.module = module;
        this.context = module.context();
        this.i64 = context.integer(Long.SIZE);
        this.slots = slots;
    }

    /** Puts functions in front of kernels, for a form that needs them. */
    static void add(IrModule module, List<KernelSignature> kernels, KernelForm form) {
        for (KernelSignature kernel : kernels) {
            IrFunction slots = module.findFunction(kernel.name()).orElseThrow();
            slots.rename(kernel.name() + SUFFIX);
            slots.setLinkage(Linkage.INTERNAL);
            new HostEntries(module, slots).add(kernel.name(), form);
        }
    }

    /** Undoes that. */
    static void remove(IrModule module, List<KernelSignature> kernels) {
        for (KernelSignature kernel : kernels) {
            IrFunction entry = module.findFunction(kernel.name()).orElseThrow();
            IrFunction slots = entry.instructions().stream()
                    .flatMap(instruction -> instruction.calledFunction().stream())
                    .findFirst()
                    .orElseThrow();
            entry.delete();
            slots.rename(kernel.name());
            slots.setLinkage(Linkage.EXTERNAL);
        }
    }

    private void add(String symbol, KernelForm form) {
        List<IrType> parameters = form == KernelForm.EITHER ? slots.parameterTypes() : List.of(context.pointer());
        IrFunction entry =
                module.addFunction(symbol, context.function(context.voidType(), parameters), Linkage.EXTERNAL);
        IrBlock begin = entry.appendBlock("entry");
        try (IrBuilder builder = IrBuilder.atEnd(begin, context)) {
            if (form == KernelForm.EITHER) {
                entry.nameParameter(0, "struct_or_array");
                for (int i = 1; i < parameters.size(); i++) {
                    entry.nameParameter(i, slots.parameter(i).name());
                }
                either(entry, builder);
            } else {
                entry.nameParameter(0, "arguments");
                callWith(fromArray(entry.parameter(0), slots.parameterCount() - 1, 0, builder), builder);
            }
        }
    }

    private void either(IrFunction entry, IrBuilder builder) {
        IrBlock look = entry.appendBlock("look");
        IrBlock array = entry.appendBlock("array");
        IrBlock registers = entry.appendBlock("registers");
        IrValue first = entry.parameter(0);
        // where the host module has no such image, nobody hands over a struct, which the kernel itself has words for
        IrValue none = context.constant(Long.SIZE, RuntimeConstants.NO_LAUNCH_ENVIRONMENT);
        IrValue address = builder.pointerToInteger(first, i64);
        builder.branch(builder.compare(Comparison.EQUAL, address, none, ""), registers, look);
        builder.moveToEnd(look);
        IrValue word = builder.load(i64, first, Long.BYTES, "");
        IrValue version = builder.and(word, context.constant(Long.SIZE, VERSION_BITS));
        IrValue isAddress = builder.compare(Comparison.EQUAL, version, context.constant(Long.SIZE, 0), "");
        builder.branch(isAddress, array, registers);
        builder.moveToEnd(array);
        callWith(fromArray(first, 0, 1, builder), builder);
        builder.moveToEnd(registers);
        List<IrValue> values = new ArrayList<>();
        for (int i = 0; i < entry.parameterCount(); i++) {
            values.add(entry.parameter(i));
        }
        callWith(values, builder);
    }

    /**
     * Emits what takes a kernel's values out of an array.
     *
     * @param struct where the struct's address is in it
     * @param first where the first of the arguments is
     */
    private List<IrValue> fromArray(IrValue array, int struct, int first, IrBuilder builder) {
        List<IrType> types = slots.parameterTypes();
        List<IrValue> values = new ArrayList<>(types.size());
        for (int i = 0; i < types.size(); i++) {
            IrValue slot = address(array, i == 0 ? struct : first + i - 1, builder);
            values.add(builder.load(
                    types.get(i), slot, Long.BYTES, slots.parameter(i).name()));
        }
        return values;
    }

    private IrValue address(IrValue array, int index, IrBuilder builder) {
        IrValue place = index == 0
                ? array
                : builder.offsetAddress(
                        context.integer(Byte.SIZE),
                        array,
                        context.constant(Integer.SIZE, (long) index * Long.BYTES),
                        "");
        return builder.load(context.pointer(), place, Long.BYTES, "");
    }

    private void callWith(List<IrValue> values, IrBuilder builder) {
        builder.call(slots, values, "");
        builder.returnVoid();
    }
}
