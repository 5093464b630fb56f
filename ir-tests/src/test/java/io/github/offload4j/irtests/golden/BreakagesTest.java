package io.github.offload4j.irtests.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.offload4j.irtests.fixture.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The golden tests notice whatever is broken: {@code -Doffload4j.breakages=FILE} breaks the library in each way of
 * {@code breakages.txt}, runs the golden tests, and writes what failed into a table.
 */
final class BreakagesTest {
    private static final Path LIST =
            Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolve("src/test/resources/breakages.txt");

    /** LLVM can call back into ten libraries of one process. */
    private static final int LIBRARIES = 8;

    @TempDir
    private Path folder;

    @Test
    void everyBreakageIsCaught() throws IOException {
        String table = System.getProperty("offload4j.breakages");
        Assumptions.assumeTrue(table != null, "takes an hour; see CONTRIBUTING.md");
        List<Breakage> all = Breakage.readAll(LIST);
        Map<Integer, String> caught = new TreeMap<>();
        for (int next = 0; next < all.size(); next = caught.size()) {
            tryFrom(next, Math.min(next + LIBRARIES, all.size()), caught);
            write(Path.of(table), all, caught);
        }
        assertThat(IntStream.range(0, all.size())
                        .filter(i -> caught.get(i).isEmpty())
                        .mapToObj(i -> all.get(i).file() + ": " + all.get(i).what()))
                .as("breakages that no golden test notices")
                .isEmpty();
    }

    private void tryFrom(int first, int end, Map<Integer, String> caught) throws IOException {
        ChildJvm.Result result = ChildJvm.run(
                BreakageWorker.class,
                List.of("-XX:TieredStopAtLevel=1"),
                LIST.toString(),
                Files.createTempDirectory(folder, "broken").toString(),
                String.valueOf(first),
                String.valueOf(end));
        assertThat(result.output()).doesNotContain("IllegalArgumentException");
        result.output()
                .lines()
                .map(line -> line.split(BreakageWorker.RESULT, 2))
                .filter(parts -> parts.length == 2)
                .forEach(parts -> caught.put(Integer.valueOf(parts[0]), parts[1]));
        if (caught.size() < end) {
            caught.put(caught.size(), "the end of the process");
        }
    }

    private static void write(Path table, List<Breakage> all, Map<Integer, String> caught) throws IOException {
        List<String> lines =
                new ArrayList<>(List.of("| what is broken | in | noticed first by |", "| --- | --- | --- |"));
        caught.forEach((number, by) -> {
            Breakage breakage = all.get(number);
            lines.add("| " + breakage.what() + " | `" + breakage.file() + "` | " + (by.isEmpty() ? "nothing" : by)
                    + " |");
        });
        Files.write(table, lines);
    }

    @Test
    void whatIsBrokenIsFoundWhateverTheLinesAre() {
        Breakage breakage = new Breakage("A.java", "one too many", "add(a, 1)", "add(a, 2)");

        assertThat(breakage.applyTo("x = add(a,\n        1);")).isEqualTo("x = add(a, 2);");
    }

    @Test
    void aBreakageThatDoesNotFitIsAnError() {
        Breakage breakage = new Breakage("A.java", "one too many", "1", "2");

        assertThatThrownBy(() -> breakage.applyTo("3"))
                .hasMessage("A.java does not have '1'; mend the list of breakages");
        assertThatThrownBy(() -> breakage.applyTo("1 + 1"))
                .hasMessage("A.java has '1' twice; mend the list of breakages");
    }
}
