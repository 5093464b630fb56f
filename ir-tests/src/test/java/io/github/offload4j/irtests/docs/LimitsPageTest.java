package io.github.offload4j.irtests.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.irtests.docs.Page.Block;
import io.github.offload4j.irtests.run.Execution;
import io.github.offload4j.irtests.run.RuntimeInstallation;
import io.github.offload4j.irtests.source.Workplace;
import io.github.offload4j.tools.Irgen;
import io.github.offload4j.tools.cli.StandardStreams;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each example of the page about what is undefined and refused does what the page says. */
class LimitsPageTest {
    private static final Page PAGE = new Page("docs/limits.md");
    private static final Pattern FILE = Pattern.compile("(?:[\\w-]+/)*[\\w-]+\\.(?:yaml|ll|c|bin)");

    @TempDir
    Path folder;

    /** A file, a command that takes it, and what that says. */
    record Example(Block file, String command, String printed) {
        /** The name is the file of the command that the page shows. */
        String name() {
            Matcher name = FILE.matcher(command);
            assertThat(name.find()).as(command).isTrue();
            return name.group();
        }

        @Override
        public String toString() {
            return file + " " + name();
        }
    }

    static List<Example> examples() {
        List<Example> examples = new ArrayList<>();
        List<Block> blocks = PAGE.blocks();
        for (int i = 0; i + 2 < blocks.size(); i += 3) {
            assertThat(blocks.get(i + 1).language())
                    .as(blocks.get(i + 1)::toString)
                    .isEqualTo("sh");
            assertThat(blocks.get(i + 2).language())
                    .as(blocks.get(i + 2)::toString)
                    .isEqualTo("text");
            examples.add(new Example(
                    blocks.get(i),
                    blocks.get(i + 1).text().strip(),
                    blocks.get(i + 2).text()));
        }
        assertThat(blocks).hasSize(3 * examples.size());
        return examples;
    }

    @ParameterizedTest
    @MethodSource("examples")
    void commandSaysWhatThePageSays(Example example) throws IOException {
        if (example.name().endsWith(".c") && !Files.exists(Path.of("/usr/include/stdio.h"))) {
            RuntimeInstallation.missing("the C library's headers are not installed");
        }
        assertThat(PAGE.text())
                .contains("`" + example.name() + "`:\n\n```" + example.file().language());
        Files.writeString(folder.resolve(example.name()), example.file().text());
        Files.copy(Page.ROOT.resolve("tools/examples/saxpy-kernel.ll"), folder.resolve("saxpy-kernel.ll"));
        String all = example.command().startsWith("irgen run ") ? inAProcess(example) : here(example);
        assertThat(all.strip()).isEqualTo(example.printed().strip());
    }

    /** Programs that run print for themselves. */
    private String inAProcess(Example example) throws IOException {
        Execution execution = new Workplace(folder).shell(folder, Map.of(), example.command());
        return execution.output() + "\n" + execution.errors();
    }

    private String here(Example example) {
        List<String> words = new ArrayList<>();
        for (String word : example.command().split(" +", -1)) {
            words.add(FILE.matcher(word).matches() ? folder.resolve(word).toString() : word);
        }
        words.remove(0);
        if (example.name().endsWith(".c")) {
            words.add("-I" + Page.ROOT.resolve("tools/include"));
        }
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Irgen.execute(
                new StandardStreams(new ByteArrayInputStream(new byte[0]), printed, said, false, false),
                words.toArray(String[]::new));
        return (printed.toString(UTF_8) + "\n" + said.toString(UTF_8)).replace(folder + "/", "");
    }
}
