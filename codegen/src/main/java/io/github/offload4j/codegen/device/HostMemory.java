package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.abi.RuntimeFunction;
import io.github.offload4j.codegen.abi.StructLayout;
import io.github.offload4j.codegen.device.block.ItemSpace;
import io.github.offload4j.codegen.ir.Comparison;
import io.github.offload4j.codegen.ir.IrBlock;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The memory of a block on the host, which one block after the other uses: reserved once for a launch, and given back. */
final class HostMemory {
    /** More threads than any GPU's block has, and few enough for sums of their numbers. */
    private static final long MOST_THREADS = 1 << 24;

    private static final long ALIGNMENT = 64;

    private final GridFunction blocks;
    private final IrContext context;
    private final HostStop stop;
    private final IrBuilder builder;
    private final List<IrValue> pointers = new ArrayList<>();
    private final List<IrValue> reserved = new ArrayList<>();

    private HostMemory(GridFunction blocks, IrModule module, HostStop stop, IrBuilder builder) {
        this.blocks = blocks;
        this.context = module.context();
        this.stop = stop;
        this.builder = builder;
    }

    /** Emits what reserves it, and ends the program where a launch cannot have it, or has no threads or too many. */
    static HostMemory reserve(
            HostBlock block,
            GridFunction blocks,
            List<IrValue> sizes,
            IrModule module,
            HostStop stop,
            IrBuilder builder) {
        HostMemory memory = new HostMemory(blocks, module, stop, builder);
        IrBlock sized = blocks.function().appendBlock("sized");
        builder.branch(sized);
        builder.moveToEnd(sized);
        memory.emit(block, sizes);
        return memory;
    }

    private void emit(HostBlock block, List<IrValue> sizes) {
        IrValue threads = threads(sizes);
        HostShared shared = block.shared();
        Optional<IrValue> dynamic = shared.dynamic() ? Optional.of(dynamicBytes()) : Optional.empty();
        ItemSpace space = block.form().space();
        pointers.add(allocate(builder.multiply(threads, constant(space.bytes())), space.bytes(), space.alignment()));
        pointers.add(allocate(constant(shared.bytes()), shared.bytes(), shared.alignment()));
        pointers.add(dynamic.map(bytes -> allocate(bytes, ALIGNMENT, ALIGNMENT)).orElse(context.nullPointer()));
        reserved.stream()
                .map(memory -> builder.compare(
                        Comparison.NOT_EQUAL,
                        builder.pointerToInteger(memory, context.integer(Long.SIZE)),
                        constant(0),
                        ""))
                .reduce(builder::and)
                .ifPresent(all -> require(all, "has no memory for the threads of a block"));
    }

    private IrValue threads(List<IrValue> sizes) {
        IrType i64 = context.integer(Long.SIZE);
        IrValue product = builder.zeroExtend(sizes.get(0), i64);
        IrValue few = isFew(product);
        for (IrValue size : sizes.subList(1, sizes.size())) {
            // no product overflows as long as those before it are few
            product = builder.multiply(product, builder.zeroExtend(size, i64));
            few = builder.and(few, isFew(product));
        }
        require(few, "was launched on the host with a block of no threads, or of more than " + MOST_THREADS);
        return product;
    }

    private IrValue isFew(IrValue threads) {
        return builder.compare(Comparison.BELOW, builder.subtract(threads, constant(1)), constant(MOST_THREADS), "");
    }

    private IrValue dynamicBytes() {
        int offset = StructLayout.KERNEL_ARGUMENTS.offset("DynCGroupMem");
        IrValue place = builder.offsetAddress(
                context.integer(Byte.SIZE), blocks.hiddenPointer(), context.constant(Integer.SIZE, offset), "");
        IrValue size = builder.load(context.integer(Integer.SIZE), place, Integer.BYTES, "");
        require(
                builder.compare(Comparison.NOT_EQUAL, size, context.constant(Integer.SIZE, 0), ""),
                "uses shared memory whose size the launch decides, and was launched without any");
        return builder.zeroExtend(size, context.integer(Long.SIZE));
    }

    /**
     * Emits what reserves memory.
     *
     * @param least what it has at least, in bytes; a null pointer stands for none, where that is 0
     * @param alignment of its address, in bytes
     */
    private IrValue allocate(IrValue bytes, long least, long alignment) {
        if (least == 0) {
            return context.nullPointer();
        }
        long unit = Math.max(alignment, ALIGNMENT);
        IrType i64 = context.integer(Long.SIZE);
        IrFunction allocate = stop.declare(RuntimeFunction.ALLOCATE, context.pointer(), List.of(i64, i64));
        IrValue whole = builder.and(builder.add(bytes, constant(unit - 1)), constant(-unit));
        IrValue memory = builder.call(allocate, List.of(constant(unit), whole), "");
        reserved.add(memory);
        return memory;
    }

    /** Emits what ends the program, saying what is the matter with the kernel, unless a condition holds. */
    private void require(IrValue condition, String orElse) {
        IrBlock missing = blocks.function().appendBlock("refused");
        IrBlock next = blocks.function().appendBlock("allowed");
        builder.branch(condition, next, missing);
        builder.moveToEnd(missing);
        stop.emit("kernel '" + blocks.kernel() + "' " + orElse, builder);
        builder.moveToEnd(next);
    }

    private IrValue constant(long value) {
        return context.constant(Long.SIZE, value);
    }

    /** Returns the memory of the threads, of the shared variables, and of what the launch decides the size of. */
    List<IrValue> pointers() {
        return pointers;
    }

    /** Emits what gives it back. */
    void release(IrBuilder at) {
        IrFunction free = stop.declare(RuntimeFunction.FREE, context.voidType(), List.of(context.pointer()));
        reserved.forEach(memory -> at.call(free, List.of(memory), ""));
    }
}
