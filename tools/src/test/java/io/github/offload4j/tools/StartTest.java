package io.github.offload4j.tools;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a start of the command costs. */
class StartTest {
    private static String classesLoadedBy(String argument) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Irgen.class.getName(),
                        argument))
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "--help"})
    void llvmIsNotLoaded(String argument) throws IOException, InterruptedException {
        assertThat(classesLoadedBy(argument))
                .contains("io.github.offload4j.tools.Irgen")
                .doesNotContain("org.bytedeco.llvm.global");
    }

    @Test
    void theCommandsThatAnArchiveIsMadeFromWork() {
        String examples = Path.of("examples").toAbsolutePath().toString();

        assertThat(Training.run(Path.of(examples)))
                .allSatisfy(run -> assertThat(run).isZero());
    }
}
