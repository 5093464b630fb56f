package io.github.offload4j.tools.program;

import io.github.offload4j.tools.cli.InputFile;
import io.github.offload4j.tools.cli.StandardStreams;
import io.github.offload4j.tools.diagnostic.InputException;
import io.github.offload4j.tools.diagnostic.InputNotes;
import io.github.offload4j.tools.input.IrInput;
import io.github.offload4j.tools.source.CompiledSource;
import io.github.offload4j.tools.source.Language;
import io.github.offload4j.tools.source.Purpose;
import io.github.offload4j.tools.source.SourceCompiler;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads modules, compiles source files, and makes one program of them. */
public final class ProgramReader {
    private final SourceCompiler compiler;
    private final StandardStreams streams;
    private final InputNotes notes;

    /** Makes a reader. */
    public ProgramReader(SourceCompiler compiler, StandardStreams streams, InputNotes notes) {
        this.compiler = compiler;
        this.streams = streams;
        this.notes = notes;
    }

    /** Returns whether an input is a module by its name. */
    public static boolean isModule(String input) {
        return input.endsWith(".ll") || input.endsWith(".bc");
    }

    /** Returns whether an input is a module or a source file by its name. */
    public static boolean isCode(String input) {
        return isModule(input) || Language.of(input).isPresent();
    }

    /**
     * Checks that inputs can be parts of one program.
     *
     * @throws InputException when one cannot
     */
    public static void requireCode(List<String> inputs) {
        for (String input : inputs) {
            if (!isCode(input)) {
                throw new InputException(
                        input.equals(InputFile.DASH) ? "<stdin>" : input,
                        input.equals(InputFile.DASH)
                                ? "standard input cannot be one of several inputs"
                                : "is no module (.ll, .bc) or source file (" + Language.endings()
                                        + "), and so no part of a program of several files");
            }
        }
    }

    /**
     * Reads a program.
     *
     * @param inputs modules and source files, at least one
     * @throws InputException when one cannot be read or compiled, or two define the same
     */
    public Program read(List<String> inputs) {
        List<CompiledSource> sources = new ArrayList<>();
        IrInput module = linked(inputs, input -> {
            Optional<Language> language = Language.of(input);
            if (language.isEmpty()) {
                return IrInput.read(new InputFile(input, streams), notes);
            }
            CompiledSource source = compiler.compile(input, language.get(), Purpose.HOST);
            sources.add(source);
            return IrInput.ofCompiled(source.name(), source.text(), input);
        });
        return new Program(module, sources, compiled -> kernelModule(inputs, compiled));
    }

    /**
     * Reads a program again for the sake of its kernels.
     *
     * @param compiled what its sources became for the host
     */
    private IrInput kernelModule(List<String> inputs, List<CompiledSource> compiled) {
        return linked(inputs, input -> {
            Optional<Language> language = Language.of(input);
            if (language.isEmpty()) {
                return IrInput.read(new InputFile(input, streams), InputNotes.silent());
            }
            CompiledSource source = language.get() == Language.RUST
                    ? compiler.compile(input, Language.RUST, Purpose.KERNELS_OF_PROGRAM)
                    : compiled.stream()
                            .filter(done -> done.file().equals(input))
                            .findFirst()
                            .orElseThrow();
            return IrInput.ofCompiled(source.name(), source.text(), input);
        });
    }

    /** Reads one input. */
    private interface Reading {
        IrInput read(String input);
    }

    private static IrInput linked(List<String> inputs, Reading reading) {
        IrInput all = reading.read(inputs.get(0));
        for (String input : inputs.subList(1, inputs.size())) {
            try (IrInput next = reading.read(input)) {
                all = all.linking(next);
            } catch (RuntimeException e) {
                all.close();
                throw e;
            }
        }
        return all;
    }
}
