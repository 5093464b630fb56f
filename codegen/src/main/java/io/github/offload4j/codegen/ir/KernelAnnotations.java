package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMValueAsMetadata;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/** The named metadata in which code for NVIDIA's GPUs says numbers of its kernels, such as their largest block. */
public final class KernelAnnotations {
    private static final String LIST = "nvvm.annotations";

    private KernelAnnotations() {}

    /** Returns the numbers that are said of a function, by name, in the order in which they are. */
    public static Map<String, Long> of(IrModule module, IrFunction function) {
        Map<String, Long> numbers = new LinkedHashMap<>();
        for (LLVMValueRef entry : MetadataNodes.named(module, LIST)) {
            List<LLVMValueRef> fields = MetadataNodes.operands(entry);
            if (!fields.isEmpty() && function.value().raw().equals(fields.get(0))) {
                for (int i = 1; i + 1 < fields.size(); i += 2) {
                    read(fields.get(i), fields.get(i + 1), numbers);
                }
            }
        }
        return numbers;
    }

    private static void read(LLVMValueRef name, LLVMValueRef value, Map<String, Long> numbers) {
        if (!Handles.isNull(value)) {
            MetadataNodes.text(name)
                    .ifPresent(text ->
                            new IrValue(value).constantInteger().ifPresent(number -> numbers.put(text, number)));
        }
    }

    /** Says a number of a function. */
    public static void add(IrModule module, IrFunction function, String name, long number) {
        MetadataNodes.append(
                module,
                LIST,
                List.of(
                        LLVMValueAsMetadata(function.value().raw()),
                        MetadataNodes.of(name, module.context()),
                        MetadataNodes.of(number, module.context())));
    }
}
