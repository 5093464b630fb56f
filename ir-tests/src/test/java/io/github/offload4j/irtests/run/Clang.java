package io.github.offload4j.irtests.run;

import io.github.offload4j.codegen.ir.BundledTools;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.Loader;

/** The clang that comes in the same jar as LLVM; it has no headers of its own there, so it takes those of the system's C. */
public final class Clang {
    private static final String LIBRARY = "libclang-cpp.so";

    private Clang() {}

    /** Returns LLVM IR text for a C file, as the front end makes it. */
    public static String emitLlvm(Path source, String... options) {
        Path clang = BundledTools.find("clang");
        try {
            File library = Loader.cacheResource(
                    org.bytedeco.llvm.global.LLVM.class, "/org/bytedeco/llvm/" + Loader.getPlatform() + "/" + LIBRARY);
            link(library.toPath());
            Path output = Files.createTempFile("offload4j", ".ll");
            try {
                List<String> command = new ArrayList<>(List.of(
                        clang.toString(), "-S", "-emit-llvm", "-isystem", systemHeaders(), source.toString(), "-o"));
                command.add(output.toString());
                command.addAll(List.of(options));
                Execution execution = Execution.ofTool(command);
                if (execution.exitCode() != 0) {
                    throw new AssertionError(command + ": " + execution);
                }
                return Files.readString(output, StandardCharsets.UTF_8);
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The program asks for its library by a name that the jar leaves out. */
    private static void link(Path library) throws IOException {
        Path link = library.resolveSibling(LIBRARY + ".20.1");
        try {
            Files.createSymbolicLink(link, library.getFileName());
        } catch (FileAlreadyExistsException done) {
            // by this test before, or by another process
            return;
        }
    }

    /** Returns the library that C++ programs need. */
    static Path cppLibrary() {
        return Path.of(systemFile("libstdc++.so.6"));
    }

    private static String systemHeaders() {
        return systemFile("include");
    }

    private static String systemFile(String name) {
        return Execution.ofTool(List.of("cc", "-print-file-name=" + name))
                .output()
                .strip();
    }
}
