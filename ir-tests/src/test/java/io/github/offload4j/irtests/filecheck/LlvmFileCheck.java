package io.github.offload4j.irtests.filecheck;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** LLVM's own FileCheck, where it is installed in the version that this package follows. */
final class LlvmFileCheck {
    private static final String VERSION = "22";
    private static final Path CONVENTIONAL_FOLDER = Path.of("/usr/lib/llvm-" + VERSION + "/bin");

    private final Path executable;

    private LlvmFileCheck(Path executable) {
        this.executable = executable;
    }

    /** Looks in the folder where distributions put LLVM, then in the search path. */
    static Optional<LlvmFileCheck> find() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(
                        Stream.of(CONVENTIONAL_FOLDER),
                        Stream.of(path.split(File.pathSeparator)).map(Path::of))
                .flatMap(folder -> Stream.of(folder.resolve("FileCheck-" + VERSION), folder.resolve("FileCheck")))
                .filter(Files::isExecutable)
                .map(LlvmFileCheck::new)
                .filter(LlvmFileCheck::hasVersion)
                .findFirst();
    }

    private boolean hasVersion() {
        try {
            return run(List.of("--version"), Path.of(".")).output().contains("LLVM version " + VERSION + ".");
        } catch (IOException e) {
            // Not a program that runs here, so not the one that is looked for.
            return false;
        }
    }

    /** Runs the tool on a case, in a folder for its files, and returns its verdict with its output as the message. */
    Verdict check(CheckCase checkCase, Path folder) throws IOException {
        Path checks = Files.writeString(folder.resolve("checks"), checkCase.checks());
        Path input = Files.writeString(folder.resolve("input"), checkCase.input());
        Run run = run(
                List.of(
                        "--dump-input=never",
                        "--check-prefix=" + checkCase.prefix(),
                        "--input-file=" + input,
                        checks.toString()),
                folder);
        return switch (run.status()) {
            case 0 -> Verdict.PASS;
            case 1 -> Verdict.failed(run.output());
            case 2 -> Verdict.rejected(run.output());
            default -> throw new IOException(executable + " exits with " + run.status() + ": " + run.output());
        };
    }

    private record Run(int status, String output) {}

    private Run run(List<String> arguments, Path folder) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(Stream.of(executable.toString()), arguments.stream())
                        .toList())
                .directory(folder.toFile())
                .redirectErrorStream(true);
        // Options from the environment would change verdicts.
        builder.environment().remove("FILECHECK_OPTS");
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new Run(process.waitFor(), output);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
