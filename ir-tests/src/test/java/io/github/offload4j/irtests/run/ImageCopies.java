package io.github.offload4j.irtests.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * The copies that the runtime's host plugin writes of a program's images, {@code /tmp/tmpfile_*}, and never deletes.
 */
final class ImageCopies {
    private static final Path DIRECTORY = Path.of("/tmp");
    private static final String PATTERN = "tmpfile_*";

    private final Path program;
    private final Set<Path> before;

    private ImageCopies(Path program, Set<Path> before) {
        this.program = program;
        this.before = before;
    }

    /** Takes down what is there before a program runs. */
    static ImageCopies before(Path program) throws IOException {
        return new ImageCopies(program, list());
    }

    private static Set<Path> list() throws IOException {
        Set<Path> files = new HashSet<>();
        if (Files.isDirectory(DIRECTORY)) {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(DIRECTORY, PATTERN)) {
                found.forEach(files::add);
            }
        }
        return files;
    }

    /** Deletes what is new and has its content from the program. */
    void deleteNew() throws IOException {
        Set<Path> added = list();
        added.removeAll(before);
        if (added.isEmpty()) {
            return;
        }
        String content = bytes(program);
        for (Path file : added) {
            deleteIfIn(content, file);
        }
    }

    private static void deleteIfIn(String content, Path file) throws IOException {
        try {
            String image = bytes(file);
            if (!image.isEmpty() && content.contains(image)) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException | AccessDeniedException e) {
            // Another program's, or another user's.
            return;
        }
    }

    /** Returns a file's bytes as a text of as many characters, which can be searched. */
    private static String bytes(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    }
}
