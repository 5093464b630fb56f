package io.github.offload4j.codegen.ir;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.dialect.NewerText;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An {@code llvm-dis} that is new enough for a bitcode file, whose encoding only its own LLVM and later ones read.
 *
 * @param program where it is
 */
record LlvmDis(Path program) {
    private static final String NAME = "llvm-dis";

    /** Where distributions put an LLVM whose number is not in the names of its programs. */
    private static final List<String> FOLDERS = List.of(
            "/usr/lib/llvm-%d/bin",
            "/usr/lib/llvm/%d/bin",
            "/usr/lib64/llvm%d/bin",
            "/opt/homebrew/opt/llvm@%d/bin",
            "/usr/local/opt/llvm@%d/bin");

    /** Java adds the number of the signal that ended a program to this. */
    private static final int KILLED_BY_SIGNAL = 128;

    private static final Pattern VERSION = Pattern.compile("LLVM version (\\d{1,3})\\.");

    /**
     * Finds one.
     *
     * @param writer the version that wrote the bitcode
     * @param name what messages call the bitcode
     * @throws OffloadException when there is none, or the version is newer than any that is read
     */
    static LlvmDis find(int writer, String name) {
        if (writer > NewerText.NEWEST) {
            throw new OffloadException(
                    Reason.SYNTAX,
                    name + ": error: bitcode of LLVM " + writer + ", and modules are read up to LLVM "
                            + NewerText.NEWEST + "; use a compiler built on LLVM " + NewerText.NEWEST + " or older");
        }
        Stream<Path> numbered = IntStream.rangeClosed(writer, NewerText.NEWEST)
                .boxed()
                .flatMap(version -> Stream.concat(
                        onPath(NAME + "-" + version),
                        FOLDERS.stream().map(folder -> Path.of(String.format(folder, version), NAME))));
        return Stream.concat(
                        numbered.filter(Files::isExecutable),
                        onPath(NAME).filter(Files::isExecutable).filter(program -> reads(program, writer)))
                .findFirst()
                .map(LlvmDis::new)
                .orElseThrow(() -> new OffloadException(
                        Reason.SYNTAX,
                        name + ": error: bitcode of LLVM " + writer + ", which LLVM " + NewerLlvm.ownVersion()
                                + " cannot read, and there is no '" + NAME + "-" + writer
                                + "' on the path to print it; install LLVM " + writer
                                + "'s tools, or write text in place of bitcode"));
    }

    private static Stream<Path> onPath(String name) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name));
    }

    private static boolean reads(Path program, int writer) {
        try {
            Matcher version = VERSION.matcher(
                    run(List.of(program.toString(), "--version")).output());
            if (!version.find()) {
                return false;
            }
            int number = Integer.parseInt(version.group(1));
            return number >= writer && number <= NewerText.NEWEST;
        } catch (IOException cannotBeRun) {
            return false;
        }
    }

    /**
     * Prints bitcode as text.
     *
     * @throws OffloadException when the program cannot be run, or does not read the bitcode
     */
    byte[] print(byte[] bitcode, String name) {
        try {
            Path folder = Files.createTempDirectory("offload4j");
            Path input = folder.resolve("in.bc");
            Path output = folder.resolve("out.ll");
            try {
                Files.write(input, bitcode);
                Optional<String> failure = run(List.of(program.toString(), input.toString(), "-o", output.toString()))
                        .failure();
                if (failure.isPresent()) {
                    throw new OffloadException(
                            Reason.SYNTAX, name + ": error: '" + program + "' does not read it: " + failure.get());
                }
                return Files.readAllBytes(output);
            } finally {
                Files.deleteIfExists(input);
                Files.deleteIfExists(output);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new OffloadException(Reason.TOOL, "'" + program + "' cannot be run: " + e.getMessage());
        }
    }

    /** What a program said, and how it ended. */
    private record Ending(String output, int exitCode) {
        /** Returns why it failed, if it did; a backtrace is nothing for the user. */
        Optional<String> failure() {
            if (exitCode > KILLED_BY_SIGNAL) {
                return Optional.of(
                        "it crashed on signal " + (exitCode - KILLED_BY_SIGNAL) + ", so the file is damaged");
            }
            return exitCode == 0
                    ? Optional.empty()
                    : Optional.of(output.strip().replace('\n', ' ') + " (exit code " + exitCode + ")");
        }
    }

    private static Ending run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new Ending(output, process.waitFor());
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted");
        }
    }
}
