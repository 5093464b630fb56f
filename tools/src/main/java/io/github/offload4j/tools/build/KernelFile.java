package io.github.offload4j.tools.build;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.tools.cli.InputFile;
import io.github.offload4j.tools.cli.StandardStreams;
import io.github.offload4j.tools.diagnostic.Diagnostic;
import io.github.offload4j.tools.diagnostic.InputException;
import io.github.offload4j.tools.diagnostic.Position;
import io.github.offload4j.tools.diagnostic.SourceText;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A kernel module as given on the command line. */
final class KernelFile {
    private static final Pattern PLACE = Pattern.compile(".*?:([0-9]{1,9}):([0-9]{1,9}): error: ([^\\n]*)");

    private final String name;
    private final byte[] content;

    private KernelFile(String name, byte[] content) {
        this.name = name;
        this.content = content;
    }

    static KernelFile read(String argument, StandardStreams streams) {
        InputFile file = new InputFile(argument, streams);
        return new KernelFile(file.name(), file.readModule());
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
            throw explained(Objects.requireNonNull(e.getMessage(), "message is null"));
        }
    }

    /** LLVM's messages about text begin with the name of the file and the place in it. */
    private InputException explained(String message) {
        Matcher place = PLACE.matcher(message);
        if (!message.startsWith(name + ":") || !place.lookingAt()) {
            return new InputException(name, message);
        }
        Position position = new Position(Integer.parseInt(place.group(1)), Integer.parseInt(place.group(2)));
        return new InputException(
                new SourceText(name, new String(content, UTF_8)), List.of(Diagnostic.at(position, place.group(3))));
    }
}
