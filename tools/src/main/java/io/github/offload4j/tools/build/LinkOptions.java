package io.github.offload4j.tools.build;

import io.github.offload4j.codegen.abi.RuntimeAbi;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.image.HostSystem;
import io.github.offload4j.runtime.link.HostLinker;
import io.github.offload4j.runtime.locate.RuntimeLibrary;
import io.github.offload4j.runtime.locate.RuntimeLocator;
import io.github.offload4j.runtime.locate.RuntimeSearch;
import io.github.offload4j.runtime.locate.SystemRoot;
import io.github.offload4j.tools.diagnostic.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options of linking. */
final class LinkOptions {
    @Option(
            names = "--runtime",
            paramLabel = "PATH",
            description = "libomptarget to link with, or a directory that has it (default: as irgen doctor finds it).")
    private @Nullable Path runtime;

    @Option(
            names = "--sysroot",
            paramLabel = "DIR",
            description = "Folder with an installation of the machines that the program is for: headers, libraries,"
                    + " libomptarget (default: what this machine has installed for them).")
    private @Nullable Path root;

    /** Returns the folder with an installation of other machines, when there is one. */
    Optional<Path> root() {
        return Optional.ofNullable(root);
    }

    private SystemRoot root(String triple) {
        HostSystem system = HostSystem.ofTriple(triple)
                .orElseThrow(() -> new InputException(
                        "link",
                        "programs for '" + triple + "' are linked nowhere here; write an object file and link it"
                                + " elsewhere"));
        return root == null ? SystemRoot.installed(system) : new SystemRoot(root, system);
    }

    /**
     * Links an object.
     *
     * @param triple of the object
     * @param abi that it was made for
     * @return the bytes of the program or library
     * @throws InputException when no runtime is found or linking fails
     */
    byte[] link(
            Product product, String triple, byte[] object, List<String> linked, RuntimeAbi abi, CommandSpec command) {
        RuntimeLibrary library = library(triple, abi, command);
        try {
            Path folder = Files.createTempDirectory("irgen");
            Path input = folder.resolve("module.o");
            Path output = folder.resolve("output");
            try {
                Files.write(input, object);
                List<String> inputs = new ArrayList<>();
                inputs.add(input.toString());
                inputs.addAll(linked);
                new HostLinker(library, root(triple))
                        .link(
                                product == Product.SHARED
                                        ? HostLinker.Product.SHARED_LIBRARY
                                        : HostLinker.Product.EXECUTABLE,
                                inputs,
                                output);
                return Files.readAllBytes(output);
            } finally {
                Files.deleteIfExists(output);
                Files.deleteIfExists(input);
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw new InputException("link", "a temporary file cannot be used: " + e.getMessage());
        } catch (OffloadException e) {
            throw new InputException("link", Objects.requireNonNull(e.getMessage(), "message is null"));
        }
    }

    /**
     * Returns the runtime that programs of a triple are linked with.
     *
     * @throws ParameterException when there is none, or none that code for an ABI runs on
     */
    RuntimeLibrary library(String triple, RuntimeAbi abi, CommandSpec command) {
        SystemRoot place = root(triple);
        RuntimeLocator locator = RuntimeLocator.in(place);
        RuntimeSearch search = runtime == null ? locator.search() : locator.search(runtime);
        RuntimeLibrary chosen = search.chosen()
                .orElseThrow(() -> new ParameterException(
                        command.commandLine(),
                        search.reason() + "; "
                                + (place.isThisMachine()
                                        ? "install libomptarget (on Debian 'apt-get install liboffload-22"
                                                + " libomp-22-dev'), or name it with --runtime"
                                        : "name a folder with an installation for " + place.system()
                                                + " with --sysroot, or a libomptarget with --runtime")));
        return Stream.concat(Stream.of(chosen), search.usable().stream())
                .filter(library -> abi.runsOn(library.abi()))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        command.commandLine(),
                        "code for " + abi.optionName() + " does not run on " + chosen + "; choose --runtime-abi="
                                + chosen.abi().optionName() + " or portable, or name another one with --runtime"));
    }
}
