package io.github.offload4j.irtests.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.irtests.run.RuntimeInstallation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kernels on device pointers that the program has itself, in modules that have the kernel for the host too. */
class DevicePointersTest {
    private static final String KERNEL = """
            define void @increment(ptr %x, ptr %unused) "offload-kernel" {
              %none = icmp eq ptr %unused, null
              %step = select i1 %none, i32 1, i32 100
              %v = load i32, ptr %x
              %w = add i32 %v, %step
              store i32 %w, ptr %x
              ret void
            }
            """;

    private static final String LAUNCH = """
            declare void @increment(ptr, ptr)
            define internal i32 @library(ptr %d) {
              call void @increment(ptr %d, ptr null) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
                  "offload.block"(i32 1, i32 1, i32 1), "offload.device"(i32 0) ]
              ret i32 0
            }
            """;

    private static final String OF_ITS_OWN = LAUNCH + """
            declare i32 @omp_get_default_device()
            declare i32 @omp_get_initial_device()
            declare ptr @omp_target_alloc(i64, i32)
            declare void @omp_target_free(ptr, i32)
            declare i32 @omp_target_memcpy(ptr, ptr, i64, i64, i64, i32, i32)
            define i32 @main() {
              %x = alloca i32
              store i32 41, ptr %x
              %device = call i32 @omp_get_default_device()
              %host = call i32 @omp_get_initial_device()
              %d = call ptr @omp_target_alloc(i64 4, i32 %device)
              call i32 @omp_target_memcpy(ptr %d, ptr %x, i64 4, i64 0, i64 0, i32 %device, i32 %host)
              call i32 @library(ptr %d)
              call i32 @omp_target_memcpy(ptr %x, ptr %d, i64 4, i64 0, i64 0, i32 %host, i32 %device)
              call void @omp_target_free(ptr %d, i32 %device)
              %v = load i32, ptr %x
              ret i32 %v
            }
            """;

    private static final String MAPPED = LAUNCH + """
            define i32 @main() {
              %x = alloca i32
              store i32 41, ptr %x
              %status = call i32 @library(ptr %x) [ "offload"(i1 true, i64 -1), "offload.map"(i32 0, i64 4, i64 3) ]
              %v = load i32, ptr %x
              ret i32 %v
            }
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("kernel.ll"), KERNEL);
        Files.writeString(folder.resolve("own.ll"), OF_ITS_OWN);
        Files.writeString(folder.resolve("mapped.ll"), MAPPED);
    }

    private IrgenProcess build(String module) {
        RuntimeInstallation.require(22);
        return IrgenProcess.run(folder, "build", module, "--device=kernel.ll", "--target=x86_64", "-o", "program");
    }

    @ParameterizedTest
    @CsvSource({"own.ll, MANDATORY", "own.ll, DISABLED", "mapped.ll, MANDATORY", "mapped.ll, DISABLED"})
    void theProgramIsRightWithAndWithoutADevice(String module, String policy) throws Exception {
        IrgenProcess build = build(module);
        assertThat(build.errors()).isEmpty();
        assertThat(build.exitCode()).isZero();

        ProcessBuilder program = new ProcessBuilder(folder.resolve("program").toString()).inheritIO();
        program.environment().put("OMP_TARGET_OFFLOAD", policy);
        assertThat(program.start().waitFor()).isEqualTo(42);
    }

    @Test
    void theHostsOwnUseIsFoundAllTheSame() throws IOException {
        Files.writeString(
                folder.resolve("own.ll"), OF_ITS_OWN.replace("%v = load i32, ptr %x\n", "%v = load i32, ptr %d\n"));

        IrgenProcess build = build("own.ll");

        assertThat(build.errors())
                .startsWith("irgen: own.ll: error: in function 'main': 'main' reads device memory")
                .doesNotContain("increment");
        assertThat(build.exitCode()).isEqualTo(1);
    }
}
