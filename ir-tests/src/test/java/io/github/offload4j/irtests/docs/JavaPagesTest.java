package io.github.offload4j.irtests.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.irtests.docs.Page.Block;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What pages show of Java stands in sources that are compiled, and what they show of poms is this build's. */
class JavaPagesTest {
    private static final List<String> SOURCES =
            List.of("tools/examples/java", "ir-tests/src/test/java/io/github/offload4j/irtests/docs");

    static List<Block> java() {
        return Page.blocks("java");
    }

    static List<Block> xml() {
        return Page.blocks("xml");
    }

    @ParameterizedTest
    @MethodSource("java")
    void everyPieceIsCompiled(Block block) throws IOException {
        if (block.text().startsWith("module ")) {
            requiresModulesThatThereAre(block);
            return;
        }
        String compiled = bare(SOURCES.stream().map(JavaPagesTest::sources).collect(Collectors.joining()));
        for (String piece : block.text().split("(?m)^\\s*\\.\\.\\.$", -1)) {
            assertThat(compiled.contains(bare(piece)))
                    .as("in one of %s stands, white space and comments aside: %s", SOURCES, piece)
                    .isTrue();
        }
    }

    private static void requiresModulesThatThereAre(Block block) throws IOException {
        String modules = Files.readString(Page.ROOT.resolve("codegen/src/main/java/module-info.java"))
                + Files.readString(Page.ROOT.resolve("runtime-shim/src/main/java/module-info.java"));
        block.text()
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("requires io.github.offload4j"))
                .forEach(line -> assertThat(modules)
                        .contains("module " + line.substring("requires ".length(), line.length() - 1) + " {"));
    }

    private static String bare(String code) {
        return code.replaceAll("//.*", "").replaceAll("\\s", "");
    }

    private static String sources(String folder) {
        try (Stream<Path> files = Files.walk(Page.ROOT.resolve(folder))) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                all.append(Files.readString(file));
            }
            return all.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("xml")
    void versionsAreTheBuilds(Block block) throws IOException {
        String pom = Files.readString(Page.ROOT.resolve("pom.xml"));
        String bill = Files.readString(Page.ROOT.resolve("bom/pom.xml"));
        for (String dependency : block.text().split("<dependency>", -1)) {
            if (!dependency.contains("</dependency>")) {
                continue;
            }
            // what a bill of materials is for
            if (!dependency.contains("<version>")) {
                assertThat(bill).contains("<artifactId>" + element(dependency, "artifactId") + "</artifactId>");
                continue;
            }
            String version = switch (element(dependency, "artifactId")) {
                case "llvm" -> element(pom, "llvm.version");
                case "javacpp" -> element(pom, "javacpp.version");
                default -> {
                    assertThat(element(dependency, "groupId")).isEqualTo("io.github.offload4j");
                    yield element(pom, "version");
                }
            };
            assertThat(element(dependency, "version")).isEqualTo(version);
        }
    }

    private static String element(String xml, String name) {
        int begin = xml.indexOf("<" + name + ">") + name.length() + 2;
        return xml.substring(begin, xml.indexOf("</" + name + ">", begin));
    }

    @Test
    void programOfThePageForJavaPrintsWhatItSays(@TempDir Path folder) throws Exception {
        List<Block> blocks = new Page("docs/from-java.md").blocks();
        Path program = folder.resolve("Saxpy.java");
        Files.writeString(program, only(blocks, "java"));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        program.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).isZero();
        assertThat(printed).isEqualTo(only(blocks, "text"));
    }

    private static String only(List<Block> blocks, String language) {
        return blocks.stream()
                .filter(block -> block.language().equals(language))
                .reduce((a, b) -> {
                    throw new AssertionError("two blocks of " + language);
                })
                .orElseThrow()
                .text();
    }
}
