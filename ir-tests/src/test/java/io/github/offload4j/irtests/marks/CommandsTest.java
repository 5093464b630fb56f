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
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every command that takes marked calls reads marks that are calls. */
class CommandsTest {
    @TempDir
    Path directory;

    private Path module;
    private int exitCode;
    private String output = "";
    private String errors = "";

    @BeforeEach
    void write() throws IOException {
        try (InputStream stream = Objects.requireNonNull(CommandsTest.class.getResourceAsStream("/marks/called.ll"))) {
            module = Files.write(directory.resolve("called.ll"), stream.readAllBytes());
        }
    }

    private void irgen(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        exitCode = Irgen.execute(new StandardStreams(InputStream.nullInputStream(), out, err, false, false), arguments);
        output = out.toString(UTF_8);
        errors = err.toString(UTF_8);
    }

    private void replaceInModule(String text, String replacement) throws IOException {
        Files.writeString(module, Files.readString(module).replace(text, replacement));
    }

    @Test
    void lower() {
        irgen("lower", module.toString());

        assertThat(exitCode).as(() -> errors).isZero();
        assertThat(output).contains("__tgt_target_data_begin_mapper").doesNotContain("@offload_");
    }

    @Test
    void explain() {
        irgen("explain", module.toString());

        assertThat(output)
                .contains("3 offload sites", "run launches kernel k\n", "run calls host with device pointers\n")
                .contains("loop launches kernel k\n");
    }

    @Test
    void check() throws IOException {
        replaceInModule("declare void @host(ptr, i64)", """
                define void @host(ptr %x, i64 %n) noinline {
                  store i64 %n, ptr %x
                  ret void
                }
                """);

        irgen("check", module.toString());

        assertThat(exitCode).isEqualTo(1);
        assertThat(errors).contains("'host' writes device memory, which the host cannot reach");
    }

    @Test
    void build() throws IOException {
        Path object = directory.resolve("called.o");

        irgen("build", module.toString(), "--target=x86_64", "-o", object.toString());

        assertThat(exitCode).as(() -> errors).isZero();
        assertThat(Files.size(object)).isPositive();
    }

    @Test
    void twoKernelsOfOneName() {
        irgen("build", module.toString(), "--device", module.toString(), "--target=x86_64", "-o", directory + "/x.o");

        assertThat(exitCode).isEqualTo(1);
        assertThat(errors)
                .contains("error: a kernel is in " + module + " and in " + module)
                .contains("'k': symbol multiply defined!");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lower", "explain", "check", "run"})
    void whatIsWrongIsShownAtItsLine(String command) throws IOException {
        replaceInModule("call void @offload_shared(i32 64)", "call void @offload_shared(i32 -64)");

        irgen(command, module.toString());

        assertThat(exitCode).isEqualTo(1);
        assertThat(errors)
                .contains("called.ll:67:3: error: shared memory of -64 bytes; give a number from 0"
                        + " [function 'loop', block 'l': @offload_shared(...)]\n"
                        + "  call void @offload_shared(i32 -64)\n  ^\n");
    }

    @Test
    void nothingIsWrittenWhenSomethingIsWrong() throws IOException {
        replaceInModule("call void @offload_shared(i32 64)", "call void @offload_shared(i32 -64)");
        Path lowered = directory.resolve("lowered.ll");

        irgen("lower", module.toString(), "-o", lowered.toString());

        assertThat(lowered).doesNotExist();
    }
}
