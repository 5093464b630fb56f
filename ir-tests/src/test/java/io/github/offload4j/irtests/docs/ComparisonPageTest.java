package io.github.offload4j.irtests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page that compares has no figure of its own. */
class ComparisonPageTest {
    private static final Pattern FIGURE = Pattern.compile("\\d+\\.\\d+(?: to \\d+\\.\\d+)?");

    @Test
    void everyRatioStandsInThePageAboutPerformance() {
        String measured = new Page("docs/performance.md").text();
        List<String> ratios = new Page("docs/comparison.md")
                .text()
                .lines()
                .filter(line -> line.startsWith("| ") && line.split(" \\| ", -1).length == 4)
                .map(line -> line.split(" \\| ", -1)[2].strip())
                .filter(cell -> FIGURE.matcher(cell).matches())
                .toList();

        assertThat(ratios).hasSizeGreaterThan(5);
        for (String ratio : ratios) {
            for (String figure : ratio.split(" to ", -1)) {
                assertThat(measured).contains(figure);
            }
        }
    }
}
