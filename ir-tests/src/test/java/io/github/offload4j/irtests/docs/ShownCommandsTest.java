package io.github.offload4j.irtests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.irtests.docs.Page.Block;
import io.github.offload4j.irtests.source.Workplace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command that a page shows in a block is run: here, by another test or in CI, or a table says why it cannot be. */
class ShownCommandsTest {
    /** Pages whose blocks are run here, what lies in the folder before, and what the block prints in the end. */
    private static final Map<String, Prepared> HERE = Map.of(
            "README.md", new Prepared(ShownCommandsTest::examples, "."),
            "docs/explain.md", new Prepared(ShownCommandsTest::program, "."),
            "docs/marks-fortran.md", new Prepared(ShownCommandsTest::fortran, "."),
            "tools/examples/languages/README.md", new Prepared(ShownCommandsTest::examples, "tools/examples/languages"),
            "tools/examples/marked-c/README.md", new Prepared(ShownCommandsTest::examples, "tools/examples/marked-c"));

    /** What commands print, by how they begin. */
    private static final Map<String, String> PRINTED = Map.of(
            "tools/bin/irgen emit", "@run_sgemv(",
            "tools/bin/irgen run", "y = 1000 f32: 1 3 5 7 …",
            "irgen explain program.ll", "program.c:26:9: main launches kernel saxpy\n",
            "irgen explain --format=json", "\"sites\"",
            "./clamp", "-7.5 20.0 50.0\n",
            "./saxpy", "1.0 1499.5 750250.0\n");

    /** What commands leave in files, by how they begin. */
    private static final Map<String, Left> LEFT = Map.of(
            "irgen explain --format=html program.ll -o", new Left("program.html", "launches kernel"),
            "irgen explain --format=html --trace", new Left("program.html", "id=\"timeline\""),
            "flang -fsyntax-only", new Left("offload.mod", "offload_map_pointer"),
            "flang -O0", new Left("program.ll", "call void @offload_map_pointer("));

    /** Commands that something else runs, by how they begin. */
    private static final Map<String, String> ELSEWHERE = Map.ofEntries(
            Map.entry("./mvnw verify", "the build that this test is part of"),
            Map.entry("./mvnw spotless:apply", "the build checks what this writes"),
            Map.entry("./mvnw -q verify -pl ir-tests -am -Dtest='ResidentTest'", "a part of the build"),
            Map.entry("./mvnw -Prelease,archive", "tools/release/rehearse, in CI: deploys to a folder"),
            Map.entry("java --enable-native-access=ALL-UNNAMED -cp 'app.jar", "tools/samples/embed/run, in CI"),
            Map.entry("java --enable-native-access=org.bytedeco.javacpp,org", "tools/samples/embed/run, in CI"),
            Map.entry("tar -xzf irgen-", "tools/release/try-archive, in CI"),
            Map.entry("ln -s ~/.local/opt/irgen-", "tools/release/try-archive, in CI: starts it by a link too"),
            Map.entry("java -cp 'lib/*' Saxpy.java", "JavaPagesTest: with the class path of the build"),
            Map.entry("./run", "MpiExampleTest: with a smaller grid"),
            Map.entry("apt-get install", ".ci/run installs the same"));

    /** Commands that cannot be run here, by how they begin, and why. */
    private static final Map<String, String> NOT_RUN = Map.of(
            "clang-22 -O2 main.c out.ll", "out.ll is of the reader's compiler; LanguagesTest links such modules",
            "mvn -q dependency:copy-dependencies", "nothing is released that Maven could copy",
            "java --module-path lib", "stands for a compiler of the reader's; tools/samples/embed/run has such a start",
            "java -cp 'lib/*' Saxpy.java nvptx64:sm_90", "there is no GPU",
            "TARGET=nvptx64:native NCCL=", "there is no GPU");

    /** Pages whose blocks their own tests read and run, one after the other. */
    private static final Map<String, String> OWN = Map.of(
            "docs/from-c.md", "FiveMinutesTest",
            "docs/from-cpp.md", "FiveMinutesTest",
            "docs/from-fortran.md", "FiveMinutesTest",
            "docs/from-rust.md", "FiveMinutesTest",
            "docs/limits.md", "LimitsPageTest");

