package io.github.offload4j.runtime.testing;

import static org.bytedeco.llvm.global.LLVM.LLVMContextCreate;
import static org.bytedeco.llvm.global.LLVM.LLVMContextDispose;
import static org.bytedeco.llvm.global.LLVM.LLVMCreateBuilderInContext;
import static org.bytedeco.llvm.global.LLVM.LLVMDisposeBuilder;
import static org.bytedeco.llvm.global.LLVM.LLVMDisposeModule;
import static org.bytedeco.llvm.global.LLVM.LLVMGetBasicBlockTerminator;
import static org.bytedeco.llvm.global.LLVM.LLVMGetEntryBasicBlock;
import static org.bytedeco.llvm.global.LLVM.LLVMGetNamedFunction;
import static org.bytedeco.llvm.global.LLVM.LLVMGetParam;
import static org.bytedeco.llvm.global.LLVM.LLVMPositionBuilderBefore;

import io.github.offload4j.codegen.OffloadModule;
import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.ir.ModuleReader;
import io.github.offload4j.codegen.ir.ModuleWriter;
import org.bytedeco.llvm.LLVM.LLVMBuilderRef;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/** A module made from text, to which offload sites are added. */
public final class TestModule implements AutoCloseable {
    private final LLVMContextRef context = LLVMContextCreate();
    private final LLVMModuleRef module;
    private final LLVMBuilderRef builder = LLVMCreateBuilderInContext(context);

    public TestModule(String text) {
        module = ModuleReader.parse(context, text, "test.ll");
    }

    /** What a test adds to a module. */
    @FunctionalInterface
    public interface Sites {
        void addTo(OffloadModule offload, TestModule module);
    }

    /** Returns the finished module as bitcode. */
    public static byte[] emit(String text, OffloadOptions options, Sites sites) {
        try (TestModule module = new TestModule(text)) {
            try (OffloadModule offload = OffloadModule.attach(module.raw(), options)) {
                sites.addTo(offload, module);
                offload.finish();
            }
            return ModuleWriter.bitcode(module.raw());
        }
    }

    public LLVMModuleRef raw() {
        return module;
    }

    public LLVMValueRef function(String name) {
        return LLVMGetNamedFunction(module, name);
    }

    public LLVMValueRef parameter(String function, int index) {
        return LLVMGetParam(function(function), index);
    }

    /** Returns the builder, standing before the return of a function of one block. */
    public LLVMBuilderRef at(String function) {
        LLVMPositionBuilderBefore(builder, LLVMGetBasicBlockTerminator(LLVMGetEntryBasicBlock(function(function))));
        return builder;
    }

    @Override
    public void close() {
        LLVMDisposeBuilder(builder);
        LLVMDisposeModule(module);
        LLVMContextDispose(context);
    }
}
