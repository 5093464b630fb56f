package io.github.offload4j.tools.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.tools.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Modules that hold host code and kernels. */
class OneFileTest {
    /** A kernel that the host calls as well, and a function that both use. */
    private static final String PROGRAM = """
            declare i32 @offload.thread.id(i32)
            declare i32 @printf(ptr, ...)
            @format = private constant [7 x i8] c"%d %d\\0A\\00"

            define internal i32 @plus(i32 %a) {
              %r = add i32 %a, 100
              ret i32 %r
            }

            define void @fill(ptr %x) MARK {
              %t = call i32 @offload.thread.id(i32 0)
              %v = call i32 @plus(i32 %t)
              %p = getelementptr i32, ptr %x, i32 %t
              store i32 %v, ptr %p
              ret void
            }

            define i32 @demo() {
              %x = alloca [4 x i32]
              call void @fill(ptr %x) [
                  "offload"(i1 false, i64 -1),
                  "offload.grid"(i32 1, i32 1, i32 1),
                  "offload.block"(i32 4, i32 1, i32 1),
                  "offload.map"(i32 0, i64 16, i64 3) ]
              %last = getelementptr i32, ptr %x, i32 3
              %device = load i32, ptr %last
              call void @fill(ptr %last)
              %host = load i32, ptr %last
              %shared = call i32 @plus(i32 %host)
              %high = mul i32 %device, 1000
              %sum = add i32 %high, %shared
              ret i32 %sum
            }
            """;

    private static final String RESULT = "result = 103200\n";

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("one.ll"), PROGRAM.replace("MARK", "section \"offload.kernel\""));
        Files.writeString(folder.resolve("unmarked.ll"), PROGRAM.replace("MARK", ""));
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void kernelRunsOnTheDeviceAndWhereTheHostCallsIt() {
        Run run = Run.irgen("run", path("one.ll"), "--entry=demo", "--runtime=embedded");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo(RESULT);
    }

    @Test
    void functionThatAMarkedCallLaunchesIsAKernelWithoutAnyOtherMark() {
        Run run = Run.irgen("run", path("unmarked.ll"), "--entry=demo", "--runtime=embedded");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo(RESULT);
    }

    @Test
    void withAFileOfKernelsABodyWithoutMarkIsTheHostsOwn() throws IOException {
        Files.writeString(folder.resolve("kernels.ll"), """
                define void @fill(ptr %x) "offload-kernel" {
                  %p = getelementptr i32, ptr %x, i32 3
                  store i32 7, ptr %p
                  ret void
                }
                """);
        Files.writeString(
                folder.resolve("host.ll"),
                PROGRAM.replace("MARK", "").replace("call i32 @offload.thread.id(i32 0)", "add i32 0, 0"));
        Run run =
                Run.irgen("run", path("host.ll"), "--device", path("kernels.ll"), "--entry=demo", "--runtime=embedded");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo("result = 7200\n");
    }

    @Test
    void buildEmbedsTheImageAndLeavesNothingForADevice() throws IOException {
        Run run = Run.irgen("build", path("one.ll"), "-o", path("out.ll"));

        assertThat(run.err()).isEmpty();
        assertThat(Files.readString(folder.resolve("out.ll")))
                .contains("@.omp_offloading.device_image = internal")
                .contains("define internal void @.offload_host.fill(")
                .contains("define internal i32 @offload.thread.id(i32 %0) {\nentry:\n  ret i32 0")
                .doesNotContain("offload.kernel\"");
    }

    @Test
    void lowerLeavesAModuleThatLinks() {
        Run run = Run.irgen("lower", path("one.ll"));

        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("call i32 @__tgt_target_kernel(")
                .contains("define void @fill(ptr %x)")
                .contains("define internal i32 @offload.thread.id(")
                .doesNotContain("declare i32 @offload.thread.id");
    }

    @Test
    void lowerHasTheHostComputeWhatTheRuntimeRefuses() throws IOException {
        Files.writeString(
                folder.resolve("lowered.ll"), Run.irgen("lower", path("one.ll")).out());

        assertThat(Files.readString(folder.resolve("lowered.ll")))
                .contains("define internal void @.offload_host.fill(");
        assertThat(Run.irgen("explain", path("lowered.ll")).out()).contains("refused  the host computes the grid");
        // no image fits, so the launch is refused
        assertThat(Run.irgen("run", path("lowered.ll"), "--entry=demo", "--runtime=embedded")
                        .out())
                .isEqualTo(RESULT);
    }

    @Test
    void checkAndExplainOnlyRead() throws IOException {
        assertThat(Run.irgen("check", path("one.ll")).err()).isEmpty();
        assertThat(Run.irgen("explain", path("one.ll")).out()).contains("demo launches kernel fill");
        assertThat(Files.readString(folder.resolve("one.ll")))
                .isEqualTo(PROGRAM.replace("MARK", "section \"offload.kernel\""));
    }

    @Test
    void kernelsOfTheProgramAndOfAFileAreInOneImage() throws IOException {
        Files.writeString(folder.resolve("kernels.ll"), """
                define void @other(ptr %x) "offload-kernel" {
                  store i32 7, ptr %x
                  ret void
                }
                """);
        Run run = Run.irgen("build", path("one.ll"), "--device", path("kernels.ll"), "-o", path("out.ll"));

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void oneKernelInTheProgramAndInAFileIsAnError() throws IOException {
        Files.writeString(folder.resolve("kernels.ll"), """
                define void @fill(ptr %x) "offload-kernel" {
                  ret void
                }
                """);
        Run run = Run.irgen("build", path("one.ll"), "--device", path("kernels.ll"), "-o", path("out.ll"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("a kernel is in " + path("one.ll") + " and in " + path("kernels.ll"))
                .contains("'fill'");
    }
}
