package io.github.offload4j.irtests.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.irtests.run.Execution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Programs that are split into functions, as {@code tools/bench/resident} measures them: a part of them, on each build. */
class FunctionProgramsTest {
    private static final Path PROGRAMS = Path.of("../tools/bench/functions");
    private static final Pattern COPY = Pattern.compile("Copying data.*Size=(\\d+)");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "diffusion.cpp, c++, 2",
        "functions.c, cc, 2",
        "jacobi-vector.cpp, c++, 5",
        "jacobi.rs, rustc, 5",
    })
    void dataStaysFromOneFunctionToTheNext(String program, String compiler, int percent) throws IOException {
        Workplace.require("cc", compiler);
        Workplace workplace = new Workplace(folder);
        Files.copy(
                PROGRAMS.resolve(program),
                Files.createDirectories(folder.resolve("tools/bench/functions")).resolve(program));
        Execution split = run(workplace, program, "split");
        Execution resident = run(workplace, program, "resident");

        assertThat(resident.output()).isEqualTo(split.output());
        assertThat(copied(resident) * 100).isLessThanOrEqualTo(copied(split) * percent);
    }

    private Execution run(Workplace workplace, String program, String transfers) {
        workplace.run("irgen build tools/bench/functions/" + program
                + " -Itools/include -O=2 --target=x86_64 --transfers=" + transfers + " -o ./" + transfers);
        Execution execution = workplace.shell(folder, Map.of("LIBOMPTARGET_INFO", "32"), "./" + transfers);
        assertThat(execution.exitCode()).as(execution::toString).isZero();
        return execution;
    }

    private static long copied(Execution execution) {
        return COPY.matcher(execution.errors())
                .results()
                .mapToLong(copy -> Long.parseLong(copy.group(1)))
                .sum();
    }
}
