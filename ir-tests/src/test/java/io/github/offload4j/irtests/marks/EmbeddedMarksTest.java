package io.github.offload4j.irtests.marks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.tools.Irgen;
import io.github.offload4j.tools.cli.StandardStreams;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs of real front ends, run in this process on the embedded device. */
class EmbeddedMarksTest {
    @TempDir
    Path directory;

    private String run(FrontEnd language, String resource, String options, String kernelOptions, String... arguments)
            throws IOException {
        MarkedSource program = MarkedSource.of(language, resource, directory);
        Path host =
                Files.writeString(directory.resolve("host.ll"), language.emitLlvm(program.source(), options), UTF_8);
        Path kernels = Files.writeString(
                directory.resolve("kernels.ll"), language.emitLlvm(program.source(), kernelOptions), UTF_8);
        List<String> command = new ArrayList<>(List.of(
                "run", host.toString(), "--device", kernels.toString(), "--runtime=embedded", "--entry", "run"));
        command.addAll(List.of(arguments));
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        StandardStreams streams = new StandardStreams(InputStream.nullInputStream(), output, errors, false, false);
        int exitCode = Irgen.execute(streams, command.toArray(String[]::new));
        assertThat(exitCode).as(() -> errors.toString(UTF_8)).isZero();
        return output.toString(UTF_8);
    }

    @Test
    void unoptimisedC() throws IOException {
        assertThat(run(FrontEnd.C, "embedded.c", "-O0", "-O2 -DKERNELS")).isEqualTo("result = 5050.0\n");
    }

    @Test
    void optimisedC() throws IOException {
        assertThat(run(FrontEnd.C, "embedded.c", "-O2", "-O0 -DKERNELS")).isEqualTo("result = 5050.0\n");
    }

    @Test
    void rustWithTypes() throws IOException {
        assertThat(run(
                        FrontEnd.RUST,
                        "embedded.rs",
                        "-Copt-level=2 -Cpanic=abort",
                        "-Copt-level=0 -Cdebug-assertions=off -Cpanic=abort --cfg kernels"))
                .isEqualTo("result = 5050.0\n");
    }

    @Test
    void fortran() throws IOException {
        assertThat(run(FrontEnd.FORTRAN, "embedded.f90", "-O0", "-O2 -DKERNELS", "--mark-kernel=axpy"))
                .isEqualTo("result = 5050.0\n");
    }
}
