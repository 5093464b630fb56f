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
import io.github.offload4j.tools.cli.InputFile;
import io.github.offload4j.tools.cli.OptionNames;
import io.github.offload4j.tools.cli.OutputFile;
import io.github.offload4j.tools.cli.StandardStreams;
import io.github.offload4j.tools.diagnostic.InputException;
import io.github.offload4j.tools.emit.HostModule;
import io.github.offload4j.tools.emit.SpecEmitter;
import io.github.offload4j.tools.input.HostTriple;
import io.github.offload4j.tools.input.IrInput;
import io.github.offload4j.tools.input.MarkedCalls;
import io.github.offload4j.tools.spec.SpecReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
            description = "A spec, or a module with marked calls (.ll or .bc); '-' is a spec on standard input.")
    @SuppressWarnings("NullAway.Init") // set by picocli before the command runs
    private String input;

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

    @Option(names = "--device", paramLabel = "KERNELS.ll", description = "The kernels, as text or bitcode.")
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
        requireKernelsAndTargets();
        OutputFile file = new OutputFile(output, streams);
        Product made = product == null ? Product.of(output) : product;
        KernelFile kernelFile = kernels == null ? null : KernelFile.read(kernels, streams);
        List<DeviceImage> images = kernelFile == null ? List.of() : images(kernelFile, options);
        if (isIr(input)) {
            try (IrInput module = IrInput.read(new InputFile(input, streams), global.notes())) {
                if (lower(module, options, images, sources(kernelFile))) {
                    check(module.name(), module.raw(), kernelFile);
                }
                write(module.raw(), made, file, module::abandon);
            }
        } else {
            io.github.offload4j.tools.spec.Spec spec =
                    SpecReader.read(new InputFile(input, streams).readText(LARGEST_SPEC));
            try (HostModule module = SpecEmitter.emit(spec, options, emission.triple(), images, sources(kernelFile))) {
                emission.print(module.remarks(), spec.source().name(), global.printer());
                check(spec.source().name(), module.raw(), kernelFile);
                write(module.raw(), made, file, module::abandon);
            }
        }
        return ExitCode.DONE;
    }

    private static List<byte[]> sources(@Nullable KernelFile kernelFile) {
        return kernelFile == null ? List.of() : List.of(kernelFile.content());
    }

    private static boolean isIr(String name) {
        return name.endsWith(".ll") || name.endsWith(".bc");
    }

    private void check(String name, LLVMModuleRef module, @Nullable KernelFile kernelFile) {
        try (IrInput bodies =
                kernelFile == null ? null : IrInput.of(kernelFile.name(), kernelFile.content(), global.notes())) {
            new ModuleCheck(global.printer(), checks.toCheckOptions()).requireLowered(name, module, bodies);
        }
    }

    /** Returns whether a call was marked. */
    private boolean lower(
            IrInput module, OffloadOptions options, List<DeviceImage> images, List<byte[]> kernelSources) {
        HostTriple.giveOrDefault(emission.givenTriple(), module);
        List<TransferRemark> remarks = new ArrayList<>();
        Lowering lowering = Lowering.with(options)
                .embedding(images.toArray(DeviceImage[]::new))
                .remarkingTo(remarks::add);
        for (byte[] source : kernelSources) {
            lowering = lowering.knowingKernels(source);
        }
        boolean marked = MarkedCalls.lower(module, lowering) > 0;
        emission.print(remarks, module.name(), global.printer());
        if (!marked && !images.isEmpty()) {
            throw new InputException(input, "no call is marked, so nothing would launch the kernels");
        }
        return marked;
    }

    private void requireKernelsAndTargets() {
        if ((kernels == null) != device.targets().isEmpty()) {
            throw new ParameterException(
                    command.commandLine(),
                    kernels == null
                            ? "--target compiles the kernels that --device names; give both"
                            : "--device needs a target to compile for; give --target");
        }
    }

    private List<DeviceImage> images(KernelFile file, OffloadOptions options) {
        boolean forWrapper = options.registration() == Registration.LINKER_WRAPPER;
        DeviceCompiler compiler =
                device.compiler().notingTo(note -> global.notes().print(file.name(), note));
        return file.explaining(() -> {
            List<DeviceImage> images = new ArrayList<>();
            for (DeviceTarget target : device.targets()) {
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
     * @param abandon keeps the module from being disposed of, when LLVM gave up in the middle of it
     */
    private void write(LLVMModuleRef module, Product made, OutputFile file, Runnable abandon) {
        switch (made) {
            case LL -> file.write(ModuleWriter.text(module).getBytes(StandardCharsets.UTF_8));
            case BC -> file.write(ModuleWriter.bitcode(module));
            case OBJ -> file.write(object(module, abandon));
            case SHARED, EXE -> file.writeExecutable(link.link(made, object(module, abandon), linked, command));
        }
    }

    private static String triple(LLVMModuleRef module) {
        try (IrModule view = new IrModule(module)) {
            return view.triple();
        }
    }

    private byte[] object(LLVMModuleRef module, Runnable abandon) {
        try (TargetMachine machine = TargetMachine.of(triple(module), "", device.level())) {
            machine.optimize(module, device.level());
            return machine.emitObject(module);
        } catch (OffloadException e) {
            if (e.reason() == OffloadException.Reason.LLVM) {
                abandon.run();
            }
            throw new InputException(input, Objects.requireNonNull(e.getMessage(), "message is null"));
        }
    }
}
