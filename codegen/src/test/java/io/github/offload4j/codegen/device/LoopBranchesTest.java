package io.github.offload4j.codegen.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How loops of NVIDIA's GPUs go round. */
class LoopBranchesTest {
    @Test
    void aLoopThatEndsWhenTwoNumbersAreEqualIsClosedByOneJump() {
        assertThat(Kernels.assembly(Kernels.NVIDIA, SUM)).doesNotContain("bra.uni");
    }

    private static final String SUM = """
                define void @k(ptr noalias readonly %x, ptr noalias %y, i64 %n) "offload-kernel" {
                entry:
                  br label %round
                round:
                  %i = phi i64 [ 0, %entry ], [ %next, %round ]
                  %sum = phi float [ 0.0, %entry ], [ %more, %round ]
                  %place = getelementptr float, ptr %x, i64 %i
                  %v = load float, ptr %place
                  %more = fadd float %sum, %v
                  %next = add nsw i64 %i, 1
                  %ends = icmp eq i64 %next, %n
                  br i1 %ends, label %done, label %round
                done:
                  store float %more, ptr %y
                  ret void
                }
                """;
}
