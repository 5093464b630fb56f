package io.github.offload4j.irtests.device;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.offload4j.codegen.ir.BundledTools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An ELF file as {@code llvm-readobj} describes it, the one that comes with LLVM's library. */
final class ElfReader {
    private static final Pattern SYMBOL = Pattern.compile(" +\\d+: .{16} +\\d+ (\\w+) +GLOBAL +\\w+ +(\\w+) (\\S+)");

    private final Path file;

    private ElfReader(Path file) {
        this.file = file;
    }

    static ElfReader of(byte[] content, Path directory) {
        try {
            return new ElfReader(Files.write(Files.createTempFile(directory, "image", ".elf"), content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a field of the header. */
    String header(String field) {
        Matcher line = Pattern.compile("^ *" + Pattern.quote(field) + ": (.*)$", Pattern.MULTILINE)
                .matcher(run("--file-headers"));
        if (!line.find()) {
            throw new AssertionError("no field " + field);
        }
        return line.group(1);
    }

    /** Returns the names of the header's flags. */
    String flags() {
        String headers = run("--file-headers");
        return headers.substring(headers.indexOf("Flags ["));
    }

    /** Returns the symbols that other shared objects see. */
    List<String> exported() {
        return symbols()
                .filter(s -> !s.group(2).equals("UND"))
                .map(s -> s.group(3))
                .toList();
    }

    /** Returns the symbols that other shared objects have to define. */
    List<String> imported() {
        return symbols()
                .filter(s -> s.group(2).equals("UND"))
                .map(s -> s.group(3))
                .toList();
    }

    /** Returns the dynamic section. */
    String dynamicTags() {
        return run("--dynamic-table");
    }

    /** Returns the lines about each section. */
    String sections() {
        return run("--sections");
    }

    private Stream<MatchResult> symbols() {
        return SYMBOL.matcher(run("--dyn-symbols", "--elf-output-style=GNU")).results();
    }

    private String run(String... arguments) {
        List<String> command = Stream.of(
                        Stream.of(BundledTools.find("llvm-readobj").toString()),
                        Stream.of(arguments),
                        Stream.of(file.toString()))
                .flatMap(s -> s)
                .toList();
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(command + ": " + output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for " + command, e);
        }
    }
}
