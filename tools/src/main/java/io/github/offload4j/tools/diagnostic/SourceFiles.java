package io.github.offload4j.tools.diagnostic;

import io.github.offload4j.codegen.diagnostic.SourceLocation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The sources that a module was compiled from, as far as they are found. */
public final class SourceFiles {
    private static final long LARGEST = 16L << 20;

    private final List<Path> folders;
    private final Map<String, Optional<SourceText>> read = new HashMap<>();
    private final Map<String, Optional<List<String>>> lines = new HashMap<>();

    /** Looks where the debug information says, as seen from the working directory. */
    public SourceFiles() {
        this(List.of());
    }

    /** Looks where the debug information says, as seen from the working directory and then from other folders. */
    public SourceFiles(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    /** Returns every line of a file, without their ends. */
    public Optional<List<String>> lines(String file) {
        return lines.computeIfAbsent(
                file, name -> read.computeIfAbsent(name, this::text).map(SourceText::lines));
    }

    /** Returns the line at a location. */
    public Optional<SourceLine> line(SourceLocation location) {
        if (location.line() == 0 || location.column() == 0) {
            return Optional.empty();
        }
        return read.computeIfAbsent(location.file(), this::text)
                .flatMap(text -> text.line(location.line()))
                .map(line -> new SourceLine(line, location.column()));
    }

    private Optional<SourceText> text(String name) {
        try {
            Path file = Path.of(name);
            return Stream.concat(Stream.of(file), folders.stream().map(folder -> folder.resolve(file)))
                    .flatMap(found -> content(found).stream())
                    .findFirst()
                    .map(content -> new SourceText(name, content));
        } catch (InvalidPathException notThere) {
            // the message says the place; without the source the line is left out
            return Optional.empty();
        }
    }

    private static Optional<String> content(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) <= LARGEST
                    ? Optional.of(Files.readString(file, StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IOException notThere) {
            // as above
            return Optional.empty();
        }
    }
}
