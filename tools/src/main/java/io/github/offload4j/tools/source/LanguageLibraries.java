package io.github.offload4j.tools.source;

import io.github.offload4j.codegen.image.HostSystem;
import io.github.offload4j.codegen.ir.BundledTools;
import io.github.offload4j.tools.diagnostic.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What programs of a language need beside their own code. */
public final class LanguageLibraries {
    private static final String FLANG_RUNTIME = "libflang_rt.runtime.a";
    private static final List<String> SYSTEM = List.of("-lgcc_s", "-lutil", "-lrt", "-lpthread", "-lm", "-ldl");
    private static final int DEPTH = 5;

    /** The folder of this machine's libraries, as Debian calls it. */
    private static final String DEBIAN =
            HostSystem.ofThisProcess().orElse(HostSystem.X86_64).libraryFolder();

    private static final List<Path> C_FOLDERS =
            List.of(Path.of("/usr/lib", DEBIAN), Path.of("/lib", DEBIAN), Path.of("/usr/lib64"));

    private static final List<Path> C_ARCHIVES =
            List.of(Path.of("/usr/lib", DEBIAN, "libc_nonshared.a"), Path.of("/usr/lib64/libc_nonshared.a"));

    private final SourceCompiler compiler;
    private final TemporaryFolder folder;

    LanguageLibraries(SourceCompiler compiler, TemporaryFolder folder) {
        this.compiler = compiler;
        this.folder = folder;
    }

    /** Returns a linker's arguments for a program of some sources. */
    public List<String> forLinking(List<CompiledSource> sources) {
        List<String> arguments = new ArrayList<>();
        first(sources, Language.RUST).forEach(source -> {
            arguments.add(compiler.rustLibrary(source.file()).toString());
            arguments.addAll(SYSTEM);
        });
        first(sources, Language.FORTRAN)
                .forEach(source -> arguments.add(flangRuntime().toString()));
        first(sources, Language.CPP).forEach(source -> arguments.add("-lstdc++"));
        return arguments;
    }

    /** Returns the shared libraries that a program of some sources is run with in this process. */
    public List<Path> forRunning(List<CompiledSource> sources) {
        List<Path> libraries = new ArrayList<>();
        first(sources, Language.RUST).forEach(source -> {
            Path place = Path.of(compiler.ask(Language.RUST, "--print", "target-libdir"));
            libraries.add(find(place, 1, name -> name.startsWith("libstd-") && name.endsWith(".so"))
                    // some distributions have it for static linking only
                    .orElseGet(() -> shared(compiler.rustLibrary())));
        });
        first(sources, Language.FORTRAN).forEach(source -> libraries.add(shared(flangRuntime())));
        first(sources, Language.CPP).forEach(source -> libraries.add(Path.of("libstdc++.so.6")));
        return libraries;
    }

    private static List<CompiledSource> first(List<CompiledSource> sources, Language language) {
        return sources.stream()
                .filter(source -> source.language() == language)
                .limit(1)
                .toList();
    }

    private Path flangRuntime() {
        Path program = compiler.program(Language.FORTRAN);
        Path root = program.resolveSibling("../lib/clang").normalize();
        return file(root, DEPTH, FLANG_RUNTIME::equals, "flang's " + FLANG_RUNTIME);
    }

    private static Path file(Path root, int depth, Predicate<String> name, String what) {
        return find(root, depth, name)
                .orElseThrow(() -> new InputException(
                        "link", what + " is not in '" + root + "', where the compiler should have it"));
    }

    private static Optional<Path> find(Path root, int depth, Predicate<String> name) {
        try (Stream<Path> files = Files.walk(root, depth)) {
            return files.filter(file -> name.test(file.getFileName().toString()))
                    .findFirst();
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }

    private Path shared(Path archive) {
        Path library = folder.file(archive.getFileName() + ".so");
        List<String> command = new ArrayList<>(List.of(
                BundledTools.find("lld").toString(),
                "-flavor",
                "gnu",
                "-shared",
                // a language's runtime asks to be called when the process ends, and has to be there then
                "-z",
                "nodelete",
                "--whole-archive",
                archive.toString(),
                "--no-whole-archive",
                "-o",
                library.toString()));
        C_FOLDERS.stream().filter(Files::isDirectory).forEach(place -> command.add("-L" + place));
        command.addAll(List.of("-l:libgcc_s.so.1", "-l:libm.so.6", "-l:libc.so.6"));
        // what the C library has for static linking only
        C_ARCHIVES.stream().filter(Files::exists).findFirst().ifPresent(file -> command.add(file.toString()));
        try {
            ToolProcess process = ToolProcess.run(command, Map.of());
            if (process.exitCode() != 0) {
                throw new InputException("link", process.words().strip());
            }
            return library;
        } catch (IOException e) {
            throw new InputException("link", "lld cannot be run: " + e.getMessage());
        }
    }
}
