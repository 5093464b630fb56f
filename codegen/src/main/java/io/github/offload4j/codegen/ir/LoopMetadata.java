package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMGetMDKindIDInContext;
import static org.bytedeco.llvm.global.LLVM.LLVMGetMDNodeNumOperands;
import static org.bytedeco.llvm.global.LLVM.LLVMGetMDNodeOperands;
import static org.bytedeco.llvm.global.LLVM.LLVMGetMDString;
import static org.bytedeco.llvm.global.LLVM.LLVMGetMetadata;
import static org.bytedeco.llvm.global.LLVM.LLVMMDNodeInContext2;
import static org.bytedeco.llvm.global.LLVM.LLVMMDStringInContext2;
import static org.bytedeco.llvm.global.LLVM.LLVMMetadataAsValue;
import static org.bytedeco.llvm.global.LLVM.LLVMMetadataReplaceAllUsesWith;
import static org.bytedeco.llvm.global.LLVM.LLVMSetMetadata;
import static org.bytedeco.llvm.global.LLVM.LLVMTemporaryMDNode;
import static org.bytedeco.llvm.global.LLVM.LLVMValueAsMetadata;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMMetadataRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/** What the branch that closes a loop says of the loop. */
public final class LoopMetadata {
    private static final String KIND = "llvm.loop";
    private static final String UNROLL = "llvm.loop.unroll";

    private LoopMetadata() {}

    /** Asks for a loop to be unrolled so often, unless something is said of its unrolling already. */
    public static void unroll(IrInstruction branch, int count, IrContext context) {
        LLVMContextRef raw = context.raw();
        int kind = LLVMGetMDKindIDInContext(raw, KIND, KIND.length());
        LLVMValueRef known = LLVMGetMetadata(branch.value().raw(), kind);
        List<LLVMValueRef> properties = new ArrayList<>();
        if (!Handles.isNull(known)) {
            List<LLVMValueRef> operands = operands(known);
            // the first is the node itself
            properties.addAll(operands.subList(Math.min(1, operands.size()), operands.size()));
        }
        if (properties.stream().anyMatch(LoopMetadata::isOfUnrolling)) {
            return;
        }
        LLVMMetadataRef itself = LLVMTemporaryMDNode(raw, new LLVMMetadataRef(), 0);
        try (PointerPointer<LLVMMetadataRef> fields = new PointerPointer<>(properties.size() + 2)) {
            fields.put(0, itself);
            for (int i = 0; i < properties.size(); i++) {
                fields.put(i + 1, LLVMValueAsMetadata(properties.get(i)));
            }
            fields.put(properties.size() + 1, count(count, context));
            LLVMMetadataRef node = LLVMMDNodeInContext2(raw, fields, properties.size() + 2);
            LLVMMetadataReplaceAllUsesWith(itself, node);
            LLVMSetMetadata(branch.value().raw(), kind, LLVMMetadataAsValue(raw, node));
        }
    }

    private static LLVMMetadataRef count(int count, IrContext context) {
        String name = UNROLL + ".count";
        try (BytePointer text = Utf8.encode(name);
                PointerPointer<LLVMMetadataRef> fields = new PointerPointer<>(2)) {
            fields.put(0, LLVMMDStringInContext2(context.raw(), text, name.length()));
            fields.put(
                    1, LLVMValueAsMetadata(context.constant(Integer.SIZE, count).raw()));
            return LLVMMDNodeInContext2(context.raw(), fields, 2);
        }
    }

    private static boolean isOfUnrolling(LLVMValueRef property) {
        List<LLVMValueRef> fields = operands(property);
        if (fields.isEmpty() || Handles.isNull(fields.get(0))) {
            return false;
        }
        try (IntPointer length = new IntPointer(1)) {
            BytePointer text = LLVMGetMDString(fields.get(0), length);
            return !Handles.isNull(text) && Utf8.decode(text, length.get()).startsWith(UNROLL);
        }
    }

    private static List<LLVMValueRef> operands(LLVMValueRef node) {
        int count = LLVMGetMDNodeNumOperands(node);
        List<LLVMValueRef> operands = new ArrayList<>();
        try (PointerPointer<LLVMValueRef> fields = new PointerPointer<>(Math.max(count, 1))) {
            LLVMGetMDNodeOperands(node, fields);
            for (int i = 0; i < count; i++) {
                operands.add(fields.get(LLVMValueRef.class, i));
            }
        }
        return operands;
    }
}
