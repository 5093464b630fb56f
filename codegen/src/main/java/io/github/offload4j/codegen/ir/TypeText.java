package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMDisposeModule;
import static org.bytedeco.llvm.global.LLVM.LLVMGetFirstFunction;
import static org.bytedeco.llvm.global.LLVM.LLVMGetFirstGlobal;
import static org.bytedeco.llvm.global.LLVM.LLVMGetNextGlobal;
import static org.bytedeco.llvm.global.LLVM.LLVMGetTypeByName2;
import static org.bytedeco.llvm.global.LLVM.LLVMGlobalGetValueType;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import java.util.HashMap;
import java.util.Map;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/**
 * Reads types in LLVM's own spelling, for example {@code [6 x float]}. The C API has no type parser, so the type becomes
 * that of the only global of a throw-away module.
 */
public final class TypeText {
    private static final int LONGEST = 4096;

    /** LLVM's parser recurses; text nested deeper than this could exhaust the native stack. */
    private static final int DEEPEST = 64;

    private final IrContext context;
    private final Map<String, IrType> known = new HashMap<>();

    /** Creates a reader for the types of one context. */
    public TypeText(IrContext context) {
        this.context = context;
    }

    /**
     * Returns the type that the text spells. {@code %name} stands for a named struct type that the context already has.
     *
     * @throws OffloadException when the text is not a type of values in memory
     */
    public IrType parse(String text) {
        IrType type = known.get(text);
        if (type == null) {
            type = text.startsWith("%") ? named(text) : parseNew(text);
            known.put(text, type);
        }
        return type;
    }

    private IrType named(String text) {
        LLVMTypeRef found = LLVMGetTypeByName2(context.raw(), text.substring(1));
        if (Handles.isNull(found)) {
            throw refused(text, "the context has no struct type of that name");
        }
        return new IrType(found);
    }

    private IrType parseNew(String text) {
        long nesting = text.chars().filter(c -> "[{<(".indexOf(c) >= 0).count();
        if (text.isBlank() || text.length() > LONGEST || nesting > DEEPEST) {
            throw refused(text, "it is empty, longer than " + LONGEST + " characters or nested too deep");
        }
        if (text.chars().anyMatch(c -> c < ' ' || c == ';' || c == '"' || c == '!' || c == '=' || c == '@')) {
            throw refused(text, "it contains a character that no type has");
        }
        if (hasOuterComma(text)) {
            throw refused(text, "it is more than one type");
        }
        LLVMModuleRef module;
        try {
            module = ModuleReader.parse(context.raw(), "@t = external global " + text, "type");
        } catch (OffloadException e) {
            throw refused(text, "LLVM does not know it; its types are i32, float, ptr, [4 x float] and their like");
        }
        try {
            LLVMValueRef global = LLVMGetFirstGlobal(module);
            if (Handles.isNull(global)
                    || !Handles.isNull(LLVMGetNextGlobal(global))
                    || !Handles.isNull(LLVMGetFirstFunction(module))) {
                throw refused(text, "it is more than one type");
            }
            return new IrType(LLVMGlobalGetValueType(global));
        } finally {
            LLVMDisposeModule(module);
        }
    }

    private static boolean hasOuterComma(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ("[{<(".indexOf(c) >= 0) {
                depth++;
            } else if ("]}>)".indexOf(c) >= 0) {
                depth--;
            } else if (c == ',' && depth == 0) {
                return true;
            }
        }
        return false;
    }

    private static OffloadException refused(String text, String why) {
        String shown = text.length() > 60 ? text.substring(0, 60) + "…" : text;
        return new OffloadException(Reason.SYNTAX, "'" + shown + "' is not a type: " + why);
    }
}
