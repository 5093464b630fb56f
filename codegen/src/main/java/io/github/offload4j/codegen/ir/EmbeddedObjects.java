package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMAddNamedMetadataOperand;
import static org.bytedeco.llvm.global.LLVM.LLVMGetMDKindIDInContext;
import static org.bytedeco.llvm.global.LLVM.LLVMGlobalSetMetadata;
import static org.bytedeco.llvm.global.LLVM.LLVMMDNodeInContext2;
import static org.bytedeco.llvm.global.LLVM.LLVMMDStringInContext2;
import static org.bytedeco.llvm.global.LLVM.LLVMMetadataAsValue;
import static org.bytedeco.llvm.global.LLVM.LLVMValueAsMetadata;

import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/** The metadata by which LLVM knows a global that holds an embedded file. */
public final class EmbeddedObjects {
    private static final String EXCLUDE = "exclude";
    private static final String LIST = "llvm.embedded.objects";

    private EmbeddedObjects() {}

    /** Records a global as an embedded file, whose section the linker leaves out of the program. */
    public static void record(IrModule module, IrValue global, String section) {
        IrContext context = module.context();
        int exclude = LLVMGetMDKindIDInContext(context.raw(), EXCLUDE, EXCLUDE.length());
        try (PointerPointer<Pointer> fields = new PointerPointer<>(2)) {
            LLVMGlobalSetMetadata(global.raw(), exclude, LLVMMDNodeInContext2(context.raw(), fields, 0));
            fields.put(0, LLVMValueAsMetadata(global.raw()));
            fields.put(1, LLVMMDStringInContext2(context.raw(), section, section.length()));
            LLVMAddNamedMetadataOperand(
                    module.raw(),
                    LIST,
                    LLVMMetadataAsValue(context.raw(), LLVMMDNodeInContext2(context.raw(), fields, 2)));
        }
    }
}
