package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMCreatePassBuilderOptions;
import static org.bytedeco.llvm.global.LLVM.LLVMDisposePassBuilderOptions;
import static org.bytedeco.llvm.global.LLVM.LLVMGetErrorMessage;
import static org.bytedeco.llvm.global.LLVM.LLVMRunPasses;
import static org.bytedeco.llvm.global.LLVM.LLVMRunPassesOnFunction;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import java.util.function.Function;
import org.bytedeco.llvm.LLVM.LLVMErrorRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.bytedeco.llvm.LLVM.LLVMPassBuilderOptionsRef;
import org.bytedeco.llvm.LLVM.LLVMTargetMachineRef;
import org.jspecify.annotations.Nullable;

/** Runs LLVM's passes over modules that the library owns. */
final class Passes {
    private Passes() {}

    /**
     * Runs passes over a well-formed module.
     *
     * @param pipeline in the syntax of {@code opt -passes}
     * @param machine whose costs the passes reckon with; null for those of no target
     * @throws OffloadException with LLVM's words when the pipeline does not parse or fails
     */
    static void run(LLVMModuleRef module, String pipeline, @Nullable LLVMTargetMachineRef machine) {
        run(pipeline, options -> LLVMRunPasses(module, pipeline, machine, options));
    }

    /**
     * Runs passes over one function of a well-formed module.
     *
     * @param pipeline of passes for functions, in the syntax of {@code opt -passes}
     * @param machine whose costs the passes reckon with; null for those of no target
     * @throws OffloadException with LLVM's words when the pipeline does not parse or fails
     */
    static void run(IrFunction function, String pipeline, @Nullable LLVMTargetMachineRef machine) {
        run(pipeline, options -> LLVMRunPassesOnFunction(function.value().raw(), pipeline, machine, options));
    }

    private static void run(String pipeline, Function<LLVMPassBuilderOptionsRef, LLVMErrorRef> passes) {
        LLVMPassBuilderOptionsRef options = LLVMCreatePassBuilderOptions();
        try {
            LLVMErrorRef error = passes.apply(options);
            if (!Handles.isNull(error)) {
                throw new OffloadException(
                        Reason.ARGUMENT,
                        "passes '" + pipeline + "' failed: " + Utf8.decode(LLVMGetErrorMessage(error)));
            }
        } finally {
            LLVMDisposePassBuilderOptions(options);
        }
    }
}
