package io.github.offload4j.irtests.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who follows the pages "in five minutes" to the letter gets what they show. */
class FiveMinutesTest {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");
    private static final Pattern FILE = Pattern.compile("Save this as `([^`]+)`:");
    private static final Map<String, List<String>> PROGRAMS =
            Map.of("c", List.of(), "cpp", List.of("g++"), "rust", List.of("rustc"), "fortran", List.of("flang-22"));

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"c", "cpp", "rust", "fortran"})
    void commandsOfThePagePrintWhatItSays(String language) throws IOException {
        Workplace.require(PROGRAMS.get(language).toArray(String[]::new));
        Workplace workplace = new Workplace(folder);
        String page = Workplace.text(Path.of("../docs/from-" + language + ".md"));
        Matcher name = FILE.matcher(page);
        assertThat(name.find()).isTrue();
        String printed = "";
        int compared = 0;
        Matcher block = BLOCK.matcher(page);
        while (block.find()) {
            String content = block.group(2);
            switch (block.group(1)) {
                case "sh" -> printed = workplace.run(content);
                case "text" -> {
                    assertThat(printed).isEqualTo(content);
                    compared++;
                }
                case "toml" -> assertThat(content).contains("irgen-link");
                default -> {
                    assertThat(block.group(1)).isEqualTo(language);
                    workplace.write(name.group(1), content);
                }
            }
        }
        assertThat(compared).isGreaterThan(1);
    }
}
