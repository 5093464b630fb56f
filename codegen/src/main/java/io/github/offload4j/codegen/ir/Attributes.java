package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMAddAttributeAtIndex;
import static org.bytedeco.llvm.global.LLVM.LLVMAttributeFunctionIndex;
import static org.bytedeco.llvm.global.LLVM.LLVMCreateEnumAttribute;
import static org.bytedeco.llvm.global.LLVM.LLVMGetEnumAttributeAtIndex;
import static org.bytedeco.llvm.global.LLVM.LLVMGetEnumAttributeKindForName;
import static org.bytedeco.llvm.global.LLVM.LLVMGetStringAttributeAtIndex;

/** Attributes of functions and parameters. */
public final class Attributes {
    private static final int FUNCTION = LLVMAttributeFunctionIndex;

    private Attributes() {}

    /** Adds an attribute without a value, for example {@code nounwind}, to a function. */
    public static void addToFunction(IrFunction function, String attribute, IrContext context) {
        LLVMAddAttributeAtIndex(
                function.value().raw(), FUNCTION, LLVMCreateEnumAttribute(context.raw(), kind(attribute), 0));
    }

    /**
     * Returns whether a parameter has an attribute.
     *
     * @param index from 0
     */
    public static boolean onParameter(IrFunction function, int index, String attribute) {
        return !Handles.isNull(LLVMGetEnumAttributeAtIndex(function.value().raw(), index + 1, kind(attribute)));
    }

    /** Returns whether a function has an attribute that LLVM does not know, for example {@code "offload-kernel"}. */
    public static boolean onFunction(IrFunction function, String attribute) {
        return !Handles.isNull(
                LLVMGetStringAttributeAtIndex(function.value().raw(), FUNCTION, attribute, attribute.length()));
    }

    private static int kind(String attribute) {
        int kind = LLVMGetEnumAttributeKindForName(attribute, attribute.length());
        if (kind == 0) {
            throw new IllegalArgumentException("LLVM has no attribute '" + attribute + "'");
        }
        return kind;
    }
}
