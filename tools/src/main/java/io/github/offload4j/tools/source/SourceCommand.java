package io.github.offload4j.tools.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The command lines of compilers that write LLVM IR as text. */
final class SourceCommand {
    private static final Pattern RUST_MAIN = Pattern.compile("(?m)^\\s*(?:pub\\s+)?fn\\s+main\\s*\\(");
    private static final String DEFAULT_EDITION = "2021";

    private final Compiler compiler;
    private final SourceOptions options;
    private final Optional<Path> headers;
    private final Optional<Integer> level;

    /**
     * Prepares command lines.
     *
     * @param headers the folder with the headers of marks
     * @param level how hard the user wants the compiler to work, where that is the user's to say
     */
    SourceCommand(Compiler compiler, SourceOptions options, Optional<Path> headers, Optional<Integer> level) {
        this.compiler = compiler;
        this.options = options;
        this.headers = headers;
        this.level = level;
    }

    /**
     * Returns a command line.
     *
     * @param source the file, as the user names it, so that the compiler's messages do
     * @param folder where the modules of these headers are, made by {@link #headerModule}
     * @param output the text
     */
    List<String> of(String source, Language language, Purpose purpose, Path folder, Path output) {
        return switch (language) {
            case C, CPP -> clang(source, language, output);
            case RUST -> rustc(source, purpose, folder, output);
            case FORTRAN -> flang(source, folder, output);
        };
    }

    /** Nothing is optimised, and what the optimisers want to know is written down all the same. */
    private List<String> clang(String source, Language language, Path output) {
        List<String> command = new ArrayList<>(compiler.command());
        if (language == Language.CPP) {
            command.add("--driver-mode=g++");
        }
        command.addAll(List.of("-O2", "-Xclang", "-disable-llvm-passes", "-S", "-emit-llvm"));
        // the names of parameters are what arguments are given by when a function is run
        command.add("-fno-discard-value-names");
        command.add(options.debug() ? "-g" : "-gline-tables-only");
        options.standard(language).ifPresent(name -> command.add("-std=" + name));
        addPreprocessor(command);
        headers.ifPresent(path -> command.addAll(List.of("-I", path.toString())));
        command.addAll(List.of("-o", output.toString(), file(source)));
        return command;
    }

    private void addPreprocessor(List<String> command) {
        options.includes().forEach(path -> command.addAll(List.of("-I", path)));
        options.macros().forEach(macro -> command.add("-D" + macro));
    }

    /**
     * Rust's own optimiser copies barriers, and its checks of overflow would be in every kernel. LLVM's passes, run on the
     * host's code by rustc, would take arguments from kernels whose only caller they see.
     */
    private List<String> rustc(String source, Purpose purpose, Path folder, Path output) {
        List<String> command = new ArrayList<>(compiler.command());
        command.addAll(List.of("--crate-type", isRustProgram(source) ? "bin" : "lib"));
        command.addAll(List.of("--crate-name", crateName(source)));
        command.addAll(List.of("--edition", options.standard(Language.RUST).orElse(DEFAULT_EDITION)));
        command.addAll(List.of("-C", "codegen-units=1"));
        command.addAll(List.of("-C", "debuginfo=" + (options.debug() ? "full" : "line-tables-only")));
        if (purpose == Purpose.HOST) {
            command.addAll(List.of("-C", "no-prepopulate-passes"));
            level.ifPresent(number -> command.addAll(List.of("-C", "opt-level=" + number)));
        } else {
            command.addAll(List.of(
                    "-C",
                    "panic=abort",
                    "-C",
                    "opt-level=0",
                    "-C",
                    "overflow-checks=off",
                    "-C",
                    "debug-assertions=off"));
        }
        if (purpose == Purpose.KERNELS_OF_PROGRAM) {
            command.addAll(List.of("--cap-lints", "allow"));
        }
        options.macros().forEach(macro -> command.addAll(List.of("--cfg", cfg(macro))));
        options.libraryFolders().forEach(path -> command.addAll(List.of("-L", path.toString())));
        addHeader(command, folder);
        command.addAll(List.of("--emit=llvm-ir=" + output, file(source)));
        return command;
    }

    private void addHeader(List<String> command, Path folder) {
        if (headers.isPresent()) {
            command.addAll(List.of("--extern", "offload=" + folder.resolve("liboffload.rlib")));
        }
    }

    private static String cfg(String macro) {
        int value = macro.indexOf('=');
        return value < 0 ? macro : macro.substring(0, value) + "=\"" + macro.substring(value + 1) + "\"";
    }

    private List<String> flang(String source, Path folder, Path output) {
        List<String> command = new ArrayList<>(compiler.command());
        command.addAll(List.of("-O0", "-S", "-emit-llvm", options.debug() ? "-g" : "-gline-tables-only"));
        options.standard(Language.FORTRAN).ifPresent(name -> command.add("-std=" + name));
        addPreprocessor(command);
        command.addAll(List.of("-I", folder.toString(), "-J", folder.toString()));
        command.addAll(List.of("-o", output.toString(), file(source)));
        return command;
    }

    /**
     * Returns what makes a module of the header that other files can use; nothing where a header is included as it is.
     *
     * @throws IOException when the folder cannot be written to
     */
    Optional<List<String>> headerModule(Path folder) throws IOException {
        if (headers.isEmpty()) {
            return Optional.empty();
        }
        List<String> command = new ArrayList<>(compiler.command());
        switch (compiler.kind()) {
            case CLANG -> {
                return Optional.empty();
            }
            case RUSTC -> {
                Path header = headers.get().resolve("offload.rs");
                // the macros of the header look for it as a module of the crate that they come from
                Path crate = Files.writeString(
                        folder.resolve("offload-crate.rs"),
                        "#[macro_use]\n#[path = \"" + header + "\"]\npub mod offload;\npub use offload::*;\n");
                command.addAll(List.of("--crate-type", "rlib", "--crate-name", "offload"));
                command.addAll(List.of("--edition", DEFAULT_EDITION, "--out-dir", folder.toString(), crate.toString()));
            }
            case FLANG ->
                command.addAll(List.of(
                        "-fsyntax-only",
                        "-J",
                        folder.toString(),
                        headers.get().resolve("offload.f90").toString()));
        }
        return Optional.of(command);
    }

    /** Returns what makes an archive of Rust's standard library, with the parts that a program of this file needs. */
    List<String> rustLibrary(String source, Path folder, Path archive) {
        List<String> command = new ArrayList<>(compiler.command());
        addHeader(command, folder);
        options.macros().forEach(macro -> command.addAll(List.of("--cfg", cfg(macro))));
        command.addAll(List.of("--edition", options.standard(Language.RUST).orElse(DEFAULT_EDITION)));
        command.addAll(List.of("--crate-type", "staticlib", "--crate-name", crateName(source) + "_std"));
        command.addAll(List.of("--cap-lints", "allow", "-o", archive.toString(), file(source)));
        return command;
    }

    private static boolean isRustProgram(String source) {
        try {
            return RUST_MAIN.matcher(Files.readString(Path.of(source))).find();
        } catch (IOException unreadable) {
            return false; // rustc says so
        }
    }

    private static String crateName(String source) {
        String name = Path.of(source).getFileName().toString();
        String stem = name.substring(0, name.lastIndexOf('.')).replaceAll("[^A-Za-z0-9_]", "_");
        return stem.matches("[A-Za-z].*") ? stem : "_" + stem;
    }

    /** A name that begins like an option is none when it has a folder. */
    private static String file(String source) {
        return source.startsWith("-") ? "./" + source : source;
    }
}
