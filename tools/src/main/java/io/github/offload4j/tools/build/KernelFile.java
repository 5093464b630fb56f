package io.github.offload4j.tools.build;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.tools.cli.InputFile;
import io.github.offload4j.tools.cli.StandardStreams;
import io.github.offload4j.tools.diagnostic.InputException;
import java.util.Objects;
import java.util.function.Supplier;

/** A kernel module as given on the command line. */
final class KernelFile {
    /** A module of this size takes LLVM minutes. */
    private static final int LARGEST = 256 << 20;

    private final String name;
    private final byte[] content;

    private KernelFile(String name, byte[] content) {
        this.name = name;
        this.content = content;
    }

    static KernelFile read(String argument, StandardStreams streams) {
        InputFile file = new InputFile(argument, streams);
        return new KernelFile(file.name(), file.readBytes(LARGEST));
    }

    /** Returns what messages call it. */
    String name() {
        return name;
    }

    /** Returns the text or bitcode. */
    byte[] content() {
        return content.clone();
    }

    /** Runs a step, and turns what the library refuses into a message about this file. */
    <T> T explaining(Supplier<T> step) {
        try {
            return step.get();
        } catch (OffloadException e) {
            String message = Objects.requireNonNull(e.getMessage(), "message is null");
            // LLVM's own messages begin with the name of the file and the place in it.
            String prefix = name + ":";
            throw new InputException(name, message.startsWith(prefix) ? message.substring(prefix.length()) : message);
        }
    }
}
