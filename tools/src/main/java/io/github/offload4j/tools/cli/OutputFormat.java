package io.github.offload4j.tools.cli;

import io.github.offload4j.codegen.ir.ModuleWriter;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;

/** How a module is written. */
public enum OutputFormat {
    /** LLVM's text. */
    LL {
        @Override
        public byte[] bytes(LLVMModuleRef module) {
            return ModuleWriter.textBytes(module);
        }

        @Override
        public void write(LLVMModuleRef module, OutputFile file) {
            if (file.isReplaceable()) {
                file.replaceBy(temporary -> ModuleWriter.print(module, temporary));
            } else {
                super.write(module, file);
            }
        }
    },
    /** LLVM's bitcode. */
    BC {
        @Override
        public byte[] bytes(LLVMModuleRef module) {
            return ModuleWriter.bitcode(module);
        }
    };

    /** Returns a module in this format. */
    public abstract byte[] bytes(LLVMModuleRef module);

    /**
     * Writes a module in this format.
     *
     * @throws io.github.offload4j.tools.diagnostic.InputException when that is not possible
     */
    public void write(LLVMModuleRef module, OutputFile file) {
        file.write(bytes(module));
    }
}
