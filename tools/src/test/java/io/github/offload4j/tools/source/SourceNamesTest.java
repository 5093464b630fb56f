package io.github.offload4j.tools.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceNamesTest {
    @TempDir
    Path root;

    private Path here;

    @BeforeEach
    void makeFiles() throws IOException {
        here = Files.createDirectory(root.resolve("build"));
        Files.createDirectory(root.resolve("src"));
        Files.writeString(root.resolve("src/a.c"), "");
        Files.writeString(root.resolve("src/a.h"), "");
        Files.writeString(here.resolve("a.c"), "");
    }

    private String named(String file, String filename, Path directory) {
        return new String(
                new SourceNames(file, here).in(text(filename, directory).getBytes(UTF_8)), UTF_8);
    }

    private static String text(String filename, Path directory) {
        return "!1 = !DIFile(filename: \"" + filename + "\", directory: \"" + directory
                + "\", checksumkind: CSK_MD5)\n; ü";
    }

    @Test
    void theSourceHasTheNameThatTheUserGave() {
        String absolute = root.resolve("src/a.c").toString();

        assertThat(named(absolute, "src/a.c", root)).isEqualTo(text(absolute, here));
        assertThat(named("../src/a.c", "a.c", root.resolve("src"))).isEqualTo(text("../src/a.c", here));
    }

    @Test
    void anotherFileHasAnAbsoluteName() {
        assertThat(named("../src/a.c", "src/a.h", root))
                .isEqualTo(text(root.resolve("src/a.h").toString(), here));
    }

    @Test
    void whatIsFoundFromHereStays() {
        assertThat(named("a.c", "a.c", here)).isEqualTo(text("a.c", here));
        assertThat(named("a.c", root + "/src/a.h", root)).isEqualTo(text(root + "/src/a.h", root));
    }

    @Test
    void whatIsNotThereStays() {
        assertThat(named("a.c", "library/core.rs", Path.of("/rustc")))
                .isEqualTo(text("library/core.rs", Path.of("/rustc")));
        assertThat(named("a.c", "\\C3\\BC.c", root)).isEqualTo(text("\\C3\\BC.c", root));
    }
}
