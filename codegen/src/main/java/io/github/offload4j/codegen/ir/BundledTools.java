package io.github.offload4j.codegen.ir;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Loader;

/**
 * The programs of LLVM that come in the same jar as its library. Where JavaCPP is told to look for libraries in folders first
 * ({@code org.bytedeco.javacpp.pathsFirst} and {@code java.library.path}), a program that lies in one of them is taken as it is.
 */
public final class BundledTools {
    private static final String FOLDER = "/org/bytedeco/llvm/" + Loader.getPlatform() + "/";
    private static final String LIBRARY = "libLLVM.so";

    /** The names by which the programs ask for the libraries, which the jar leaves out. */
    private static final String LIBRARY_AS_NEEDED = "libLLVM.so.20.1";

    private static final String CLANG_LIBRARY = "libclang-cpp.so";
    private static final String CLANG_LIBRARY_AS_NEEDED = "libclang-cpp.so.20.1";
    private static final String CLANG_RESOURCES = "lib/clang/20";

    private BundledTools() {}

    /**
     * Returns clang, for C and C++; {@link #clangResources} has to go with it.
     *
     * @throws OffloadException as {@link #find}
     */
    public static Path clang() {
        Optional<Path> unpacked = unpacked("clang");
        if (unpacked.isPresent()) {
            return unpacked.get();
        }
        Path program = find("clang");
        try {
            link(cached(CLANG_LIBRARY).toPath(), CLANG_LIBRARY_AS_NEEDED);
            return program;
        } catch (IOException e) {
            throw new OffloadException(Reason.TOOL, "'clang' cannot be unpacked: " + e.getMessage());
        }
    }

    /**
     * Returns the folder with the headers that are clang's own, {@code stddef.h} among them.
     *
     * @throws OffloadException as {@link #find}
     */
    public static Path clangResources() {
        try {
            Optional<Path> unpacked = unpacked(CLANG_RESOURCES);
            return unpacked.isPresent()
                    ? unpacked.get()
                    : cached(CLANG_RESOURCES).toPath();
        } catch (IOException e) {
            throw new OffloadException(Reason.TOOL, "the headers of clang cannot be unpacked: " + e.getMessage());
        }
    }

    private static Optional<Path> unpacked(String name) {
        if (!Boolean.getBoolean("org.bytedeco.javacpp.pathsFirst")) {
            return Optional.empty();
        }
        return Stream.of(System.getProperty("java.library.path", "").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static File cached(String name) throws IOException {
        File file = Loader.cacheResource(org.bytedeco.llvm.global.LLVM.class, FOLDER + name);
        if (file == null) {
            throw new OffloadException(
                    Reason.TOOL,
                    "the LLVM jar for " + Loader.getPlatform() + " is not on the class path, or has no '" + name + "'");
        }
        return file;
    }

    /**
     * Returns a program, unpacked into the cache of the native libraries when it is first asked for.
     *
     * @param name for example {@code lld}
     * @throws OffloadException when the jar for this platform does not have it, or it cannot be unpacked
     */
    public static Path find(String name) {
        Optional<Path> unpacked = unpacked(name);
        if (unpacked.isPresent()) {
            return unpacked.get();
        }
        try {
            File program = cached(name);
            link(cached(LIBRARY).toPath(), LIBRARY_AS_NEEDED);
            Path path = program.toPath();
            if (!Files.isExecutable(path) && !program.setExecutable(true)) {
                throw new OffloadException(Reason.TOOL, "'" + path + "' cannot be made executable");
            }
            return path;
        } catch (IOException e) {
            throw new OffloadException(Reason.TOOL, "'" + name + "' cannot be unpacked: " + e.getMessage());
        }
    }

    private static void link(Path library, String asNeeded) throws IOException {
        Path link = library.resolveSibling(asNeeded);
        if (Files.exists(link)) {
            return;
        }
        try {
            Files.createSymbolicLink(link, library.getFileName());
        } catch (FileAlreadyExistsException another) {
            // Another process was faster; the link is what was wanted.
            return;
        }
    }
}
