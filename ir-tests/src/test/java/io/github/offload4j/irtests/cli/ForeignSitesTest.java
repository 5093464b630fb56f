package io.github.offload4j.irtests.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.irtests.run.LlvmTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code explain} and {@code check} say of the OpenMP that clang 22 and flang 22 compile. */
class ForeignSitesTest {
    private static final List<String> OPENMP = List.of(
            "-O1", "-fopenmp", "-fopenmp-targets=x86_64-pc-linux-gnu", "--offload-host-only", "-S", "-emit-llvm");

    @TempDir
    Path directory;

    private Path compiled(String compiler, String source, String... more) throws IOException {
        Path file = directory.resolve(source);
        try (var stream = Objects.requireNonNull(ForeignSitesTest.class.getResourceAsStream("/foreign/" + source))) {
            Files.write(file, stream.readAllBytes());
        }
        Path module = directory.resolve(source + ".ll");
        LlvmTool.require(compiler)
                .run(Stream.of(OPENMP, List.of(more), List.of(file.toString(), "-o", module.toString()))
                        .flatMap(List::stream)
                        .toList());
        return module;
    }

    /** Returns what is said of the site of a function, without the numbers of the file system in kernels' names. */
    private String site(Path module, String function) {
        IrgenProcess irgen = IrgenProcess.run(
                directory,
                "explain",
                Objects.requireNonNull(module.getFileName()).toString());
        assertThat(irgen.exitCode()).as(irgen.errors()).isZero();
        Matcher site = Pattern.compile("(?ms)^" + Pattern.quote(function) + " (.*?\\n)\\n")
                .matcher(irgen.output());
        assertThat(site.find()).as(irgen.output()).isTrue();
        return site.group(1).replaceAll("(__omp_offloading)_\\w+?_\\w+?_", "$1_");
    }

    private static String launched(String kernel, String arguments) {
        return "launches kernel __omp_offloading_" + kernel + "\n" + """
                  device   the default device
                  grid     the kernel's own choice of blocks
                  block    the kernel's own choice of threads
                  refused  the program handles it itself
                """ + arguments;
    }

    @Test
    void attachedPointersAreNoAllocations() throws IOException {
        assertThat(site(compiled("clang", "sites.c"), "attached")).isEqualTo(launched("attached_l9", """
                  1    tofrom  a computed number of bytes
                       launch 0x23 TO FROM TARGET_PARAM
                  2    attach  8 bytes
                       launch 0x4000 ATTACH
                """));
    }

    @Test
    void mappersAreNamed() throws IOException {
        Path module = compiled("clang", "sites.c");

        assertThat(site(module, "mapped_by_the_user")).isEqualTo(launched("mapped_by_the_user_l14", """
                  1    tofrom  16 bytes
                       launch 0x23 TO FROM TARGET_PARAM
                       mapper maps what else belongs to it: .omp_mapper._ZTS4list.whole
                """));
        assertThat(IrgenProcess.run(directory, "explain", "sites.c.ll", "--format=json")
                        .output())
                .contains("\"mapper\" : \".omp_mapper._ZTS4list.whole\"");
    }

    @Test
    void dimensionsThatAreNotSetAreOne() throws IOException {
        assertThat(site(compiled("clang", "sites.c"), "sized"))
                .contains("  grid     4 x 1 x 1 blocks\n  block    64 x 1 x 1 threads\n");
    }

    @Test
    void stridedSectionsHaveNoBytes() throws IOException {
        assertThat(site(compiled("clang", "sites.c"), "strided")).isEqualTo("""
                copies mapped data
                  device   the default device
                  1    to  a section with gaps, in pieces
                       update 0x100000000001 TO NON_CONTIGUOUS
                """);
    }

    @Test
    void callsThatDoNotWaitAreTold() throws IOException {
        Path module = compiled("clang", "sites.c");

        assertThat(site(module, ".omp_task_entry."))
                .startsWith(
                        "maps data\n  device   the default device\n  task     spawned by later, which goes on until it waits\n");
        assertThat(site(module, ".omp_task_entry..12"))
                .startsWith("launches kernel __omp_offloading_later_l31\n")
                .contains("\n  task     spawned by later, which goes on until it waits\n");
        assertThat(site(module, "perhaps")).doesNotContain("task");
    }

    @Test
    void conditionsAreTold() throws IOException {
        Path module = compiled("clang", "sites.c");

        assertThat(site(module, "perhaps")).contains("\n  runs     on some paths through perhaps, not on all\n");
        assertThat(IrgenProcess.run(directory, "explain", "sites.c.ll", "--format=json")
                        .output())
                .containsOnlyOnce("\"conditional\" : true");
    }

    @Test
    void flangsNamesAndScalarsAreTold() throws IOException {
        assertThat(site(compiled("flang", "sites.f90", "-fopenmp-version=50"), "scale_"))
                .isEqualTo(launched("scale__l5", """
                  1  x  tofrom  a computed number of bytes
                       launch 0x23 TO FROM TARGET_PARAM
                  2     value   4 bytes
                       launch 0x320 TARGET_PARAM LITERAL IMPLICIT
                  3     value   4 bytes
                       launch 0x320 TARGET_PARAM LITERAL IMPLICIT
                  4     value   4 bytes
                       launch 0x320 TARGET_PARAM LITERAL IMPLICIT
                """));
    }

    @Test
    void nothingIsFoundInThem() throws IOException {
        for (Path module :
                List.of(compiled("clang", "sites.c"), compiled("flang", "sites.f90", "-fopenmp-version=50"))) {
            IrgenProcess irgen = IrgenProcess.run(directory, "check", module.toString());

            assertThat(irgen.errors()).doesNotContain("error:", "warning:");
            assertThat(irgen.exitCode()).isZero();
            assertThat(Files.readString(module, UTF_8)).contains("__tgt_target_kernel");
        }
    }
}
