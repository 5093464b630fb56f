package io.github.offload4j.tools.build;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.device.DeviceCode;
import io.github.offload4j.codegen.device.DeviceCompiler;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.TransferRemark;
import io.github.offload4j.codegen.image.DeviceImage;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.ModuleWriter;
import io.github.offload4j.codegen.ir.TargetMachine;
import io.github.offload4j.codegen.lower.Lowering;
import io.github.offload4j.codegen.option.Registration;
import io.github.offload4j.tools.ExitCode;
import io.github.offload4j.tools.check.ChecksOptions;
import io.github.offload4j.tools.check.ModuleCheck;
import io.github.offload4j.tools.cli.EmissionOptions;
import io.github.offload4j.tools.cli.GlobalOptions;
import io.github.offload4j.tools.cli.IncludeFolder;
import io.github.offload4j.tools.cli.InputFile;
import io.github.offload4j.tools.cli.OptionNames;
import io.github.offload4j.tools.cli.OutputFile;
import io.github.offload4j.tools.cli.StandardStreams;
import io.github.offload4j.tools.diagnostic.InputException;
import io.github.offload4j.tools.emit.HostModule;
import io.github.offload4j.tools.emit.SpecEmitter;
import io.github.offload4j.tools.input.HostTriple;
import io.github.offload4j.tools.input.IrInput;
import io.github.offload4j.tools.program.KernelFile;
import io.github.offload4j.tools.program.KernelSources;
import io.github.offload4j.tools.program.Program;
import io.github.offload4j.tools.program.ProgramReader;
import io.github.offload4j.tools.source.Language;
import io.github.offload4j.tools.source.SourceCompiler;
import io.github.offload4j.tools.source.SourceOptions;
import io.github.offload4j.tools.spec.SpecReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
import picocli.CommandLine.Spec;

/** {@code irgen build}. */
@Command(
        name = "build",
        header = "Builds a module, object, shared library or program with the kernels inside.",
        description =
                "Emits a spec's host functions, or lowers a module's marked calls, compiles the kernels for each target,"
                        + " and puts the images into the same module. With x86_64 among the targets, kernels also run on the host when a launch is refused.")
public final class BuildCommand implements Callable<Integer> {
    /** A spec of this size describes thousands of functions. */
    private static final int LARGEST_SPEC = 1 << 20;

    private final StandardStreams streams;
    private final GlobalOptions global;

