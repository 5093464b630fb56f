package io.github.offload4j.irtests.run;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A program of an installed LLVM 22, the newest that we say we work with. */
public final class LlvmTool {
    private static final String VERSION = "22";
    private static final Path CONVENTIONAL_FOLDER = Path.of("/usr/lib/llvm-" + VERSION + "/bin");

    private final Path executable;

    private LlvmTool(Path executable) {
        this.executable = executable;
    }

    /** Returns a program; where there is none, the test is skipped, or fails when runtimes are required. */
    public static LlvmTool require(String name) {
        Optional<Path> found = find(name);
        if (found.isEmpty()) {
            RuntimeInstallation.missing(name + " of LLVM " + VERSION + " is not installed");
        }
        return new LlvmTool(found.orElseThrow());
    }

    private static Optional<Path> find(String name) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(
                        Stream.of(CONVENTIONAL_FOLDER.resolve(name)),
                        Stream.of(path.split(File.pathSeparator)).map(folder -> Path.of(folder, name + "-" + VERSION)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Returns its file. */
    public Path path() {
        return executable;
    }

    /** Runs the program, which must succeed, and returns what it wrote. */
    public String run(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(executable.toString()));
        command.addAll(arguments);
        Execution execution = Execution.ofTool(command);
        if (execution.exitCode() != 0) {
            throw new AssertionError(command + ": " + execution);
        }
        return execution.output();
    }
}
