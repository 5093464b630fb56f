package io.github.offload4j.irtests.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A CUDA driver that only says on standard error what it is asked for, for machines that have none. */
public final class FakeDriver {
    private FakeDriver() {}

    /**
     * Makes the driver.
     *
     * @return the folder that programs must find it in
     */
    public static Path in(Path directory) {
        return library(directory, "fake_cuda.c", "libcuda.so.1");
    }

    /** Makes one that lacks the function that retains contexts. */
    static Path incompleteIn(Path directory) {
        return library(directory, "fake_cuda.c", "libcuda.so.1", "-DINCOMPLETE");
    }

    /** Makes one that registers memory, and says so. */
    public static Path pinningIn(Path directory) {
        return library(directory, "pinning_cuda.c", "libcuda.so.1");
    }

    /** Makes one together with a library that leaves its work on streams, and counts how often it waits. */
    public static Path withStreamsIn(Path directory) {
        return library(directory, "streams_cuda.c", "libcuda.so.1", "-pthread");
    }

    /** Makes a library that says when an image is registered, when it is loaded in front of the runtime. */
    static Path registrationWatcher(Path directory) {
        return library(directory, "watched_registration.c", "watched_registration.so")
                .resolve("watched_registration.so");
    }

    private static Path library(Path directory, String source, String name, String... options) {
        try {
            Files.createDirectories(directory);
            Path file = Path.of(Objects.requireNonNull(FakeDriver.class.getResource("/run/" + source), source)
                    .toURI());
            List<String> command = new ArrayList<>(List.of("cc", "-std=gnu11", "-O1", "-Wall", "-Werror"));
            command.addAll(List.of(options));
            command.addAll(List.of(
                    "-shared",
                    "-fPIC",
                    file.toString(),
                    "-o",
                    directory.resolve(name).toString(),
                    "-ldl"));
            Execution execution = Execution.ofTool(command);
            if (execution.exitCode() != 0) {
                throw new AssertionError(command + ": " + execution);
            }
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(source, e);
        }
    }
}
