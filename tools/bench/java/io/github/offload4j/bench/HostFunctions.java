package io.github.offload4j.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.bytedeco.llvm.global.LLVM.LLVMContextCreate;
import static org.bytedeco.llvm.global.LLVM.LLVMContextDispose;
import static org.bytedeco.llvm.global.LLVM.LLVMDisposeModule;
import static org.bytedeco.llvm.global.LLVM.LLVMGetFirstBasicBlock;
import static org.bytedeco.llvm.global.LLVM.LLVMGetFirstFunction;
import static org.bytedeco.llvm.global.LLVM.LLVMGetNextFunction;

import io.github.offload4j.codegen.ir.ModuleReader;
import io.github.offload4j.codegen.ir.ModuleWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bytedeco.llvm.LLVM.LLVMBasicBlockRef;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/** A module of functions {@code void (i32 blocks, ptr...)}, each with one open block, into which sites go. */
final class HostFunctions implements AutoCloseable {
    private static final String TARGET = """
            target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
            target triple = "x86_64-unknown-linux-gnu"
            """;

    final LLVMContextRef context = LLVMContextCreate();
    final LLVMModuleRef module;
    final List<LLVMValueRef> functions = new ArrayList<>();
    final List<LLVMBasicBlockRef> blocks = new ArrayList<>();

    HostFunctions(String text) {
        this.module = ModuleReader.parse(context, text.getBytes(UTF_8), "host");
        LLVMValueRef next = LLVMGetFirstFunction(module);
        while (next != null && !next.isNull()) {
            functions.add(next);
            blocks.add(LLVMGetFirstBasicBlock(next));
            next = LLVMGetNextFunction(next);
        }
    }

    /** Returns the module's text before any site. The pointers of a function may not be equal. */
    static String text(int functions, int pointers) {
        String parameters = IntStream.range(0, pointers)
                .mapToObj(i -> ", ptr noalias nonnull %p" + i)
                .collect(Collectors.joining());
        return TARGET
                + IntStream.range(0, functions)
                        .mapToObj(i ->
                                "define void @f" + i + "(i32 %blocks" + parameters + ") {\nentry:\n  ret void\n}\n")
                        .collect(Collectors.joining());
    }

    String text() {
        return ModuleWriter.text(module);
    }

    @Override
    public void close() {
        LLVMDisposeModule(module);
        LLVMContextDispose(context);
    }
}
