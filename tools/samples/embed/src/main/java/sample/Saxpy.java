package sample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.bytedeco.llvm.global.LLVM.*;

import io.github.offload4j.codegen.OffloadCall;
import io.github.offload4j.codegen.OffloadModule;
import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.device.DeviceCompiler;
import io.github.offload4j.codegen.image.DeviceImage;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.codegen.signature.LaunchBounds;
import io.github.offload4j.runtime.jit.OffloadJit;
import io.github.offload4j.runtime.jit.OffloadProgram;
import io.github.offload4j.runtime.jit.OffloadRuntime;
import java.util.Arrays;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.llvm.LLVM.LLVMBuilderRef;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/** Builds a function that launches a kernel, and runs it on a device inside of this process. */
public final class Saxpy {
    private static final String KERNEL = """
        define void @saxpy(i64 %n, float %a, ptr %x, ptr %y) #0 {
          %block = call i32 @offload.block.id(i32 0)
          %size = call i32 @offload.block.size(i32 0)
          %thread = call i32 @offload.thread.id(i32 0)
          %first = mul i32 %block, %size
          %index = add i32 %first, %thread
          %i = zext i32 %index to i64
          %inside = icmp slt i64 %i, %n
          br i1 %inside, label %compute, label %done
        compute:
          %x.i = getelementptr float, ptr %x, i64 %i
          %y.i = getelementptr float, ptr %y, i64 %i
          %x.v = load float, ptr %x.i
          %y.v = load float, ptr %y.i
          %product = fmul float %a, %x.v
          %sum = fadd float %product, %y.v
          store float %sum, ptr %y.i
          br label %done
        done:
          ret void
        }
        declare i32 @offload.block.id(i32)
        declare i32 @offload.block.size(i32)
        declare i32 @offload.thread.id(i32)
        attributes #0 = { "offload-kernel" }
        """;

    private static final int THREADS = 256;

    private Saxpy() {}

    /** Prints {@code y = 2 * x + y}. */
    public static void main(String[] args) {
        float[] x = {1, 2, 3, 4};
        float[] y = {10, 20, 30, 40};
        LLVMContextRef context = LLVMContextCreate();
        LLVMModuleRef module = build(context);
        try (OffloadRuntime runtime = OffloadRuntime.embedded();
                OffloadProgram program = OffloadJit.on(runtime).build().load(module)) {
            program.function("run_saxpy").call((long) x.length, 2f, x, y);
        } finally {
            LLVMDisposeModule(module);
            LLVMContextDispose(context);
        }
        System.out.println(Arrays.toString(y));
    }

    /** Returns a module with {@code void run_saxpy(int64_t n, float a, float *x, float *y)}. */
    private static LLVMModuleRef build(LLVMContextRef context) {
        LLVMModuleRef module = LLVMModuleCreateWithNameInContext("sample", context);
        LLVMTypeRef count = LLVMInt64TypeInContext(context);
        LLVMTypeRef pointer = LLVMPointerTypeInContext(context, 0);
        PointerPointer<LLVMTypeRef> types =
                new PointerPointer<>(count, LLVMFloatTypeInContext(context), pointer, pointer);
        LLVMTypeRef type = LLVMFunctionType(LLVMVoidTypeInContext(context), types, 4, 0);
        LLVMValueRef function = LLVMAddFunction(module, "run_saxpy", type);
        LLVMBuilderRef builder = LLVMCreateBuilderInContext(context);
        LLVMPositionBuilderAtEnd(builder, LLVMAppendBasicBlockInContext(context, function, "entry"));
        LLVMValueRef n = LLVMGetParam(function, 0);
        LLVMValueRef up = LLVMBuildAdd(builder, n, LLVMConstInt(count, THREADS - 1, 0), "");
        LLVMValueRef blocks = LLVMBuildUDiv(builder, up, LLVMConstInt(count, THREADS, 0), "blocks");
        DeviceImage image =
                DeviceCompiler.create().compile(KERNEL.getBytes(UTF_8), "saxpy.ll", DeviceTarget.parse("x86_64"));
        try (OffloadModule offload = OffloadModule.attach(module, OffloadOptions.defaults())) {
            offload.embed(image);
            offload.call(
                    builder,
                    OffloadCall.toKernel("saxpy")
                            .value(n)
                            .value(LLVMGetParam(function, 1))
                            .map(LLVMGetParam(function, 2), Access.TO, Extent.count(n, "float"))
                            .map(LLVMGetParam(function, 3), Access.TOFROM, Extent.count(n, "float"))
                            .launch(LaunchBounds.of(blocks, THREADS))
                            .build());
            LLVMBuildRetVoid(builder);
            offload.finish();
        } finally {
            LLVMDisposeBuilder(builder);
        }
        return module;
    }
}
