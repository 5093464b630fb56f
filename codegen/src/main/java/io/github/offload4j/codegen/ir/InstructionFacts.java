package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMCanValueUseFastMathFlags;
import static org.bytedeco.llvm.global.LLVM.LLVMDisposeValueMetadataEntries;
import static org.bytedeco.llvm.global.LLVM.LLVMGetFastMathFlags;
import static org.bytedeco.llvm.global.LLVM.LLVMGetTypeContext;
import static org.bytedeco.llvm.global.LLVM.LLVMInstructionGetAllMetadataOtherThanDebugLoc;
import static org.bytedeco.llvm.global.LLVM.LLVMInstructionGetDebugLoc;
import static org.bytedeco.llvm.global.LLVM.LLVMInstructionSetDebugLoc;
import static org.bytedeco.llvm.global.LLVM.LLVMMetadataAsValue;
import static org.bytedeco.llvm.global.LLVM.LLVMSetFastMathFlags;
import static org.bytedeco.llvm.global.LLVM.LLVMSetMetadata;
import static org.bytedeco.llvm.global.LLVM.LLVMTypeOf;
import static org.bytedeco.llvm.global.LLVM.LLVMValueMetadataEntriesGetKind;
import static org.bytedeco.llvm.global.LLVM.LLVMValueMetadataEntriesGetMetadata;

import org.bytedeco.javacpp.SizeTPointer;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMMetadataRef;
import org.bytedeco.llvm.LLVM.LLVMValueMetadataEntry;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/** What an instruction carries beside its operands: fast-math flags, metadata and a debug location. */
final class InstructionFacts {
    private InstructionFacts() {}

    /** Gives one instruction what another one of the same kind carries. */
    static void copy(LLVMValueRef from, LLVMValueRef to) {
        if (LLVMCanValueUseFastMathFlags(to) != 0) {
            LLVMSetFastMathFlags(to, LLVMGetFastMathFlags(from));
        }
        copyMetadata(from, to);
        LLVMMetadataRef location = LLVMInstructionGetDebugLoc(from);
        if (!Handles.isNull(location)) {
            LLVMInstructionSetDebugLoc(to, location);
        }
    }

    private static void copyMetadata(LLVMValueRef from, LLVMValueRef to) {
        LLVMContextRef context = LLVMGetTypeContext(LLVMTypeOf(from));
        try (SizeTPointer count = new SizeTPointer(1)) {
            LLVMValueMetadataEntry entries = LLVMInstructionGetAllMetadataOtherThanDebugLoc(from, count);
            if (Handles.isNull(entries)) {
                return;
            }
            try {
                for (int i = 0; i < count.get(); i++) {
                    LLVMMetadataRef node = LLVMValueMetadataEntriesGetMetadata(entries, i);
                    LLVMSetMetadata(
                            to, LLVMValueMetadataEntriesGetKind(entries, i), LLVMMetadataAsValue(context, node));
                }
            } finally {
                LLVMDisposeValueMetadataEntries(entries);
            }
        }
    }
}
