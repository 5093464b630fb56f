package io.github.offload4j.runtime.testing;

import io.github.offload4j.codegen.ir.ModuleReader;
import io.github.offload4j.codegen.ir.ModuleWriter;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.bytedeco.llvm.global.LLVM;

/** A module's text, for tests that change it. */
public final class ModuleText {
    private ModuleText() {}

    /** Returns the LLVM IR of bitcode. */
    public static String of(byte[] bitcode) {
        LLVMContextRef context = LLVM.LLVMContextCreate();
        try {
            LLVMModuleRef module = ModuleReader.parse(context, bitcode, "module");
            try {
                return ModuleWriter.text(module);
            } finally {
                LLVM.LLVMDisposeModule(module);
            }
        } finally {
            LLVM.LLVMContextDispose(context);
        }
    }
}
