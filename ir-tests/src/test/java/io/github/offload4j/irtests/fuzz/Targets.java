package io.github.offload4j.irtests.fuzz;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What can be fuzzed, by name. */
final class Targets {
    static final List<String> IN_PROCESS = List.of("lower", "emit", "read", "device", "build", "image");

    /** Needs a process for each input. */
    static final String RUN = "run";

    private Targets() {}

    /** Returns the targets that names stand for, parted by commas. */
    static List<Target> of(String names, Path examples, Commands commands) {
        return Arrays.stream(names.split(","))
                .map(name -> named(name, examples, commands))
                .toList();
    }

    private static Target named(String name, Path examples, Commands commands) {
        return switch (name) {
            case "lower" -> new LowerTarget();
            case "emit" -> new EmitTarget(examples);
            case "read" -> new ReadingTarget(commands);
            case "device" -> new DeviceTarget(commands);
            case "build" -> new BuildTarget(commands);
            case "image" -> new ImageTarget();
            case RUN -> new RunTarget(commands);
            default -> throw new IllegalArgumentException("no target '" + name + "'");
        };
    }
}
