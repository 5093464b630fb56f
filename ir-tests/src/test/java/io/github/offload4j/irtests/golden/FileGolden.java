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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
 * made of it, with the constants that it refers to and that do not stand above. Attribute groups stand in place of their
 * numbers. Below a file's first input there may be further commands with an input each; commands in lines that follow each
 * other share an input, and what is expected has the commands in front that make it. Lines of the input may ask for more,
 * or for less:
 *
 * <ul>
 *   <li>{@code ; and @name, %type, !flags}: anything else that the output defines
 *   <li>{@code ; lines with X, Y}: of the functions below, only the lines that have one of these in them, and the named
 *       constants that those refer to
 *   <li>{@code ; blocks A, B}: only the basic blocks with these labels
 *   <li>{@code ; every line}: whole functions again
 *   <li>{@code ; whole}: the output as it is, and no functions by themselves
 * </ul>
 *
 * <p>Where the command fails its input ends with what it says. The input of {@code emit} is YAML, without these lines.
 */
final class FileGolden implements GoldenText {
    private static final String EXPECTED = ";;";
    private static final Pattern COMMAND = Pattern.compile("; irgen (.+)");
    private static final Pattern FUNCTION = Pattern.compile("define .*@([\\w.$-]+|\"[^\"]+\")\\(.*");
    private static final Pattern WANTED = Pattern.compile("; and ([@%!].+)");
    private static final Pattern LIMIT = Pattern.compile("; lines with (.+)");
    private static final String WHOLE = "; whole";
    private static final Pattern BLOCKS = Pattern.compile("; blocks (.+)");

    private final String id;
    private final String question;
    private final List<Part> parts;

    /**
     * Commands and what they all get.
     *
     * @param input the lines below the commands, without what is expected
     */
    private record Part(List<String> commands, List<String> input) {}

    private FileGolden(String id, String question, List<Part> parts) {
        this.id = id;
        this.question = question;
        this.parts = parts;
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
                && lines.get(1).isEmpty()
                && COMMAND.matcher(lines.get(2)).matches();
        if (!complete) {
            throw new IllegalArgumentException(
                    id + " begins with '; QUESTION?', an empty line and '; irgen COMMAND', or should");
        }
        List<Part> parts = new ArrayList<>();
        for (String line : lines.subList(2, lines.size())) {
            Matcher command = COMMAND.matcher(line);
            if (command.matches()) {
                if (parts.isEmpty() || !last(parts).input().isEmpty()) {
                    parts.add(new Part(new ArrayList<>(), new ArrayList<>()));
                }
                last(parts).commands().add(command.group(1));
            } else if (!line.startsWith(EXPECTED)) {
                last(parts).input().add(line);
            }
        }
        return new FileGolden(id, lines.get(0).substring(2), parts);
    }

