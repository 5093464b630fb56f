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

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.llvm.LLVM.LLVMMetadataRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/** Metadata nodes taken apart and put together. */
final class MetadataNodes {
    private MetadataNodes() {}

    /** Returns the nodes of a named list, none when the module has no such list. */
    static List<LLVMValueRef> named(IrModule module, String list) {
        int count = LLVMGetNamedMetadataNumOperands(module.raw(), list);
        try (PointerPointer<LLVMValueRef> nodes = new PointerPointer<>(Math.max(count, 1))) {
            LLVMGetNamedMetadataOperands(module.raw(), list, nodes);
            return read(nodes, count);
        }
    }

    /** Returns what is in a node, where what is missing is a null pointer. */
    static List<LLVMValueRef> operands(LLVMValueRef node) {
        int count = LLVMGetMDNodeNumOperands(node);
        try (PointerPointer<LLVMValueRef> operands = new PointerPointer<>(Math.max(count, 1))) {
            LLVMGetMDNodeOperands(node, operands);
            return read(operands, count);
        }
    }

    private static List<LLVMValueRef> read(PointerPointer<LLVMValueRef> pointers, int count) {
        List<LLVMValueRef> values = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            values.add(pointers.get(LLVMValueRef.class, i));
        }
        return values;
    }

    /** Returns the text that an operand is, or nothing when it is something else. */
    static Optional<String> text(LLVMValueRef operand) {
        if (Handles.isNull(operand)) {
            return Optional.empty();
        }
        try (IntPointer length = new IntPointer(1)) {
            BytePointer text = LLVMGetMDString(operand, length);
            return Handles.isNull(text) ? Optional.empty() : Optional.of(Utf8.decode(text, length.get()));
        }
    }

    /** Returns a text as an operand. */
    static LLVMMetadataRef of(String text, IrContext context) {
        try (BytePointer bytes = Utf8.encode(text)) {
            return LLVMMDStringInContext2(context.raw(), bytes, bytes.capacity() - 1);
        }
    }

    /** Returns a number of 32 bits as an operand. */
    static LLVMMetadataRef of(long number, IrContext context) {
        return LLVMValueAsMetadata(context.constant(Integer.SIZE, number).raw());
    }

    /** Returns a node. */
    static LLVMMetadataRef node(List<LLVMMetadataRef> operands, IrContext context) {
        try (PointerPointer<LLVMMetadataRef> fields = new PointerPointer<>(operands.size())) {
            for (int i = 0; i < operands.size(); i++) {
                fields.put(i, operands.get(i));
            }
            return LLVMMDNodeInContext2(context.raw(), fields, operands.size());
        }
    }

    /** Adds a node to a named list. */
    static void append(IrModule module, String list, List<LLVMMetadataRef> operands) {
        IrContext context = module.context();
        LLVMAddNamedMetadataOperand(module.raw(), list, LLVMMetadataAsValue(context.raw(), node(operands, context)));
    }
}
