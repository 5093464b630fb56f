package io.github.offload4j.codegen.device.math;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.image.Architecture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where vendors install their libraries. */
class LibraryPlacesTest {
    @TempDir
    Path root;

    @Test
    void cudasHomeComesBeforeWhatIsInstalled() throws IOException {
        file("usr/local/cuda-12.8/nvvm/libdevice/libdevice.10.bc");
        Path own = file("own/nvvm/libdevice/libdevice.10.bc");
        assertThat(places(Map.of("CUDA_HOME", root.resolve("own").toString())).find(Architecture.NVPTX64))
                .contains(own);
    }

    @Test
    void theNewestToolkitIsTaken() throws IOException {
        file("usr/local/cuda-12.8/nvvm/libdevice/libdevice.10.bc");
        Path newest = file("usr/local/cuda-13.0/nvvm/libdevice/libdevice.10.bc");
        assertThat(places(Map.of()).find(Architecture.NVPTX64)).contains(newest);
    }

    @Test
    void versionsAreCompared() throws IOException {
        file("usr/local/cuda-9.2/nvvm/libdevice/libdevice.10.bc");
        Path newest = file("usr/local/cuda-12.8/nvvm/libdevice/libdevice.10.bc");
        assertThat(places(Map.of()).find(Architecture.NVPTX64)).contains(newest);
    }

    @Test
    void aLinkToTheAssemblerLeadsToItsToolkit() throws IOException {
        Path library = file("toolkit/nvvm/libdevice/libdevice.10.bc");
        Path program = file("toolkit/bin/ptxas");
        Path link = Files.createDirectories(root.resolve("bin")).resolve("ptxas");
        Files.createSymbolicLink(link, program);
        assertThat(places(Map.of("PATH", link.getParent().toString())).find(Architecture.NVPTX64))
                .map(LibraryPlacesTest::real)
                .contains(real(library));
    }

    @Test
    void condaHasItInItsEnvironment() throws IOException {
        Path library = file("conda/nvvm/libdevice/libdevice.10.bc");
        assertThat(places(Map.of("CONDA_PREFIX", root.resolve("conda").toString()))
                        .find(Architecture.NVPTX64))
                .contains(library);
    }

    @Test
    void pipHasItByCudasVersion() throws IOException {
        Path library = file("venv/lib/python3.12/site-packages/nvidia/cu13/nvvm/libdevice/libdevice.10.bc");
        assertThat(places(Map.of("VIRTUAL_ENV", root.resolve("venv").toString()))
                        .find(Architecture.NVPTX64))
                .contains(library);
    }

    @Test
    void debianHasAmdsInTheFolderOfTheArchitecture() throws IOException {
        Path library = file("usr/lib/x86_64-linux-gnu/amdgcn/bitcode/ocml.bc");
        assertThat(places(Map.of()).find(Architecture.AMDGCN)).contains(library);
    }

    @Test
    void rocmComesBeforeTheDistribution() throws IOException {
        file("usr/lib/x86_64-linux-gnu/amdgcn/bitcode/ocml.bc");
        Path rocm = file("opt/rocm-6.4/amdgcn/bitcode/ocml.bc");
        assertThat(places(Map.of()).find(Architecture.AMDGCN)).contains(rocm);
    }

    @Test
    void whereItIsMissingThePlacesAndTheRemedyAreNamed() {
        LibraryPlaces places = places(Map.of("CUDA_HOME", root.resolve("own").toString()));
        assertThat(places.find(Architecture.NVPTX64)).isEmpty();
        assertThat(places.advice(Architecture.NVPTX64))
                .startsWith(
                        "install the CUDA toolkit and set CUDA_HOME, or name the file with --device-library; looked at '")
                .contains("own/nvvm/libdevice/libdevice.10.bc'");
        assertThat(places.advice(Architecture.AMDGCN)).startsWith("install the package rocm-device-libs, or ROCm");
    }

    private LibraryPlaces places(Map<String, String> environment) {
        return new LibraryPlaces(List.of(), environment, root);
    }

    private Path file(String name) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.createFile(file);
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