    @Spec
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
        try (SourceCompiler compiler =
                new SourceCompiler(sources, IncludeFolder.find(), device.givenLevel(), streams, global.notes())) {
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
            Optional<KernelSources> own = program.kernels(device.marked(), given.isPresent());
            Optional<KernelFile> all = own.map(found -> KernelFile.of(found, program))
                    .map(mine -> given.map(mine::and).orElse(mine))
                    .or(() -> given);
            List<DeviceImage> images = images(all, options);
            boolean marked = lower(program, own, options, images, all);
            if (own.isPresent()) {
                program.leaveToHost();
            }
            if (marked) {
                check(module.name(), module.raw(), all);
            }
            List<String> libraries =
                    needsLinking(made) ? compiler.libraries().forLinking(program.sources()) : List.of();
            write(module.raw(), made, file, libraries, module::abandon);
        }
    }

    private void buildSpec(Optional<KernelFile> given, OffloadOptions options, Product made, OutputFile file) {
        String input = inputs.get(0);
        if (Language.isUnknownSource(input)) {
            throw new InputException(input, "is no source file that is known; those end in " + Language.endings());
        }
        List<DeviceImage> images = images(given, options);
        io.github.offload4j.tools.spec.Spec spec =
                SpecReader.read(new InputFile(input, streams).readText(LARGEST_SPEC));
        List<byte[]> bodies = given.map(KernelFile::content).stream().toList();
        try (HostModule module = SpecEmitter.emit(spec, options, emission.triple(), images, bodies)) {
            emission.print(module.remarks(), spec.source().name(), global.printer());
            check(spec.source().name(), module.raw(), given);
            write(module.raw(), made, file, List.of(), module::abandon);
        }
    }

    private static boolean needsLinking(Product made) {
        return made == Product.EXE || made == Product.SHARED;
    }

    private void check(String name, LLVMModuleRef module, Optional<KernelFile> kernelFile) {
        try (IrInput bodies = kernelFile
                .map(known -> IrInput.of(known.name(), known.content(), global.notes()))
                .orElse(null)) {
            new ModuleCheck(global.printer(), checks.toCheckOptions()).requireLowered(name, module, bodies);
        }
    }

    /** Returns whether a call was marked. */
    private boolean lower(
            Program program,
            Optional<KernelSources> own,
            OffloadOptions options,
            List<DeviceImage> images,
            Optional<KernelFile> kernelFile) {
        IrInput module = program.module();
        HostTriple.giveOrDefault(emission.givenTriple(), module);
        List<TransferRemark> remarks = new ArrayList<>();
        Lowering lowering = Lowering.with(options)
                .embedding(images.toArray(DeviceImage[]::new))
                .remarkingTo(remarks::add);
        if (kernelFile.isPresent()) {
            lowering = lowering.knowingKernels(kernelFile.get().content());
        }
        boolean marked = program.lower(lowering, own) > 0;
        emission.print(remarks, module.name(), global.printer());
        if (!marked && kernelFile.isPresent()) {
            throw new InputException(module.name(), "no call is marked, so nothing would launch the kernels");
        }
        if (!marked && !program.sources().isEmpty()) {
            throw new InputException(
                    module.name(),
                    "no call is marked and no function is a kernel, so there is nothing for a device; what to write is in"
                            + " docs/marks.md");
        }
        return marked;
    }

    /** Compiles the kernels for every target. */
    private List<DeviceImage> images(Optional<KernelFile> kernelFile, OffloadOptions options) {
        if (kernelFile.isEmpty()) {
            if (!device.targets().isEmpty()) {
                throw new ParameterException(
                        command.commandLine(),
                        "--target compiles kernels, and the input has none; name the file that has them with --device");
            }
            return List.of();
        }
        KernelFile file = kernelFile.get();
        boolean forWrapper = options.registration() == Registration.LINKER_WRAPPER;
        List<DeviceTarget> targets = device.targetsOrHost(global.printer()::note);
        DeviceCompiler compiler = file.prepare(device.compiler(), global.notes());
        return file.explaining(() -> {
            List<DeviceImage> images = new ArrayList<>();
            for (DeviceTarget target : targets) {
                try (DeviceCode code = compiler.lower(file.content(), file.name(), target)) {
                    images.add(forWrapper ? code.relocatable() : code.image());
                }
            }
            return images;
        });
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
            case OBJ -> file.write(object(module, abandon));
            case SHARED, EXE -> {
                List<String> all = new ArrayList<>(linked);
                sources.libraryFolders().forEach(folder -> all.add("-L" + folder));
                sources.libraries().forEach(library -> all.add("-l" + library));
                all.addAll(libraries);
                file.writeExecutable(link.link(made, object(module, abandon), all, command));
            }
        }
    }

    private static String triple(LLVMModuleRef module) {
        try (IrModule view = new IrModule(module)) {
            return view.triple();
        }
    }

    private byte[] object(LLVMModuleRef module, Runnable abandon) {
        try (TargetMachine machine = TargetMachine.of(triple(module), "", device.hostLevel())) {
            machine.optimize(module, device.hostLevel());
            return machine.emitObject(module);
        } catch (OffloadException e) {
            if (e.reason() == OffloadException.Reason.LLVM) {
                abandon.run();
            }
            throw new InputException(inputs.get(0), Objects.requireNonNull(e.getMessage(), "message is null"));
        }
    }
}
