package io.github.offload4j.codegen.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Loops with run-time counts on NVIDIA's GPUs: how many loads are under way at once. */
class UnrollCountsTest {
    private static final Pattern LOADS = Pattern.compile("ld\\.global");

    @Test
    void aShortLoopIsUnrolledBySixteen() {
        assertThat(loads(sum(", !llvm.loop !0", "!0 = distinct !{!0, !1}\n!1 = !{!\"llvm.loop.mustprogress\"}")))
                .isGreaterThanOrEqualTo(16);
    }

    @Test
    void whatTheSourceSaysOfUnrollingHolds() {
        assertThat(loads(sum(", !llvm.loop !0", "!0 = distinct !{!0, !1}\n!1 = !{!\"llvm.loop.unroll.disable\"}")))
                .isEqualTo(1);
    }

    private static long loads(String kernel) {
        return LOADS.matcher(Kernels.assembly(Kernels.NVIDIA, kernel)).results().count();
    }

    private static String sum(String metadata, String nodes) {
        return """
                define void @k(ptr noalias readonly %x, ptr noalias %y, i64 %n) "offload-kernel" {
                entry:
                  br label %head
                head:
                  %i = phi i64 [ 0, %entry ], [ %next, %body ]
                  %sum = phi float [ 0.0, %entry ], [ %more, %body ]
                  %goes = icmp slt i64 %i, %n
                  br i1 %goes, label %body, label %done
                body:
                  %place = getelementptr float, ptr %x, i64 %i
                  %v = load float, ptr %place
                  %more = fadd float %sum, %v
                  %next = add nsw i64 %i, 1
                  br label %head METADATA
                done:
                  store float %sum, ptr %y
                  ret void
                }
                """.replace(" METADATA", metadata) + nodes + "\n";
    }
}
