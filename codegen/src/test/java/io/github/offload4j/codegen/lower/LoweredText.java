package io.github.offload4j.codegen.lower;

import static org.bytedeco.llvm.global.LLVM.LLVMContextCreate;
import static org.bytedeco.llvm.global.LLVM.LLVMContextDispose;
import static org.bytedeco.llvm.global.LLVM.LLVMDisposeModule;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.ir.ModuleReader;
import io.github.offload4j.codegen.ir.ModuleWriter;
import java.util.List;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;

/** Lowers modules given as text. */
final class LoweredText {
    private LoweredText() {}

    /** Returns the text of the lowered module. */
    static String of(String text) {
        return of(text, OffloadOptions.defaults());
    }

    static String of(String text, OffloadOptions options) {
        LLVMContextRef context = LLVMContextCreate();
        LLVMModuleRef module = ModuleReader.parse(context, text, "test.ll");
        try {
            Lowering.with(options).lower(module, text);
            return ModuleWriter.text(module);
        } finally {
            LLVMDisposeModule(module);
            LLVMContextDispose(context);
        }
    }

    /** Returns what is wrong with the marked calls of a module, after checking that the module was left as it was. */
    static List<MarkProblem> problems(String text, OffloadOptions options) {
        LLVMContextRef context = LLVMContextCreate();
        LLVMModuleRef module = ModuleReader.parse(context, text, "test.ll");
        try {
            String before = ModuleWriter.text(module);
            List<MarkProblem> problems = List.of();
            try {
                Lowering.with(options).lower(module, text);
            } catch (LoweringException e) {
                problems = e.problems();
            }
            if (!problems.isEmpty() && !before.equals(ModuleWriter.text(module))) {
                throw new AssertionError("the module was changed: " + problems);
            }
            return problems;
        } finally {
            LLVMDisposeModule(module);
            LLVMContextDispose(context);
        }
    }

    static List<MarkProblem> problems(String text) {
        return problems(text, OffloadOptions.defaults());
    }
}
