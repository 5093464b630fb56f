package io.github.offload4j.irtests.docs;

import static io.github.offload4j.runtime.testing.TraceAssertions.assertTrace;

import io.github.offload4j.codegen.DataRegion;
import io.github.offload4j.codegen.HostFunction;
import io.github.offload4j.codegen.OffloadArguments;
import io.github.offload4j.codegen.OffloadCall;
import io.github.offload4j.codegen.OffloadModule;
import io.github.offload4j.codegen.OffloadTask;
import io.github.offload4j.codegen.library.LibraryFunction;
import io.github.offload4j.codegen.signature.Dependence;
import io.github.offload4j.codegen.signature.Device;
import io.github.offload4j.codegen.signature.LaunchBounds;
import io.github.offload4j.runtime.testing.OffloadTestRun;
import java.util.Map;
import org.bytedeco.llvm.LLVM.LLVMBuilderRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/** Pieces of Java that pages show and that leave out what is around them: it is enough that they compile. */
abstract class ShownCode {
    abstract OffloadCall scale(LLVMValueRef pointer);

    void asynchronousCalls(OffloadModule offload, LLVMBuilderRef builder, LLVMValueRef x, LLVMValueRef y) {
        try (OffloadTask first = offload.spawn(builder, scale(x), Dependence.inout(x));
                OffloadTask second = offload.spawn(builder, scale(y), Dependence.inout(y))) {
            first.await(builder);
            second.await(builder);
        }
        offload.await(builder);
    }

    void testOfAnEmbedder(LLVMModuleRef module, float[] x, float[] y) {
        try (OffloadTestRun run = OffloadTestRun.of(module)) {
            run.call("run_saxpy", 256L, 2f, x, y);
            assertTrace(run.trace()).movedIn("x", 1024).movedOut("y", 1024).launched("saxpy");
        }
    }

    /** The operands of a product that are no matrices. */
    record Numbers(
            LLVMValueRef none,
            LLVMValueRef m,
            LLVMValueRef n,
            LLVMValueRef k,
            LLVMValueRef lda,
            LLVMValueRef ldb,
            LLVMValueRef ldc) {}

    void libraryInARegion(
            OffloadModule offload,
            LLVMBuilderRef builder,
            OffloadArguments arguments,
            Device device,
            LaunchBounds bounds,
            HostFunction gemm,
            Numbers numbers,
            LLVMValueRef handle,
            LLVMValueRef alpha,
            LLVMValueRef a,
            LLVMValueRef b,
            LLVMValueRef beta,
            LLVMValueRef c,
            LLVMValueRef sum) {
        LLVMValueRef none = numbers.none;
        LLVMValueRef m = numbers.m;
        LLVMValueRef n = numbers.n;
        LLVMValueRef k = numbers.k;
        LLVMValueRef lda = numbers.lda;
        LLVMValueRef ldb = numbers.ldb;
        LLVMValueRef ldc = numbers.ldc;
        try (DataRegion region = offload.openWithDevicePointers(builder, "mixed", arguments, device)) {
            offload.kernel("scale").launch(builder, bounds, region.devicePointer(a), n);
            gemm.call(builder, region, handle, none, none, m, n, k, alpha, a, lda, b, ldb, beta, c, ldc);
            offload.kernel("reduce").launch(builder, bounds, region.devicePointer(c), region.devicePointer(sum), n);
        }
    }

    void routineInARegion(
            OffloadModule offload,
            LLVMModuleRef module,
            LLVMBuilderRef builder,
            OffloadArguments arguments,
            Device device,
            LibraryFunction transform,
            Map<String, LLVMValueRef> values) {
        LLVMValueRef[] passed = transform.passed(module, builder, values);
        HostFunction function = offload.hostFunction(transform.declare(module))
                .ordered(transform.library().ordering());
        try (DataRegion region = offload.openWithDevicePointers(builder, "transform", arguments, device)) {
            function.call(builder, region, passed);
        }
    }
}
