package io.github.offload4j.codegen.emit.runtime;

import io.github.offload4j.codegen.abi.AbiType;
import io.github.offload4j.codegen.abi.StructLayout;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrType;
import java.util.EnumMap;
import java.util.Map;

/** The runtime's types as LLVM types: {@code %struct.ident_t} and its like. */
public final class RuntimeTypes {
    private final IrContext context;
    private final Map<StructLayout, IrType> structs = new EnumMap<>(StructLayout.class);

    /** Makes the types of one context. */
    public RuntimeTypes(IrContext context) {
        this.context = context;
    }

    public IrType of(StructLayout layout) {
        return structs.computeIfAbsent(
                layout,
                l -> context.namedStruct(
                        l.irName(), l.fields().stream().map(f -> of(f.type())).toList()));
    }

    public IrType of(AbiType type) {
        return switch (type) {
            case VOID -> context.voidType();
            case I16 -> context.integer(16);
            case I32 -> context.integer(32);
            case I64 -> context.integer(64);
            case POINTER -> context.pointer();
            case I32_TRIPLE -> context.array(context.integer(32), 3);
        };
    }
}
