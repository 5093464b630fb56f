package io.github.offload4j.tools.source;

import io.github.offload4j.tools.cli.InputFile;
import io.github.offload4j.tools.cli.StandardStreams;
import io.github.offload4j.tools.diagnostic.InputException;
import io.github.offload4j.tools.diagnostic.InputNotes;
import io.github.offload4j.tools.diagnostic.ReportedException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compiles source files to LLVM IR, by compilers that are processes of their own; {@link #close()} removes their files. */
public final class SourceCompiler implements AutoCloseable {
    private static final Path C_HEADER = Path.of("/usr/include/stdio.h");
    private static final Path CPP_HEADERS = Path.of("/usr/include/c++");

    private final SourceOptions options;
    private final Optional<Path> headers;
    private final Optional<Integer> level;
    private final OtherMachine machine;
    private final StandardStreams streams;
    private final CompilerSearch search;
    private final TemporaryFolder folder = new TemporaryFolder();
    private final Set<CompilerKind> withHeader = EnumSet.noneOf(CompilerKind.class);

    /**
     * Makes a compiler.
     *
     * @param headers the folder with the headers of marks, where it is known
     * @param level how hard the user wants compilers to work, where that is the user's to say
     * @param machine what host code is for
     */
    public SourceCompiler(
            SourceOptions options,
            Optional<Path> headers,
            Optional<Integer> level,
            OtherMachine machine,
            StandardStreams streams,
            InputNotes notes) {
        this.options = options;
        this.headers = headers;
        this.level = level;
        this.machine = machine;
        this.streams = streams;
        this.search =
                new CompilerSearch(options.compilers(), System.getenv(), note -> notes.print("source files", note));
    }

    /**
     * Compiles a file. What the compiler says is shown as it says it.
     *
     * @param file its name as the user gave it
     * @throws InputException when the file cannot be read, there is no compiler, or a signal ended it
     * @throws ReportedException when the compiler found an error
     */
    public CompiledSource compile(String file, Language language, Purpose purpose) {
        new InputFile(file, streams).requireReadable();
        SourceCommand command = command(language);
        Path output = folder.file("module.ll");
        run(command.of(file, language, purpose, folder.path(), output), file, language);
        try {
            SourceNames names = new SourceNames(file, Path.of("").toAbsolutePath());
            return new CompiledSource(file, language, names.in(Files.readAllBytes(output)));
        } catch (IOException e) {
            throw new InputException(file, "the compiler succeeded and wrote nothing");
        }
    }

    private SourceCommand command(Language language) {
        Compiler compiler = search.find(language.compiler()).with(machine);
        SourceCommand command = new SourceCommand(compiler, options, headers, level);
        if (withHeader.add(compiler.kind())) {
            try {
                command.headerModule(folder.path()).ifPresent(line -> run(line, "offload", language));
            } catch (IOException e) {
                throw new InputException("source files", "a temporary file cannot be written: " + e.getMessage());
            }
        }
        return command;
    }

    /** Returns what finds the libraries that programs of these sources need. */
    public LanguageLibraries libraries() {
        return new LanguageLibraries(this, folder);
    }

    /**
     * Makes an archive of Rust's standard library.
     *
     * @param file a source file that is part of the program
     */
    Path rustLibrary(String file) {
        Path archive = folder.file("librust.a");
        run(command(Language.RUST).rustLibrary(file, folder.path(), archive), file, Language.RUST);
        return archive;
    }

    /** Makes an archive of Rust's standard library and nothing else. */
    Path rustLibrary() {
        try {
            return rustLibrary(Files.writeString(folder.file("nothing.rs"), "").toString());
        } catch (IOException e) {
            throw new InputException("source files", "a temporary file cannot be written: " + e.getMessage());
        }
    }

    /** Returns what a compiler prints that is asked something. */
    String ask(Language language, String... question) {
        List<String> command =
                new java.util.ArrayList<>(search.find(language.compiler()).command());
        command.addAll(List.of(question));
        return start(command).words().strip();
    }

    /**
     * Returns a language's compiler as a file, behind all links.
     *
     * @throws InputException when it is not there any more
     */
    Path program(Language language) {
        String program = search.find(language.compiler()).program();
        try {
            return search.locate(program).toRealPath();
        } catch (IOException e) {
            throw new InputException(program, "is gone");
        }
    }

    private void run(List<String> command, String file, Language language) {
        ToolProcess process = start(command);
        if (!process.words().isEmpty()) {
            PrintWriter out = streams.errWriter();
            out.print(process.words());
            out.flush();
        }
        if (process.wasKilled()) {
            throw new InputException(
                    file,
                    "'" + command.get(0) + "' was ended by signal " + (process.exitCode() - ToolProcess.SIGNALS)
                            + " while it compiled this");
        }
        if (process.exitCode() != 0) {
            throw missingHeaders(language)
                    .<RuntimeException>map(advice -> new InputException(file, advice))
                    .orElseGet(() -> new ReportedException(file));
        }
    }

    private static ToolProcess start(List<String> command) {
        try {
            return ToolProcess.run(command, Map.of());
        } catch (IOException e) {
            throw new InputException(command.get(0), "cannot be run: " + e.getMessage());
        }
    }

    /** The headers of the C and C++ libraries come with no compiler. */
    private static Optional<String> missingHeaders(Language language) {
        boolean c = language == Language.C || language == Language.CPP;
        if (c && !Files.exists(C_HEADER)) {
            return Optional.of("the C library's headers are missing; on Debian 'apt-get install libc6-dev'");
        }
        return language == Language.CPP && !Files.exists(CPP_HEADERS)
                ? Optional.of("the headers of libstdc++ are missing; on Debian 'apt-get install libstdc++-12-dev'")
                : Optional.empty();
    }

    @Override
    public void close() {
        folder.close();
    }
}
