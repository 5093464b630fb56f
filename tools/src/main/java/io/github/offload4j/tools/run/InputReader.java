package io.github.offload4j.tools.run;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.analysis.site.SiteReader;
import io.github.offload4j.codegen.device.DeviceCompiler;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.image.DeviceImage;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.ModuleWriter;
import io.github.offload4j.codegen.ir.TargetMachine;
import io.github.offload4j.codegen.lower.Lowering;
import io.github.offload4j.tools.check.ModuleCheck;
import io.github.offload4j.tools.cli.InputFile;
import io.github.offload4j.tools.cli.StandardStreams;
import io.github.offload4j.tools.diagnostic.Diagnostic;
import io.github.offload4j.tools.diagnostic.InputException;
import io.github.offload4j.tools.diagnostic.InputNotes;
import io.github.offload4j.tools.emit.HostModule;
import io.github.offload4j.tools.emit.SpecEmitter;
import io.github.offload4j.tools.input.HostTriple;
import io.github.offload4j.tools.input.IrInput;
import io.github.offload4j.tools.input.MarkedCalls;
import io.github.offload4j.tools.spec.OffloadSpec;
import io.github.offload4j.tools.spec.Spec;
import io.github.offload4j.tools.spec.SpecReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads what is run: a spec, or a module that was generated before. */
final class InputReader {
    private static final String KERNELS_MISSING =
            "launches kernels; name the file that has them with --device KERNELS.ll";

    private static final int LARGEST_SPEC = 1 << 20;

    /** A spec begins a line with this key; no IR does. */
    private static final Pattern SPEC = Pattern.compile("(?m)^[\"']?offloads[\"']?\\s*:");

    private final OffloadOptions options;
    private final StandardStreams streams;
    private final DeviceCompiler compiler;
    private final ModuleCheck check;
    private final InputNotes notes;

    InputReader(
            OffloadOptions options,
            StandardStreams streams,
            DeviceCompiler compiler,
            ModuleCheck check,
            InputNotes notes) {
        this.options = options;
        this.streams = streams;
        this.compiler = compiler;
        this.check = check;
        this.notes = notes;
    }

    /**
     * Reads.
     *
     * @param argument the input as the command line names it
     * @param kernelFile the file with the kernels
     * @param targets what they are compiled for
     * @throws InputException when something cannot be read, or does not fit
     */
    RunInput read(String argument, Optional<String> kernelFile, List<DeviceTarget> targets) {
        InputFile file = new InputFile(argument, streams);
        byte[] content = file.readModule();
        return isSpec(argument, content)
                ? spec(file, content, kernelFile, targets)
                : module(file.name(), content, kernelFile, targets);
    }

    private Optional<Kernels> kernels(Optional<String> file, List<DeviceTarget> targets) {
        return file.map(name -> Kernels.read(new InputFile(name, streams), compiler, targets, notes));
    }

    private static boolean isSpec(String argument, byte[] content) {
        if (argument.endsWith(".yaml") || argument.endsWith(".yml")) {
            return true;
        }
        boolean module = argument.endsWith(".ll") || argument.endsWith(".bc");
        return !module && SPEC.matcher(new String(content, ISO_8859_1)).find();
    }

    private RunInput spec(InputFile file, byte[] content, Optional<String> kernelFile, List<DeviceTarget> targets) {
        Spec spec = SpecReader.read(file.asText(content, LARGEST_SPEC));
        Optional<Kernels> kernels = kernels(kernelFile, targets);
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
            return new RunInput(ModuleWriter.bitcode(module.raw()), file.name(), entries, fallbacks);
        }
    }

    private static void requireKernels(Spec spec, List<DeviceImage> images) {
        if (images.isEmpty() && spec.offloads().stream().anyMatch(offload -> !offload.isHost())) {
            throw new InputException(spec.source().name(), KERNELS_MISSING);
        }
        for (OffloadSpec offload : spec.offloads()) {
            String callee = offload.callee().value();
            for (DeviceImage image : images) {
                if (!offload.isHost() && image.kernel(callee).isEmpty()) {
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

    private RunInput module(String name, byte[] content, Optional<String> kernelFile, List<DeviceTarget> targets) {
        try (IrInput module = IrInput.of(name, content, notes)) {
            List<EntryPoint> entries = entries(module);
            if (!Lowering.hasMarks(module.raw())) {
                if (kernelFile.isPresent()) {
                    throw new InputException(name, "no call is marked, so nothing would launch the kernels");
                }
                check.require(name, module.raw(), null);
                return new RunInput(content, name, entries, Set.of());
            }
            Optional<Kernels> kernels = kernels(kernelFile, targets);
            lower(module, kernels.map(Kernels::images).orElse(List.of()));
            try (IrInput bodies = kernels.map(k -> k.open(notes)).orElse(null)) {
                check.require(name, module.raw(), bodies);
            }
            return new RunInput(ModuleWriter.bitcode(module.raw()), name, entries, Set.of());
        }
    }

    private static List<EntryPoint> entries(IrInput module) {
        try (IrModule view = new IrModule(module.raw())) {
            return view.functions().stream()
                    .filter(function -> !function.isDeclaration() && !function.isLocal())
                    .map(InputReader::entry)
                    .toList();
        }
    }

    private void lower(IrInput module, List<DeviceImage> images) {
        HostTriple.giveOrDefault(Optional.empty(), module);
        MarkedCalls.lower(module, Lowering.with(options).embedding(images.toArray(DeviceImage[]::new)));
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

    static InputException refused(String name, OffloadException exception) {
        String message = String.valueOf(exception.getMessage());
        // LLVM and the device compiler put the name in front where they know the place
        return new InputException(
                name,
                message.startsWith(name + ":")
                        ? message.substring(name.length() + 1).strip()
                        : message);
    }
}
