package io.github.offload4j.tools.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinkerLineTest {
    private static final LinkerLine LINE = new LinkerLine(List.of(
            "-m64", "a.o", "b.rcgu.o", "libc.rlib", "-L", "folder.a", "-lm", "d.a", "-o", "out.o", "-Wl,--as-needed"));

    @Test
    void inputsAreObjectsAndArchivesAndNoValuesOfOptions() {
        assertThat(LINE.inputs())
                .containsExactly(Path.of("a.o"), Path.of("b.rcgu.o"), Path.of("libc.rlib"), Path.of("d.a"));
    }

    @Test
    void newObjectStandsInFrontAndWhatItReplacesIsGone() {
        assertThat(LINE.replacing(List.of(Path.of("b.rcgu.o")), Path.of("new.o"), List.of("libomptarget.so"))
                        .arguments())
                .containsExactly(
                        "new.o",
                        "-m64",
                        "a.o",
                        "libc.rlib",
                        "-L",
                        "folder.a",
                        "-lm",
                        "d.a",
                        "-o",
                        "out.o",
                        "-Wl,--as-needed",
                        "libomptarget.so");
    }
}
