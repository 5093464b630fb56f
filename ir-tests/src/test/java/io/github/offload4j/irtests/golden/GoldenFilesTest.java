package io.github.offload4j.irtests.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The golden files themselves: what a difference says, and who may accept it. */
final class GoldenFilesTest {
    private static final GoldenText CASE =
            new Text("maps/empty", "what is in an empty module?", "target triple = \"x86_64-unknown-linux-gnu\"\n");

    private record Text(String id, String question, String text) implements GoldenText {
        @Override
        public String toString() {
            return id;
        }
    }

    @TempDir
    private Path root;

    private Path approved;
    private Path received;

    @BeforeEach
    void nameTheFiles() throws IOException {
        Files.createDirectory(root.resolve("maps"));
        approved = root.resolve("maps/empty.approved.ll");
        received = root.resolve("maps/empty.received.ll");
    }

    @Test
    void anEqualTextPassesAndLeavesNothingBehind() throws IOException {
        Files.writeString(approved, GoldenFiles.content(CASE));

        new GoldenFiles(root, GoldenMode.CHECK).verify(CASE);

        assertThat(received).doesNotExist();
    }

    @Test
    void aDifferenceIsShownWithTheCommandThatAcceptsIt() throws IOException {
        Files.writeString(approved, GoldenFiles.content(CASE).replace("x86_64", "riscv64"));

        assertThatThrownBy(() -> new GoldenFiles(root, GoldenMode.CHECK).verify(CASE))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("""
                        -target triple = "riscv64-unknown-linux-gnu"
                        +target triple = "x86_64-unknown-linux-gnu"
                        """)
                .hasMessageEndingWith(GoldenMode.acceptCommand("maps/empty"));
        assertThat(approved).content().contains("riscv64");
    }

    @Test
    void aMissingFileFailsAndIsNotWritten() {
        assertThatThrownBy(() -> new GoldenFiles(root, GoldenMode.CHECK).verify(CASE))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("+; what is in an empty module?");
        assertThat(approved).doesNotExist();
    }

    @Test
    void acceptingWritesTheApprovedFile() {
        new GoldenFiles(root, GoldenMode.ACCEPT).verify(CASE);

        assertThat(approved).content().isEqualTo(GoldenFiles.content(CASE));
        assertThat(received).doesNotExist();
    }

    @Test
    void aFileWithoutCaseIsStale() throws IOException {
        Path stray = Files.writeString(root.resolve("maps/gone.approved.ll"), "");
        Files.writeString(approved, "");

        assertThat(new GoldenFiles(root, GoldenMode.CHECK).stale(List.of(CASE))).containsExactly(stray);
    }

    @Test
    void nothingIsAcceptedOnContinuousIntegration() {
        assertThatThrownBy(() -> GoldenMode.of("accept", "true"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("golden files are accepted by people, not where CI=true");
        assertThat(GoldenMode.of(null, "true")).isEqualTo(GoldenMode.CHECK);
        assertThat(GoldenMode.of("accept", null)).isEqualTo(GoldenMode.ACCEPT);
    }

    @Test
    void anUnknownModeIsAnError() {
        assertThatThrownBy(() -> GoldenMode.of("yes", null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("-Doffload4j.golden=yes is unknown; only 'accept' is");
    }
}
