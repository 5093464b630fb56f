package io.github.offload4j.irtests.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import io.github.offload4j.codegen.ir.ModuleReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The API is what it was: a change of it shows in a file, and in review. */
class ApiGoldenTest {
    private static final Path FILES = Path.of("src/test/resources/api");
    private static final Pattern EXPORT = Pattern.compile("exports ([\\w.]+);");

    /** Exported because records of the API are of its types; beyond those, and what reads modules, it changes
     * without notice. */
    private static final String NOT_THE_API = "io.github.offload4j.codegen.ir";

    @ParameterizedTest
    @CsvSource({"codegen, codegen", "runtime, runtime-shim"})
    void theApiIsTheApprovedOne(String artifact, String folder) throws IOException {
        String now = ApiSignatures.of(packages(Path.of("..", folder, "src/main/java/module-info.java")))
                + (artifact.equals("codegen") ? ApiSignatures.of(ModuleReader.class, "parse") : "");
        Path approved = FILES.resolve(artifact + ".approved.txt");
        if (GoldenMode.of(System.getProperty(GoldenMode.PROPERTY), System.getenv("CI")) == GoldenMode.ACCEPT) {
            Files.createDirectories(FILES);
            Files.writeString(approved, now);
        }

        assertThat(now).withFailMessage(() -> message(approved, now)).isEqualTo(Files.readString(approved));
    }

    private static List<String> packages(Path moduleInfo) throws IOException {
        return EXPORT.matcher(Files.readString(moduleInfo))
                .results()
                .map(export -> export.group(1))
                .filter(name -> !name.equals(NOT_THE_API))
                .sorted()
                .toList();
    }

    private static String message(Path approved, String now) {
        try {
            List<String> before = Files.readString(approved).lines().toList();
            List<String> difference = UnifiedDiffUtils.generateUnifiedDiff(
                    "approved",
                    "now",
                    before,
                    DiffUtils.diff(before, now.lines().toList()),
                    1);
            return "the API differs from " + approved + ":\n" + String.join("\n", difference)
                    + "\n"
                    + "What users have is kept within a major version (docs/versioning.md); a line of CHANGELOG.md"
                    + " goes with it. To accept it:\n"
                    + "./mvnw -q -pl ir-tests -am test -Dtest=ApiGoldenTest -Dsurefire.failIfNoSpecifiedTests=false -D"
                    + GoldenMode.PROPERTY + "=accept";
        } catch (IOException e) {
            return approved + " cannot be read: " + e.getMessage();
        }
    }
}
