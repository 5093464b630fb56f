package io.github.offload4j.codegen.device.block;

import io.github.offload4j.codegen.ir.DataLayout;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;

/** Arrays with an element for each work-item of a block, one behind the other in memory that is measured at run time. */
final class ItemMemory {
    /**
     * An array.
     *
     * @param first the address of its first element
     * @param element its type
     * @param alignment of each element, in bytes
     */
    record Array(IrValue first, IrType element, int alignment) {
        IrValue address(IrValue number, IrBuilder builder) {
            return builder.offsetAddress(element, first, number, "");
        }
    }

    private final IrValue memory;
    private final IrValue count;
    private final IrBuilder entry;
    private final IrContext context;
    private final DataLayout layout;
    private long bytes;
    private long alignment = Long.BYTES;

    /**
     * Begins with no array.
     *
     * @param count of the work-items, 64 bits wide
     * @param entry stands where the addresses of arrays are computed, once for a block
     */
    ItemMemory(IrValue memory, IrValue count, IrBuilder entry, IrContext context, DataLayout layout) {
        this.memory = memory;
        this.count = count;
        this.entry = entry;
        this.context = context;
        this.layout = layout;
    }

    /**
     * Adds an array.
     *
     * @param elementAlignment in bytes, a power of two
     */
    Array add(IrType element, long elementAlignment) {
        long size = layout.bytes(element).orElseThrow();
        // elements are as far apart as their type is large, so that is what their alignment can be
        long possible = size == 0 ? elementAlignment : Math.min(elementAlignment, Long.lowestOneBit(size));
        bytes = (bytes + possible - 1) & -possible;
        IrValue offset = entry.multiplyBounded(count, context.constant(Long.SIZE, bytes));
        IrValue first = entry.offsetAddress(context.integer(Byte.SIZE), memory, offset, "");
        bytes += size;
        alignment = Math.max(alignment, possible);
        return new Array(first, element, (int) possible);
    }

    /** Returns how many work-items there are. */
    IrValue count() {
        return count;
    }

    /** Returns how many bytes the arrays take for each work-item. */
    long bytes() {
        return bytes;
    }

    /** Returns what the memory's address must be a multiple of, in bytes. */
    long alignment() {
        return alignment;
    }
}
