package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMAddCallSiteAttribute;
import static org.bytedeco.llvm.global.LLVM.LLVMAttributeReturnIndex;
import static org.bytedeco.llvm.global.LLVM.LLVMGetEnumAttributeAtIndex;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import java.util.List;
import org.bytedeco.llvm.LLVM.LLVMAttributeRef;

/** How a function that somebody else has declared wants its arguments: the attributes that change a call's machine code. */
final class Passage {
    /** Those that a call must repeat: without them the two sides look for a value in different places. */
    private static final List<String> REPEATED = List.of(
            "zeroext", "signext", "inreg", "byval", "byref", "sret", "align", "nest", "swiftself", "swiftasync");

    /** Those that mean memory which only the front end that knows of it can set up. */
    private static final List<String> PECULIAR = List.of("swifterror", "inalloca", "preallocated");

    private Passage() {}

    /**
     * Refuses a function that not everybody can call.
     *
     * @throws OffloadException naming the parameter
     */
    static void require(IrFunction callee) {
        for (int i = 0; i < callee.parameterTypes().size(); i++) {
            for (String attribute : PECULIAR) {
                if (Attributes.onParameter(callee, i, attribute)) {
                    throw new OffloadException(
                            Reason.SIGNATURE,
                            "parameter " + (i + 1) + " of '" + callee.name() + "' is " + attribute
                                    + ", which a call by other code cannot pass; give it an ordinary parameter");
                }
            }
        }
    }

    /** Has a call pass what the callee takes. */
    static void follow(IrFunction callee, IrInstruction call) {
        repeat(callee, LLVMAttributeReturnIndex, call);
        for (int i = 0; i < callee.parameterTypes().size(); i++) {
            repeat(callee, i + 1, call);
        }
    }

    private static void repeat(IrFunction callee, int index, IrInstruction call) {
        for (String attribute : REPEATED) {
            LLVMAttributeRef declared =
                    LLVMGetEnumAttributeAtIndex(callee.value().raw(), index, Attributes.kind(attribute));
            if (!Handles.isNull(declared)) {
                LLVMAddCallSiteAttribute(call.value().raw(), index, declared);
            }
        }
    }
}
