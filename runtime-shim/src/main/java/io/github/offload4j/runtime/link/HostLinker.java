package io.github.offload4j.runtime.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.ir.BundledTools;
import io.github.offload4j.runtime.locate.RuntimeLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Links objects with libomptarget, by the linker that comes with LLVM's library. */
public final class HostLinker {
    /** What is made. */
    public enum Product {
        /** A position-independent program. */
        EXECUTABLE,
        /** A shared library. */
        SHARED_LIBRARY
    }

    /** Folders that the dynamic loader looks into by itself. */
    private static final List<Path> DEFAULT_FOLDERS = List.of(
            Path.of("/lib/x86_64-linux-gnu"),
            Path.of("/usr/lib/x86_64-linux-gnu"),
            Path.of("/lib64"),
            Path.of("/usr/lib64"),
            Path.of("/lib"),
            Path.of("/usr/lib"));

    private final RuntimeLibrary runtime;
    private final Path root;

    /** Creates a linker for programs that run on a libomptarget. */
    public HostLinker(RuntimeLibrary runtime) {
        this(runtime, Path.of("/"));
    }

    HostLinker(RuntimeLibrary runtime, Path root) {
        this.runtime = Objects.requireNonNull(runtime, "runtime is null");
        this.root = root;
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
        List<String> command = new ArrayList<>(
                List.of(BundledTools.find("lld").toString(), "-flavor", "gnu", "--eh-frame-hdr", "-m", "elf_x86_64"));
        boolean executable = product == Product.EXECUTABLE;
        if (executable) {
            command.addAll(List.of("-pie", "-dynamic-linker", c.loader().toString()));
        } else {
            command.add("-shared");
        }
        command.addAll(List.of("-o", output.toString()));
        if (executable) {
            command.add(c.libraryFile("Scrt1.o"));
        }
        command.addAll(List.of(c.libraryFile("crti.o"), c.compilerFile("crtbeginS.o")));
        command.addAll(List.of("-L" + c.compilerFolder(), "-L" + c.libraryFolder()));
        for (Path folder : DEFAULT_FOLDERS) {
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
                command.addAll(List.of("-rpath", folder.toString()));
            }
        }
    }

    /** The loader looks for the library's own name, which a link in a default folder may carry. */
    private static boolean isFoundByDefault(Path library, Path folder) {
        if (DEFAULT_FOLDERS.contains(folder)) {
            return true;
        }
        return DEFAULT_FOLDERS.stream()
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