    /** Puts into a folder what a page's commands find there. */
    private interface Preparation {
        void in(Path folder, Workplace workplace) throws IOException;
    }

    private record Left(String file, String text) {}

    private record Prepared(Preparation preparation, String folder) {}

    @TempDir
    Path folder;

    static List<Block> blocks() {
        return Page.blocks("sh");
    }

    static List<Block> blocksHere() {
        return blocks().stream()
                .filter(block -> HERE.containsKey(block.page().path()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void everyCommandIsRunOrATableSaysWhyNot(Block block) {
        for (String command : commands(block)) {
            boolean known = OWN.containsKey(block.page().path())
                    || HERE.containsKey(block.page().path())
                    || row(ELSEWHERE, command).isPresent()
                    || row(NOT_RUN, command).isPresent();
            assertThat(known).as(block + ": " + command).isTrue();
        }
    }

    @Test
    void tablesHaveNoRowOfACommandThatIsNotShown() {
        List<String> commands =
                blocks().stream().flatMap(block -> commands(block).stream()).toList();
        assertThat(Stream.of(PRINTED, LEFT, ELSEWHERE, NOT_RUN).flatMap(table -> table.keySet().stream()))
                .allSatisfy(row -> assertThat(commands).anyMatch(command -> command.startsWith(row)));
    }

    @ParameterizedTest
    @MethodSource("blocksHere")
    void commandsDoWhatThePageSays(Block block) throws IOException {
        Workplace.require("clang-22", "flang-22", "rustc");
        Workplace workplace = new Workplace(folder);
        for (String compiler : List.of("clang", "flang")) {
            workplace.write("tools/bin/" + compiler, "#!/bin/sh\nexec " + compiler + "-22 \"$@\"\n");
            assertThat(folder.resolve("tools/bin/" + compiler).toFile().setExecutable(true))
                    .isTrue();
        }
        Prepared prepared = HERE.get(block.page().path());
        prepared.preparation().in(folder, workplace);
        String there = "cd " + prepared.folder() + " && ";
        for (String command : commands(block)) {
            if (row(ELSEWHERE, command).isPresent()) {
                continue;
            }
            String printed = workplace.run(there + command);
            assertThat(printed).as(command).contains(row(PRINTED, command).orElse(""));
            Optional<Left> left = row(LEFT, command);
            if (left.isPresent()) {
                assertThat(Files.readString(folder.resolve(left.get().file())))
                        .as(command)
                        .contains(left.get().text());
            }
        }
    }

    /** Returns the commands of a block, without comments; a backslash at its end joins a line with the next. */
    private static List<String> commands(Block block) {
        List<String> commands = new ArrayList<>();
        for (String line : block.text().replaceAll("\\\\\\n\\s*", "").split("\n", -1)) {
            String command = line.replaceFirst("\\s+#.*", "").strip();
            if (!command.isEmpty()) {
                commands.add(command);
            }
        }
        return commands;
    }

    /** Returns what a table has for a command, under the longest beginning of it. */
    private static <T> Optional<T> row(Map<String, T> table, String command) {
        return table.keySet().stream()
                .filter(command::startsWith)
                .max((a, b) -> Integer.compare(a.length(), b.length()))
                .map(table::get);
    }

    private static void examples(Path folder, Workplace workplace) throws IOException {
        for (String example : List.of("languages", "marked-c")) {
            workplace.example(example);
        }
        for (String file : List.of("sgemv.yaml", "saxpy.yaml", "saxpy-kernel.ll")) {
            workplace.write("tools/examples/" + file, Files.readString(Page.ROOT.resolve("tools/examples/" + file)));
        }
    }

    /** A program to explain, and the module that one of the page's commands makes of it. */
    private static void program(Path folder, Workplace workplace) throws IOException {
        workplace.write("program.c", shown("docs/from-c.md", "c"));
        workplace.run("irgen build program.c -g --target=x86_64 -o program.ll");
    }

    private static void fortran(Path folder, Workplace workplace) throws IOException {
        workplace.write("program.f90", shown("docs/from-fortran.md", "fortran"));
    }

    private static String shown(String page, String language) {
        return new Page(page)
                .blocks().stream()
                        .filter(block -> block.language().equals(language))
                        .map(Block::text)
                        .collect(Collectors.joining());
    }
}
