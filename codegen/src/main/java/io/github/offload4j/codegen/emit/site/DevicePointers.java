package io.github.offload4j.codegen.emit.site;

import io.github.offload4j.codegen.ir.Comparison;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.signature.Argument;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The device addresses of a site's arguments, as far as the program has asked for them. */
final class DevicePointers {
    private final List<Argument> arguments;
    private final Map<Integer, IrValue> known = new TreeMap<>();

    DevicePointers(List<Argument> arguments) {
        this.arguments = arguments;
    }

    /** Notes the device address of an argument, counted from 0. */
    void put(int argument, IrValue pointer) {
        known.put(argument, pointer);
    }

    /** Returns what the IR calls the device address of an argument. */
    String name(int argument) {
        String name = arguments.get(argument).parameter().name();
        return name.isEmpty() ? "" : name + ".device";
    }

    /** Returns the device address of a mapped host pointer, if it is known. */
    Optional<IrValue> of(IrValue hostPointer) {
        return known.entrySet().stream()
                .filter(pointer -> arguments.get(pointer.getKey()).value().equals(hostPointer))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Returns the address of an argument that is not empty, which tells the device; null where there is none. */
    IrValue any(EntryTable table, IrContext context, IrBuilder builder) {
        IrValue memory = context.nullPointer();
        for (Map.Entry<Integer, IrValue> pointer : known.entrySet()) {
            Size size = table.sizeOf(pointer.getKey());
            if (!size.isComputed() && size.tableEntry() > 0) {
                return pointer.getValue();
            }
            if (size.isComputed()) {
                IrValue bytes = size.value(context, builder);
                IrValue some = builder.compare(Comparison.NOT_EQUAL, bytes, context.constant(Long.SIZE, 0), "");
                memory = builder.select(some, pointer.getValue(), memory, "");
            }
        }
        return memory;
    }
}
