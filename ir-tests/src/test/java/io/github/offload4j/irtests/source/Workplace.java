package io.github.offload4j.irtests.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.offload4j.irtests.run.Execution;
import io.github.offload4j.irtests.run.RuntimeInstallation;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder in which users call {@code irgen} and {@code irgen-link}, which are scripts that start what is tested. */
public final class Workplace {
    private static final Path TOOLS = Path.of("../tools").toAbsolutePath().normalize();

    private final Path folder;
    private final Path programs;

    /** Prepares a folder. */
    public Workplace(Path folder) throws IOException {
        this.folder = folder;
        this.programs = Files.createDirectories(folder.resolve("tools/bin"));
        copy(TOOLS.resolve("include"), folder.resolve("tools/include"));
        String java = String.join(
                " ",
                "'" + Path.of(System.getProperty("java.home"), "bin", "java") + "'",
                "--enable-native-access=ALL-UNNAMED -XX:TieredStopAtLevel=1 -XX:-UsePerfData -Dfile.encoding=UTF-8",
                "-cp '" + System.getProperty("java.class.path") + "' io.github.offload4j.tools.Irgen");
        script("irgen", "exec " + java + " \"$@\"\n");
        script("irgen-link", "set -f\nexec " + java + " link ${IRGEN_LINK_FLAGS:-} -- \"$@\"\n");
    }

    private void script(String name, String text) throws IOException {
        Path script = Files.writeString(programs.resolve(name), "#!/bin/sh\n" + text, UTF_8);
        if (!script.toFile().setExecutable(true)) {
            throw new IOException("cannot make " + script + " executable");
        }
    }

    /** Writes a file. */
    public Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text, UTF_8);
    }

    /** Copies an example, and returns where it is: as deep in the folder as it is in the checkout. */
    public Path example(String name) throws IOException {
        Path to = folder.resolve("tools/examples").resolve(name);
        copy(TOOLS.resolve("examples").resolve(name), to);
        return to;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    /** Runs a command of the shell in a folder. */
    public Execution shell(Path where, Map<String, String> environment, String command) {
        List<String> line = new ArrayList<>(List.of("env", "-C", where.toString()));
        Map<String, String> all = new LinkedHashMap<>(environment);
        all.put("PATH", programs + File.pathSeparator + System.getenv("PATH"));
        all.forEach((name, value) -> line.add(name + "=" + value));
        line.addAll(List.of("sh", "-c", command));
        return Execution.ofTool(line);
    }

    /** Runs a command of the shell in the folder, which must succeed, and returns what it printed. */
    public String run(String command) {
        Execution execution = shell(folder, Map.of(), command);
        if (execution.exitCode() != 0) {
            throw new AssertionError(command + ": " + execution);
        }
        return execution.output();
    }

    /** Returns what {@code --runtime} takes for a libomptarget of a version, or for "embedded"; skips the test without it. */
    static String runtime(String name) {
        return name.equals("embedded")
                ? name
                : RuntimeInstallation.require(Integer.parseInt(name)).offload().toString();
    }

    /** Skips the test where a program is missing, or fails it where all has to be there. */
    public static void require(String... names) {
        List<Path> path = Arrays.stream(
                        Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
                .map(Path::of)
                .toList();
        for (String name : names) {
            if (path.stream().map(place -> place.resolve(name)).noneMatch(Files::isExecutable)) {
                RuntimeInstallation.missing(name + " is not installed");
            }
        }
        RuntimeInstallation.require(22);
    }

    static String text(Path file) {
        try {
            return Files.readString(file, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
