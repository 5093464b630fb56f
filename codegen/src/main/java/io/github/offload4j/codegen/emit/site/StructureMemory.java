package io.github.offload4j.codegen.emit.site;

import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Linkage;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what stands in structures of the host. */
final class StructureMemory {
    private final IrModule module;
    private final IrContext context;
    private @Nullable IrValue nothing;

    StructureMemory(IrModule module) {
        this.module = module;
        this.context = module.context();
    }

    /**
     * Returns the address of a field; where the structure may not be there, of zeros that stand in for it.
     *
     * @param there whether it is, where the program decides
     */
    IrValue field(IrValue structure, long at, Optional<IrValue> there, IrBuilder builder) {
        IrValue address = at == 0
                ? structure
                : builder.offsetAddress(context.integer(Byte.SIZE), structure, context.constant(Long.SIZE, at), "");
        return there.map(is -> builder.select(is, address, zeros(), "")).orElse(address);
    }

    private IrValue zeros() {
        IrValue known = nothing;
        if (known == null) {
            IrValue zero = context.constant(Long.SIZE, 0);
            known = module.addGlobal(".offload_nothing", zero.type(), Linkage.PRIVATE)
                    .constant(zero)
                    .unnamedAddress()
                    .aligned(Long.BYTES)
                    .value();
            nothing = known;
        }
        return known;
    }

    /** Returns the pointer in a field. */
    IrValue pointer(IrValue cell, long at, IrBuilder builder) {
        return builder.load(context.pointer(), cell, alignment(at, Long.BYTES), "");
    }

    /** Packed structures have fields anywhere. */
    private static int alignment(long at, int bytes) {
        return at % bytes == 0 ? bytes : 1;
    }

    /** Returns the integer in a field. */
    IrValue number(IrValue structure, long at, int bits, Optional<IrValue> there, IrBuilder builder) {
        IrValue address = field(structure, at, there, builder);
        return builder.load(context.integer(bits), address, alignment(at, bits / Byte.SIZE), "");
    }
}
