package io.github.offload4j.tools.build;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.runtime.link.HostLinker;
import io.github.offload4j.runtime.locate.RuntimeLibrary;
import io.github.offload4j.runtime.locate.RuntimeLocator;
import io.github.offload4j.runtime.locate.RuntimeSearch;
import io.github.offload4j.tools.diagnostic.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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

    /**
     * Links an object.
     *
     * @return the bytes of the program or library
     * @throws InputException when no runtime is found or linking fails
     */
    byte[] link(Product product, byte[] object, List<String> linked, CommandSpec command) {
        RuntimeLibrary library = library(command);
        try {
            Path folder = Files.createTempDirectory("irgen");
            Path input = folder.resolve("module.o");
            Path output = folder.resolve("output");
            try {
                Files.write(input, object);
                List<String> inputs = new ArrayList<>();
                inputs.add(input.toString());
                inputs.addAll(linked);
                new HostLinker(library)
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

    /** Returns the runtime that programs are linked with. */
    RuntimeLibrary library(CommandSpec command) {
        RuntimeLocator locator = RuntimeLocator.ofThisProcess();
        RuntimeSearch search = runtime == null ? locator.search() : locator.search(runtime);
        return search.chosen()
                .orElseThrow(() -> new ParameterException(
                        command.commandLine(),
                        search.reason()
                                + "; install libomptarget (on Debian 'apt-get install liboffload-22 libomp-22-dev'), or"
                                + " name it with --runtime"));
    }
}
