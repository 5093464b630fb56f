package io.github.offload4j.tools.run;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.analysis.site.SiteReader;
import io.github.offload4j.codegen.device.DeviceCompiler;
import io.github.offload4j.codegen.image.DeviceImage;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.ModuleWriter;
import io.github.offload4j.codegen.ir.TargetMachine;
import io.github.offload4j.codegen.lower.Lowering;
import io.github.offload4j.codegen.signature.KnownBlocks;
import io.github.offload4j.tools.check.ModuleCheck;
import io.github.offload4j.tools.cli.InputFile;
import io.github.offload4j.tools.cli.StandardStreams;
import io.github.offload4j.tools.diagnostic.Diagnostic;
import io.github.offload4j.tools.diagnostic.InputException;
import io.github.offload4j.tools.diagnostic.InputNotes;
import io.github.offload4j.tools.diagnostic.Position;
import io.github.offload4j.tools.emit.HostModule;
import io.github.offload4j.tools.emit.SpecEmitter;
import io.github.offload4j.tools.input.HostTriple;
import io.github.offload4j.tools.input.IrInput;
import io.github.offload4j.tools.program.AtExit;
import io.github.offload4j.tools.program.KernelFile;
import io.github.offload4j.tools.program.KernelSources;
import io.github.offload4j.tools.program.Program;
import io.github.offload4j.tools.program.ProgramReader;
import io.github.offload4j.tools.source.Language;
import io.github.offload4j.tools.source.SourceCompiler;
import io.github.offload4j.tools.spec.OffloadSpec;
import io.github.offload4j.tools.spec.Spec;
import io.github.offload4j.tools.spec.SpecReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what is run: a spec, or the modules and source files of one program, whose marked calls are lowered. */
final class InputReader {
    private static final String KERNELS_MISSING =
            "launches kernels; name the file that has them with --device KERNELS.ll";

    /** A spec begins a line with one of these keys. */
    private static final Pattern SPEC = Pattern.compile("(?m)^[\"']?(?:data|offloads)[\"']?\\s*:");

    /** A block of IR may have such a name, and is in a function. */
    private static final Pattern FUNCTION = Pattern.compile("(?m)^define ");

    private final OffloadOptions options;
    private final StandardStreams streams;
    private final SourceCompiler sources;
    private final DeviceCompiler compiler;
    private final List<String> marked;
    private final ModuleCheck check;
    private final InputNotes notes;

    InputReader(
            OffloadOptions options,
            StandardStreams streams,
            SourceCompiler sources,
            DeviceCompiler compiler,
            List<String> marked,
            ModuleCheck check,
            InputNotes notes) {
        this.options = options;
        this.streams = streams;
        this.sources = sources;
        this.compiler = compiler;
        this.marked = List.copyOf(marked);
        this.check = check;
        this.notes = notes;
    }

    /**
     * Reads.
     *
     * @param inputs the inputs as the command line names them, at least one
     * @param kernelFile the file with kernels beside those of the program itself, when one is named
     * @param targets what they are compiled for
     * @throws InputException when something cannot be read, or does not fit
     */
    RunInput read(List<String> inputs, Optional<String> kernelFile, List<DeviceTarget> targets) {
        String argument = inputs.get(0);
        if (inputs.size() > 1) {
            ProgramReader.requireCode(inputs);
        }
        if (ProgramReader.isCode(argument)) {
            try (Program program = new ProgramReader(sources, streams, notes).read(inputs)) {
                return program(program, kernelFile, targets);
            }
        }
        if (Language.isUnknownSource(argument)) {
            throw new InputException(argument, "is no source file that is known; those end in " + Language.endings());
        }
        InputFile file = new InputFile(argument, streams);
        byte[] content = file.readModule();
        if (isSpec(argument, content)) {
            return spec(file, content, kernelFile, targets);
        }
        try (Program program = Program.of(IrInput.of(file.name(), content, notes))) {
            return program(program, kernelFile, targets);
        }
    }

    private Optional<KernelFile> kernelFile(Optional<String> file) {
        return file.map(name -> KernelFile.read(name, marked, sources, streams));
    }

    private Optional<Kernels> compiled(
            Optional<KernelFile> file, List<DeviceTarget> targets, Function<KernelFile, KnownBlocks> blocks) {
        return file.map(known -> Kernels.compile(known, compiler, targets, () -> blocks.apply(known), notes));
    }

    private static boolean isSpec(String argument, byte[] content) {
        if (argument.endsWith(".yaml") || argument.endsWith(".yml")) {
            return true;
        }
        String text = new String(content, ISO_8859_1);
        return SPEC.matcher(text).find() && !FUNCTION.matcher(text).find();
    }

