package io.github.offload4j.irtests.marks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.device.DeviceCode;
import io.github.offload4j.codegen.device.DeviceCompiler;
import io.github.offload4j.codegen.image.DeviceTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Warp functions, fences and dynamic shared memory, as each language's marks declare them. */
class WarpFunctionsTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "C, warps.c, -O0",
        "C, warps.c, -O2",
        "CPP, warps.c, -xc++",
        "RUST, warps.rs, -Copt-level=0",
        "FORTRAN, warps.f90, -O1"
    })
    void everyLanguagesKernelsAreCompiled(FrontEnd frontEnd, String file, String options) throws IOException {
        Path source = Files.copy(Path.of("src/test/resources/marks", file), directory.resolve(file));
        byte[] kernels = frontEnd.emitLlvm(source, options).getBytes(UTF_8);
        DeviceCompiler compiler = DeviceCompiler.create()
                .markingKernels(frontEnd == FrontEnd.FORTRAN ? List.of("all_of_them") : List.of());

        try (DeviceCode code = compiler.lower(kernels, file, DeviceTarget.parse("nvptx64:sm_90"))) {
            assertThat(code.assembly())
                    .contains("fence.sc.cta", "fence.sc.gpu", "bar.warp.sync", ".extern .shared")
                    .contains("shfl.sync.idx", "shfl.sync.up", "shfl.sync.down", "shfl.sync.bfly")
                    .contains("vote.sync.ballot", "vote.sync.any", "vote.sync.all");
        }
        try (DeviceCode code = compiler.lower(kernels, file, DeviceTarget.parse("amdgcn:gfx90a"))) {
            assertThat(code.assembly()).contains("ds_bpermute_b32");
        }
    }

    /** Such calls may not be copied, moved into branches or taken for pure. */
    @Test
    void clangKnowsThatLanesComeTogether() throws IOException {
        Path source = Files.copy(Path.of("src/test/resources/marks/warps.c"), directory.resolve("warps.c"));

        List<String> lines = FrontEnd.C.emitLlvm(source, "-O2").lines().toList();

        List<String> declarations = lines.stream()
                .filter(line -> line.startsWith("declare") && line.contains("@offload_"))
                .toList();
        assertThat(declarations).hasSize(13);
        for (String declaration : declarations) {
            String attributes = lines.stream()
                    .filter(line ->
                            line.startsWith("attributes " + declaration.substring(declaration.lastIndexOf('#')) + " "))
                    .findFirst()
                    .orElseThrow();
            assertThat(attributes).doesNotContain("memory(", "nocallback", "willreturn", "nosync");
            boolean together = !declaration.matches(".*offload_(shared_dynamic|fence_\\w+)\\(.*");
            assertThat(attributes.contains("convergent")).as(declaration).isEqualTo(together);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"offload.h", "offload.rs", "offload.f90"})
    void everyFunctionIsInEveryHeader(String header) throws IOException {
        String text = Files.readString(FrontEnd.INCLUDE.resolve(header));
        for (String mode : List.of("", "up_", "down_", "xor_")) {
            for (String type : List.of("i32", "i64", "f32", "f64")) {
                assertThat(text).contains("offload_shuffle_" + mode + type + "(");
            }
        }
        for (String name : List.of(
                "warp_size",
                "lane_id",
                "warp_barrier",
                "ballot",
                "any",
                "all",
                "fence_block",
                "fence_device",
                "shared_dynamic")) {
            assertThat(text).contains("offload_" + name + "(");
        }
    }
}
