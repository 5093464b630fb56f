package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMCommonLinkage;
import static org.bytedeco.llvm.global.LLVM.LLVMExternalWeakLinkage;
import static org.bytedeco.llvm.global.LLVM.LLVMGetLinkage;
import static org.bytedeco.llvm.global.LLVM.LLVMGlobalGetValueType;
import static org.bytedeco.llvm.global.LLVM.LLVMIsAFunction;
import static org.bytedeco.llvm.global.LLVM.LLVMIsAGlobalVariable;
import static org.bytedeco.llvm.global.LLVM.LLVMIsDeclaration;
import static org.bytedeco.llvm.global.LLVM.LLVMLinkOnceAnyLinkage;
import static org.bytedeco.llvm.global.LLVM.LLVMWeakAnyLinkage;

import java.util.List;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/** What the linker can do with a global, and what follows for its memory. */
final class GlobalFacts {
    /** ELF linkers define these for every section whose name is an identifier. */
    private static final List<String> SECTION_ENDS = List.of("__start_", "__stop_");

    /** LLVM's mark of a name that the target adds nothing to. */
    private static final String VERBATIM = "\1";

    private GlobalFacts() {}

    /** Returns whether this is a variable or a function with memory of its own, which can be a second name's too. */
    static boolean isObject(LLVMValueRef ref) {
        if (!Handles.isNull(LLVMIsAFunction(ref))) {
            return LLVMGetLinkage(ref) != LLVMExternalWeakLinkage;
        }
        return !Handles.isNull(LLVMIsAGlobalVariable(ref))
                && LLVMGetLinkage(ref) != LLVMExternalWeakLinkage
                && !isPlace(ref);
    }

    /**
     * Returns whether a variable stands for a place that may be in, or at the end of, others: it has no size here, or it is
     * one that the linker defines.
     */
    static boolean isPlace(LLVMValueRef variable) {
        return isEmpty(new IrType(LLVMGlobalGetValueType(variable)))
                || (LLVMIsDeclaration(variable) != 0 && isSectionEnd(new IrValue(variable).name()));
    }

    private static boolean isSectionEnd(String symbol) {
        String name = symbol.startsWith(VERBATIM) ? symbol.substring(1) : symbol;
        return SECTION_ENDS.stream().anyMatch(name::startsWith);
    }

    /** Returns whether a type has no bytes, or none that this module knows of. */
    private static boolean isEmpty(IrType type) {
        if (type.isSequence()) {
            return type.sequenceLength() == 0 || isEmpty(type.sequenceElement());
        }
        return type.isStruct()
                && (Structs.isOpaque(type) || type.fields().stream().allMatch(GlobalFacts::isEmpty));
    }

    /** Returns whether what runs may be defined elsewhere, where it may have two names. */
    static boolean isElsewhere(LLVMValueRef ref) {
        return LLVMIsDeclaration(ref) != 0 || isReplaceable(ref);
    }

    /** Returns whether the linker may put another definition, which does something else, in the place of this one. */
    static boolean isReplaceable(LLVMValueRef ref) {
        return switch (LLVMGetLinkage(ref)) {
            case LLVMWeakAnyLinkage, LLVMLinkOnceAnyLinkage, LLVMExternalWeakLinkage, LLVMCommonLinkage -> true;
            default -> false;
        };
    }
}