    private RunInput spec(InputFile file, byte[] content, Optional<String> kernelFile, List<DeviceTarget> targets) {
        Spec spec = SpecReader.read(file.asText(content, SpecReader.LARGEST));
        Optional<Kernels> kernels = compiled(kernelFile(kernelFile), targets, known -> KnownBlocks.none());
        List<DeviceImage> images = kernels.map(Kernels::images).orElse(List.of());
        try (HostModule module = SpecEmitter.emit(spec, options, TargetMachine.hostTriple(), images, List.of());
                IrInput bodies = kernels.map(k -> k.open(notes)).orElse(null)) {
            Set<String> defined =
                    spec.offloads().stream().map(o -> o.name().value()).collect(Collectors.toSet());
            Set<String> fallbacks = spec.offloads().stream()
                    .flatMap(offload -> offload.fallback().stream())
                    .map(fallback -> fallback.value())
                    .filter(fallback -> !defined.contains(fallback))
                    .collect(Collectors.toSet());
            List<EntryPoint> entries =
                    spec.offloads().stream().map(SpecEntries::entry).toList();
            requireKernels(spec, images);
            check.require(file.name(), module.raw(), bodies);
            return new RunInput(
                    ModuleWriter.bitcode(module.raw()), file.name(), entries, fallbacks, List.of(), places(spec));
        }
    }

    private static Map<String, Position> places(Spec spec) {
        Map<String, Position> places = new HashMap<>();
        calls(spec)
                .filter(OffloadSpec::isHost)
                .forEach(call -> places.putIfAbsent(call.callee().value(), call.position()));
        return places;
    }

    private static Stream<OffloadSpec> calls(Spec spec) {
        return spec.offloads().stream().flatMap(offload -> offload.calls().stream());
    }

    private static void requireKernels(Spec spec, List<DeviceImage> images) {
        if (images.isEmpty() && calls(spec).anyMatch(OffloadSpec::isLaunch)) {
            throw new InputException(spec.source().name(), KERNELS_MISSING);
        }
        for (OffloadSpec offload : calls(spec).toList()) {
            String callee = offload.callee().value();
            for (DeviceImage image : images) {
                if (offload.isLaunch() && image.kernel(callee).isEmpty()) {
                    throw new InputException(
                            spec.source(),
                            List.of(Diagnostic.at(
                                    offload.callee().position(),
                                    "there is no kernel '" + callee + "'; there is "
                                            + image.kernels().stream()
                                                    .map(kernel -> "'" + kernel.name() + "'")
                                                    .collect(Collectors.joining(", ")))));
                }
            }
        }
    }

    private RunInput program(Program program, Optional<String> kernelFile, List<DeviceTarget> targets) {
        IrInput module = program.module();
        String name = module.name();
        List<EntryPoint> entries = entries(module);
        Optional<KernelSources> own = program.kernels(marked, kernelFile.isPresent());
        List<Path> libraries = sources.libraries().forRunning(program.sources());
        if (!Lowering.hasMarks(module.raw())) {
            if (kernelFile.isPresent()) {
                throw new InputException(name, "no call is marked, so nothing would launch the kernels");
            }
            own.ifPresent(kernels -> program.leaveToHost());
            AtExit.serve(module);
            check.require(name, module.raw(), null);
            return new RunInput(ModuleWriter.bitcode(module.raw()), name, entries, Set.of(), libraries, Map.of());
        }
        Optional<Kernels> kernels = compiled(
                own.map(found -> KernelFile.of(found, program))
                        .map(mine -> kernelFile(kernelFile).map(mine::and).orElse(mine))
                        .or(() -> kernelFile(kernelFile)),
                targets,
                file -> program.blocks(options, file, own));
        lower(program, own, kernels.map(Kernels::images).orElse(List.of()));
        own.ifPresent(found -> program.leaveToHost());
        AtExit.serve(module);
        try (IrInput bodies = kernels.map(k -> k.open(notes)).orElse(null)) {
            check.require(name, module.raw(), bodies);
        }
        return new RunInput(ModuleWriter.bitcode(module.raw()), name, entries, Set.of(), libraries, Map.of());
    }

    private static List<EntryPoint> entries(IrInput module) {
        try (IrModule view = new IrModule(module.raw())) {
            return view.functions().stream()
                    .filter(function -> !function.isDeclaration() && !function.isLocal())
                    .map(InputReader::entry)
                    .toList();
        }
    }

    private void lower(Program program, Optional<KernelSources> own, List<DeviceImage> images) {
        IrInput module = program.module();
        HostTriple.giveOrDefault(Optional.empty(), module);
        program.lower(Lowering.with(options).embedding(images.toArray(DeviceImage[]::new)), own, options.transfers());
        if (images.isEmpty() && launches(module)) {
            throw new InputException(module.name(), KERNELS_MISSING);
        }
    }

    private static boolean launches(IrInput module) {
        try (IrModule view = new IrModule(module.raw())) {
            return InputException.whenRefused(module.name(), () -> new SiteReader(view).read()).sites().stream()
                    .anyMatch(site -> !site.launches().isEmpty());
        }
    }

    /** Whatever a pointer points to, the program may write to it. */
    private static EntryPoint entry(IrFunction function) {
        List<EntryParameter> parameters = new ArrayList<>();
        List<IrType> types = function.parameterTypes();
        if (EntryPoint.isMain(
                function.name(), types.stream().map(IrType::toString).toList())) {
            return EntryPoint.main(types.size());
        }
        for (int i = 0; i < types.size(); i++) {
            String given = function.parameter(i).name();
            String name = given.isEmpty() ? Integer.toString(i) : given;
            parameters.add(
                    types.get(i).isPointer()
                            ? new EntryParameter.Array(name, Optional.empty(), Optional.empty(), true)
                            : new EntryParameter.Scalar(name, types.get(i).toString()));
        }
        return new EntryPoint(function.name(), parameters);
    }
}
