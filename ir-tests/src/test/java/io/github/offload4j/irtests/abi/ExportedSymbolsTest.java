package io.github.offload4j.irtests.abi;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.offload4j.codegen.abi.RuntimeConstants;
import io.github.offload4j.codegen.abi.RuntimeFunction;
import io.github.offload4j.irtests.run.RuntimeInstallation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every function of the runtime that emitted code calls is one that an installed runtime has. */
final class ExportedSymbolsTest {
    private static final boolean REQUIRED = "required".equals(System.getProperty("offload4j.runtimes"));

    private static final Set<RuntimeFunction> IN_C_LIBRARY = Set.of(
            RuntimeFunction.AT_EXIT,
            RuntimeFunction.WRITE,
            RuntimeFunction.ABORT,
            RuntimeFunction.PRINT,
            RuntimeFunction.ALLOCATE,
            RuntimeFunction.FREE,
            RuntimeFunction.LOAD_LIBRARY,
            RuntimeFunction.FIND_SYMBOL);

    @ParameterizedTest
    @ValueSource(ints = {19, 22})
    void anInstalledRuntimeHasEveryFunction(int version) throws IOException, InterruptedException {
        Path folder = Path.of("/usr/lib/llvm-" + version + "/lib");
        Optional<Path> offload = find(folder.resolve("libomptarget.so." + version + ".1"));
        Optional<Path> openMp = find(folder.resolve("libomp-" + version + ".so.5"), folder.resolve("libomp.so.5"));
        if (!REQUIRED) {
            assumeThat(offload).as("libomptarget " + version).isPresent();
            assumeThat(openMp).as("libomp beside it").isPresent();
        }

        Set<String> exported = Stream.concat(
                        exportedBy(offload.orElseThrow()).stream(), exportedBy(openMp.orElseThrow()).stream())
                .collect(toSet());

        assertThat(Stream.of(RuntimeFunction.values())
                        .filter(function -> !IN_C_LIBRARY.contains(function))
                        .map(RuntimeFunction::symbol))
                .isNotEmpty()
                .isSubsetOf(exported);
    }

    /** Portable programs tell by it on which side of 23 they run. */
    @ParameterizedTest
    @ValueSource(ints = {19, 22, 23})
    void from23OnARuntimeHasWhatItIsKnownBy(int version) throws IOException, InterruptedException {
        Optional<RuntimeInstallation> runtime = RuntimeInstallation.find(version);
        assumeThat(runtime).as("libomptarget " + version).isPresent();

        assertThat(exportedBy(runtime.orElseThrow().offload()).contains(RuntimeConstants.SINCE_23))
                .isEqualTo(version >= 23);
    }

    private static Optional<Path> find(Path... places) {
        return Stream.of(places).filter(Files::isRegularFile).findFirst();
    }

    private static Set<String> exportedBy(Path library) throws IOException, InterruptedException {
        Process nm = new ProcessBuilder("nm", "--dynamic", "--defined-only", "--format=posix", library.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(nm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(nm.waitFor()).as(output).isZero();
        // name@@VERSION type value size
        return output.lines().map(line -> line.replaceFirst("[@ ].*", "")).collect(toSet());
    }
}
