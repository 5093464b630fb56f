package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMArgumentValueKind;
import static org.bytedeco.llvm.global.LLVM.LLVMBasicBlockValueKind;
import static org.bytedeco.llvm.global.LLVM.LLVMFunctionValueKind;
import static org.bytedeco.llvm.global.LLVM.LLVMGetBasicBlockParent;
import static org.bytedeco.llvm.global.LLVM.LLVMGetGlobalParent;
import static org.bytedeco.llvm.global.LLVM.LLVMGetInstructionParent;
import static org.bytedeco.llvm.global.LLVM.LLVMGetParamParent;
import static org.bytedeco.llvm.global.LLVM.LLVMGlobalAliasValueKind;
import static org.bytedeco.llvm.global.LLVM.LLVMGlobalIFuncValueKind;
import static org.bytedeco.llvm.global.LLVM.LLVMGlobalVariableValueKind;
import static org.bytedeco.llvm.global.LLVM.LLVMInlineAsmValueKind;
import static org.bytedeco.llvm.global.LLVM.LLVMInstructionValueKind;
import static org.bytedeco.llvm.global.LLVM.LLVMMetadataAsValueValueKind;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.jspecify.annotations.Nullable;

/** Checks that a value may be used at a place: same context, same module, same function. */
public final class Ownership {
    private Ownership() {}

    /**
     * Checks that an instruction of a function may use a value.
     *
     * @param what how a message names the value
     * @throws OffloadException when it belongs elsewhere or is no value of a program
     */
    public static void requireUsable(IrValue value, IrFunction function, IrModule module, String what) {
        if (!value.type().isIn(module.context())) {
            throw new OffloadException(Reason.ARGUMENT, what + " belongs to another LLVM context");
        }
        LLVMValueRef ref = value.raw();
        int kind = value.kind();
        if (value.type().isVoid()
                || kind == LLVMBasicBlockValueKind
                || kind == LLVMMetadataAsValueValueKind
                || kind == LLVMInlineAsmValueKind) {
            throw new OffloadException(Reason.ARGUMENT, what + " is not a value that a call can take");
        }
        if (kind == LLVMInstructionValueKind) {
            Pointer block = LLVMGetInstructionParent(ref);
            if (Handles.isNull(block)) {
                throw new OffloadException(Reason.ARGUMENT, what + " is an instruction outside any block");
            }
            requireSame(LLVMGetBasicBlockParent(LLVMGetInstructionParent(ref)), function, what);
        } else if (kind == LLVMArgumentValueKind) {
            requireSame(LLVMGetParamParent(ref), function, what);
        } else if (kind == LLVMFunctionValueKind
                || kind == LLVMGlobalVariableValueKind
                || kind == LLVMGlobalAliasValueKind
                || kind == LLVMGlobalIFuncValueKind) {
            requireSameModule(value, module, what);
        }
    }

    /**
     * Checks that a global belongs to a module.
     *
     * @param what how a message names the global
     * @throws OffloadException when it belongs to another one
     */
    public static void requireSameModule(IrValue global, IrModule module, String what) {
        Pointer parent = LLVMGetGlobalParent(global.raw());
        if (Handles.isNull(parent) || parent.address() != module.raw().address()) {
            throw new OffloadException(Reason.ARGUMENT, what + " belongs to another module");
        }
    }

    private static void requireSame(@Nullable LLVMValueRef owner, IrFunction function, String what) {
        if (owner == null || owner.address() != function.value().raw().address()) {
            throw new OffloadException(
                    Reason.ARGUMENT,
                    what + " belongs to another function than '" + function.name() + "', where the builder stands");
        }
    }
}
