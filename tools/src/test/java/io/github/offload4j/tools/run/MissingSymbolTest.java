package io.github.offload4j.tools.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.offload4j.tools.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A spec that calls a library's function, run without the function. */
class MissingSymbolTest {
    private static final Path OTHER = Path.of("/lib/x86_64-linux-gnu/libm.so.6");

    private static final String SPEC = """
            offloads:
              - name: run_sum
                library: cblas
                callee: sasum
              - name: run_gemm
                library: cublas
                callee: gemmEx
            """;

    @TempDir
    private Path directory;

    private Run run(String... options) throws IOException {
        Path file = Files.writeString(directory.resolve("s.yaml"), SPEC);
        List<String> all = new ArrayList<>(List.of("run", file.toString(), "--runtime=embedded", "--entry=run_sum"));
        all.addAll(List.of(options));
        all.addAll(List.of("n=3", "x=1,2,3", "incx=1"));
        return Run.irgen(all.toArray(String[]::new));
    }

    @Test
    void isToldWithThePlaceOfTheFirstCall() throws IOException {
        assertThat(run().err())
                .isEqualTo(
                        "irgen: " + directory.resolve("s.yaml")
                                + ":2:5: error: the program needs 'cblas_sasum' (called in 'run_sum'), 'cublasGemmEx' (called in"
                                + " 'run_gemm'), which neither the embedded device nor a loaded library has; define it, or name the library that has it\n");
    }

    @Test
    void isToldWithTheLibraryThatLacksIt() throws IOException {
        assumeTrue(Files.exists(OTHER), OTHER + " is not there");

        assertThat(run("--library=" + OTHER).err())
                .contains(
                        ":2:5: error: the program needs 'cblas_sasum' (called in 'run_sum'), 'cublasGemmEx' (called in"
                                + " 'run_gemm'), which neither the embedded device nor " + OTHER + " has; ");
    }
}
