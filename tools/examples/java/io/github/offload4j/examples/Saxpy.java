package io.github.offload4j.examples;

import static org.bytedeco.llvm.global.LLVM.*;

import io.github.offload4j.codegen.OffloadCall;
import io.github.offload4j.codegen.OffloadModule;
import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.device.DeviceCompiler;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.codegen.signature.LaunchBounds;
import io.github.offload4j.runtime.embedded.EmbeddedOptions;
import io.github.offload4j.runtime.jit.OffloadJit;
import io.github.offload4j.runtime.jit.OffloadProgram;
import io.github.offload4j.runtime.jit.OffloadRuntime;
import io.github.offload4j.runtime.locate.RuntimeLocator;
import java.nio.charset.StandardCharsets;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.llvm.LLVM.*;

/** Emits a function that launches a kernel, and runs it in this process. */
public final class Saxpy {
    /** One thread computes one element; the last block may have more threads than there are elements left. */
    private static final String KERNEL = """
            declare i32 @offload.block.id(i32)
            declare i32 @offload.block.size(i32)
            declare i32 @offload.thread.id(i32)

            define void @saxpy(i64 %n, float %a, ptr %x, ptr %y) "offload-kernel" {
              %block = call i32 @offload.block.id(i32 0)
              %size = call i32 @offload.block.size(i32 0)
              %thread = call i32 @offload.thread.id(i32 0)
              %first = mul i32 %block, %size
              %own = add i32 %first, %thread
              %i = zext i32 %own to i64
              %inside = icmp ult i64 %i, %n
              br i1 %inside, label %element, label %done
            element:
              %px = getelementptr float, ptr %x, i64 %i
              %py = getelementptr float, ptr %y, i64 %i
              %vx = load float, ptr %px
              %vy = load float, ptr %py
              %ax = fmul float %a, %vx
              %sum = fadd float %ax, %vy
              store float %sum, ptr %py
              br label %done
            done:
              ret void
            }
            """;

    private Saxpy() {}

    /**
     * Prints three elements of 0.5 x + y.
     *
     * @param arguments what to compile the kernel for: x86_64, or sm_90 and the like behind nvptx64:
     */
    public static void main(String[] arguments) {
        DeviceTarget target = DeviceTarget.parse(arguments.length > 0 ? arguments[0] : "x86_64");
        LLVMContextRef context = LLVMContextCreate();
        LLVMModuleRef module = LLVMModuleCreateWithNameInContext("host", context);
        try {
            emit(context, module, target);
            run(module);
        } finally {
            LLVMDisposeModule(module);
            LLVMContextDispose(context);
        }
    }

    /** Emits {@code void run_saxpy(int64_t n, float a, const float *x, float *y)}. */
    private static void emit(LLVMContextRef context, LLVMModuleRef module, DeviceTarget target) {
        LLVMTypeRef pointer = LLVMPointerTypeInContext(context, 0);
        PointerPointer<LLVMTypeRef> parameters = new PointerPointer<>(
                LLVMInt64TypeInContext(context), LLVMFloatTypeInContext(context), pointer, pointer);
        LLVMTypeRef type = LLVMFunctionType(LLVMVoidTypeInContext(context), parameters, 4, 0);
        LLVMValueRef function = LLVMAddFunction(module, "run_saxpy", type);
        LLVMBuilderRef builder = LLVMCreateBuilderInContext(context);
        LLVMPositionBuilderAtEnd(builder, LLVMAppendBasicBlockInContext(context, function, "entry"));

        LLVMValueRef n = LLVMGetParam(function, 0);
        LLVMTypeRef size = LLVMTypeOf(n);
        LLVMValueRef up = LLVMBuildAdd(builder, n, LLVMConstInt(size, 255, 0), "");
        LLVMValueRef blocks = LLVMBuildUDiv(builder, up, LLVMConstInt(size, 256, 0), "blocks");
        try (OffloadModule offload = OffloadModule.attach(module, OffloadOptions.defaults())) {
            byte[] kernel = KERNEL.getBytes(StandardCharsets.UTF_8);
            offload.embed(DeviceCompiler.create().compile(kernel, "kernel.ll", target));
            offload.call(
                    builder,
                    OffloadCall.toKernel("saxpy")
                            .value(n)
                            .value(LLVMGetParam(function, 1))
                            .map(LLVMGetParam(function, 2), Access.TO, Extent.count(n, "float"))
                            .map(LLVMGetParam(function, 3), Access.TOFROM, Extent.count(n, "float"))
                            .launch(LaunchBounds.of(blocks, 256))
                            .build());
            LLVMBuildRetVoid(builder);
            offload.finish();
        }
        LLVMDisposeBuilder(builder);
    }

    /** Calls it: on libomptarget where there is one, else on a device in this process. */
    private static void run(LLVMModuleRef module) {
        float[] x = new float[1000];
        float[] y = new float[1000];
        for (int i = 0; i < x.length; i++) {
            x[i] = i;
            y[i] = 1;
        }
        try (OffloadRuntime runtime = RuntimeLocator.ofThisProcess()
                        .search()
                        .chosen()
                        .map(OffloadRuntime::libomptarget)
                        .orElseGet(() -> OffloadRuntime.embedded(EmbeddedOptions.defaults()));
                OffloadProgram program = OffloadJit.on(runtime).build().load(module)) {
            program.function("run_saxpy").call(1000L, 0.5f, x, y);
        }
        System.out.println(y[0] + " " + y[1] + " " + y[999]);
    }
}
