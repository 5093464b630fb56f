package io.github.offload4j.codegen.emit.site;

import io.github.offload4j.codegen.abi.RuntimeFunction;
import io.github.offload4j.codegen.emit.runtime.RuntimeDeclarations;
import io.github.offload4j.codegen.ir.Comparison;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrValue;
import java.util.List;

/** Calls of {@code omp_get_mapped_ptr}, which tells the device address of a mapped pointer. */
final class MappedPointer {
    private final IrContext context;
    private final RuntimeDeclarations declarations;

    MappedPointer(IrContext context, RuntimeDeclarations declarations) {
        this.context = context;
        this.declarations = declarations;
    }

    /**
     * Asks the runtime.
     *
     * @param device the device number, an i32
     */
    IrValue ask(IrValue pointer, IrValue device, IrBuilder builder) {
        return builder.call(declarations.get(RuntimeFunction.MAPPED_POINTER), List.of(pointer, device), "");
    }

    /**
     * Asks the runtime, which answers null where nothing is mapped: there are no devices, and the default device is not 0;
     * or the array has no elements. The data is on the host then, and so is the pointer.
     */
    IrValue orHost(IrValue pointer, IrValue device, String name, IrBuilder builder) {
        IrValue mapped = ask(pointer, device, builder);
        IrValue missing = builder.compare(Comparison.EQUAL, mapped, context.nullPointer(), "");
        return builder.select(missing, pointer, mapped, name);
    }
}
