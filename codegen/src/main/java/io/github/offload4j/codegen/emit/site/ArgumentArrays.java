package io.github.offload4j.codegen.emit.site;

import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The arrays of a site that the program fills: {@code .offload_baseptrs}, {@code .offload_ptrs}, and where not everything
 * is constant {@code .offload_sizes} and {@code .offload_maptypes}. They are stack slots of the function's first block,
 * so that a site in a loop does not grow the stack; what is constant in them is copied there once.
 */
final class ArgumentArrays {
    private static final int ALIGNMENT = 8;

    private final IrContext context;
    private final int count;
    private final IrType pointers;
    private final IrType integers;
    private final IrValue bases;
    private final IrValue begins;
    private final IrValue constantSizes;
    private final @Nullable IrValue computedSizes;
    private final IrValue mappers;
    private final Map<Phase, IrValue> constantMapTypes = new EnumMap<>(Phase.class);
    private final Map<Phase, IrValue> computedMapTypes = new EnumMap<>(Phase.class);

    /**
     * Reserves the arrays.
     *
     * @param phases the calls that the site makes
     * @param entry a builder behind the stack slots of the function's first block
     */
    ArgumentArrays(Frame.Memory memory, String site, List<EntryShape> shapes, List<Phase> phases, IrBuilder entry) {
        this.context = memory.context();
        this.count = shapes.size();
        this.pointers = context.array(context.pointer(), count);
        this.integers = context.array(context.integer(Long.SIZE), count);
        this.constantSizes = memory.tables()
                .sizes(
                        site,
                        shapes.stream().mapToLong(s -> s.size().tableEntry()).toArray());
        this.mappers = memory.tables()
                .mappers(site, shapes.stream().map(EntryShape::mapper).toList());
        for (Phase phase : phases) {
            long[] bits = shapes.stream()
                    .mapToLong(s -> s.mapTypes().of(phase).bits())
                    .toArray();
            constantMapTypes.put(phase, memory.tables().mapTypes(site, phase.suffix(), bits));
        }
        this.bases = entry.alloca(pointers, ".offload_baseptrs", ALIGNMENT);
        this.begins = entry.alloca(pointers, ".offload_ptrs", ALIGNMENT);
        boolean computed = shapes.stream().anyMatch(s -> s.size().isComputed());
        this.computedSizes = computed ? entry.alloca(integers, ".offload_sizes", ALIGNMENT) : null;
        for (Phase phase : phases) {
            if (shapes.stream().anyMatch(s -> s.computed().contains(phase))) {
                computedMapTypes.put(phase, entry.alloca(integers, mapTypesName(phase), ALIGNMENT));
            }
        }
    }

    /** Returns the name of an array of map types that the program computes. */
    static String mapTypesName(Phase phase) {
        return ".offload_maptypes." + phase.suffix();
    }

    /** Copies what is constant; once, where the function begins. */
    void copyConstants(IrBuilder entry) {
        long bytes = (long) count * Long.BYTES;
        if (computedSizes != null) {
            entry.copy(computedSizes, constantSizes, bytes);
        }
        computedMapTypes.forEach((phase, array) -> entry.copy(array, requireTable(phase), bytes));
    }

    private IrValue requireTable(Phase phase) {
        IrValue table = constantMapTypes.get(phase);
        if (table == null) {
            throw new IllegalStateException("the site has no map types for " + phase);
        }
        return table;
    }

    /**
     * What is stored for one entry.
     *
     * @param pointer stores the pointer
     * @param size stores the size, when the program computes it
     */
    record Stores(IrInstruction pointer, Optional<IrInstruction> size) {}

    /** Stores every element that is not constant. */
    List<Stores> fill(List<Entry> slots, IrBuilder builder) {
        List<Stores> stores = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Entry slot = slots.get(i);
            builder.store(slot.base(), element(pointers, bases, i, builder), ALIGNMENT);
            IrInstruction pointer = builder.store(slot.pointer(), element(pointers, begins, i, builder), ALIGNMENT);
            IrInstruction sized = null;
            if (computedSizes != null && slot.size() instanceof Size.Computed size) {
                IrValue address = element(integers, computedSizes, i, builder);
                sized = builder.store(size.bytes().apply(builder), address, ALIGNMENT);
            }
            stores.add(new Stores(pointer, Optional.ofNullable(sized)));
            for (Map.Entry<Phase, IrValue> computed : slot.computedMapTypes().entrySet()) {
                IrValue address = element(integers, mapTypes(computed.getKey()), i, builder);
                builder.store(computed.getValue(), address, ALIGNMENT);
            }
        }
        return stores;
    }

    /** Returns the stack slots that hold the site's pointers and its computed sizes. */
    List<IrValue> slots() {
        return computedSizes == null ? List.of(bases, begins) : List.of(bases, begins, computedSizes);
    }

    /** Returns the functions that map entries; null where none does. */
    IrValue mappers() {
        return mappers;
    }

    int count() {
        return count;
    }

    /**
     * The addresses that a runtime call takes.
     *
     * @param bases the base array
     * @param begins the pointer array
     * @param sizes the sizes
     */
    record Addresses(IrValue bases, IrValue begins, IrValue sizes) {}

    /** Returns the addresses of the arrays. */
    Addresses addresses(IrBuilder builder) {
        return new Addresses(
                element(pointers, bases, 0, builder),
                element(pointers, begins, 0, builder),
                computedSizes == null ? constantSizes : element(integers, computedSizes, 0, builder));
    }

    /** Returns the map types of one call. */
    IrValue mapTypes(Phase phase) {
        IrValue computed = computedMapTypes.get(phase);
        return computed == null ? requireTable(phase) : computed;
    }

    /** Loads what the begin call left in the base array. */
    IrValue loadBase(int index, String name, IrBuilder builder) {
        return builder.load(context.pointer(), element(pointers, bases, index, builder), ALIGNMENT, name);
    }

    private IrValue element(IrType array, IrValue address, int index, IrBuilder builder) {
        return index == 0 ? address : builder.elementAddress(array, address, index, "");
    }
}
