package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMAddNamedMetadataOperand;
import static org.bytedeco.llvm.global.LLVM.LLVMGetMDNodeNumOperands;
import static org.bytedeco.llvm.global.LLVM.LLVMGetMDNodeOperands;
import static org.bytedeco.llvm.global.LLVM.LLVMGetMDString;
import static org.bytedeco.llvm.global.LLVM.LLVMGetNamedMetadataNumOperands;
import static org.bytedeco.llvm.global.LLVM.LLVMGetNamedMetadataOperands;
import static org.bytedeco.llvm.global.LLVM.LLVMMDNodeInContext2;
import static org.bytedeco.llvm.global.LLVM.LLVMMDStringInContext2;
import static org.bytedeco.llvm.global.LLVM.LLVMMetadataAsValue;
import static org.bytedeco.llvm.global.LLVM.LLVMValueAsMetadata;

import java.util.HashMap;
import java.util.Map;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMMetadataRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/** The named metadata in which code for NVIDIA's GPUs says numbers of its kernels, such as their largest block. */
public final class KernelAnnotations {
    private static final String LIST = "nvvm.annotations";

    /** A function, and a name with a number. */
    private static final int FIELDS = 3;

    private KernelAnnotations() {}

    /** Returns the numbers that are said of a function, by name. */
    public static Map<String, Long> of(IrModule module, IrFunction function) {
        Map<String, Long> numbers = new HashMap<>();
        int count = LLVMGetNamedMetadataNumOperands(module.raw(), LIST);
        try (PointerPointer<LLVMValueRef> entries = new PointerPointer<>(Math.max(count, 1))) {
            LLVMGetNamedMetadataOperands(module.raw(), LIST, entries);
            for (int i = 0; i < count; i++) {
                read(entries.get(LLVMValueRef.class, i), function, numbers);
            }
        }
        return numbers;
    }

    private static void read(LLVMValueRef entry, IrFunction function, Map<String, Long> numbers) {
        int count = LLVMGetMDNodeNumOperands(entry);
        try (PointerPointer<LLVMValueRef> fields = new PointerPointer<>(Math.max(count, 1));
                IntPointer length = new IntPointer(1)) {
            LLVMGetMDNodeOperands(entry, fields);
            LLVMValueRef subject = count == 0 ? null : fields.get(LLVMValueRef.class, 0);
            if (subject == null || !function.value().raw().equals(subject)) {
                return;
            }
            for (int i = 1; i + 1 < count; i += 2) {
                LLVMValueRef name = fields.get(LLVMValueRef.class, i);
                LLVMValueRef value = fields.get(LLVMValueRef.class, i + 1);
                if (!Handles.isNull(name) && !Handles.isNull(value)) {
                    BytePointer text = LLVMGetMDString(name, length);
                    String key = Handles.isNull(text) ? "" : Utf8.decode(text, length.get());
                    new IrValue(value).constantInteger().ifPresent(number -> numbers.put(key, number));
                }
            }
        }
    }

    /** Says a number of a function. */
    public static void add(IrModule module, IrFunction function, String name, long number) {
        LLVMContextRef context = module.context().raw();
        try (BytePointer text = Utf8.encode(name);
                PointerPointer<LLVMMetadataRef> fields = new PointerPointer<>(FIELDS)) {
            fields.put(0, LLVMValueAsMetadata(function.value().raw()));
            fields.put(1, LLVMMDStringInContext2(context, text, text.capacity() - 1));
            fields.put(
                    2,
                    LLVMValueAsMetadata(
                            module.context().constant(Integer.SIZE, number).raw()));
            LLVMMetadataRef node = LLVMMDNodeInContext2(context, fields, FIELDS);
            LLVMAddNamedMetadataOperand(module.raw(), LIST, LLVMMetadataAsValue(context, node));
        }
    }
}
