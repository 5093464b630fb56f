package io.github.offload4j.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class IrgenTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int irgen(String... args) {
        CommandLine commandLine = Irgen.commandLine();
        commandLine.setOut(new PrintWriter(out));
        commandLine.setErr(new PrintWriter(err));
        return commandLine.execute(args);
    }

    @Test
    void helpNamesTheCommand() {
        assertThat(irgen("--help")).isZero();
        assertThat(out.toString()).startsWith("Usage: irgen");
    }

    @Test
    void versionIsFilledInByTheBuild() {
        assertThat(irgen("--version")).isZero();
        assertThat(out.toString()).matches("irgen \\d+\\.\\d+\\.\\d+\\S*\\R");
    }

    @Test
    void noCommandIsWrongUsage() {
        assertThat(irgen()).isEqualTo(2);
        assertThat(err.toString()).contains("no command given");
    }
}
