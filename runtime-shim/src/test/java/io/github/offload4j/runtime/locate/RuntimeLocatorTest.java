package io.github.offload4j.runtime.locate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.abi.RuntimeAbi;
import io.github.offload4j.codegen.device.DeviceCompiler;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.image.HostSystem;
import io.github.offload4j.runtime.testing.Saxpy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuntimeLocatorTest {
    /** A shared library that has what makes a libomptarget one, as far as the locator looks. */
    private static final String KERNEL = """
            define void @__tgt_target_kernel() "offload-kernel" {
              ret void
            }
            """;

    private static final byte[] LIBRARY = Saxpy.compile(KERNEL).content();

    @TempDir
    private Path root;

    private Path install(String path) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.write(file, LIBRARY).toRealPath();
    }

    private RuntimeLocator locator(Map<String, String> environment) {
        return new RuntimeLocator(environment, null, new SystemRoot(root, HostSystem.X86_64));
    }

    private RuntimeSearch search() {
        return locator(Map.of()).search();
    }

    @Test
    void nothingAnywhereSaysWhereItLooked() {
        RuntimeSearch search = search();

        assertThat(search.chosen()).isEmpty();
        assertThat(search.reason())
                .isEqualTo("no libomptarget of LLVM 19 to 23 is in the usual places; name one with OFFLOAD4J_RUNTIME");
        assertThat(search.lookedAt())
                .extracting(RuntimeSearch.Finding::place)
                .contains("Debian's LLVM 22", "Fedora", "LLVM's own installation", "ROCm");
    }

    @ParameterizedTest
    @CsvSource({
        "usr/lib/llvm-19/lib/libomptarget.so.19.1, LLVM_19, Debian's LLVM 19",
        "usr/lib64/libomptarget.so.21.1, LLVM_21, Fedora",
        "usr/lib/llvm-23/lib/libomptarget.so.23.1, LLVM_23, Debian's LLVM 23",
        "usr/local/lib/libomptarget.so.20.1, LLVM_20, LLVM's own installation",
        "opt/rocm/llvm/lib/libomptarget.so.20.0git, LLVM_20, ROCm",
    })
    void conventionalPlacesAreFound(String path, RuntimeAbi abi, String place) throws IOException {
        Path file = install(path);

        RuntimeSearch search = search();
        assertThat(search.chosen().map(RuntimeLibrary::path)).hasValue(file);
        assertThat(search.chosen().map(RuntimeLibrary::abi)).hasValue(abi);
        assertThat(search.reason()).isEqualTo("the first that fits in the usual places: " + place);
    }

    @Test
    void theNewestOfDebiansIsChosenAndTheOthersAreListed() throws IOException {
        install("usr/lib/llvm-19/lib/libomptarget.so.19.1");
        install("usr/lib/llvm-22/lib/libomptarget.so.22.1");

        assertThat(search().chosen().map(RuntimeLibrary::abi)).hasValue(RuntimeAbi.LLVM_22);
        assertThat(search().usable())
                .extracting(RuntimeLibrary::abi)
                .containsExactly(RuntimeAbi.LLVM_22, RuntimeAbi.LLVM_19);
    }

    @Test
    void aVersionThatIsNotKnownYetIsTakenForTheNewestWithAWarning() throws IOException {
        Path file = install("usr/lib/llvm-24/lib/libomptarget.so.24.0");

        RuntimeLibrary chosen = search().chosen().orElseThrow();
        assertThat(chosen.path()).isEqualTo(file);
        assertThat(chosen.version()).isEqualTo(24);
        assertThat(chosen.abi()).isEqualTo(RuntimeAbi.LLVM_23);
        assertThat(chosen.toString()).isEqualTo("libomptarget 24 (" + file + ")");
        assertThat(chosen.warning())
                .hasValue("libomptarget 24 (" + file + ") is newer than 23, the newest one known here; it is taken for"
                        + " that, and may not be like it");
        assertThat(search().lookedAt())
                .extracting(RuntimeSearch.Finding::verdict)
                .anyMatch(verdict -> verdict.endsWith(", newer than 23, the newest one known here"));
    }

    @Test
    void aVersionThatIsKnownIsPreferred() throws IOException {
        Path older = install("usr/lib64/libomptarget.so.19.1");
        install("usr/lib/llvm-22/lib/libomptarget.so.25.0");

        assertThat(search().chosen().map(RuntimeLibrary::path)).hasValue(older);
        assertThat(search().warnings()).singleElement().asString().startsWith("libomptarget 25 (");
    }

    @Test
    void aVersionThatIsNotKnownYetIsTakenWhereItIsNamed() throws IOException {
        install("usr/lib64/libomptarget.so.22.1");
        Path named = install("opt/new/libomptarget.so.24.0");

        assertThat(locator(Map.of()).search(named).chosen().map(RuntimeLibrary::version))
                .hasValue(24);
    }

    @Test
    void aLibraryForOtherMachinesIsNoneForThese() throws IOException {
        install("usr/lib/llvm-22/lib/libomptarget.so.22.1");

        RuntimeSearch search =
                RuntimeLocator.in(new SystemRoot(root, HostSystem.AARCH64)).search();
        assertThat(search.chosen()).isEmpty();
        assertThat(search.lookedAt()).extracting(RuntimeSearch.Finding::verdict).contains("not for aarch64");
    }

    @Test
    void aFolderForOtherMachinesHasTheirPlaces() throws IOException {
        Path file = root.resolve("usr/lib/aarch64-linux-gnu/libomptarget.so.22.1");
        Files.createDirectories(file.getParent());
        Files.write(
                file,
                DeviceCompiler.create()
                        .compile(KERNEL.getBytes(UTF_8), "kernel.ll", DeviceTarget.parse("aarch64"))
                        .content());

        RuntimeSearch search =
                RuntimeLocator.in(new SystemRoot(root, HostSystem.AARCH64)).search();
        assertThat(search.chosen().map(RuntimeLibrary::path)).hasValue(file.toRealPath());
    }

    @Test
    void anActiveCondaEnvironmentComesBeforeTheSystem() throws IOException {
        install("usr/lib/llvm-22/lib/libomptarget.so.22.1");
        Path own = install("conda/lib/libomptarget.so.20.1");

        RuntimeSearch search = locator(
                        Map.of("CONDA_PREFIX", root.resolve("conda").toString()))
                .search();
        assertThat(search.chosen().map(RuntimeLibrary::path)).hasValue(own);
    }

    @Test
    void theVariableDecidesOverPropertyAndPlaces() throws IOException {
        install("usr/lib/llvm-22/lib/libomptarget.so.22.1");
        Path named = install("here/libomptarget.so.21.1");
        Path other = install("there/libomptarget.so.20.1");

        RuntimeSearch byVariable = new RuntimeLocator(
                        Map.of(RuntimeLocator.VARIABLE, named.toString()),
                        other.toString(),
                        new SystemRoot(root, HostSystem.X86_64))
                .search();
        assertThat(byVariable.chosen().map(RuntimeLibrary::path)).hasValue(named);
        assertThat(byVariable.reason()).isEqualTo("the environment variable OFFLOAD4J_RUNTIME names it");

        RuntimeSearch byProperty =
                new RuntimeLocator(Map.of(), other.toString(), new SystemRoot(root, HostSystem.X86_64)).search();
        assertThat(byProperty.chosen().map(RuntimeLibrary::path)).hasValue(other);
    }

    @Test
    void aNamedFileThatDoesNotFitIsNotReplacedByAnother() throws IOException {
        install("usr/lib/llvm-22/lib/libomptarget.so.22.1");
        Path text = Files.writeString(root.resolve("libomptarget.so"), "not a library");

        RuntimeSearch search = locator(Map.of()).search(text);
        assertThat(search.chosen()).isEmpty();
        assertThat(search.reason())
                .isEqualTo("the given path names " + text + ", and that cannot be used: not a 64-bit shared library");
    }

    @Test
    void versionsThatTheLibraryDoesNotKnowAreRefused() throws IOException {
        install("usr/local/lib/libomptarget.so.18.1");

        assertThat(search().chosen()).isEmpty();
        assertThat(search().lookedAt())
                .extracting(RuntimeSearch.Finding::verdict)
                .contains(
                        "version 18 (its file name libomptarget.so.18.1), older than 19, the oldest that programs run on");
    }

    @Test
    void libompIsFoundNextToIt() throws IOException {
        install("usr/lib64/libomptarget.so.22.1");
        Path libomp = install("usr/lib64/libomp.so");

        assertThat(search().chosen().flatMap(RuntimeLibrary::libomp))
                .hasValueSatisfying(path -> assertThat(path).isEqualTo(root.resolve("usr/lib64/libomp.so")));
        assertThat(libomp).exists();
    }

    @ParameterizedTest
    @CsvSource({
        "libomptarget.so.22.1, '', '', 22, its name libomptarget.so.22.1",
        "'', libLLVM.so.20.1, '', 20, it needs libLLVM.so.20.1",
        "'', libLLVM-19.so, '', 19, it needs libLLVM-19.so",
        "'', '', __tgt_interop_use60, 22, it has __tgt_interop_use60",
        "'', '', llvmLaunchKernel, 21, it has llvmLaunchKernel",
        "'', '', __tgt_rtl_init, 20, 'it has __tgt_rtl_init, and not what 21 has'",
    })
    void theVersionIsToldByNameLinkageOrFunctions(
            String soname, String needed, String export, int major, String evidence) {
        ElfFile file = new ElfFile(
                62,
                Optional.of(soname).filter(name -> !name.isEmpty()),
                List.of(needed),
                Set.of("__tgt_target_kernel", export));

        assertThat(RuntimeVersion.of(Path.of("libomptarget.so"), file)).hasValue(new RuntimeVersion(major, evidence));
    }
}
