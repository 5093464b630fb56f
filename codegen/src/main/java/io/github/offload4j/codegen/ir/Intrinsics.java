package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMGetIntrinsicID;
import static org.bytedeco.llvm.global.LLVM.LLVMGetNamedFunction;
import static org.bytedeco.llvm.global.LLVM.LLVMIntrinsicGetName;
import static org.bytedeco.llvm.global.LLVM.LLVMLookupIntrinsicID;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.dialect.NewerText;
import java.util.regex.Pattern;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.SizeTPointer;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/**
 * Refuses intrinsics that this LLVM does not have. Its readers take them for functions like any other, or for another
 * intrinsic that the name begins with; a program that calls them cannot be linked, or does something else.
 */
final class Intrinsics {
    private static final String PREFIX = "llvm.";

    /** How the name of a type begins that stands behind the name of an overloaded intrinsic. */
    private static final Pattern TYPE =
            Pattern.compile("p\\d+\\w*|i\\d+|f(16|32|64|80|128)|bf16|ppcf128|(v|nxv|a)\\d+\\w+|s|sl?_.*|f_.*|t\\w+"
                    + "|isVoid|Metadata|x86mmx|x86amx|token|aarch64svcount");

    private Intrinsics() {}

    /** Checks a module that was read from text. */
    static void requireKnown(LLVMModuleRef module, NewerText text, String name) {
        for (String intrinsic : text.declaredIntrinsics()) {
            if (!text.isRenamed(intrinsic) && (isUnknown(module, intrinsic) || isMistaken(intrinsic))) {
                throw new OffloadException(
                        Reason.SYNTAX,
                        text.atDeclaration(intrinsic, message(intrinsic)).describe(name));
            }
        }
    }

    /** Checks a module that was read from bitcode. */
    static void requireKnown(LLVMModuleRef module, String name) {
        try (IrModule view = new IrModule(module)) {
            for (IrFunction function : view.functions()) {
                if (!function.isIntrinsic() && function.name().startsWith(PREFIX)) {
                    throw new OffloadException(Reason.SYNTAX, name + ": error: " + message(function.name()));
                }
            }
        }
    }

    private static String message(String intrinsic) {
        return "'" + intrinsic + "' is no intrinsic of LLVM " + NewerLlvm.ownVersion()
                + ", which reads this; use a compiler built on LLVM " + NewerLlvm.ownVersion() + ", or do without it";
    }

    /** What LLVM upgrades is gone by now. */
    private static boolean isUnknown(LLVMModuleRef module, String intrinsic) {
        try (BytePointer name = Utf8.encode(intrinsic)) {
            LLVMValueRef function = LLVMGetNamedFunction(module, name);
            return !Handles.isNull(function) && LLVMGetIntrinsicID(function) == 0;
        }
    }

    private static boolean isMistaken(String intrinsic) {
        int id = LLVMLookupIntrinsicID(intrinsic, Utf8.length(intrinsic));
        if (id == 0) {
            return false;
        }
        String base;
        try (SizeTPointer length = new SizeTPointer(1)) {
            base = Utf8.decode(LLVMIntrinsicGetName(id, length), length.get());
        }
        String types = intrinsic.substring(base.length());
        return !types.isEmpty()
                && !TYPE.matcher(types.substring(1).split("\\.", 2)[0]).matches();
    }
}
