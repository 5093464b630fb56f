package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMAddAttributeAtIndex;
import static org.bytedeco.llvm.global.LLVM.LLVMAddCallSiteAttribute;
import static org.bytedeco.llvm.global.LLVM.LLVMCreateEnumAttribute;
import static org.bytedeco.llvm.global.LLVM.LLVMGetEnumAttributeValue;

import org.bytedeco.llvm.LLVM.LLVMAttributeRef;
import org.jspecify.annotations.Nullable;

/**
 * {@code captures(none)}, as LLVM 21 and later say {@code nocapture}: the bundled LLVM reads it and draws no conclusion from
 * it.
 */
final class CaptureAttributes {
    private static final String OLD = "nocapture";
    private static final String NEW = "captures";

    /** LLVM keeps what may be captured as bits in the attribute's value. */
    private static final long NOTHING = 0;

    private CaptureAttributes() {}

    /** Returns whether an attribute says that nothing of a pointer is kept. */
    static boolean isNone(@Nullable LLVMAttributeRef captures) {
        return !Handles.isNull(captures) && LLVMGetEnumAttributeValue(captures) == NOTHING;
    }

    /** Says it in the older words too, on a function's parameters and on the arguments of its calls. */
    static void respell(IrFunction function, IrContext context) {
        LLVMAttributeRef old = LLVMCreateEnumAttribute(context.raw(), Attributes.kind(OLD), 0);
        for (int i = 0; i < function.parameterCount(); i++) {
            if (isNone(Attributes.ofParameter(function, i, NEW))) {
                LLVMAddAttributeAtIndex(function.value().raw(), i + 1, old);
            }
        }
        for (IrInstruction call : function.instructions()) {
            int arguments = call.isCall() ? call.arguments().size() : 0;
            for (int i = 0; i < arguments; i++) {
                if (isNone(Attributes.ofArgument(call, i, NEW))) {
                    LLVMAddCallSiteAttribute(call.value().raw(), i + 1, old);
                }
            }
        }
    }
}
