package io.github.offload4j.codegen.device;

import static io.github.offload4j.codegen.device.Kernels.AMD;
import static io.github.offload4j.codegen.device.Kernels.HOST;
import static io.github.offload4j.codegen.device.Kernels.NVIDIA;
import static io.github.offload4j.codegen.device.Kernels.assembly;
import static io.github.offload4j.codegen.device.Kernels.assertCompiles;
import static io.github.offload4j.codegen.device.Kernels.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Barriers that an optimiser may have copied. */
class CopiedBarriersTest {
    private static final String ARMS = """
            declare i32 @offload.thread.id(i32)
            declare void @offload.barrier() ATTRIBUTE
            define void @k(ptr %p, i32 %n) "offload-kernel" {
              %t = call i32 @offload.thread.id(i32 0)
              %c = icmp slt i32 %t, %n
              br i1 %c, label %a, label %b
            a:
              store volatile i32 1, ptr %p
              call void @offload.barrier()
              br label %end
            b:
              store volatile i32 2, ptr %p
              call void @offload.barrier()
              br label %end
            end:
              ret void
            }
            """;

    private static final String ROW = """
            declare void @offload.barrier()
            define void @k(ptr %p, i32 %n) "offload-kernel" {
              store volatile i32 1, ptr %p
              call void @offload.barrier()
              store volatile i32 2, ptr %p
              call void @offload.barrier()
              ret void
            }
            """;

    @Test
    void onesInTwoBranchesGetTheFormThatTheThreadsOfAWarpNeedNotComeToTogether() {
        String module = ARMS.replace("ATTRIBUTE", "");
        assertThat(assembly(NVIDIA, module)).contains("barrier.sync \t0;").doesNotContain("bar.sync");
        assertCompiles(HOST, module);
        assertRefused(
                AMD,
                module,
                "k",
                "it calls offload.barrier in two branches, of which each thread takes one, and nothing says that all take"
                        + " the same; declare it convergent, or compile without optimisation if there is one in the source");
    }

    @Test
    void convergentOnesAreAsWritten() {
        String module = ARMS.replace("ATTRIBUTE", "convergent");
        assertThat(assembly(NVIDIA, module)).contains("bar.sync \t0;").doesNotContain("barrier.sync");
        assertCompiles(AMD, module);
    }

    @Test
    void onesInARowWereNotCopied() {
        assertThat(assembly(NVIDIA, ROW)).contains("bar.sync \t0;").doesNotContain("barrier.sync");
        assertCompiles(AMD, ROW);
    }
}
