package io.github.offload4j.irtests.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.abi.RuntimeAbi;
import io.github.offload4j.codegen.image.OffloadBinary;
import io.github.offload4j.codegen.option.Preset;
import io.github.offload4j.codegen.option.Registration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Programs whose images clang's linker wrapper makes and registers. */
class LinkerWrapperTest {
    private static final int VERSION = 22;

    @TempDir
    static Path directory;

    private static Program program(String name) {
        OffloadOptions options = OffloadOptions.builder()
                .runtime(RuntimeAbi.LLVM_22)
                .registration(Registration.LINKER_WRAPPER)
                .build();
        return new Program(directory, name).sites(ImageSites.FOR_LINKER_WRAPPER, options);
    }

    @TestFactory
    Stream<DynamicTest> kernelsRun() {
        Path program = program("wrapped").linkByWrapper(VERSION);
        Path archived =
                program("member").archived().compiledByClang("no_region.c").linkByWrapper(VERSION);
        return Stream.of(
                Scenarios.pass(program, Map.of(), 4),
                Scenarios.pass(program, Map.of("OMP_DEFAULT_DEVICE", "2"), 4),
                Scenarios.pass(program, Map.of("OMP_TARGET_OFFLOAD", "MANDATORY"), 4),
                Scenarios.pass(program, Map.of("OMP_TARGET_OFFLOAD", "DISABLED"), 0),
                Scenarios.pass(archived, Map.of("OMP_TARGET_OFFLOAD", "MANDATORY"), 4));
    }

    @TestFactory
    Stream<DynamicTest> kernelsRunBesideThoseOfClang() {
        Path together = program("together").compiledByClang("own_region.c").linkByWrapper(VERSION);
        Path archived =
                program("archived").archived().compiledByClang("own_region.c").linkByWrapper(VERSION);
        return Stream.of(together, archived)
                .flatMap(program -> Stream.of(
                        Scenarios.pass(program, Map.of(), 4),
                        Scenarios.pass(program, Map.of("OMP_TARGET_OFFLOAD", "MANDATORY"), 4)));
    }

    @Test
    void imagesAreInASectionOfTheTypeThatTheWrapperLooksFor() {
        String sections = LlvmTool.require("llvm-readobj")
                .run(List.of("--sections", program("sections").lastModule().toString()));
        assertThat(sections)
                .containsPattern(
                        "Name: \\.llvm\\.offloading .*\\n *Type: SHT_LLVM_OFFLOADING .*\\n *Flags \\[ .*\\n *SHF_EXCLUDE ");
    }

    @Test
    void aLaunchThatDoesNotTellTheHostsImageItsBoundsAborts() throws IOException {
        Program program = new Program(directory, "hand")
                .sites(
                        new HandLinkedSite(),
                        OffloadOptions.builder().preset(Preset.RUSTC).build());
        byte[] binary = OffloadBinary.write(List.of(KernelImages.relocatable(RuntimeAbi.LLVM_22, "fill-first")));
        Path images = Files.write(directory.resolve("images"), binary);
        LlvmTool.require("llvm-objcopy")
                .run(List.of(
                        "--add-section=.llvm.offloading=" + images,
                        "--set-section-flags=.llvm.offloading=exclude,readonly",
                        "--set-section-type=.llvm.offloading=0x6fff4c0b",
                        program.lastModule().toString()));

        Execution execution = Execution.of(program.linkByWrapper(VERSION), Map.of());
        assertThat(execution.exitCode()).isEqualTo(Execution.ABORTED);
        assertThat(execution.errors())
                .isEqualTo("offload4j: error: kernel 'fill' was launched on the host without the address of its launch"
                        + " bounds; rebuild the host module with the image embedded\n");
        assertThat(execution.output()).doesNotContain("not reached");
    }
}
