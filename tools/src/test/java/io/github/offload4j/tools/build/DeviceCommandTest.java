package io.github.offload4j.tools.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.image.DeviceImage;
import io.github.offload4j.codegen.image.OffloadBinary;
import io.github.offload4j.tools.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code device} writes for a kernel, and what it says when it cannot. */
class DeviceCommandTest {
    private static final String KERNEL = """
            define void @set(i32 %value, ptr %place) #0 {
              store i32 %value, ptr %place
              ret void
            }
            attributes #0 = { "offload-kernel" }
            """;

    @TempDir
    Path directory;

    private Path kernels;
    private Path output;

    @BeforeEach
    void writeKernel() throws IOException {
        kernels = directory.resolve("kernels.ll");
        output = directory.resolve("out");
        Files.writeString(kernels, KERNEL);
    }

    private Run device(String... arguments) {
        String[] all = new String[arguments.length + 2];
        all[0] = "device";
        all[1] = kernels.toString();
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return Run.irgen(all);
    }

    @Test
    void writesAnElfImageForOneTarget() throws IOException {
        assertThat(device("--target=x86_64", "-o", output.toString()).exitCode())
                .isZero();
        assertThat(Files.readAllBytes(output)).startsWith(0x7F, 'E', 'L', 'F');
    }

    @Test
    void writesAnOffloadBinaryForSeveralTargets() throws IOException {
        Run run = device("--target=x86_64", "--target=amdgcn:gfx90a", "-o", output.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(OffloadBinary.read(Files.readAllBytes(output)))
                .extracting(DeviceImage::target)
                .extracting(Object::toString)
                .containsExactly("x86_64", "amdgcn:gfx90a");
    }

    @Test
    void writesAssembly() {
        assertThat(device("--target=nvptx64:sm_80", "--emit=asm").out())
                .contains(".target sm_80", ".visible .entry set(");
    }

    @Test
    void writesTheLoweredIr() {
        assertThat(device("--target=amdgcn:gfx90a", "--emit=ll").out()).contains("define amdgpu_kernel void @set(");
    }

    @Test
    void needsATarget() {
        Run run = device("-o", output.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("irgen: error: no target to compile for; give --target\n");
    }

    @Test
    void refusesAnUnknownTarget() {
        Run run = device("--target=riscv:x", "-o", output.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains(
                        "unknown device target 'riscv:x'; the targets are nvptx64:sm_XX, amdgcn:gfxXXX, x86_64 and aarch64");
    }

    @Test
    void namesTheFileOfABadKernel() throws IOException {
        Files.writeString(kernels, KERNEL.replace("define void", "define i32").replace("ret void", "ret i32 0"));

        Run run = device("--target=x86_64", "-o", output.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo("irgen: " + kernels
                        + ": error: 'set' cannot be compiled for x86_64: it returns i32; a kernel returns void\n");
        assertThat(output).doesNotExist();
    }

    @Test
    void saysOnceThatBitcodeIsAnError() throws IOException {
        Files.write(kernels, new byte[] {'B', 'C', (byte) 0xC0, (byte) 0xDE, 0, 0, 0, 0});

        assertThat(device("--target=x86_64", "-o", output.toString()).err())
                .isEqualTo("irgen: " + kernels + ": error: Expected a single module\n");
    }

    @Test
    void saysWhereALineDoesNotParse() throws IOException {
        Files.writeString(kernels, "define void @f( {\n");

        assertThat(device("--target=x86_64", "-o", output.toString()).err())
                .startsWith("irgen: " + kernels + ":2:1: error: expected type\n");
    }

    @Test
    void saysWhatAnAssemblerIsNotThere() {
        Run run = device("--target=nvptx64:sm_90", "--ptxas=" + directory.resolve("ptxas"), "-o", output.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("is not an executable file");
    }

    @Test
    void givesTheSameBytesTwice() throws IOException {
        device("--target=x86_64", "-o", output.toString());
        byte[] first = Files.readAllBytes(output);
        device("--target=x86_64", "-o", output.toString());

        assertThat(Files.readAllBytes(output)).isEqualTo(first);
    }
}
