package io.github.offload4j.tools.build;

import io.github.offload4j.codegen.device.CubinLinker;
import io.github.offload4j.codegen.device.DeviceCompiler;
import io.github.offload4j.codegen.device.Ptxas;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.image.HostSystem;
import io.github.offload4j.codegen.ir.OptimizationLevel;
import io.github.offload4j.runtime.cuda.CubinLinkers;
import io.github.offload4j.tools.input.DeviceTargets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of every command that compiles kernels. */
final class DeviceOptions {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli before the command runs
    private CommandSpec command;

    @Option(
            names = "--target",
            paramLabel = "nvptx64:sm_XX|nvptx64:native|amdgcn:gfxXXX|x86_64[:CPU]|aarch64[:CPU]",
            description =
                    "Device to compile for; repeat it for several (default: that of the host code; without any, give one). nvptx64:native is every GPU of this"
                            + " machine. A CPU is native for this machine's, x86-64-v2 to x86-64-v4, or one that LLVM"
                            + " knows, such as neoverse-v2.")
    private List<String> targets = new ArrayList<>();

    @Option(
            names = "-O",
            paramLabel = "0|1|2|3",
            description = "How hard LLVM works on the code (default: 3 for images, 2 for host code).")
    private @Nullable Integer level;

    @Option(
            names = "--ptxas",
            paramLabel = "PATH",
            description =
                    "NVIDIA's assembler (default: by CUDA_HOME, then PATH; without any, the CUDA driver's linker).")
    private @Nullable Path ptxas;

    @Option(
            names = "--device-library",
            paramLabel = "FILE",
            description =
                    "A vendor's library of math functions, NVIDIA's libdevice or ROCm's ocml (default: where the vendors"
                            + " install it); repeat it for several.")
    private List<Path> libraries = new ArrayList<>();

    @Option(
            names = "--link-bitcode",
            paramLabel = "FILE",
            description = "Take what kernels call and do not define from this LLVM IR; repeat it for several.")
    private List<Path> linked = new ArrayList<>();

    @Option(
            names = "--mark-kernel",
            paramLabel = "NAME",
            description =
                    "Take this function for a kernel: its symbol, or its name in source code; repeat it for several.")
    private List<String> marked = new ArrayList<>();

    @Option(
            names = "--atomic-scope",
            paramLabel = "system|device",
            description =
                    "Whom atomic accesses of kernels are for that name no scope, as C's and Rust's: the whole system"
                            + " (default), or the device, as CUDA's atomicAdd is, which takes less time.")
    private AtomicScope atomicScope = AtomicScope.SYSTEM;

    /**
     * Returns the targets, in the order given and each once.
     *
     * @throws ParameterException when one is not a target, or this machine has no GPU that is asked for
     */
    List<DeviceTarget> targets() {
        try {
            return DeviceTargets.parse(targets);
        } catch (OffloadException e) {
            throw new ParameterException(command.commandLine(), message(e), e);
        }
    }

    /**
     * Returns the level of host code.
     *
     * @throws ParameterException when it is none
     */
    OptimizationLevel hostLevel() {
        return level(OptimizationLevel.O2);
    }

    private OptimizationLevel level(OptimizationLevel unlessGiven) {
        OptimizationLevel[] levels = OptimizationLevel.values();
        if (level == null) {
            return unlessGiven;
        }
        if (level < 0 || level >= levels.length) {
            throw new ParameterException(command.commandLine(), "-O takes 0, 1, 2 or 3, not " + level);
        }
        return levels[level];
    }

    /**
     * Returns the compiler.
     *
     * @throws ParameterException when a file that was named is not there
     */
    DeviceCompiler compiler() {
        CubinLinker linker;
        try {
            linker = ptxas == null ? CubinLinkers.onThisMachine() : Ptxas.at(ptxas);
        } catch (OffloadException e) {
            throw new ParameterException(command.commandLine(), message(e), e);
        }
        DeviceCompiler compiler = DeviceCompiler.create()
                .withLevel(level(OptimizationLevel.O3))
                .withCubinLinker(linker)
                .withDeviceLibraries(libraries.stream().map(this::readable).toList());
        for (Path file : linked) {
            compiler = compiler.linking(content(readable(file)), file.toString());
        }
        return atomicScope == AtomicScope.DEVICE ? compiler.withAtomicsOfDevice() : compiler;
    }

    private Path readable(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new ParameterException(command.commandLine(), "'" + file + "' is not a file that can be read");
        }
        return file;
    }

    private byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new ParameterException(command.commandLine(), "'" + file + "' cannot be read: " + e.getMessage(), e);
        }
    }

    /** Returns the functions that the user says are kernels. */
    List<String> marked() {
        return List.copyOf(marked);
    }

    /** Returns how hard the user wants compilers of source files to work; nothing when the user does not say. */
    Optional<Integer> givenLevel() {
        return Optional.ofNullable(level);
    }

    /**
     * Returns the targets, or the architecture of the host code when none is given: what a program is made for is the same
     * on every machine that makes it.
     *
     * @param triple of the host code
     * @param notes gets a line when this machine has a GPU that is left out
     */
    List<DeviceTarget> targetsOrHost(String triple, Consumer<String> notes) {
        if (!targets.isEmpty()) {
            return targets();
        }
        DeviceTarget host =
                HostSystem.ofTriple(triple).orElse(HostSystem.X86_64).target();
        if (DeviceTargets.hasGpu()) {
            notes.accept(
                    "the kernels are compiled for " + host + "; --target=nvptx64:native is for this machine's GPU");
        }
        return List.of(host);
    }

    private static String message(OffloadException exception) {
        return Objects.requireNonNull(exception.getMessage(), "message is null");
    }
}
