package io.github.offload4j.codegen.device;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.image.DeviceTarget;
import java.util.ArrayList;
import java.util.List;
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

    @Test
    void whatTheSourceForbidsIsTold() {
        List<String> notes = new ArrayList<>();
        String kernel = sum(", !llvm.loop !0", "!0 = distinct !{!0, !1}\n!1 = !{!\"llvm.loop.unroll.disable\"}");
        DeviceCompiler compiler = DeviceCompiler.create().notingTo(notes::add);
        compiler.lower(kernel.getBytes(UTF_8), "kernels.ll", DeviceTarget.parse(Kernels.NVIDIA))
                .close();
        assertThat(notes)
                .containsExactly("1 loop is not unrolled, as the IR forbids it; compilers' -O1 does that to every loop:"
                        + " give it -O2, or none");
    }

    /** Such as that of a matrix product with 8 times 8 results a thread. */
    @Test
    void aLongLoopIsUnrolledByFour() {
        StringBuilder body = new StringBuilder("%v = load float, ptr %place");
        for (int k = 0; k < 150; k++) {
            String sum = k == 0 ? "%v" : "%s" + (k - 1);
            body.append("\n  %m").append(k).append(" = fmul float ").append(sum).append(", %v");
            body.append("\n  %s")
                    .append(k)
                    .append(" = fadd float %m")
                    .append(k)
                    .append(", ")
                    .append(k + 1)
                    .append(".0");
        }
        String kernel = sum("", "")
                .replace("%v = load float, ptr %place", body)
                .replace("fadd float %sum, %v", "fadd float %sum, %s149");
        // and one in what is left over
        assertThat(loads(kernel)).isEqualTo(5);
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
