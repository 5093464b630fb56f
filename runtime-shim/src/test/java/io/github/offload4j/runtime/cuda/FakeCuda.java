package io.github.offload4j.runtime.cuda;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A machine with CUDA libraries that only pretend; what is asked of them runs in a Java process of its own. */
final class FakeCuda {
    private static final Path SOURCES = Path.of("src/test/resources/fake-cuda");
    private static final Path BINDING_OF_CUDA_12 = Path.of("target/cuda-12");

    private final Path libraries;
    private final Map<String, String> environment = new HashMap<>();
    private String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

    private FakeCuda(Path libraries) {
        this.libraries = libraries;
        environment.put("LD_LIBRARY_PATH", libraries.toString());
        environment.put("FAKE_CUDA_LOG", log().toString());
    }

    /** What a process printed, and how it ended. */
    record Result(int status, String output, String errors, List<String> calls) {}

    /** Builds the libraries of a version into an empty directory. */
    static FakeCuda ofVersion(int major, Path directory) {
        run(new ProcessBuilder(
                "sh", SOURCES.resolve("build").toString(), directory.toString(), Integer.toString(major)));
        return new FakeCuda(directory);
    }

    /** A machine that has none. */
    static FakeCuda absent(Path directory) {
        return new FakeCuda(directory);
    }

    FakeCuda with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    FakeCuda without(String library) {
        try {
            Files.delete(libraries.resolve(library));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Takes the binding of CUDA 12 in place of the one that the tests are run with. */
    FakeCuda withBindingOfCuda12() {
        try (var jars = Files.list(BINDING_OF_CUDA_12)) {
            String binding = jars.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
            return withClassPath(entry -> !isBinding(entry), binding);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    FakeCuda withoutBinding() {
        return withClassPath(entry -> !isBinding(entry), "");
    }

    FakeCuda withoutNativePartOfTheBinding() {
        return withClassPath(entry -> !(isBinding(entry) && entry.contains("x86_64.jar")), "");
    }

    private static boolean isBinding(String entry) {
        return Path.of(entry).getFileName().toString().startsWith("cuda-");
    }

    private FakeCuda withClassPath(java.util.function.Predicate<String> kept, String added) {
        String rest = Arrays.stream(classPath.split(File.pathSeparator))
                .filter(kept)
                .collect(Collectors.joining(File.pathSeparator));
        classPath = added.isEmpty() ? rest : added + File.pathSeparator + rest;
        return this;
    }

    /** Runs one of the questions that {@link CudaProcess} knows. */
    Result ask(String question, String... options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", classPath, CudaProcess.class.getName(), question));
        ProcessBuilder builder = new ProcessBuilder(command);
        // a JVM says on standard error that it took these
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().keySet().removeIf(name -> name.startsWith("CUDA_"));
        builder.environment().putAll(environment);
        return run(builder, log());
    }

    private Path log() {
        return libraries.resolve("calls.log");
    }

    private static void run(ProcessBuilder builder) {
        Result result = run(builder, Path.of("none"));
        if (result.status() != 0) {
            throw new AssertionError(builder.command() + ": " + result);
        }
    }

    private static Result run(ProcessBuilder builder, Path log) {
        try {
            Path errors = Files.createTempFile("fake-cuda", ".err");
            try {
                Process process = builder.redirectError(errors.toFile()).start();
                process.getOutputStream().close();
                String output = new String(process.getInputStream().readAllBytes(), UTF_8);
                int status = process.waitFor();
                List<String> calls = Files.exists(log) ? Files.readAllLines(log) : List.of();
                return new Result(status, output, Files.readString(errors), calls);
            } finally {
                Files.delete(errors);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
