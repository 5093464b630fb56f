package io.github.offload4j.irtests.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.irtests.docs.Page.Block;
import io.github.offload4j.irtests.source.Workplace;
import io.github.offload4j.tools.Irgen;
import io.github.offload4j.tools.cli.StandardStreams;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What pages show of C, C++, Rust and Fortran stands in files that are built; whole programs have tests of their own. */
class ShownProgramsTest {
    private static final Path FILES = Path.of("src/test/resources/docs");
    private static final Map<String, String> ENDINGS = Map.of("c", "c", "cpp", "cpp", "rust", "rs", "fortran", "f90");

    @TempDir
    Path folder;

    static List<Block> blocks() {
        return Page.all().stream()
                .filter(page ->
                        !page.path().startsWith("docs/from-") && !page.path().equals("docs/limits.md"))
                .flatMap(page -> page.blocks().stream())
                .filter(block -> ENDINGS.containsKey(block.language()))
                .toList();
    }

    static List<Path> files() {
        try (Stream<Path> files = Files.list(FILES)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An ellipsis stands for what the page leaves out. */
    @ParameterizedTest
    @MethodSource("blocks")
    void everyPieceIsInAFile(Block block) throws IOException {
        String ending = "." + ENDINGS.get(block.language());
        StringBuilder built = new StringBuilder();
        for (Path file : files()) {
            if (file.toString().endsWith(ending)) {
                built.append(Files.readString(file));
            }
        }
        String all = bare(built.toString(), block.language());
        for (String piece : block.text().split("\\.\\.\\.|…|\\n\\n", -1)) {
            assertThat(all.contains(bare(piece, block.language())))
                    .as("in a *%s of ir-tests/%s stands, white space and comments aside: %s", ending, FILES, piece)
                    .isTrue();
        }
    }

    private static String bare(String code, String language) {
        String comment = language.equals("fortran") ? "!(?!dir\\$).*" : "//.*|(?s:/\\*.*?\\*/)";
        return code.replaceAll(comment, "").replaceAll("\\s", "");
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFileIsBuilt(Path file) {
        if (file.toString().endsWith(".rs")) {
            Workplace.require("rustc");
        } else if (file.toString().endsWith(".f90")) {
            Workplace.require("flang-22");
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int exitCode = Irgen.execute(
                new StandardStreams(new ByteArrayInputStream(new byte[0]), said, said, false, false),
                "build",
                file.toString(),
                "-I",
                Page.ROOT.resolve("tools/include").toString(),
                "-o",
                folder.resolve("built.ll").toString());
        assertThat(exitCode).as(said.toString(UTF_8)).isZero();
    }
}
