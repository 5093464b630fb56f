package io.github.offload4j.examples;

import static org.bytedeco.llvm.global.LLVM.LLVMContextCreate;
import static org.bytedeco.llvm.global.LLVM.LLVMContextDispose;
import static org.bytedeco.llvm.global.LLVM.LLVMDisposeModule;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.ir.ModuleReader;
import io.github.offload4j.codegen.lower.Lowering;
import io.github.offload4j.runtime.cuda.CublasHandle;
import io.github.offload4j.runtime.cuda.CudaDevice;
import io.github.offload4j.runtime.cuda.PrimaryContext;
import io.github.offload4j.runtime.jit.CallResult;
import io.github.offload4j.runtime.jit.OffloadJit;
import io.github.offload4j.runtime.jit.OffloadProgram;
import io.github.offload4j.runtime.jit.OffloadRuntime;
import io.github.offload4j.runtime.locate.RuntimeLibrary;
import io.github.offload4j.runtime.locate.RuntimeLocator;
import io.github.offload4j.runtime.locate.RuntimeSearch;
import java.util.Arrays;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;

/** Multiplies a matrix and a vector with cuBLAS, which is called by code that is compiled while the program runs. */
public final class CublasProduct {
    // begin module
    /** A call that a compiler has marked: the matrix and the vectors go to the device, the rest to cuBLAS as it is. */
    private static final String MODULE = """
            declare i32 @cublasSgemv_v2(ptr, i32, i32, i32, ptr, ptr, i32, ptr, i32, ptr, ptr, i32)

            define i32 @multiply(ptr %cublas, i32 %n, ptr %one, ptr %a, ptr %x, ptr %zero, ptr %y) {
              %count = zext i32 %n to i64
              %vector = shl i64 %count, 2
              %matrix = mul i64 %vector, %count
              %status = call i32 @cublasSgemv_v2(ptr %cublas, i32 1, i32 %n, i32 %n, ptr %one, ptr %a, i32 %n,
                                                 ptr %x, i32 1, ptr %zero, ptr %y, i32 1)
                  [ "offload"(i1 true, i64 -1), "offload.map"(i32 5, i64 %matrix, i64 1),
                    "offload.map"(i32 7, i64 %vector, i64 1), "offload.map"(i32 10, i64 %vector, i64 2) ]
              ret i32 %status
            }
            """;
    // end module

    private CublasProduct() {}

    /**
     * Prints the product of a small matrix and a vector.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        float[] a = {
            1, 2, 3,
            4, 5, 6,
            7, 8, 9
        };
        RuntimeSearch search = RuntimeLocator.ofThisProcess().search();
        RuntimeLibrary libomptarget = search.chosen().orElseThrow(() -> new IllegalStateException(search.reason()));
        LLVMContextRef llvm = LLVMContextCreate();
        LLVMModuleRef module = ModuleReader.parse(llvm, MODULE, "multiply.ll");
        try {
            System.out.println(Arrays.toString(multiply(module, libomptarget, a, new float[] {1, 10, 100})));
        } finally {
            LLVMDisposeModule(module);
            LLVMContextDispose(llvm);
        }
    }

    // begin program
    /** Returns the product of a square matrix, row after row, and a vector. */
    static float[] multiply(LLVMModuleRef module, RuntimeLibrary libomptarget, float[] a, float[] x) {
        OffloadOptions options =
                OffloadOptions.builder().runtime(libomptarget.abi()).build();
        Lowering.with(options).lower(module);
        try (PrimaryContext gpu = CudaDevice.of(0).retainPrimaryContext();
                CublasHandle cublas = gpu.newCublasHandle();
                OffloadRuntime runtime = OffloadRuntime.libomptarget(libomptarget);
                OffloadProgram program = OffloadJit.on(runtime)
                        .library(CublasHandle.library())
                        .build()
                        .load(module)) {
            float[] y = new float[x.length];
            CallResult status = program.function("multiply")
                    .call(cublas.address(), x.length, new float[] {1}, a, x, new float[] {0}, y);
            if (status.asInt() != 0) {
                throw new IllegalStateException("cublasSgemv failed with status " + status);
            }
            return y;
        }
    }
    // end program
}
