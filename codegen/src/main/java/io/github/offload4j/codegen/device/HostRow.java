package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.device.block.BlockForm;
import io.github.offload4j.codegen.device.block.BlockFunction;
import io.github.offload4j.codegen.device.block.ItemFunction;
import io.github.offload4j.codegen.device.block.NaturalLoop;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Linkage;
import io.github.offload4j.codegen.ir.Opcode;
import io.github.offload4j.codegen.ir.TargetMachine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * A function that runs some threads of a row which have loops of their own, of a matrix product for example: as if the threads
 * met in every round, so that the loops over the threads are the innermost ones.
 *
 * @param form the function
 * @param asked what it wants to be told besides, in the order of the parameters behind the kernel's own
 * @param ways how the number of the first thread is given to it, in the order of the parameters behind those, its last
 */
record HostRow(BlockForm form, List<Asked> asked, List<RowFunction> ways) {
    private static final String INLINE = "always-inline";

    /** Bytes of the memory that the threads of one call have, which the nearest cache has room for beside other things. */
    private static final long MOST_BYTES = 1 << 14;

    private static final int ALIGNMENT = 64;
    private static final int MOST_THREADS = 256;
    private static final int FEWEST_THREADS = 16;

    /**
     * A number that is the same for the row.
     *
     * @param function what asks for it
     * @param dimension in which dimension
     */
    record Asked(DeviceFunction function, int dimension) {}

    /**
     * Makes one of a kernel that asks for its threads' numbers in their rows, where that pays and is possible.
     *
     * @param ways how the kernel computes the numbers
     */
    static Optional<HostRow> of(IrFunction kernel, Set<RowFunction> ways, IrModule module, TargetMachine machine) {
        List<NaturalLoop> loops = NaturalLoop.innermost(kernel);
        RowStride stride = new RowStride(module.layout());
        boolean dense = loops.stream()
                .flatMap(loop -> loop.blocks().stream())
                .flatMap(block -> block.instructions().stream())
                .allMatch(i -> isScalar(i.value().type())
                        && (!(i.opcode() == Opcode.LOAD || i.opcode() == Opcode.STORE) || stride.isDense(i)));
        return loops.isEmpty() || !dense ? Optional.empty() : make(kernel, List.copyOf(ways), module, machine);
    }

    /** What a front end has made vectors of already, LLVM makes no other ones of. */
    private static boolean isScalar(IrType type) {
        return type.isVoid() || type.isPointer() || type.isInteger() || type.scalarBits() > 0;
    }

    private static Optional<HostRow> make(
            IrFunction kernel, List<RowFunction> ways, IrModule module, TargetMachine machine) {
        IrContext context = module.context();
        List<Asked> asked = DeviceCalls.in(kernel).stream()
                .map(call -> new Asked(DeviceCalls.function(call), DeviceCalls.dimension(call)))
                .distinct()
                .toList();
        List<IrType> types = new ArrayList<>(kernel.parameterTypes());
        asked.forEach(a -> types.add(context.integer(Integer.SIZE)));
        ways.forEach(way -> types.add(context.integer(way.bits())));
        IrFunction function =
                module.addFunction(kernel.name() + ".row", BlockFunction.type(types, context), Linkage.INTERNAL);
        BlockFunction item = new BlockFunction(function);
        item.nameParameters();
        int count = kernel.parameterCount();
        try (IrBuilder builder = IrBuilder.atEnd(function.appendBlock("entry"), context)) {
            builder.call(kernel, item.arguments().subList(0, count), "");
            builder.returnVoid();
        }
        inline(kernel, module, machine);
        answer(item, count, asked, ways, module);
        Optional<HostRow> made = BlockForm.loops(item, module, machine)
                .filter(form -> form.space().bytes() <= MOST_BYTES / FEWEST_THREADS)
                .map(form -> new HostRow(form, asked, ways));
        if (made.isPresent()) {
            TargetLowering.alwaysInline(function, module);
        } else {
            function.delete();
        }
        return made;
    }

    /** Copies the kernel into its only caller; the pass would delete what has no other one and is not seen from outside. */
    private static void inline(IrFunction kernel, IrModule module, TargetMachine machine) {
        kernel.setLinkage(Linkage.EXTERNAL);
        TargetLowering.alwaysInline(kernel, module);
        machine.runPasses(module.raw(), INLINE);
        kernel.setLinkage(Linkage.INTERNAL);
    }

    private static void answer(
            BlockFunction item, int count, List<Asked> asked, List<RowFunction> ways, IrModule module) {
        List<IrValue> arguments = item.arguments();
        Map<Asked, IrValue> answers = new LinkedHashMap<>();
        for (int i = 0; i < asked.size(); i++) {
            answers.put(asked.get(i), arguments.get(count + i));
        }
        for (IrInstruction call : DeviceCalls.in(item.function())) {
            Asked question = new Asked(DeviceCalls.function(call), DeviceCalls.dimension(call));
            call.replaceUsesWith(Objects.requireNonNull(answers.get(question), "a question that was not looked for"));
            call.erase();
        }
        IrContext context = module.context();
        for (IrInstruction call : item.function().instructions()) {
            RowFunction.calledBy(call).ifPresent(way -> {
                try (IrBuilder builder = IrBuilder.before(call, context)) {
                    IrValue index =
                            builder.call(ItemFunction.INDEX.in(module), List.of(context.constant(Integer.SIZE, 0)), "");
                    IrValue first = arguments.get(count + asked.size() + ways.indexOf(way));
                    IrValue added = way.bits() == Long.SIZE ? builder.zeroExtend(index, first.type()) : index;
                    call.replaceUsesWith(builder.addBounded(first, added));
                }
                call.erase();
            });
        }
    }

    /** Returns how many threads a call may be for. */
    int threads() {
        long bytes = form.space().bytes();
        long room = bytes == 0 ? MOST_THREADS : Math.min(MOST_THREADS, MOST_BYTES / bytes);
        return (int) (room / FEWEST_THREADS * FEWEST_THREADS);
    }

    /** Emits what reserves the memory that those have, at the beginning of a function. */
    IrValue memory(IrContext context, IrBuilder builder) {
        long bytes = threads() * form.space().bytes();
        return bytes == 0
                ? context.nullPointer()
                : builder.alloca(context.array(context.integer(Byte.SIZE), bytes), "threads", ALIGNMENT);
    }

    /**
     * Emits a call.
     *
     * @param memory for the threads
     * @param arguments the kernel's
     * @param value gives what is the same for the row
     * @param row where the builder stands
     */
    void call(
            IrValue memory,
            List<IrValue> arguments,
            BiFunction<DeviceFunction, Integer, IrValue> value,
            RowLoop row,
            IrContext context,
            IrBuilder builder) {
        IrValue one = context.constant(Integer.SIZE, 1);
        IrValue zero = context.constant(Integer.SIZE, 0);
        List<IrValue> all = new ArrayList<>(List.of(memory, context.nullPointer(), context.nullPointer()));
        all.addAll(List.of(zero, zero, zero, row.threads(), one, one, one, one, one));
        all.addAll(arguments);
        asked.forEach(a -> all.add(value.apply(a.function(), a.dimension())));
        ways.forEach(way -> all.add(row.numbers().get(way)));
        builder.call(form.block().function(), all, "");
    }
}
