package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMCountStructElementTypes;
import static org.bytedeco.llvm.global.LLVM.LLVMIsOpaqueStruct;
import static org.bytedeco.llvm.global.LLVM.LLVMIsPackedStruct;
import static org.bytedeco.llvm.global.LLVM.LLVMStructGetTypeAtIndex;

import java.util.List;

/** Questions about struct types. */
final class Structs {
    private Structs() {}

    static boolean isOpaque(IrType type) {
        return LLVMIsOpaqueStruct(type.raw()) != 0;
    }

    static int fieldCount(IrType type) {
        return LLVMCountStructElementTypes(type.raw());
    }

    static IrType field(IrType type, int index) {
        return new IrType(LLVMStructGetTypeAtIndex(type.raw(), index));
    }

    /** Returns whether this is a struct type, not packed, with exactly these fields. */
    static boolean hasBody(IrType type, List<IrType> fields) {
        return type.isStruct()
                && !isOpaque(type)
                && LLVMIsPackedStruct(type.raw()) == 0
                && type.fields().equals(fields);
    }
}
