package io.github.offload4j.tools.diagnostic;

import io.github.offload4j.codegen.diagnostic.SourceLocation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The sources that a module was compiled from, as far as they are where its debug information has them. */
public final class SourceFiles {
    private static final long LARGEST = 16L << 20;

    private final Map<String, Optional<SourceText>> read = new HashMap<>();

    /** Returns the line at a location. */
    public Optional<SourceLine> line(SourceLocation location) {
        if (location.line() == 0 || location.column() == 0) {
            return Optional.empty();
        }
        return read.computeIfAbsent(location.file(), SourceFiles::text)
                .flatMap(text -> text.line(location.line()))
                .map(line -> new SourceLine(line, location.column()));
    }

    private static Optional<SourceText> text(String name) {
        try {
            Path file = Path.of(name);
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
                return Optional.empty();
            }
            return Optional.of(new SourceText(name, Files.readString(file, StandardCharsets.UTF_8)));
        } catch (IOException | InvalidPathException notThere) {
            // the message says the place; without the source the line is left out
            return Optional.empty();
        }
    }
}
