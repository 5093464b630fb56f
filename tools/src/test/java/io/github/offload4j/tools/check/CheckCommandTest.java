package io.github.offload4j.tools.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.tools.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    private static final String READS = """
            define float @first(ptr %a) {
              %v = load float, ptr %a
              ret float %v
            }

            define void @run(ptr %x) {
              call float @first(ptr %x) [ "offload"(i1 true, i64 -1), "offload.map"(i32 0, i64 64, i64 1) ]
              ret void
            }
            """;

    private static final String WRITES_INPUT = """
            declare void @k(ptr)

            define void @run(ptr %y) {
              call void @k(ptr %y) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
                  "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 8, i64 1) ]
              ret void
            }
            """;

    private static final String KERNEL = """
            define void @k(ptr %y) "offload-kernel" {
              store i64 1, ptr %y
              ret void
            }
            """;

    @Test
    void anErrorFailsTheRun() {
        Run run = Run.withInput(READS, "check", "-");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo("""
                irgen: <stdin>: error: in function 'first': 'first' reads device memory, which the host cannot reach; \
                pass the pointer on to a library, or do this in a kernel [host-use-of-device-memory]
                irgen: <stdin>: note: the device address of argument 'x' comes from here
                irgen: <stdin>: note: 'run' passes it to 'first' as argument 1
                """);
    }

    @Test
    void aSoundModulePassesSilently() {
        Run run = Run.withInput(READS.replace("load float, ptr %a", "fadd float 1.0, 2.0"), "check", "-");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aCheckCanBeTurnedOff() {
        Run run = Run.withInput(READS, "check", "--check=host-use-of-device-memory=off", "-");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
    }

    @Test
    void anErrorCanBeTurnedIntoAWarning() {
        Run run = Run.withInput(READS, "check", "--check=host-use-of-device-memory=warning", "-");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).startsWith("irgen: <stdin>: warning: in function 'first'");
    }

    @Test
    void kernelsComeFromASecondModule(@TempDir Path folder) throws IOException {
        Path kernels = Files.writeString(folder.resolve("kernels.ll"), KERNEL);

        Run run = Run.withInput(WRITES_INPUT, "check", "--kernels=" + kernels, "-");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err())
                .isEqualTo("irgen: <stdin>: warning: in function 'run': kernel 'k' writes argument 'y', which is"
                        + " never copied back; map it 'from' or 'tofrom' [direction]\n");
    }

    @Test
    void aWarningCanBeTurnedIntoAnError(@TempDir Path folder) throws IOException {
        Path kernels = Files.writeString(folder.resolve("kernels.ll"), KERNEL);

        Run run = Run.withInput(WRITES_INPUT, "check", "--kernels=" + kernels, "--check=direction=error", "-");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith("irgen: <stdin>: error: in function 'run'");
    }

    @Test
    void theDevicesDecideAboutTheBounds() {
        String launch = """
                declare void @k()
                define void @run() {
                  call void @k() [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
                      "offload.block"(i32 1, i32 1, i32 128) ]
                  ret void
                }
                """;

        assertThat(Run.withInput(launch, "check", "-").exitCode()).isZero();
        assertThat(Run.withInput(launch, "check", "--devices=nvptx", "-").exitCode())
                .isEqualTo(1);
        Run amd = Run.withInput(launch, "check", "--devices=amdgpu,x86-64", "-");
        assertThat(amd.exitCode()).isZero();
        assertThat(amd.err()).isEmpty();
    }

    @Test
    void theSourceLineIsShownWhereThereIsOne(@TempDir Path folder) throws IOException {
        Path source = Files.writeString(folder.resolve("run.c"), "void run() {\n    launch(buffer);\n}\n");
        String module = """
                declare void @k(ptr)

                define void @run() !dbg !4 {
                  %%buffer = alloca [4 x i64]
                  call void @k(ptr %%buffer) [ "offload"(i1 false, i64 -1), "offload.grid"(i32 1, i32 1, i32 1),
                      "offload.block"(i32 1, i32 1, i32 1), "offload.map"(i32 0, i64 64, i64 3) ], !dbg !5
                  ret void
                }

                !llvm.dbg.cu = !{!0}
                !llvm.module.flags = !{!2}
                !0 = distinct !DICompileUnit(language: DW_LANG_C11, file: !1, emissionKind: LineTablesOnly)
                !1 = !DIFile(filename: "%s", directory: "/")
                !2 = !{i32 2, !"Debug Info Version", i32 3}
                !3 = !DISubroutineType(types: !{})
                !4 = distinct !DISubprogram(name: "run", file: !1, type: !3, spFlags: DISPFlagDefinition, unit: !0)
                !5 = !DILocation(line: 2, column: 5, scope: !4)
                """.formatted(source);

        Run run = Run.withInput(module, "check", "-");

        assertThat(run.err())
                .isEqualTo("irgen: " + source + ":2:5: error: argument 'buffer' maps 64 bytes of 'buffer', which has"
                        + " 32 bytes; map no more than there is [extent]\n    launch(buffer);\n    ^\n");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void anUnknownCheckIsWrongUsage() {
        Run run = Run.withInput(READS, "check", "--check=extend=off", "-");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("did you mean 'extent'?");
    }
}
