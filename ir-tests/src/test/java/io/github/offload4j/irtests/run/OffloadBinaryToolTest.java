package io.github.offload4j.irtests.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.image.Architecture;
import io.github.offload4j.codegen.image.DeviceImage;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.image.ImageKind;
import io.github.offload4j.codegen.image.OffloadBinary;
import io.github.offload4j.irtests.fixture.KernelSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our offload binaries and those of LLVM's own tool are the same thing. */
class OffloadBinaryToolTest {
    private static final List<String> TARGETS = List.of("x86_64", "amdgcn:gfx90a", "amdgcn:gfx1100");

    @TempDir
    Path directory;

    private static List<DeviceImage> images() {
        return TARGETS.stream().map(new KernelSource("saxpy")::image).toList();
    }

    private static String selector(Path file, DeviceImage image) {
        boolean host = image.target().architecture() == Architecture.X86_64;
        String triple = host ? "x86_64-pc-linux-gnu" : image.target().triple();
        String processor = host ? "generic" : image.target().processor();
        return "--image=file=" + file + ",triple=" + triple + ",arch=" + processor + ",kind=openmp";
    }

    @Test
    void llvmExtractsWhatWePack() throws IOException {
        LlvmTool tool = LlvmTool.require("llvm-offload-binary");
        List<DeviceImage> images = images();
        Path packed = Files.write(directory.resolve("packed"), OffloadBinary.write(images));
        for (DeviceImage image : images) {
            Path extracted = directory.resolve("extracted");
            tool.run(List.of(packed.toString(), selector(extracted, image)));
            assertThat(extracted).hasBinaryContent(image.content());
        }
    }

    @Test
    void llvmListsWhatWePack() throws IOException {
        Path packed = Files.write(directory.resolve("packed"), OffloadBinary.write(images()));
        String listing = LlvmTool.require("llvm-objdump").run(List.of("--offloading", packed.toString()));
        assertThat(listing)
                .containsSubsequence(
                        "kind            elf\narch            generic\ntriple          x86_64-pc-linux-gnu\nproducer        openmp",
                        "kind            elf\narch            gfx90a\ntriple          amdgcn-amd-amdhsa\nproducer        openmp",
                        "kind            elf\narch            gfx1100\ntriple          amdgcn-amd-amdhsa\nproducer        openmp");
    }

    @Test
    void weReadWhatLlvmPacks() throws IOException {
        List<DeviceImage> images = images();
        Path packed = directory.resolve("packed");
        List<String> arguments = new ArrayList<>(List.of("-o", packed.toString()));
        for (DeviceImage image : images) {
            Path file = directory.resolve("image-" + image.target().processor());
            Files.write(file, image.content());
            arguments.add(selector(file, image));
        }
        LlvmTool.require("llvm-offload-binary").run(arguments);

        // The tool does not say what the bytes are, nor what the kernels take.
        assertThat(OffloadBinary.read(Files.readAllBytes(packed)))
                .isEqualTo(images.stream()
                        .map(image -> new DeviceImage(
                                image.target(), ImageKind.NONE, image.content(), List.of(), new byte[0]))
                        .toList());
    }

    @Test
    void theHostNeedsNoProcessorThereEither() throws IOException {
        Path file = Files.write(directory.resolve("image"), new byte[] {1, 2, 3});
        Path packed = directory.resolve("packed");
        LlvmTool.require("llvm-offload-binary")
                .run(List.of(
                        "-o",
                        packed.toString(),
                        "--image=file=" + file + ",triple=x86_64-unknown-linux-gnu,kind=openmp"));
        assertThat(OffloadBinary.read(Files.readAllBytes(packed)))
                .extracting(DeviceImage::target)
                .containsExactly(DeviceTarget.parse("x86_64"));
    }
}
