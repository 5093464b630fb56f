package io.github.offload4j.irtests.marks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.device.DeviceCompiler;
import io.github.offload4j.codegen.image.DeviceImage;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.ir.ModuleReader;
import io.github.offload4j.codegen.ir.OptimizationLevel;
import io.github.offload4j.codegen.ir.TargetMachine;
import io.github.offload4j.codegen.lower.Lowering;
import io.github.offload4j.irtests.run.Execution;
import io.github.offload4j.irtests.run.RuntimeInstallation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.bytedeco.llvm.global.LLVM;

/**
 * A program with kernels and marks in one source file.
 *
 * @param language its language
 * @param directory where its files are
 * @param source the file
 */
record MarkedSource(FrontEnd language, Path directory, Path source) {
    private static final int RUNTIME = 22;
    private static final DeviceTarget HOST_DEVICE = DeviceTarget.parse("x86_64");

    /** Copies a program of the tests' into a directory. */
    static MarkedSource of(FrontEnd language, String resource, Path directory) {
        Path file = resource(resource, directory);
        return new MarkedSource(language, directory, file);
    }

    private static Path resource(String name, Path directory) {
        try (var stream = Objects.requireNonNull(MarkedSource.class.getResourceAsStream("/marks/" + name), name)) {
            Path file = directory.resolve(name);
            Files.write(file, stream.readAllBytes());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what the program prints when its kernels run on libomptarget's device for the host's processor. */
    String outputOnDevice(String hostOptions, String kernelOptions, String... kernels) {
        DeviceImage image = DeviceCompiler.create()
                .markingKernels(List.of(kernels))
                .compile(language.emitLlvm(source, kernelOptions).getBytes(UTF_8), "kernels", HOST_DEVICE);
        Path object = source.resolveSibling(source.getFileName() + ".o");
        write(object, lowered(language.emitLlvm(source, hostOptions), image));
        Path program = link(object, hostOptions);
        Execution execution = Execution.of(program, Map.of("OMP_TARGET_OFFLOAD", "MANDATORY"));
        if (execution.exitCode() != 0) {
            throw new AssertionError(program + ": " + execution);
        }
        return execution.output();
    }

    private static byte[] lowered(String text, DeviceImage image) {
        LLVMContextRef context = LLVM.LLVMContextCreate();
        try {
            LLVMModuleRef module = ModuleReader.parse(context, text, "host");
            try (TargetMachine machine = TargetMachine.of(TargetMachine.hostTriple())) {
                Lowering.with(OffloadOptions.defaults()).embedding(image).lower(module, text);
                machine.optimize(module, OptimizationLevel.O2);
                return machine.emitObject(module);
            } finally {
                LLVM.LLVMDisposeModule(module);
            }
        } finally {
            LLVM.LLVMContextDispose(context);
        }
    }

    private Path link(Path object, String options) {
        RuntimeInstallation runtime = RuntimeInstallation.require(RUNTIME);
        Path program = source.resolveSibling(source.getFileName() + ".exe");
        List<String> libraries = new ArrayList<>();
        for (String name : List.of("library.c", "device-functions.c")) {
            Path compiled = directory.resolve(name + ".o");
            run("cc", "-O1", "-w", "-c", resource(name, directory).toString(), "-o", compiled.toString());
            libraries.add(compiled.toString());
        }
        libraries.addAll(List.of(
                runtime.offload().toString(),
                runtime.openmp().toString(),
                "-Wl,-rpath," + runtime.offload().getParent()));
        List<String> arguments = new ArrayList<>();
        if (language == FrontEnd.RUST) {
            arguments.addAll(Arrays.asList(options.split(" ")));
            arguments.addAll(List.of("-Ccodegen-units=1", source.toString()));
            arguments.add("-Clinker=" + linker(object, libraries));
        } else {
            arguments.add(object.toString());
            arguments.addAll(libraries);
        }
        arguments.addAll(List.of("-o", program.toString()));
        language.compile(arguments);
        return program;
    }

    /** Returns a linker that takes another object for the crate's own, which rustc finds the libraries for. */
    private Path linker(Path object, List<String> libraries) {
        Path script = directory.resolve("linker.sh");
        write(script, """
                #!/bin/sh
                for argument; do
                    shift
                    case $argument in
                        *-cgu.0.rcgu.o) set -- "$@" '%s' ;;
                        *) set -- "$@" "$argument" ;;
                    esac
                done
                exec cc "$@" %s
                """.formatted(object, String.join(" ", libraries)).getBytes(UTF_8));
        script.toFile().setExecutable(true);
        return script;
    }

    private static void run(String... command) {
        Execution execution = Execution.ofTool(List.of(command));
        if (execution.exitCode() != 0) {
            throw new AssertionError(List.of(command) + ": " + execution);
        }
    }

    private static void write(Path file, byte[] content) {
        try {
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
