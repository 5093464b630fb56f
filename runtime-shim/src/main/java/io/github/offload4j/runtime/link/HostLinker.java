package io.github.offload4j.runtime.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.ir.BundledTools;
import io.github.offload4j.runtime.locate.RuntimeLibrary;
import io.github.offload4j.runtime.locate.SystemRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Links objects with libomptarget, by the linker that comes with LLVM's library. */
public final class HostLinker {
    /** What is made. */
    public enum Product {
        /** A position-independent program. */
        EXECUTABLE,
        /** A shared library. */
        SHARED_LIBRARY
    }

    private final RuntimeLibrary runtime;
    private final SystemRoot root;

    /** Creates a linker for programs that run on a libomptarget. */
    public HostLinker(RuntimeLibrary runtime) {
        this(runtime, SystemRoot.ofThisMachine());
    }

    /** Creates a linker for programs that run on a libomptarget of an installation. */
    public HostLinker(RuntimeLibrary runtime, SystemRoot root) {
        this.runtime = Objects.requireNonNull(runtime, "runtime is null");
        this.root = Objects.requireNonNull(root, "root is null");
    }

    /** Folders that the dynamic loader looks into by itself. */
    private List<Path> defaultFolders() {
        String family = root.system().libraryFolder();
        return Stream.of("/lib/" + family, "/usr/lib/" + family, "/lib64", "/usr/lib64", "/lib", "/usr/lib")
                .map(root::resolve)
                .toList();
    }

    /**
     * Links.
     *
     * @param inputs objects, archives and shared libraries, in the order of the command line
     * @param output the file to write
     * @throws OffloadException with the linker's words when it fails, or saying what is missing to link with
     */
    public void link(Product product, List<String> inputs, Path output) {
        Objects.requireNonNull(product, "product is null");
        Objects.requireNonNull(inputs, "inputs is null");
        Objects.requireNonNull(output, "output is null");
        List<String> command = command(product, inputs, output, CToolchain.find(root));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String words = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
            int exit = process.waitFor();
            if (exit != 0) {
                throw new OffloadException(Reason.TOOL, "linking failed: " + words);
            }
        } catch (IOException e) {
            throw new OffloadException(Reason.TOOL, "lld cannot be run: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OffloadException(Reason.TOOL, "linking was interrupted");
        }
    }

    private List<String> command(Product product, List<String> inputs, Path output, CToolchain c) {
        List<String> command =
                new ArrayList<>(List.of(BundledTools.find("lld").toString(), "-flavor", "gnu", "--eh-frame-hdr"));
        command.addAll(List.of("-m", root.system().emulation()));
        if (!root.isThisMachine()) {
            // the C library's libraries name each other as they are where programs run
            command.add("--sysroot=" + root.folder());
        }
        boolean executable = product == Product.EXECUTABLE;
        if (executable) {
            command.addAll(List.of("-pie", "-dynamic-linker", loader(c)));
        } else {
            command.add("-shared");
        }
        command.addAll(List.of("-o", output.toString()));
        if (executable) {
            command.add(c.libraryFile("Scrt1.o"));
        }
        command.addAll(List.of(c.libraryFile("crti.o"), c.compilerFile("crtbeginS.o")));
        command.addAll(List.of("-L" + c.compilerFolder(), "-L" + c.libraryFolder()));
        for (Path folder : defaultFolders()) {
            if (Files.isDirectory(folder)) {
                command.add("-L" + folder);
            }
        }
        command.addAll(inputs);
        addRuntime(command);
        command.addAll(List.of("-lm", "-lgcc", "--as-needed", "-lgcc_s", "--no-as-needed", "-lc"));
        command.addAll(List.of(c.compilerFile("crtendS.o"), c.libraryFile("crtn.o")));
        return command;
    }

    private String loader(CToolchain c) {
        return root.isThisMachine() ? c.loader().toString() : root.system().loaderPath();
    }

    private void addRuntime(List<String> command) {
        List<Path> libraries = new ArrayList<>();
        libraries.add(runtime.path());
        libraries.add(runtime.libomp()
                .orElseThrow(() -> new OffloadException(
                        Reason.TOOL, "no libomp belongs to " + runtime + "; install it beside libomptarget")));
        for (Path library : libraries) {
            command.add(library.toString());
            Path folder = Objects.requireNonNull(library.toAbsolutePath().getParent(), "a library is in a folder");
            if (!isFoundByDefault(library, folder)) {
                command.addAll(List.of("-rpath", root.inside(folder).toString()));
            }
        }
    }

    /** The loader looks for the library's own name, which a link in a default folder may carry. */
    private boolean isFoundByDefault(Path library, Path folder) {
        if (defaultFolders().contains(folder)) {
            return true;
        }
        return defaultFolders().stream()
                .map(place -> place.resolve(library.getFileName()))
                .anyMatch(candidate -> isSame(candidate, library));
    }

    private static boolean isSame(Path candidate, Path library) {
        try {
            return Files.exists(candidate) && Files.isSameFile(candidate, library);
        } catch (IOException unreadable) {
            return false;
        }
    }
}
