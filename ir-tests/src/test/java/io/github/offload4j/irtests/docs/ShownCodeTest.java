package io.github.offload4j.irtests.docs;

import static io.github.offload4j.runtime.testing.TraceAssertions.assertTrace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.llvm.global.LLVM.LLVMContextCreate;
import static org.bytedeco.llvm.global.LLVM.LLVMContextDispose;
import static org.bytedeco.llvm.global.LLVM.LLVMDisposeModule;

import io.github.offload4j.codegen.analysis.CheckOptions;
import io.github.offload4j.codegen.analysis.Finding;
import io.github.offload4j.codegen.analysis.OffloadChecker;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.examples.arrays.ArrayCompiler;
import io.github.offload4j.runtime.testing.OffloadTestRun;
import java.util.List;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.junit.jupiter.api.Test;

/** Pieces of Java that pages show, run. */
class ShownCodeTest {
    private static final String PROGRAM = "def saxpy(a, x[], y[]) { y = a * x + y; }";

    @Test
    void theTestOfThePageAboutEmbeddingPasses() {
        LLVMContextRef context = LLVMContextCreate();
        LLVMModuleRef module = new ArrayCompiler(context).compile(PROGRAM, DeviceTarget.parse("x86_64"));
        try {
            float[] x = {1, 2, 3};
            float[] y = {10, 20, 30};
            try (OffloadTestRun run = OffloadTestRun.of(module)) {
                run.call("saxpy", 3L, 2f, x, y);
                assertThat(y).containsExactly(12, 24, 36);
                assertTrace(run.trace())
                        .movedIn("x", 12)
                        .movedIn("y", 12)
                        .movedOut("y", 12)
                        .launched("saxpy_0");
            }
        } finally {
            LLVMDisposeModule(module);
            LLVMContextDispose(context);
        }
    }

    @Test
    void theCheckerFindsNothingInTheExample() {
        LLVMContextRef context = LLVMContextCreate();
        LLVMModuleRef module = new ArrayCompiler(context).compile(PROGRAM);
        try {
            List<Finding> findings = OffloadChecker.check(module, CheckOptions.defaults());
            assertThat(findings).isEmpty();
        } finally {
            LLVMDisposeModule(module);
            LLVMContextDispose(context);
        }
    }
}
