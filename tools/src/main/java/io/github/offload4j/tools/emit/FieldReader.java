package io.github.offload4j.tools.emit;

import io.github.offload4j.codegen.ir.Comparison;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Linkage;
import io.github.offload4j.tools.spec.SpecNumber;
import io.github.offload4j.tools.spec.StructureSpec;

/** Emits what reads numbers in structures of the host. Where a pointer to one is null, its numbers are 0. */
final class FieldReader {
    private static final String NOTHING = ".spec_nothing";

    private final IrModule module;
    private final IrContext context;
    private final IrBuilder builder;
    private final SpecTypes types;

    FieldReader(IrModule module, IrBuilder builder, SpecTypes types) {
        this.module = module;
        this.context = module.context();
        this.builder = builder;
        this.types = types;
    }

    /** Returns how wide a number in a structure is. */
    static int bits(StructureSpec.Field field) {
        return Integer.parseInt(field.type().substring(1));
    }

    IrValue read(IrValue parameter, SpecNumber.Reached number) {
        IrValue structure = parameter;
        int last = number.path().size() - 1;
        for (StructureSpec.Field pointer : number.path().subList(0, last)) {
            structure = load(structure, pointer, context.pointer(), Long.BYTES, "");
        }
        StructureSpec.Field field = number.path().get(last);
        int bits = bits(field);
        return load(structure, field, context.integer(bits), bits / Byte.SIZE, number.text());
    }

    private IrValue load(IrValue structure, StructureSpec.Field field, IrType type, int bytes, String name) {
        long at = types.offset(field.structure(), field.index());
        IrValue address = at == 0
                ? structure
                : builder.offsetAddress(context.integer(Byte.SIZE), structure, context.constant(Long.SIZE, at), "");
        IrValue there = builder.compare(Comparison.NOT_EQUAL, structure, context.nullPointer(), "");
        // packed structures have fields anywhere
        return builder.load(type, builder.select(there, address, nothing(), ""), at % bytes == 0 ? bytes : 1, name);
    }

    private IrValue nothing() {
        return module.findGlobal(NOTHING)
                .orElseGet(() -> {
                    IrValue zero = context.constant(Long.SIZE, 0);
                    return module.addGlobal(NOTHING, zero.type(), Linkage.PRIVATE)
                            .constant(zero)
                            .unnamedAddress()
                            .aligned(Long.BYTES);
                })
                .value();
    }
}
