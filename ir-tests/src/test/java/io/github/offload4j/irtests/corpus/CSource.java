package io.github.offload4j.irtests.corpus;

import io.github.offload4j.examples.MarkCalls;
import io.github.offload4j.irtests.run.Clang;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A C program: kernels for the device, and a host with marks.
 *
 * @param name what its files are called
 * @param kernels the text of the kernels, whose names start with {@code k_}
 * @param host the text of the host
 * @param options clang's options for both
 * @param definition a preprocessor option for the host, or nothing
 */
record CSource(String name, String kernels, String host, List<String> options, String definition) {
    private static final Path MARKS =
            Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolve("../tools/examples/marked-c");

    /** Returns the folder of the corpus's own files. */
    static Path folder() {
        URL header = Objects.requireNonNull(CSource.class.getResource("/corpus/corpus.h"));
        try {
            return Objects.requireNonNull(Path.of(header.toURI()).getParent());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the kernels as LLVM IR. */
    String compiledKernels(Path directory, Flags flags) {
        String text = compile(directory, "kernels", kernels, flags, "-DCORPUS_KERNELS");
        return text.replaceAll("(?m)^(define .*@k_\\w+\\(.*\\).*?) #", "$1 \"offload-kernel\" #");
    }

    /** Returns the host as LLVM IR whose sites are marked calls. */
    String compiledHost(Path directory, Flags flags) {
        return MarkCalls.mark(compile(directory, "host", host, flags, definition));
    }

    private String compile(Path directory, String part, String text, Flags flags, String definition) {
        Path file = directory.resolve(name + "-" + part + ".c");
        try {
            Files.createDirectories(directory);
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> all = new ArrayList<>(flags.options());
        all.addAll(List.of("-std=gnu11", "-I", folder().toString(), "-I", MARKS.toString()));
        all.addAll(options);
        if (!definition.isEmpty()) {
            all.add(definition);
        }
        return Clang.emitLlvm(file, all.toArray(String[]::new));
    }
}
