package io.github.offload4j.tools.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that compiles source files; most are handed on to the compiler. */
public final class SourceOptions {
    @Option(
            names = "--cc",
            paramLabel = "COMPILER",
            description = "The clang, rustc or flang for source files; repeat it for several (default: for C and C++ CC"
                    + " where that is a clang, else LLVM's own; RUSTC, FC, or what is on the path).")
    private List<String> compilers = new ArrayList<>();

    @Option(names = "-I", paramLabel = "DIR", description = "Look for included files there too; repeatable.")
    private List<String> includes = new ArrayList<>();

    @Option(names = "-D", paramLabel = "NAME[=VALUE]", description = "Define a macro, in Rust a cfg; repeatable.")
    private List<String> macros = new ArrayList<>();

    @Option(
            names = "-std",
            paramLabel = "STANDARD",
            description = "The language's standard, such as c11, c++20, f2018, or 2024 for Rust's edition; repeatable.")
    private List<String> standards = new ArrayList<>();

    @Option(names = "-g", description = "Full debug information of source files (default: line numbers).")
    private boolean debug;

    @Option(names = "-l", paramLabel = "NAME", description = "Library that the program uses; repeatable.")
    private List<String> libraries = new ArrayList<>();

    @Option(names = "-L", paramLabel = "DIR", description = "Look for libraries there too; repeatable.")
    private List<Path> libraryFolders = new ArrayList<>();

    /** Returns the compilers that the user names. */
    List<String> compilers() {
        return List.copyOf(compilers);
    }

    /** Returns the folders of included files. */
    List<String> includes() {
        return List.copyOf(includes);
    }

    /** Returns the macros, as {@code NAME} or {@code NAME=VALUE}. */
    List<String> macros() {
        return List.copyOf(macros);
    }

    /** Returns the standard that is given for a language, when one is. */
    Optional<String> standard(Language language) {
        return standards.stream().filter(name -> of(name) == language).findFirst();
    }

    /** The names of standards tell whose they are. */
    private static @Nullable Language of(String standard) {
        if (standard.startsWith("c++") || standard.startsWith("gnu++")) {
            return Language.CPP;
        }
        if (standard.startsWith("f")) {
            return Language.FORTRAN;
        }
        return standard.matches("\\d{4}") ? Language.RUST : Language.C;
    }

    /** Returns whether all debug information is wanted. */
    boolean debug() {
        return debug;
    }

    /** Returns the names of libraries. */
    public List<String> libraries() {
        return List.copyOf(libraries);
    }

    /** Returns the folders of libraries. */
    public List<Path> libraryFolders() {
        return List.copyOf(libraryFolders);
    }
}
