package io.github.offload4j.tools.program;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.offload4j.codegen.device.DeviceCompiler;
import io.github.offload4j.codegen.device.KernelModules;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.image.HostKernels;
import io.github.offload4j.codegen.image.HostSystem;
import io.github.offload4j.codegen.ir.ModuleWriter;
import io.github.offload4j.codegen.signature.KnownBlocks;
import io.github.offload4j.tools.cli.InputFile;
import io.github.offload4j.tools.cli.StandardStreams;
import io.github.offload4j.tools.diagnostic.Diagnostic;
import io.github.offload4j.tools.diagnostic.InputException;
import io.github.offload4j.tools.diagnostic.InputNotes;
import io.github.offload4j.tools.diagnostic.Position;
import io.github.offload4j.tools.diagnostic.SourceText;
import io.github.offload4j.tools.input.IrInput;
import io.github.offload4j.tools.source.CompiledSource;
import io.github.offload4j.tools.source.Language;
import io.github.offload4j.tools.source.Purpose;
import io.github.offload4j.tools.source.SourceCompiler;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Kernels to compile: of a file that the user names, or of the program itself. */
public final class KernelFile {
    private static final Pattern PLACE = Pattern.compile(".*?:([0-9]{1,9}):([0-9]{1,9}): error: ([^\\n]*)");

    /** A place in a source, where a reason names one. */
    private static final Pattern SOURCE = Pattern.compile("(.*?) \\(([^()\\n]+):([0-9]{1,9}):([0-9]{1,9})\\)(.*)");

    private final KernelSources sources;
    private final boolean compiled;

    private KernelFile(KernelSources sources, boolean compiled) {
        this.sources = sources;
        this.compiled = compiled;
    }

    /**
     * Reads a module, or compiles a source file.
     *
     * @param marked functions that the user says are kernels
     */
    public static KernelFile read(
            String argument, List<String> marked, SourceCompiler compiler, StandardStreams streams) {
        Optional<Language> language = Language.of(argument);
        if (language.isPresent()) {
            CompiledSource source = compiler.compile(argument, language.get(), Purpose.KERNELS);
            try (IrInput module = IrInput.ofCompiled(source.name(), source.text(), argument)) {
                return new KernelFile(new KernelSources(argument, ModuleWriter.bitcode(module.raw()), marked), true);
            }
        }
        if (Language.isUnknownSource(argument)) {
            throw new InputException(argument, "is no source file that is known; those end in " + Language.endings());
        }
        InputFile file = new InputFile(argument, streams);
        return new KernelFile(new KernelSources(file.name(), file.readModule(), marked), false);
    }

    /** Returns the kernels of a program that has them itself. */
    public static KernelFile of(KernelSources sources, Program program) {
        return new KernelFile(sources, program.isCompiled());
    }

    /** Returns the kernels of this file and of another one as if they were in one. */
    public KernelFile and(KernelFile other) {
        byte[] joined = explaining(() -> KernelModules.join(part(), other.part()));
        return new KernelFile(new KernelSources(name(), joined, List.of()), compiled);
    }

    private KernelModules.Part part() {
        return new KernelModules.Part(sources.content(), name(), sources.kernels());
    }

    /**
     * Returns the kernels as functions of the host, for launches that are refused. Where the host cannot compute them there
     * is a note, and such a launch stops the program.
     *
     * @param triple of the host code
     */
    public Optional<HostKernels> onHost(String triple, InputNotes notes) {
        Optional<HostSystem> system = HostSystem.ofTriple(triple);
        if (system.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(DeviceCompiler.create()
                    .markingKernels(sources.kernels())
                    .compileForHost(sources.content(), name(), system.get().target()));
        } catch (OffloadException e) {
            notes.print(
                    name(), "a refused launch stops the program, since the host cannot stand in: " + e.getMessage());
            return Optional.empty();
        }
    }

    /** Gives a compiler what it needs to know of this file, and somebody to tell what it does. */
    public DeviceCompiler prepare(DeviceCompiler compiler, InputNotes notes) {
        DeviceCompiler marking = compiler.markingKernels(sources.kernels());
        Consumer<String> listener = note -> notes.print(name(), note);
        // what is taken out of kernels that irgen had compiled itself is nothing that the user wrote
        return compiled ? marking.notingOfSourcesTo(listener) : marking.notingTo(listener);
    }

    /**
     * Does the same for kernels that one program alone launches.
     *
     * @param blocks reads what the program's launches say, which is asked for when it matters
     */
    public DeviceCompiler prepare(
            DeviceCompiler compiler, List<DeviceTarget> targets, Supplier<KnownBlocks> blocks, InputNotes notes) {
        DeviceCompiler prepared = prepare(compiler, notes);
        boolean forGpu =
                targets.stream().anyMatch(target -> !target.architecture().isHost());
        return forGpu ? prepared.withBlocks(blocks.get()) : prepared;
    }

    /** Returns what messages call it. */
    public String name() {
        return sources.name();
    }

    /** Returns the text or bitcode. */
    public byte[] content() {
        return sources.content().clone();
    }

    /**
     * Returns bitcode or text that says itself which functions are kernels.
     *
     * @throws OffloadException when this file does not parse, or a function that the user says is a kernel is not there
     */
    byte[] signed() {
        return sources.kernels().isEmpty() ? content() : KernelModules.part(part());
    }

    /** Runs a step, and turns what the library refuses into a message about this file. */
    public <T> T explaining(Supplier<T> step) {
        try {
            return step.get();
        } catch (OffloadException e) {
            String message = Objects.requireNonNull(e.getMessage(), "message is null");
            throw e.reason() == OffloadException.Reason.KERNEL ? reasons(message) : explained(message);
        }
    }

    /** Every reason has a line, which may say where in the source of the kernels it is. */
    private InputException reasons(String message) {
        return InputException.ofWhole(
                name(), message.lines().map(KernelFile::reason).toList());
    }

    private static Diagnostic reason(String line) {
        Matcher place = SOURCE.matcher(line);
        if (!place.matches()) {
            return Diagnostic.ofWhole(line);
        }
        SourceLocation source =
                new SourceLocation(place.group(2), Integer.parseInt(place.group(3)), Integer.parseInt(place.group(4)));
        return Diagnostic.from(source, place.group(1) + place.group(5));
    }

    /** LLVM's messages about text begin with the name of the file and the place in it. */
    private InputException explained(String message) {
        Matcher place = PLACE.matcher(message);
        if (!message.startsWith(name() + ":") || !place.lookingAt()) {
            return InputException.told(name(), message);
        }
        Position position = new Position(Integer.parseInt(place.group(1)), Integer.parseInt(place.group(2)));
        return new InputException(
                new SourceText(name(), new String(sources.content(), UTF_8)),
                List.of(Diagnostic.at(position, place.group(3))));
    }
}
