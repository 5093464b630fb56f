package io.github.offload4j.tools.build;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.runtime.locate.RuntimeLibrary;
import io.github.offload4j.tools.ExitCode;
import io.github.offload4j.tools.check.ChecksOptions;
import io.github.offload4j.tools.cli.EmissionOptions;
import io.github.offload4j.tools.cli.GlobalOptions;
import io.github.offload4j.tools.cli.StandardStreams;
import io.github.offload4j.tools.diagnostic.InputException;
import io.github.offload4j.tools.input.IrInput;
import io.github.offload4j.tools.link.LinkerLine;
import io.github.offload4j.tools.link.MarkedCode;
import io.github.offload4j.tools.program.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code irgen link}, which {@code irgen-link} calls in place of a linker: the objects of code with marks or kernels are
 * replaced by one in which they are lowered, and then the real linker runs.
 */
@Command(
        name = "link",
        hidden = true,
        header = "Links as the compiler driver does, after lowering what is marked.",
        description = "For build systems; 'irgen-link' calls this with the options of IRGEN_LINK_FLAGS.")
public final class LinkCommand implements Callable<Integer> {
    private final StandardStreams streams;
    private final GlobalOptions global;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before the command runs
    private CommandSpec command;

    @Parameters(paramLabel = "ARGUMENT", arity = "0..*", description = "What the linker is called with.")
    private List<String> arguments = new ArrayList<>();

    @Option(names = "--linker", paramLabel = "PROGRAM", description = "The compiler driver that links (default: cc).")
    private String linker = "cc";

    @Mixin
    private final DeviceOptions device = new DeviceOptions();

    @Mixin
    private final EmissionOptions emission = new EmissionOptions();

    @Mixin
    private final ChecksOptions checks = new ChecksOptions();

    @Mixin
    private final LinkOptions link = new LinkOptions();

    /** Creates the command. */
    public LinkCommand(StandardStreams streams, GlobalOptions global) {
        this.streams = streams;
        this.global = global;
    }

    @Override
    public Integer call() throws IOException {
        LinkerLine line = new LinkerLine(arguments);
        OffloadOptions options = emission.toOffloadOptions();
        MarkedCode marked = MarkedCode.read(line.inputs());
        if (marked.module().isEmpty()) {
            return run(line);
        }
        try (Program program = Program.ofCompiled(marked.module().get())) {
            IrInput module = program.module();
            BuildSteps steps = new BuildSteps(global, device, emission, checks, command);
            steps.lower(program, Optional.empty(), options);
            byte[] code = steps.object(module.name(), module.raw(), module::abandon);
            String triple = BuildSteps.triple(module.raw());
            Path object = Files.createTempFile("irgen", ".o");
            try {
                Files.write(object, code);
                return run(line.replacing(marked.objects(), object, runtime(triple)));
            } finally {
                Files.deleteIfExists(object);
            }
        }
    }

    /** Returns a linker's arguments for libomptarget. */
    private List<String> runtime(String triple) {
        RuntimeLibrary library = link.library(triple, emission.runtimeAbi(), command);
        List<String> arguments = new ArrayList<>();
        arguments.add(library.path().toString());
        library.libomp().ifPresent(path -> arguments.add(path.toString()));
        arguments.add("-Wl,-rpath," + library.path().toAbsolutePath().getParent());
        arguments.add("-lm");
        return arguments;
    }

    private int run(LinkerLine line) {
        List<String> all = new ArrayList<>();
        all.add(linker);
        all.addAll(line.arguments());
        try {
            Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
            process.getOutputStream().close();
            process.getInputStream().transferTo(streams.err());
            streams.err().flush();
            return process.waitFor() == 0 ? ExitCode.DONE : ExitCode.BAD_INPUT;
        } catch (IOException e) {
            throw new InputException(linker, "cannot be run: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.BAD_INPUT;
        }
    }
}
