package io.github.offload4j.irtests.golden;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The modules of the golden tests, for tests that want many. */
public final class GoldenModules {
    static final Path ROOT =
            Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolve("src/test/resources/golden-files");

    private GoldenModules() {}

    static List<FileGolden> files() {
        return GoldenFiles.approvedIn(ROOT).stream()
                .map(file -> FileGolden.read(ROOT, file))
                .toList();
    }

    /** Returns the inputs of {@code irgen lower}, by file and place in it. */
    public static Map<String, String> marked() {
        return inputs("lower");
    }

    /** Returns the inputs of {@code irgen device}, by file and place in it. */
    public static Map<String, String> kernels() {
        return inputs("device");
    }

    private static Map<String, String> inputs(String command) {
        Map<String, String> inputs = new LinkedHashMap<>();
        files().forEach(file -> inputs.putAll(file.inputsOf(command)));
        return inputs;
    }

    /** Returns host modules with offload calls, by file and place in it or by the name of the case. */
    public static Map<String, String> lowered() {
        Map<String, String> outputs = outputs(command -> !command.startsWith("device"));
        GoldenCatalogue.all().forEach(golden -> outputs.put(golden.id(), golden.module()));
        return outputs;
    }

    /** Returns modules for devices. */
    static Map<String, String> device() {
        return outputs(command -> command.startsWith("device"));
    }

    private static Map<String, String> outputs(Predicate<String> command) {
        Map<String, String> outputs = new LinkedHashMap<>();
        files().forEach(file -> outputs.putAll(file.outputsOf(command)));
        return outputs;
    }
}
