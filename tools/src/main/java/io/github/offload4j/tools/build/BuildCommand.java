package io.github.offload4j.tools.build;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.image.DeviceImage;
import io.github.offload4j.codegen.ir.ModuleWriter;
import io.github.offload4j.codegen.signature.KnownBlocks;
import io.github.offload4j.tools.ExitCode;
import io.github.offload4j.tools.check.ChecksOptions;
import io.github.offload4j.tools.cli.EmissionOptions;
import io.github.offload4j.tools.cli.GlobalOptions;
import io.github.offload4j.tools.cli.IncludeFolder;
import io.github.offload4j.tools.cli.OptionNames;
import io.github.offload4j.tools.cli.OutputFile;
import io.github.offload4j.tools.cli.StandardStreams;
import io.github.offload4j.tools.diagnostic.InputException;
import io.github.offload4j.tools.emit.HostModule;
import io.github.offload4j.tools.emit.SpecSteps;
import io.github.offload4j.tools.input.IrInput;
import io.github.offload4j.tools.program.KernelFile;
import io.github.offload4j.tools.program.Program;
import io.github.offload4j.tools.program.ProgramReader;
import io.github.offload4j.tools.source.Language;
import io.github.offload4j.tools.source.OtherMachine;
import io.github.offload4j.tools.source.SourceCompiler;
import io.github.offload4j.tools.source.SourceOptions;
import io.github.offload4j.tools.spec.Spec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code irgen build}. */
@Command(
        name = "build",
        header = "Builds a module, object, shared library or program with the kernels inside.",
        description = "Emits a spec's host functions, or lowers a module's marked calls, compiles the kernels for each"
                + " target, and puts the images into the same module. With the host among the targets, kernels"
                + " also run on the host when a launch is refused.")
public final class BuildCommand implements Callable<Integer> {
    private final StandardStreams streams;
    private final GlobalOptions global;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before the command runs
    private CommandSpec command;

    @Parameters(
            paramLabel = "IN",
            arity = "1..*",
            description =
                    "A spec; or the modules (.ll, .bc) and source files (.c, .cc, .cpp, .rs, .f90) of one program with"
                            + " marked calls; '-' is a spec on standard input.")
    private List<String> inputs = new ArrayList<>();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT",
            required = true,
            description = "Output file.")
    @SuppressWarnings("NullAway.Init") // set by picocli before the command runs
    private String output;

    @Option(
            names = "--emit",
            paramLabel = "ll|bc|obj|shared|exe",
            description = "What to build (default: by the ending of OUT: .ll, .bc, .o, .so, else exe).")
    private @Nullable Product product;

    @Option(
            names = "--device",
            paramLabel = "KERNELS",
            description = "The kernels, as a module or a source file; those of the program itself need no telling.")
    private @Nullable String kernels;

    @Option(
            names = "--link",
            paramLabel = "FILE",
            description = "Object, archive or library to link a shared library or program with; repeat it for several.")
    private List<String> linked = new ArrayList<>();

    @Mixin
    private final DeviceOptions device = new DeviceOptions();

    @Mixin
    private final EmissionOptions emission = new EmissionOptions();

    @Mixin
    private final ChecksOptions checks = new ChecksOptions();

    @Mixin
    private final LinkOptions link = new LinkOptions();

    @Mixin
    private final SourceOptions sources = new SourceOptions();

    /** Creates the command. */
    public BuildCommand(StandardStreams streams, GlobalOptions global) {
        this.streams = streams;
        this.global = global;
    }

    /** Teaches a command line the enums of this package. */
    public static void registerOptionNames(CommandLine commandLine) {
        OptionNames.register(commandLine, AtomicScope.class);
        OptionNames.register(commandLine, DeviceEmit.class);
        OptionNames.register(commandLine, Product.class);
    }

    @Override
    public Integer call() {
        OffloadOptions options = emission.toOffloadOptions();
        OutputFile file = new OutputFile(output, streams);
        Product made = product == null ? Product.of(output) : product;
        inputs.stream().filter(file::isSameFileAs).findFirst().ifPresent(input -> {
            throw new ParameterException(command.commandLine(), "the output would overwrite the input '" + input + "'");
        });
        try (SourceCompiler compiler = new SourceCompiler(
                sources,
                IncludeFolder.find(),
                device.givenLevel(),
                new OtherMachine(emission.givenTriple(), link.root()),
                streams,
                global.notes())) {
            Optional<KernelFile> given =
                    Optional.ofNullable(kernels).map(name -> KernelFile.read(name, device.marked(), compiler, streams));
            if (inputs.size() > 1) {
                ProgramReader.requireCode(inputs);
            }
            if (ProgramReader.isCode(inputs.get(0))) {
                buildProgram(compiler, given, options, made, file);
            } else {
                buildSpec(given, options, made, file);
            }
        }
        return ExitCode.DONE;
    }

    private void buildProgram(
            SourceCompiler compiler,
            Optional<KernelFile> given,
            OffloadOptions options,
            Product made,
            OutputFile file) {
        try (Program program = new ProgramReader(compiler, streams, global.notes()).read(inputs)) {
            IrInput module = program.module();
            steps().lower(program, given, options);
            List<String> libraries =
                    needsLinking(made) ? compiler.libraries().forLinking(program.sources()) : List.of();
            write(module.raw(), made, file, libraries, module::abandon);
        }
    }

    private BuildSteps steps() {
        return new BuildSteps(global, device, emission, checks, command);
    }

    private void buildSpec(Optional<KernelFile> given, OffloadOptions options, Product made, OutputFile file) {
        String input = inputs.get(0);
        if (Language.isUnknownSource(input)) {
            throw new InputException(input, "is no source file that is known; those end in " + Language.endings());
        }
        List<DeviceImage> images = steps().images(given, options, emission.triple(), known -> KnownBlocks.none());
        Spec spec = SpecSteps.read(input, streams);
        try (IrInput bodies = BuildSteps.bodies(given, global);
                HostModule module = new SpecSteps(global, emission, checks).emit(spec, options, images, bodies)) {
            write(module.raw(), made, file, List.of(), module::abandon);
        }
    }

    private static boolean needsLinking(Product made) {
        return made == Product.EXE || made == Product.SHARED;
    }

    /**
     * Writes what was asked for.
     *
     * @param libraries a linker's arguments for what the program's languages need
     * @param abandon keeps the module from being disposed of, when LLVM gave up in the middle of it
     */
    private void write(LLVMModuleRef module, Product made, OutputFile file, List<String> libraries, Runnable abandon) {
        switch (made) {
            case LL -> file.write(ModuleWriter.text(module).getBytes(StandardCharsets.UTF_8));
            case BC -> file.write(ModuleWriter.bitcode(module));
            case OBJ -> file.write(steps().object(inputs.get(0), module, abandon));
            case SHARED, EXE -> {
                List<String> all = new ArrayList<>(linked);
                sources.libraryFolders().forEach(folder -> all.add("-L" + folder));
                sources.libraries().forEach(library -> all.add("-l" + library));
                all.addAll(libraries);
                file.writeExecutable(link.link(
                        made,
                        BuildSteps.triple(module),
                        steps().object(inputs.get(0), module, abandon),
                        all,
                        emission.runtimeAbi(),
                        command));
            }
        }
    }
}
