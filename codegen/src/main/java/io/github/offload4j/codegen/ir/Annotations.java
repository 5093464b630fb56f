package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMGetAsString;
import static org.bytedeco.llvm.global.LLVM.LLVMIsAConstantDataArray;
import static org.bytedeco.llvm.global.LLVM.LLVMIsConstantString;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.SizeTPointer;

/** What clang makes of {@code __attribute__((annotate("...")))}: a list of functions and variables, each with a text. */
public final class Annotations {
    private static final String LIST = "llvm.global.annotations";

    private Annotations() {}

    /** Returns the functions that are annotated with a text. */
    public static List<IrFunction> functions(IrModule module, String text) {
        List<IrFunction> found = new ArrayList<>();
        Optional<IrValue> list = module.findGlobal(LIST).map(IrGlobal::value).flatMap(ConstantFacts::initialValue);
        for (IrValue entry : list.map(ConstantFacts::parts).orElse(List.of())) {
            List<IrValue> fields = ConstantFacts.parts(entry);
            if (fields.size() > 1 && isText(stripped(fields.get(1)), text)) {
                stripped(fields.get(0)).asFunction().ifPresent(found::add);
            }
        }
        return found;
    }

    /** Forgets every annotation: they are no part of a program. */
    public static void drop(IrModule module) {
        module.findGlobal(LIST).ifPresent(IrGlobal::deleteIfUnused);
    }

    /** Returns what a constant cast is of. */
    private static IrValue stripped(IrValue value) {
        List<IrValue> parts = ConstantFacts.parts(value);
        return parts.size() == 1 ? stripped(parts.get(0)) : value;
    }

    private static boolean isText(IrValue variable, String text) {
        if (!variable.isGlobalVariable()) {
            return false;
        }
        return ConstantFacts.initialValue(variable)
                .filter(content -> !Handles.isNull(LLVMIsAConstantDataArray(content.raw()))
                        && LLVMIsConstantString(content.raw()) != 0)
                .map(Annotations::text)
                .filter(text::equals)
                .isPresent();
    }

    private static String text(IrValue content) {
        try (SizeTPointer length = new SizeTPointer(1)) {
            BytePointer bytes = LLVMGetAsString(content.raw(), length);
            String all = Utf8.decode(bytes, length.get());
            return all.endsWith("\0") ? all.substring(0, all.length() - 1) : all;
        }
    }
}
