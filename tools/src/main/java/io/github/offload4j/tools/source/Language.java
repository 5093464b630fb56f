package io.github.offload4j.tools.source;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A language that source files are written in, told by the ending of a file's name. */
public enum Language {
    /** C. */
    C("C", CompilerKind.CLANG, ".c"),
    /** C++. */
    CPP("C++", CompilerKind.CLANG, ".cc", ".cpp"),
    /** Rust. */
    RUST("Rust", CompilerKind.RUSTC, ".rs"),
    /** Fortran. */
    FORTRAN("Fortran", CompilerKind.FLANG, ".f90");

    /** Endings of sources that people may try. */
    private static final List<String> OTHERS = List.of(
            ".C", ".cxx", ".c++", ".cu", ".hip", ".m", ".mm", ".h", ".hpp", ".f", ".F", ".f95", ".f03", ".f08", ".for",
            ".F90", ".zig", ".swift", ".go", ".d", ".jl", ".py", ".java");

    private final String word;
    private final CompilerKind compiler;
    private final List<String> endings;

    Language(String word, CompilerKind compiler, String... endings) {
        this.word = word;
        this.compiler = compiler;
        this.endings = List.of(endings);
    }

    /** Returns the language of a file; nothing when it is no source file. */
    public static Optional<Language> of(String file) {
        return Arrays.stream(values())
                .filter(language -> language.endings.stream().anyMatch(file::endsWith))
                .findFirst();
    }

    /** Returns whether a file looks like a source in another language, or under another ending. */
    public static boolean isUnknownSource(String file) {
        return of(file).isEmpty() && OTHERS.stream().anyMatch(file::endsWith);
    }

    /** Returns every ending, for a message. */
    public static String endings() {
        return Arrays.stream(values())
                .flatMap(language -> language.endings.stream())
                .collect(Collectors.joining(", "));
    }

    CompilerKind compiler() {
        return compiler;
    }

    /** Returns what people call it. */
    @Override
    public String toString() {
        return word;
    }
}
