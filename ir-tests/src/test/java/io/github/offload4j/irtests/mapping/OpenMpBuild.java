package io.github.offload4j.irtests.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.abi.RuntimeAbi;
import io.github.offload4j.codegen.image.DeviceImage;
import io.github.offload4j.codegen.option.Transfers;
import io.github.offload4j.irtests.fixture.KernelSource;
import io.github.offload4j.irtests.run.Execution;
import io.github.offload4j.irtests.run.LlvmTool;
import io.github.offload4j.irtests.run.RuntimeInstallation;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;

/** Executables of programs, by clang and by this library, for the same runtime. */
final class OpenMpBuild {
    private static final int VERSION = 22;

    private final Path directory;
    private final RuntimeInstallation runtime;
    private final LlvmTool clang;
    private final DeviceImage kernels = new KernelSource("openmp").image("x86_64");
    private final Path driver;

    OpenMpBuild(Path directory) throws IOException {
        this.directory = directory;
        this.runtime = RuntimeInstallation.require(VERSION);
        this.clang = LlvmTool.require("clang");
        LlvmTool.require("clang-linker-wrapper");
        // clang asks the linker for the runtime by a name that only a development package has
        write("libomptarget.so", "INPUT(" + runtime.offload() + ")\n");
        this.driver = directory.resolve("driver.o");
        tool("cc", "-O1", "-c", resource("/mapping/driver.c").toString(), "-o", driver.toString());
    }

    /** Returns an executable whose programs clang has compiled. */
    Path byClang(SortedMap<Integer, List<Statement>> programs) throws IOException {
        Path source = write("clang-" + programs.firstKey() + ".c", OpenMpSource.of(programs));
        Path executable = directory.resolve("clang-" + programs.firstKey());
        List<String> arguments = new ArrayList<>(
                List.of("-O0", "-w", "-fopenmp", "-fopenmp-targets=x86_64-pc-linux-gnu", "-o", executable.toString()));
        arguments.addAll(List.of(source.toString(), list(programs), driver.toString()));
        arguments.addAll(List.of("-L" + directory, "-L" + runtime.offload().getParent()));
        arguments.add("-Wl,-rpath," + runtime.offload().getParent());
        clang.run(arguments);
        return executable;
    }

    /** Returns an executable whose programs this library has emitted. */
    Path byLibrary(SortedMap<Integer, List<Statement>> programs, Transfers transfers) throws IOException {
        return byLibrary(programs, transfers, RuntimeAbi.LLVM_22, runtime);
    }

    /** Returns one for libomptarget 19. */
    Path byLibraryFor19(SortedMap<Integer, List<Statement>> programs, Transfers transfers) throws IOException {
        return byLibrary(programs, transfers, RuntimeAbi.LLVM_19, RuntimeInstallation.require(19));
    }

    private Path byLibrary(
            SortedMap<Integer, List<Statement>> programs,
            Transfers transfers,
            RuntimeAbi abi,
            RuntimeInstallation runtime)
            throws IOException {
        OffloadOptions options =
                OffloadOptions.builder().runtime(abi).transfers(transfers).build();
        Path object = directory.resolve("library-" + programs.firstKey() + ".o");
        Files.write(object, LibrarySource.object(programs, options, kernels));
        Path executable = directory.resolve("library-" + programs.firstKey());
        tool(
                "cc",
                "-o",
                executable.toString(),
                object.toString(),
                list(programs),
                driver.toString(),
                runtime.offload().toString(),
                runtime.openmp().toString(),
                "-Wl,-rpath," + runtime.offload().getParent());
        return executable;
    }

    /** Returns a file with the table of programs that the driver asks for. */
    private String list(SortedMap<Integer, List<Statement>> programs) throws IOException {
        StringBuilder text = new StringBuilder("typedef unsigned char byte;\n");
        programs.keySet()
                .forEach(number -> text.append("void p" + number + "(byte *, byte *, byte *, byte *, long);\n"));
        text.append("const int first_program = " + programs.firstKey() + ";\n");
        text.append("void (*const programs[])(byte *, byte *, byte *, byte *, long) = {\n");
        programs.keySet().forEach(number -> text.append("    p" + number + ",\n"));
        return write("list-" + programs.firstKey() + ".c", text + "};\n").toString();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    private static void tool(String... command) {
        Execution execution = Execution.ofTool(List.of(command));
        assertThat(execution.exitCode())
                .as("%s: %s", List.of(command), execution)
                .isZero();
    }

    private static Path resource(String name) {
        try {
            return Path.of(Objects.requireNonNull(OpenMpBuild.class.getResource(name), name)
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(name, e);
        }
    }

    /** Runs an executable's programs, and returns what each did. One that the runtime ends is the last of its process. */
    static List<Outcome> run(Path executable, int first, int end) {
        List<Outcome> outcomes = new ArrayList<>();
        Map<String, String> environment = Map.of("LIBOMPTARGET_INFO", InfoLog.LEVEL);
        while (outcomes.size() < end - first) {
            int next = first + outcomes.size();
            Execution execution = Execution.of(executable, environment, Integer.toString(next), Integer.toString(end));
            List<InfoLog.Report> reports =
                    InfoLog.read(execution.errors().lines().toList());
            List<String> memories = execution.output().lines().toList();
            for (int i = 0; i < reports.size(); i++) {
                boolean ended = i >= memories.size();
                InfoLog.Report report = reports.get(i);
                String reason = report.refusals().isEmpty()
                        ? ""
                        : report.refusals().get(0).name();
                assertThat(ended)
                        .as("program %d of %s: exit code %d", next + i, executable, execution.exitCode())
                        .isEqualTo(execution.exitCode() == Execution.ABORTED && i == reports.size() - 1);
                outcomes.add(new Outcome(List.of(), report.transfers(), ended ? "" : memories.get(i), reason));
            }
        }
        return outcomes;
    }
}
