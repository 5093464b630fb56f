package io.github.offload4j.irtests.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kernels of compilers for hosts, on the command line. */
class ForeignKernelsTest {
    /** What clang 22 and rustc 1.96 leave in a kernel: the host's triple, newer words, a personality that nothing needs. */
    private static final String KERNEL = """
            target triple = "x86_64-unknown-linux-gnu"
            declare i32 @rust_eh_personality(...)
            declare i32 @offload.thread.id(i32) nocreateundeforpoison
            define void @_ZN3app4fillEPi(ptr captures(none) %x) personality ptr @rust_eh_personality {
              %t = call i32 @offload.thread.id(i32 0)
              %p = getelementptr i32, ptr %x, i32 %t
              store i32 %t, ptr %p
              ret void
            }
            """;

    private static final String SPEC = """
            offloads:
              - name: run
                callee: _ZN3app4fillEPi
                parameters:
                  - {name: x, type: ptr, map: tofrom, element: i32, count: 4}
                grid: 1
                block: 4
            """;

    @TempDir
    Path directory;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(directory.resolve("kernels.ll"), KERNEL, UTF_8);
        Files.writeString(directory.resolve("spec.yaml"), SPEC, UTF_8);
    }

    @Test
    void kernelNamedAsInSourceCodeRuns() {
        IrgenProcess irgen = IrgenProcess.run(
                directory,
                "run",
                "spec.yaml",
                "--device",
                "kernels.ll",
                "--mark-kernel=app::fill",
                "--runtime=embedded",
                "x=zeros:4:i32");

        assertThat(irgen.errors()).isEqualTo("""
                irgen: kernels.ll: note: read as text of a newer LLVM: 'nocreateundeforpoison' left out (1), \
                'captures(none)' called 'nocapture' (1)
                irgen: kernels.ll: note: made for a host; taken out for the device: personality functions (1 function)
                """);
        assertThat(irgen.output()).contains("0 1 2 3");
    }

    @Test
    void imageOfItIsMadeWithoutEditing() {
        IrgenProcess irgen = IrgenProcess.run(
                directory,
                "device",
                "kernels.ll",
                "--target=nvptx64:sm_90",
                "--emit=asm",
                "--mark-kernel=app::fill(int*)");

        assertThat(irgen.exitCode()).isZero();
        assertThat(irgen.output()).contains(".visible .entry _ZN3app4fillEPi(");
    }

    @Test
    void withoutAMarkItIsNoKernel() {
        IrgenProcess irgen = IrgenProcess.run(directory, "device", "kernels.ll", "--target=x86_64", "-o", "image");

        assertThat(irgen.exitCode()).isEqualTo(1);
        assertThat(irgen.errors())
                .contains("error: kernels.ll has no kernel: no function is in the section \"offload.kernel\"");
    }
}
