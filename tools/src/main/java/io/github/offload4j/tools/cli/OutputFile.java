package io.github.offload4j.tools.cli;

import io.github.offload4j.codegen.dialect.Content;
import io.github.offload4j.tools.diagnostic.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes the output that a command line names, whole or not at all; {@code -} is standard output. */
public final class OutputFile {
    private static final String STANDARD_OUTPUT = "<stdout>";

    private final String argument;
    private final StandardStreams streams;

    /**
     * Names an output.
     *
     * @param argument as given on the command line
     */
    public OutputFile(String argument, StandardStreams streams) {
        this.argument = argument;
        this.streams = streams;
    }

    /** Returns whether the output goes to a terminal. */
    public boolean isTerminal() {
        return isStandardOutput() && streams.outIsTerminal();
    }

    /** Returns whether a file that was read is about to be overwritten. */
    public boolean isSameFileAs(String input) {
        if (isStandardOutput() || input.equals(InputFile.DASH)) {
            return false;
        }
        try {
            return Files.isSameFile(Path.of(argument), Path.of(input));
        } catch (IOException | InvalidPathException notBothThere) {
            return false;
        }
    }

    /**
     * Writes the output.
     *
     * @throws InputException when that is not possible; a file that was there before is unchanged then
     */
    public void write(byte[] content) {
        write(Content.of(content));
    }

    /**
     * Writes what was read from somewhere as the output.
     *
     * @throws InputException when that is not possible; a file that was there before is unchanged then
     */
    public void write(Content content) {
        try {
            if (isStandardOutput()) {
                copy(content, streams.out());
                streams.out().flush();
            } else {
                write(Path.of(argument), content);
            }
        } catch (IOException e) {
            throw new InputException(name(), "cannot be written: " + FileErrors.reason(e, "no such directory"));
        } catch (InvalidPathException e) {
            throw new InputException(name(), "not the name of a file");
        }
    }

    /**
     * Writes a program, which may be run afterwards.
     *
     * @throws InputException when that is not possible; a file that was there before is unchanged then
     */
    public void writeExecutable(byte[] content) {
        write(content);
        if (!isStandardOutput() && !Path.of(argument).toFile().setExecutable(true, false)) {
            throw new InputException(name(), "cannot be made executable");
        }
    }

    private static void copy(Content content, OutputStream out) throws IOException {
        try (InputStream in = content.open()) {
            in.transferTo(out);
        }
    }

    private void write(Path path, Content content) throws IOException {
        if (argument.isEmpty() || Files.isDirectory(path)) {
            throw new InputException(name(), argument.isEmpty() ? "not the name of a file" : "is a directory");
        }
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            // a device or a pipe, which cannot be replaced
            try (OutputStream out = Files.newOutputStream(path)) {
                copy(content, out);
            }
            return;
        }
        replace(path, temporary -> {
            try (OutputStream out =
                    Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                copy(content, out);
            }
        });
    }

    /** Writes a file. */
    interface Filler {
        void fill(Path file) throws IOException;
    }

    /** Returns whether the output is a file that can be replaced as a whole, or that is not there yet. */
    boolean isReplaceable() {
        try {
            Path path = Path.of(argument);
            return !isStandardOutput() && !argument.isEmpty() && (Files.isRegularFile(path) || !Files.exists(path));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /**
     * Writes the output by something that writes files itself.
     *
     * @throws InputException when that is not possible; a file that was there before is unchanged then
     */
    void replaceBy(Filler filler) {
        try {
            replace(Path.of(argument), temporary -> {
                // made here, so that what is wrong with the place is told as for any other file
                Files.createFile(temporary);
                filler.fill(temporary);
            });
        } catch (IOException e) {
            throw new InputException(name(), "cannot be written: " + FileErrors.reason(e, "no such directory"));
        }
    }

    private static void replace(Path path, Filler filler) throws IOException {
        // a link keeps pointing to the file
        Path target = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
        Path temporary = target.resolveSibling(
                "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        // for an end by a signal
        temporary.toFile().deleteOnExit();
        try {
            filler.fill(temporary);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private boolean isStandardOutput() {
        return argument.equals(InputFile.DASH);
    }

    private String name() {
        if (isStandardOutput()) {
            return STANDARD_OUTPUT;
        }
        return argument.isEmpty() ? "''" : argument;
    }
}
