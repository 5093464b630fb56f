package io.github.offload4j.irtests.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.offload4j.tools.ExitCode;
import io.github.offload4j.tools.Irgen;
import io.github.offload4j.tools.cli.StandardStreams;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs commands of irgen in this process, in a folder of its own: each does its work, or says why it does not. */
final class Commands {
    private final Path directory;

    /** Uses a folder, which has to be there. */
    Commands(Path directory) {
        this.directory = directory;
    }

    /** Returns the path of a file in the folder. */
    String file(String name) {
        return directory.resolve(name).toString();
    }

    /** Writes a file of the folder, and returns its path. */
    String write(String name, String content) {
        try {
            return Files.writeString(directory.resolve(name), content, UTF_8).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Runs a command.
     *
     * @return whether it did its work
     * @throws AssertionError when it says that it is at fault itself, or nothing, or leaves files behind when it fails
     */
    boolean succeed(List<String> arguments) {
        Set<String> before = files();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        StandardStreams streams = new StandardStreams(new ByteArrayInputStream(new byte[0]), out, err, false, false);
        int exitCode = Irgen.execute(streams, arguments.toArray(String[]::new));
        String said = err.toString(UTF_8);
        if (exitCode == ExitCode.DONE) {
            return true;
        }
        require(exitCode == ExitCode.BAD_INPUT || exitCode == ExitCode.WRONG_USAGE, exitCode, arguments, said);
        require(said.contains("error: "), exitCode, arguments, said);
        require(files().equals(before), exitCode, arguments, "left behind: " + files());
        return false;
    }

    private static void require(boolean holds, int exitCode, List<String> arguments, String said) {
        if (!holds) {
            throw new AssertionError("exit code " + exitCode + " of " + arguments + ": " + said);
        }
    }

    private Set<String> files() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(Path::toString).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
