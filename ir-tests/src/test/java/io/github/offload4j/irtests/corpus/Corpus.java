package io.github.offload4j.irtests.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The C functions of {@code src/test/resources/corpus}, and programs of them. */
final class Corpus {
    /** Files by theme; each is compiled on its own, and the first has the kernels that the sites of all need. */
    private static final List<String> THEMES =
            List.of("plain", "pointers", "slots", "aggregates", "calls", "control", "casts", "statics");

    private static final List<String> WARNINGS =
            List.of("-Wall", "-Wextra", "-Wno-unused-parameter", "-Wno-unused-function", "-Werror");

    private static final Pattern SHAPE = Pattern.compile("^(HOST_)?SHAPE\\((\\w+)\\)", Pattern.MULTILINE);

    private static final Pattern CASE = Pattern.compile("^CASE\\((\\w+)\\)", Pattern.MULTILINE);

    private static final List<String> HOSTS = List.of("around", "reached");

    private Corpus() {}

    /** Returns the names of the functions that can have a role. */
    static List<String> functions(Role role) {
        return THEMES.stream()
                .filter(theme -> !theme.equals("plain"))
                .flatMap(theme -> SHAPE.matcher(read(theme)).results())
                .filter(match -> match.group(1) == null || role.hasBodies())
                .map(match -> match.group(2))
                .toList();
    }

    /** Returns the names of the functions that are cases by themselves. */
    private static List<String> hosts() {
        return HOSTS.stream()
                .flatMap(theme -> CASE.matcher(read(theme)).results())
                .map(match -> match.group(1))
                .toList();
    }

    /** Returns the program in which the functions have a role. */
    static MarkedProgram program(Role role, Flags flags, Path directory) {
        List<String> cases = new ArrayList<>(functions(role));
        String includes = includes(THEMES.stream());
        StringBuilder host = new StringBuilder("#include \"sites.h\"\n").append(role.hasBodies() ? includes : "");
        for (int i = 0; i < cases.size(); i++) {
            host.append(role.lines(cases.get(i), i));
        }
        if (role == Role.HOST) {
            host.append(includes(HOSTS.stream()));
            cases.addAll(hosts());
        }
        String kernels = role.hasBodies() ? includes(Stream.of("plain")) : includes;
        String name = (role + "-" + flags).toLowerCase(Locale.ROOT);
        CSource source = new CSource(name, kernels, host.toString(), WARNINGS, role.definition());
        return new MarkedProgram(
                name,
                source.compiledKernels(directory, flags),
                flags.device(),
                source.compiledHost(directory, flags),
                List.of(),
                "",
                cases.stream().map("case_"::concat).toList(),
                List.of(Mode.values()));
    }

    private static String includes(Stream<String> themes) {
        return themes.map(theme -> "#include \"" + theme + ".c\"\n").collect(Collectors.joining());
    }

    private static String read(String theme) {
        try {
            return Files.readString(CSource.folder().resolve(theme + ".c"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
