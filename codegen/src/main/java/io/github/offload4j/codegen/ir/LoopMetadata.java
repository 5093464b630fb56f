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
import java.util.function.Predicate;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMMetadataRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/** What the branch that closes a loop says of the loop. */
public final class LoopMetadata {
    private static final String KIND = "llvm.loop";
    private static final String UNROLL = "llvm.loop.unroll";

    private LoopMetadata() {}

    /** Returns whether a branch closes a loop that is not to be unrolled. */
    public static boolean forbidsUnrolling(IrInstruction branch, IrContext context) {
        return properties(branch, context.raw()).stream()
                .anyMatch(property -> says(property, text -> text.equals(UNROLL + ".disable")));
    }

    private static List<LLVMValueRef> properties(IrInstruction branch, LLVMContextRef context) {
        int kind = LLVMGetMDKindIDInContext(context, KIND, KIND.length());
        LLVMValueRef known = LLVMGetMetadata(branch.value().raw(), kind);
        // the first operand is the node itself
        return Handles.isNull(known)
                ? List.of()
                : MetadataNodes.operands(known).stream().skip(1).toList();
    }

    /** Asks for a loop to be unrolled {@code count} times, unless something is said of its unrolling already. */
    public static void unroll(IrInstruction branch, int count, IrContext context) {
        LLVMContextRef raw = context.raw();
        int kind = LLVMGetMDKindIDInContext(raw, KIND, KIND.length());
        List<LLVMValueRef> properties = properties(branch, raw);
        if (properties.stream().anyMatch(property -> says(property, text -> text.startsWith(UNROLL)))) {
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

    private static boolean says(LLVMValueRef property, Predicate<String> what) {
        return MetadataNodes.operands(property).stream()
                .findFirst()
                .flatMap(MetadataNodes::text)
                .filter(what)
                .isPresent();
    }
}
