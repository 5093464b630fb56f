package io.github.offload4j.irtests.golden;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.offload4j.tools.Irgen;
import io.github.offload4j.tools.cli.StandardStreams;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file that is its own approved text:
 *
 * <pre>
 * ; does map bit 1 copy in?
 *
 * ; irgen lower --transfers=split
 * declare void &#64;k(ptr)
 * define void &#64;run(ptr nonnull %x) {
 *   ...
 * }
 * ;; define void &#64;run(ptr nonnull %x) {
 * ;;   ...
 * ;; }
 * ;; &#64;.offload_sizes.k = private unnamed_addr constant [1 x i64] [i64 64]
 * </pre>
 *
 * A question, the command, its input; and under each function of the input, behind double semicolons, what the command has
 * made of it, with the constants that it refers to. A line {@code ; and @name} asks for anything else that the output
 * defines. A line {@code ; lines with X, Y} above the functions limits them to the lines that have one of these in them,
 * and the constants to those that these lines refer to. Where the command fails the file ends with what it says.
 */
final class FileGolden implements GoldenText {
    private static final String EXPECTED = ";;";
    private static final Pattern COMMAND = Pattern.compile("; irgen (.+)");
    private static final Pattern FUNCTION = Pattern.compile("define .*@([\\w.$-]+)\\(.*");
    private static final Pattern WANTED = Pattern.compile("; and (@\\S+)");
    private static final Pattern LIMIT = Pattern.compile("; lines with (.+)");

    private final String id;
    private final String question;
    private final String command;

    /** The lines below the command, without what is expected. */
    private final List<String> input;

    private FileGolden(String id, String question, String command, List<String> input) {
        this.id = id;
        this.question = question;
        this.command = command;
        this.input = input;
    }

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException when it has no question or no command
     */
    static FileGolden read(Path root, Path file) {
        String path = root.relativize(file).toString();
        String id = path.substring(0, path.length() - GoldenFiles.APPROVED.length());
        try {
            return parse(id, Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static FileGolden parse(String id, List<String> lines) {
        boolean complete = lines.size() > 2
                && lines.get(0).startsWith("; ")
                && lines.get(0).endsWith("?")
                && lines.get(1).isEmpty();
        Matcher command = COMMAND.matcher(complete ? lines.get(2) : "");
        if (!command.matches()) {
            throw new IllegalArgumentException(
                    id + " begins with '; QUESTION?', an empty line and '; irgen COMMAND', or should");
        }
        List<String> input = lines.subList(3, lines.size()).stream()
                .filter(line -> !line.startsWith(EXPECTED))
                .toList();
        return new FileGolden(id, lines.get(0).substring(2), command.group(1), input);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String question() {
        return question;
    }

    /** Returns the file below its question, with what the command makes of the input now. */
    @Override
    public String text() {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
        arguments.add("-");
        byte[] source = (String.join("\n", input) + "\n").getBytes(UTF_8);
        int exitCode = Irgen.execute(
                new StandardStreams(new ByteArrayInputStream(source), output, errors, false, false),
                arguments.toArray(String[]::new));
        List<String> lines = new ArrayList<>(List.of("; irgen " + command));
        if (exitCode == 0) {
            lines.addAll(answered(new Excerpts(output.toString(UTF_8))));
        } else {
            lines.addAll(input);
        }
        errors.toString(UTF_8).lines().forEach(line -> lines.add(expected(line)));
        return String.join("\n", lines) + "\n";
    }

    private List<String> answered(Excerpts excerpts) {
        List<String> lines = new ArrayList<>();
        List<String> limit = List.of("");
        String function = "";
        for (String line : input) {
            lines.add(line);
            Matcher defined = FUNCTION.matcher(line);
            Matcher wanted = WANTED.matcher(line);
            Matcher limited = LIMIT.matcher(line);
            if (limited.matches()) {
                limit = List.of(limited.group(1).split(", "));
            } else if (defined.matches()) {
                function = defined.group(1);
            } else if (line.equals("}")) {
                excerpts.function(function, limit).forEach(l -> lines.add(expected(l)));
            } else if (wanted.matches()) {
                excerpts.definition(wanted.group(1)).forEach(l -> lines.add(expected(l)));
            }
        }
        return lines;
    }

    private static String expected(String line) {
        return line.isEmpty() ? EXPECTED : EXPECTED + " " + line;
    }

    @Override
    public String toString() {
        return id;
    }
}
