package io.github.offload4j.irtests.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExecutionTest {
    @TempDir
    Path directory;

    private Path script(String... lines) throws IOException {
        Path script = Files.writeString(directory.resolve("script"), "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void outputErrorsAndExitCodeAreKeptApart() throws IOException {
        Execution execution = Execution.of(script("echo out $1", "echo err >&2", "exit 3"), Map.of(), "argument");
        assertThat(execution).isEqualTo(new Execution(3, "out argument\n", "err\n"));
    }

    @Test
    void abortIsToldByItsExitCode() throws IOException {
        assertThat(Execution.of(script("kill -ABRT $$"), Map.of()).exitCode()).isEqualTo(Execution.ABORTED);
    }

    @Test
    void givenVariablesAreSet() throws IOException {
        Execution execution = Execution.of(script("echo $OMP_DEFAULT_DEVICE"), Map.of("OMP_DEFAULT_DEVICE", "2"));
        assertThat(execution.output()).isEqualTo("2\n");
    }

    @Test
    void onlyCopiesOfImagesInTheProgramAreDeleted() throws IOException {
        Execution execution = Execution.of(
                script(
                        "copy=$(mktemp /tmp/tmpfile_XXXXXX)",
                        "other=$(mktemp /tmp/tmpfile_XXXXXX)",
                        "printf 'an image' > $copy",
                        "printf 'something %s' else > $other",
                        "echo $copy",
                        "echo $other"),
                Map.of());
        List<String> files = execution.output().lines().toList();
        assertThat(Path.of(files.get(0))).doesNotExist();
        assertThat(Path.of(files.get(1))).exists();
        Files.delete(Path.of(files.get(1)));
    }
}
