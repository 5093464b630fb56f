package io.github.offload4j.irtests.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.option.Transfers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Programs with map clauses, made by chance, do the same whether clang compiles them or this library emits what they say. With
 * resident transfers they leave the same memory behind.
 *
 * <p>{@code -Doffload4j.clang.programs} sets how many, and {@code -Doffload4j.clang.seed} which.
 */
class BesideClangTest {
    private static final int COUNT = Integer.getInteger("offload4j.clang.programs", 60);
    private static final long SEED = Long.getLong("offload4j.clang.seed", System.nanoTime() % 1_000_000_000);

    /** How many programs are in one file. Those of every other file are emitted fused. */
    private static final int BATCH = Math.min(50, (COUNT + 1) / 2);

    private static final int DESCRIBED = 3;

    @TempDir
    Path directory;

    @Test
    void clangAndTheLibraryDoTheSame() throws IOException {
        System.out.println(COUNT + " programs beside clang, -Doffload4j.clang.seed=" + SEED);
        OpenMpBuild build = new OpenMpBuild(directory);
        List<String> differences = new ArrayList<>();
        for (int first = 0; first < COUNT; first += BATCH) {
            compare(build, first, Math.min(COUNT, first + BATCH), differences);
        }
        assertThat(differences.stream().limit(DESCRIBED))
                .as("%d differences in %d programs of -Doffload4j.clang.seed=%d", differences.size(), COUNT, SEED)
                .isEmpty();
    }

    private static void compare(OpenMpBuild build, int first, int end, List<String> differences) throws IOException {
        TreeMap<Integer, List<Statement>> programs = new TreeMap<>();
        for (int number = first; number < end; number++) {
            programs.put(number, RandomOpenMp.of(SEED, number));
        }
        Transfers transfers = first / BATCH % 2 == 0 ? Transfers.SPLIT : Transfers.FUSED;
        List<Outcome> byClang = OpenMpBuild.run(build.byClang(programs), first, end);
        List<Outcome> byLibrary = OpenMpBuild.run(build.byLibrary(programs, transfers), first, end);
        List<Outcome> on19 = OpenMpBuild.run(build.byLibraryFor19(programs, transfers), first, end);
        List<Outcome> resident = OpenMpBuild.run(build.byLibrary(programs, Transfers.RESIDENT), first, end);
        for (int number = first; number < end; number++) {
            List<Statement> program = programs.get(number);
            Outcome model = Comparison.expected(program).withoutReleasedSizes();
            Outcome clang = Comparison.comparable(byClang.get(number - first));
            Outcome library = Comparison.comparable(byLibrary.get(number - first));
            if (!model.allows(clang.withoutReleasedSizes())) {
                differences.add(describe("clang", number, program, model, clang));
            }
            if (!model.allows(library.withoutReleasedSizes())) {
                differences.add(describe("the library, " + transfers, number, program, model, library));
            }
            Outcome older = Comparison.comparable(on19.get(number - first));
            if (!model.allows(older.withoutReleasedSizes())) {
                differences.add(describe("the library on 19, " + transfers, number, program, model, older));
            }
            Outcome kept = Comparison.comparable(resident.get(number - first));
            // copies are what resident transfers leave out
            if (!model.allows(new Outcome(kept.results(), model.transfers(), kept.memory(), kept.stop()))) {
                differences.add(describe("the library, RESIDENT", number, program, model, kept));
            }
            if (!clang.transfers().equals(library.transfers())) {
                differences.add(describe("the library beside clang", number, program, clang, library));
            }
        }
    }

    private static String describe(String who, int number, List<Statement> program, Outcome expected, Outcome found) {
        return Differences.describe(who, number, StatementSteps.of(program), expected, found)
                + OpenMpSource.of(new TreeMap<>(Map.of(number, program)));
    }
}
