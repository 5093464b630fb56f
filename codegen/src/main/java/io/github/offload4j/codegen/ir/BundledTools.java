package io.github.offload4j.codegen.ir;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.javacpp.Loader;

/** The programs of LLVM that come in the same jar as its library. */
public final class BundledTools {
    private static final String FOLDER = "/org/bytedeco/llvm/" + Loader.getPlatform() + "/";
    private static final String LIBRARY = "libLLVM.so";

    /** The name by which the programs ask for the library, which the jar leaves out. */
    private static final String LIBRARY_AS_NEEDED = "libLLVM.so.20.1";

    private BundledTools() {}

    /**
     * Returns a program, unpacked into the cache of the native libraries when it is first asked for.
     *
     * @param name for example {@code lld}
     * @throws OffloadException when the jar for this platform does not have it, or it cannot be unpacked
     */
    public static Path find(String name) {
        try {
            File program = Loader.cacheResource(org.bytedeco.llvm.global.LLVM.class, FOLDER + name);
            File library = Loader.cacheResource(org.bytedeco.llvm.global.LLVM.class, FOLDER + LIBRARY);
            if (program == null || library == null) {
                throw new OffloadException(
                        Reason.TOOL,
                        "the LLVM jar for " + Loader.getPlatform() + " is not on the class path, or has no '" + name
                                + "'");
            }
            linkLibrary(library.toPath());
            Path path = program.toPath();
            if (!Files.isExecutable(path) && !program.setExecutable(true)) {
                throw new OffloadException(Reason.TOOL, "'" + path + "' cannot be made executable");
            }
            return path;
        } catch (IOException e) {
            throw new OffloadException(Reason.TOOL, "'" + name + "' cannot be unpacked: " + e.getMessage());
        }
    }

    private static void linkLibrary(Path library) throws IOException {
        Path link = library.resolveSibling(LIBRARY_AS_NEEDED);
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
