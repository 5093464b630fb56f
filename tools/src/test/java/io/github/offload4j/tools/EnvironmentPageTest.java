package io.github.offload4j.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about environment variables has those that the sources and scripts read. */
class EnvironmentPageTest {
    private static final Path ROOT = Path.of("..");
    /** Names with underscores of the kinds that are read here; a constant of the runtime's begins otherwise. */
    private static final Pattern VARIABLE = Pattern.compile(
            "\"((?:OFFLOAD4J|IRGEN|CUDA|ROCM|HIP|DEVICE|CONDA|NO|LD|OMP)_(?!TGT)[A-Z][A-Z_]*|VIRTUAL_ENV|RUSTC|FC|CC)\""
                    + "|\\$\\{((?:IRGEN|OFFLOAD4J|JAVA|MALLOC)_[A-Z_]+)");

    @Test
    void everyVariableThatIsReadIsDescribed() throws IOException {
        Set<String> read = new TreeSet<>();
        for (String folder : List.of(
                "codegen/src/main/java",
                "runtime-shim/src/main/java",
                "tools/src/main/java",
                "tools/bin",
                "tools/launcher")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    VARIABLE.matcher(Files.readString(file))
                            .results()
                            .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
                            .forEach(read::add);
                }
            }
        }
        String page = Files.readString(ROOT.resolve("docs/environment.md"));
        assertThat(read).contains("OFFLOAD4J_RUNTIME", "IRGEN_LINK_FLAGS", "NO_COLOR");
        assertThat(read)
                .allSatisfy(
                        variable -> assertThat(page).containsPattern("`" + Pattern.quote(variable) + "(?:=[^`]*)?`"));
    }
}
