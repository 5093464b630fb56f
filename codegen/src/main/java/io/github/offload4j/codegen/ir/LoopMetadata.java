package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMGetMDKindIDInContext;
import static org.bytedeco.llvm.global.LLVM.LLVMGetMetadata;
import static org.bytedeco.llvm.global.LLVM.LLVMMetadataAsValue;
import static org.bytedeco.llvm.global.LLVM.LLVMMetadataReplaceAllUsesWith;
import static org.bytedeco.llvm.global.LLVM.LLVMSetMetadata;
import static org.bytedeco.llvm.global.LLVM.LLVMTemporaryMDNode;
import static org.bytedeco.llvm.global.LLVM.LLVMValueAsMetadata;

import java.util.ArrayList;
import java.util.List;
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
        // the first operand is the node itself
        List<LLVMValueRef> properties = Handles.isNull(known)
                ? List.of()
                : MetadataNodes.operands(known).stream().skip(1).toList();
        if (properties.stream().anyMatch(LoopMetadata::isOfUnrolling)) {
            return;
        }
        LLVMMetadataRef itself = LLVMTemporaryMDNode(raw, new LLVMMetadataRef(), 0);
        List<LLVMMetadataRef> fields = new ArrayList<>(List.of(itself));
        properties.forEach(property -> fields.add(LLVMValueAsMetadata(property)));
        fields.add(MetadataNodes.node(
                List.of(MetadataNodes.of(UNROLL + ".count", context), MetadataNodes.of(count, context)), context));
        LLVMMetadataRef node = MetadataNodes.node(fields, context);
        LLVMMetadataReplaceAllUsesWith(itself, node);
        LLVMSetMetadata(branch.value().raw(), kind, LLVMMetadataAsValue(raw, node));
    }

    private static boolean isOfUnrolling(LLVMValueRef property) {
        return MetadataNodes.operands(property).stream()
                .findFirst()
                .flatMap(MetadataNodes::text)
                .filter(text -> text.startsWith(UNROLL))
                .isPresent();
    }
}
