package io.github.offload4j.tools;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.offload4j.tools.cli.StandardStreams;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;

/**
 * What a run of {@code irgen} in this process left behind.
 *
 * @param exitCode the exit code
 * @param output what it wrote to standard output
 * @param err what it wrote to standard error
 */
public record Run(int exitCode, ByteArrayOutputStream output, String err) {
    /** Runs with nothing on standard input. */
    public static Run irgen(String... arguments) {
        return withInput("", arguments);
    }

    /** Runs with a text on standard input. */
    public static Run withInput(String input, String... arguments) {
        return run(new ByteArrayInputStream(input.getBytes(UTF_8)), false, arguments);
    }

    /** Runs with standard output and standard error on a terminal. */
    public static Run onTerminal(String input, String... arguments) {
        return run(new ByteArrayInputStream(input.getBytes(UTF_8)), true, arguments);
    }

    /** Runs with any standard input. */
    public static Run run(InputStream in, boolean terminal, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = Irgen.execute(new StandardStreams(in, out, err, terminal, terminal), arguments);
        return new Run(exitCode, out, err.toString(UTF_8));
    }

    /** Returns standard output. */
    public byte[] bytes() {
        return output.toByteArray();
    }

    /** Returns standard output as text. */
    public String out() {
        return output.toString(UTF_8);
    }
}
