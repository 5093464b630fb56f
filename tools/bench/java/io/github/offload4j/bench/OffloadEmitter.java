package io.github.offload4j.bench;

import static org.bytedeco.llvm.global.LLVM.LLVMCreateBuilderInContext;
import static org.bytedeco.llvm.global.LLVM.LLVMDisposeBuilder;
import static org.bytedeco.llvm.global.LLVM.LLVMGetBasicBlockTerminator;
import static org.bytedeco.llvm.global.LLVM.LLVMGetParam;
import static org.bytedeco.llvm.global.LLVM.LLVMPositionBuilderBefore;

import io.github.offload4j.codegen.OffloadCall;
import io.github.offload4j.codegen.OffloadModule;
import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.option.LaunchFailure;
import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.codegen.signature.LaunchBounds;
import org.bytedeco.llvm.LLVM.LLVMBuilderRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/** Puts a site into every function by the library, as a user does. */
final class OffloadEmitter {
    static final int THREADS = 256;
    static final long BYTES = 1024;

    private OffloadEmitter() {}

    static void emit(HostFunctions host, int pointers) {
        LLVMBuilderRef builder = LLVMCreateBuilderInContext(host.context);
        try (OffloadModule offload = OffloadModule.attach(
                host.module,
                OffloadOptions.builder().launchFailure(LaunchFailure.ABORT).build())) {
            for (int i = 0; i < host.functions.size(); i++) {
                LLVMValueRef function = host.functions.get(i);
                LLVMPositionBuilderBefore(builder, LLVMGetBasicBlockTerminator(host.blocks.get(i)));
                OffloadCall.Builder call = OffloadCall.toKernel("kernel");
                for (int p = 0; p < pointers; p++) {
                    call.map(LLVMGetParam(function, p + 1), Access.TOFROM, Extent.bytes(BYTES));
                }
                offload.call(
                        builder,
                        call.launch(LaunchBounds.of(LLVMGetParam(function, 0), THREADS))
                                .build());
            }
            offload.finish();
        } finally {
            LLVMDisposeBuilder(builder);
        }
    }
}
