package io.github.offload4j.tools.source;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.ir.BundledTools;
import io.github.offload4j.tools.diagnostic.InputException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;

/** Finds the compiler of a language: as the user names it, as the environment does, or where it usually is. */
final class CompilerSearch {
    /** The major version of the LLVM that comes along. */
    private static final int BUNDLED_LLVM = 20;

    private final List<String> given;
    private final Map<String, String> environment;
    private final Consumer<String> notes;
    private final Map<CompilerKind, Compiler> found = new EnumMap<>(CompilerKind.class);

    /**
     * Makes a search.
     *
     * @param given compilers that the user names
     * @param environment the variables to look at
     * @param notes gets a line where a variable names what is of no use
     */
    CompilerSearch(List<String> given, Map<String, String> environment, Consumer<String> notes) {
        this.given = List.copyOf(given);
        this.environment = Map.copyOf(environment);
        this.notes = notes;
    }

    /**
     * Returns a compiler, the same every time.
     *
     * @throws InputException when there is none, or it is too old
     */
    Compiler find(CompilerKind kind) {
        return found.computeIfAbsent(kind, this::search);
    }

    private Compiler search(CompilerKind kind) {
        Optional<Compiler> named = given.stream()
                .map(this::requireKnown)
                .filter(compiler -> compiler.kind() == kind)
                .findFirst()
                .or(() -> fromVariable(kind));
        Compiler compiler = named.or(() -> kind == CompilerKind.CLANG ? Optional.of(bundled()) : onPath(kind))
                .orElseThrow(() ->
                        new InputException(kind.toString(), "not found, and a source file needs it; " + kind.advice()));
        if (compiler.llvm() < kind.oldest()) {
            throw new InputException(
                    compiler.program(),
                    "is built on LLVM " + compiler.llvm() + ", whose text cannot be read any more; use " + kind
                            + " on LLVM " + kind.oldest() + " or later");
        }
        return compiler;
    }

    /** Returns what a program is that the user names. */
    private Compiler requireKnown(String program) {
        return Arrays.stream(CompilerKind.values())
                .flatMap(kind -> identify(program, kind).stream())
                .findFirst()
                .orElseThrow(() -> new InputException(
                        program,
                        isThere(program)
                                ? "is neither clang, rustc nor flang, whose LLVM IR is needed"
                                : "there is no such compiler"));
    }

    private Optional<Compiler> fromVariable(CompilerKind kind) {
        String program = environment.getOrDefault(kind.variable(), "").strip();
        if (program.isEmpty()) {
            return Optional.empty();
        }
        Optional<Compiler> compiler = identify(program, kind);
        if (compiler.isEmpty()) {
            notes.accept(kind.variable() + " is '" + program + "', which is no " + kind + "; "
                    + (kind == CompilerKind.CLANG ? "the clang of LLVM's jar is used" : "looking for one on the path"));
        }
        return compiler;
    }

    private Optional<Compiler> onPath(CompilerKind kind) {
        return kind.names().stream()
                .filter(this::isThere)
                .flatMap(name -> identify(name, kind).stream())
                .findFirst();
    }

    private static Compiler bundled() {
        try {
            return new Compiler(
                    CompilerKind.CLANG,
                    List.of(
                            BundledTools.clang().toString(),
                            "-resource-dir",
                            BundledTools.clangResources().toString()),
                    BUNDLED_LLVM);
        } catch (OffloadException e) {
            throw new InputException("clang", String.valueOf(e.getMessage()));
        }
    }

    private Optional<Compiler> identify(String program, CompilerKind kind) {
        // variables often have options behind the program
        List<String> words = isThere(program) ? List.of(program) : List.of(program.split("\\s+"));
        if (!isThere(words.get(0))) {
            return Optional.empty();
        }
        List<String> command = new ArrayList<>(words);
        command.addAll(kind.asking());
        try {
            Matcher answer =
                    kind.answer().matcher(ToolProcess.run(command, Map.of()).words());
            return answer.find()
                    ? Optional.of(new Compiler(kind, words, Integer.parseInt(answer.group("llvm"))))
                    : Optional.empty();
        } catch (IOException cannotBeRun) {
            return Optional.empty();
        }
    }

    /** Returns whether a program can be run: a name on the path, or a file. */
    private boolean isThere(String program) {
        try {
            return Files.isExecutable(locate(program));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** Returns the file that a name on the path means, or the file itself. */
    Path locate(String program) {
        if (program.indexOf(File.separatorChar) >= 0) {
            return Path.of(program);
        }
        return Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(Path.of(program));
    }
}
