package io.github.offload4j.irtests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.library.Library;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The tables of the page about libraries are what the catalogues say. */
class GpuLibrariesPageTest {
    private static final Path PAGES = Path.of("../docs");

    @Test
    void tableOfBlasIsTheCatalogues() throws IOException {
        assertTable(
                "gpu-libraries.md",
                "blas",
                LibraryTable.of(Library.CBLAS, Library.CUBLAS, Library.ROCBLAS, Library.HIPBLAS));
    }

    @Test
    void tableOfMpiAndNcclIsTheCatalogues() throws IOException {
        assertTable("machines.md", "messages", LibraryTable.of(Library.OPENMPI, Library.MPICH, Library.NCCL));
    }

    @Test
    void tableOfTransformsIsTheCatalogues() throws IOException {
        assertTable("gpu-libraries.md", "fft", LibraryTable.of(Library.FFTW, Library.CUFFT));
    }

    /** Leaves a page with the fresh table where it differs. */
    private static void assertTable(String file, String name, String table) throws IOException {
        String page = Files.readString(PAGES.resolve(file));
        Path fresh = Path.of("target", file);
        String begin = "<!-- catalogue: " + name + " -->\n";
        int start = page.indexOf(begin);
        assertThat(start).as(begin).isNotNegative();
        start += begin.length();
        int end = page.indexOf("\n<!-- end -->", start);
        String written = page.substring(start, end);
        if (!written.equals(table)) {
            Files.createDirectories(fresh.getParent());
            Files.writeString(fresh, page.substring(0, start) + table + page.substring(end));
        }
        assertThat(written)
                .as("a fresh page: cp ir-tests/%s docs/%s", fresh, file)
                .isEqualTo(table);
    }
}
