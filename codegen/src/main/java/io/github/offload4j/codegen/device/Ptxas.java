package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.ir.OptimizationLevel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** NVIDIA's assembler as a program. */
public final class Ptxas implements CubinLinker {
    private static final String PROGRAM = "ptxas";

    private final Optional<Path> program;

    private Ptxas(Optional<Path> program) {
        this.program = program;
    }

    /** Returns the one that {@code CUDA_HOME} or {@code PATH} leads to; without any, linking fails and says so. */
    public static Ptxas onThisMachine() {
        return new Ptxas(find(System.getenv()));
    }

    /**
     * Returns a given program.
     *
     * @throws OffloadException when there is no executable file of that name
     * @throws NullPointerException when the program is null
     */
    public static Ptxas at(Path program) {
        Objects.requireNonNull(program, "program is null");
        if (!Files.isRegularFile(program) || !Files.isExecutable(program)) {
            throw new OffloadException(Reason.TOOL, "'" + program + "' is not an executable file");
        }
        return new Ptxas(Optional.of(program));
    }

    /** Returns whether a program was found. */
    public boolean isAvailable() {
        return program.isPresent();
    }

    static Optional<Path> find(Map<String, String> environment) {
        List<Path> candidates = new ArrayList<>();
        String home = environment.get("CUDA_HOME");
        if (home != null && !home.isEmpty()) {
            candidates.add(Path.of(home, "bin", PROGRAM));
        }
        for (String folder : environment.getOrDefault("PATH", "").split(java.io.File.pathSeparator, -1)) {
            if (!folder.isEmpty()) {
                candidates.add(Path.of(folder, PROGRAM));
            }
        }
        return candidates.stream()
                .filter(Files::isRegularFile)
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public byte[] link(byte[] ptx, String processor, OptimizationLevel level) {
        Objects.requireNonNull(ptx, "ptx is null");
        Objects.requireNonNull(processor, "processor is null");
        Objects.requireNonNull(level, "level is null");
        Path found = program.orElseThrow(() -> new OffloadException(
                Reason.TOOL,
                "no ptxas to make a cubin: install the CUDA toolkit and set CUDA_HOME or PATH, name the program with"
                        + " --ptxas, or run on a machine with a CUDA driver, whose linker can do it"));
        return ToolRun.run(
                PROGRAM,
                ptx,
                "kernels.ptx",
                (input, output) -> List.of(
                        found.toString(),
                        "-m64",
                        "-" + level.name(),
                        "--gpu-name",
                        processor,
                        "--output-file",
                        output.toString(),
                        input.toString()));
    }
}