    private static Part last(List<Part> parts) {
        return parts.get(parts.size() - 1);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String question() {
        return question;
    }

    /** Returns the file below its question, with what the commands make of their input now. */
    @Override
    public String text() {
        List<String> lines = new ArrayList<>();
        for (Part part : parts) {
            part.commands().forEach(command -> lines.add("; irgen " + command));
            lines.addAll(answered(part));
        }
        return String.join("\n", lines) + "\n";
    }

    /** Returns the inputs of a command, by this file's name and their place in it. */
    Map<String, String> inputsOf(String command) {
        Map<String, String> inputs = new LinkedHashMap<>();
        for (Part part : parts) {
            if (part.commands().get(0).startsWith(command)) {
                inputs.put(id + " " + inputs.size(), String.join("\n", part.input()) + "\n");
            }
        }
        return inputs;
    }

    /** Returns what commands make, by this file's name and their place in it; nothing of those that fail. */
    Map<String, String> outputsOf(Predicate<String> wanted) {
        Map<String, String> outputs = new LinkedHashMap<>();
        for (Part part : parts) {
            for (String command : part.commands()) {
                Optional<String> text =
                        wanted.test(command) ? Made.by(command, part.input()).text() : Optional.empty();
                text.ifPresent(module -> outputs.put(id + " " + outputs.size(), module));
            }
        }
        return outputs;
    }

    /** What a command has made; text and excerpts are empty when it fails. */
    private record Made(String command, Optional<String> text, Optional<Excerpts> excerpts, List<String> said) {
        static Made by(String command, List<String> input) {
            ByteArrayOutputStream output = new ByteArrayOutputStream();
            ByteArrayOutputStream errors = new ByteArrayOutputStream();
            List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
            boolean yaml = arguments.get(0).equals("emit");
            String source = input.stream()
                    .filter(line -> !yaml || !line.startsWith(";"))
                    .map(line -> line + "\n")
                    .collect(Collectors.joining());
            int exitCode = arguments.get(0).equals("build")
                    ? runOnFile(source, arguments, output, errors)
                    : run("-", source, arguments, output, errors);
            Optional<String> text = exitCode == 0 ? Optional.of(output.toString(UTF_8)) : Optional.empty();
            return new Made(
                    command,
                    text,
                    text.map(Excerpts::new),
                    errors.toString(UTF_8).lines().toList());
        }

        /** What {@code build} reads from its standard input is no module. */
        private static int runOnFile(
                String source, List<String> options, ByteArrayOutputStream output, ByteArrayOutputStream errors) {
            try {
                Path folder = Files.createTempDirectory("golden");
                // images say the last part of its name
                Path file = folder.resolve("golden.ll");
                try {
                    Files.writeString(file, source);
                    ByteArrayOutputStream made = new ByteArrayOutputStream();
                    int exitCode = run(file.toString(), "", options, made, errors);
                    // the module is called after its file, whose folder has another name each time
                    output.writeBytes(made.toString(UTF_8)
                            .replace(file.toString(), "golden")
                            .getBytes(UTF_8));
                    return exitCode;
                } finally {
                    Files.delete(file);
                    Files.delete(folder);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static int run(
                String file,
                String standardInput,
                List<String> options,
                ByteArrayOutputStream output,
                ByteArrayOutputStream errors) {
            List<String> arguments = new ArrayList<>(options);
            arguments.add(file);
            byte[] bytes = standardInput.getBytes(UTF_8);
            return Irgen.execute(
                    new StandardStreams(new ByteArrayInputStream(bytes), output, errors, false, false),
                    arguments.toArray(String[]::new));
        }
    }

    private static List<String> answered(Part part) {
        List<Made> made = part.commands().stream()
                .map(command -> Made.by(command, part.input()))
                .toList();
        List<String> lines = new ArrayList<>();
        boolean excerpts = !part.input().contains(WHOLE);
        Excerpts.Limit limit = Excerpts.Limit.NONE;
        String function = "";
        for (String line : part.input()) {
            lines.add(line);
            Matcher defined = FUNCTION.matcher(line);
            Matcher wanted = WANTED.matcher(line);
            Matcher limited = LIMIT.matcher(line);
            Matcher blocks = BLOCKS.matcher(line);
            if (limited.matches()) {
                limit = new Excerpts.Limit(List.of(limited.group(1).split(", ")), List.of());
            } else if (blocks.matches()) {
                limit = new Excerpts.Limit(List.of(""), List.of(blocks.group(1).split(", ")));
            } else if (line.equals("; every line")) {
                limit = Excerpts.Limit.NONE;
            } else if (line.equals(WHOLE)) {
                lines.addAll(grouped(
                        made, one -> one.text().map(output -> output.lines().toList())));
            } else if (defined.matches()) {
                function = defined.group(1);
            } else if (line.equals("}") && excerpts) {
                String name = function;
                Excerpts.Limit shown = limit;
                lines.addAll(expected(made, output -> output.function(name, shown)));
            } else if (wanted.matches()) {
                List<String> names = List.of(wanted.group(1).split(", "));
                lines.addAll(definitions(names, limit, made));
            }
        }
        lines.addAll(grouped(made, one -> Optional.of(one.said()).filter(said -> !said.isEmpty())));
        return lines;
    }

    /** Returns definitions; of several commands that share an input, some may lack one. */
    private static List<String> definitions(List<String> names, Excerpts.Limit limit, List<Made> made) {
        List<Excerpts> outputs =
                made.stream().flatMap(one -> one.excerpts().stream()).toList();
        for (String name : names) {
            if (!outputs.isEmpty() && outputs.stream().noneMatch(output -> output.has(name))) {
                throw new AssertionError("the output does not have " + name);
            }
        }
        return expected(
                made,
                output -> names.stream()
                        .flatMap(name ->
                                (output.has(name) ? output.definition(name, limit) : List.of("no " + name)).stream())
                        .toList());
    }

    private static List<String> expected(List<Made> made, Function<Excerpts, List<String>> excerpt) {
        return grouped(made, one -> one.excerpts().map(excerpt));
    }

    /** Returns what is expected of each command, under the commands that it is expected of where there are several. */
    private static List<String> grouped(List<Made> made, Function<Made, Optional<List<String>>> expected) {
        Map<List<String>, List<String>> commands = new LinkedHashMap<>();
        for (Made one : made) {
            expected.apply(one)
                    .ifPresent(lines -> commands.computeIfAbsent(lines, l -> new ArrayList<>())
                            .add(one.command()));
        }
        List<String> lines = new ArrayList<>();
        commands.forEach((excerpt, by) -> {
            if (by.size() < made.size()) {
                by.forEach(command -> lines.add(expected("irgen " + command)));
            }
            excerpt.forEach(line -> lines.add(expected(line)));
        });
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
