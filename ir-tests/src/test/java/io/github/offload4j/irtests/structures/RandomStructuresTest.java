package io.github.offload4j.irtests.structures;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.irtests.run.Execution;
import io.github.offload4j.irtests.run.RuntimeInstallation;
import io.github.offload4j.irtests.source.DeviceReport;
import io.github.offload4j.irtests.source.Workplace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Programs with structures, made by chance, leave the memory that the model says, after each statement, on libomptarget 22
 * and 19 and the embedded device; and by clang, which copies the same.
 *
 * <p>{@code -Doffload4j.structures.programs} sets how many, and {@code -Doffload4j.structures.seed} which.
 */
class RandomStructuresTest {
    private static final int COUNT = Integer.getInteger("offload4j.structures.programs", 40);
    private static final long SEED = Long.getLong("offload4j.structures.seed", System.nanoTime() % 1_000_000_000);

    /** How many programs are in one file. */
    private static final int BATCH = 50;

    private static final int DESCRIBED = 3;

    @TempDir
    private Path folder;

    private Workplace workplace;
    private final List<String> differences = new ArrayList<>();
    private int compared;
    private int withClang;

    @Test
    void memoryAndCopiesAreTheModels() throws IOException {
        System.out.println(COUNT + " programs with structures, -Doffload4j.structures.seed=" + SEED);
        Workplace.require("clang-22");
        workplace = new Workplace(folder);
        workplace.write("situations.h", resource("situations.h"));
        workplace.write("random.h", resource("random.h"));
        for (int first = 0; first < COUNT; first += BATCH) {
            List<RandomStructures> batch = IntStream.range(first, Math.min(COUNT, first + BATCH))
                    .mapToObj(number -> RandomStructures.of(SEED, number))
                    .toList();
            compareOurs(batch, first / BATCH % 2 == 0 ? "split" : "fused");
            compareClang(batch.stream().filter(RandomStructures::forClang).toList());
        }
        keep();
        System.out.println(compared + " runs compared with the model, " + withClang + " programs of clang's");
        assertThat(differences.stream().limit(DESCRIBED))
                .as("%d differences of -Doffload4j.structures.seed=%d", differences.size(), SEED)
                .isEmpty();
    }

    private void keep() throws IOException {
        Path kept = Path.of(System.getProperty("basedir", ""), "target", "random-structures.txt");
        if (!differences.isEmpty()) {
            Files.createDirectories(kept.toAbsolutePath().getParent());
            Files.writeString(kept, String.join("\n", differences));
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = RandomStructuresTest.class.getResourceAsStream("/structures/" + name)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private void compareOurs(List<RandomStructures> batch, String transfers) throws IOException {
        workplace.write("ours.c", Source.of(batch));
        workplace.run("irgen build ours.c --runtime-abi=llvm-22 --transfers=" + transfers + " -o ours-22 2>/dev/null");
        workplace.run(
                "irgen build ours.c --runtime-abi=portable --transfers=" + transfers + " -o portable 2>/dev/null");
        workplace.run("irgen build ours.c --runtime-abi=portable --transfers=resident -o resident 2>/dev/null");
        compareMemory("llvm-22 " + transfers, batch, run("ours-22", 22));
        compareMemory("portable " + transfers + " on 22", batch, run("portable", 22));
        compareMemory("portable " + transfers + " on 19", batch, run("portable", 19));
        compareMemory("resident", batch, run("resident", 22));
        compareMemory("the embedded device", batch, shell("irgen run ours.c --runtime=embedded"));
        compareMemory(
                "portable on the embedded device",
                batch,
                shell("irgen build ours.c --runtime-abi=portable --emit=ll -o ours.ll 2>/dev/null"
                        + " && irgen run ours.ll --runtime=embedded"));
        compareEvents("llvm-22 " + transfers, batch, tell("ours-22", 22));
        compareEvents("portable " + transfers + " on 19", batch, tell("portable", 19));
    }

    private void compareClang(List<RandomStructures> batch) throws IOException {
        RuntimeInstallation runtime = RuntimeInstallation.require(22);
        workplace.write("clang.c", Source.of(batch));
        workplace.run("clang-22 -O1 -w -DOPENMP -fopenmp -fopenmp-targets=x86_64-pc-linux-gnu -c clang.c -o omp.o"
                + " && clang-22 --offload-link -fuse-ld=lld omp.o " + runtime.offload() + " " + runtime.openmp()
                + " -o by-clang");
        compareMemory("clang", batch, run("by-clang", 22));
        compareEvents("clang", batch, tell("by-clang", 22));
        withClang += batch.size();
    }

    private Execution shell(String command) {
        return workplace.shell(folder, Map.of(), command);
    }

    private Execution run(String program, int version) {
        return workplace.shell(folder, Map.of("OMP_TARGET_OFFLOAD", "MANDATORY"), command(program, version));
    }

    private Execution tell(String program, int version) {
        return workplace.shell(
                folder,
                Map.of("OMP_TARGET_OFFLOAD", "MANDATORY", "LIBOMPTARGET_INFO", DeviceReport.LEVEL),
                command(program, version));
    }

    private static String command(String program, int version) {
        Path library = RuntimeInstallation.require(version).offload().getParent();
        return "LD_LIBRARY_PATH=%s ./%s".formatted(library, program);
    }

    private void compareMemory(String who, List<RandomStructures> batch, Execution execution) {
        Map<Integer, List<String>> found = programs(execution.output());
        for (RandomStructures program : batch) {
            List<String> expected = new ArrayList<>();
            for (int i = 1; i <= program.statements().size(); i++) {
                Model model = RandomStructures.run(program.statements().subList(0, i), true);
                expected.add(model.memory().stream().map(word -> word + " ").collect(Collectors.joining()));
            }
            List<String> lines = found.getOrDefault(program.number(), List.of());
            compare(who, program, expected, lines, execution);
        }
    }

    private static Map<Integer, List<String>> programs(String output) {
        Map<Integer, List<String>> programs = new TreeMap<>();
        List<String> lines = new ArrayList<>();
        for (String line : output.lines().toList()) {
            if (line.startsWith("program ")) {
                lines = new ArrayList<>();
                programs.put(Integer.parseInt(line.substring("program ".length())), lines);
            } else {
                lines.add(line);
            }
        }
        return programs;
    }

    /** Stored pointers are left out: whether one is stored again is up to where the runtime gets its memory. */
    private void compareEvents(String who, List<RandomStructures> batch, Execution execution) {
        Map<Integer, List<String>> found = new TreeMap<>();
        List<String> events = new ArrayList<>();
        for (String event : DeviceReport.events(execution.errors())) {
            if (event.startsWith(DeviceReport.SITUATION)) {
                found.put(Integer.parseInt(event.substring(DeviceReport.SITUATION.length())), events);
                events = new ArrayList<>();
            } else if (!event.startsWith(DeviceReport.ATTACH)) {
                events.add(event.replace("world+", ""));
            }
        }
        for (RandomStructures program : batch) {
            if (program.told()) {
                boolean joins = !who.equals("clang");
                List<String> expected =
                        RandomStructures.run(program.statements(), joins).events();
                compare(who + " tells", program, expected, found.getOrDefault(program.number(), List.of()), execution);
            }
        }
    }

    private void compare(
            String who, RandomStructures program, List<String> expected, List<String> found, Execution execution) {
        compared++;
        if (!expected.equals(found)) {
            StringBuilder text = new StringBuilder(
                    "program " + program.number() + " by " + who + ", exit code " + execution.exitCode() + "\n");
            for (int i = 0; i < program.statements().size(); i++) {
                text.append("  " + i + ": " + program.statements().get(i) + "\n");
            }
            for (int i = 0; i < Math.max(expected.size(), found.size()); i++) {
                String wanted = i < expected.size() ? expected.get(i) : "nothing";
                String line = i < found.size() ? found.get(i) : "nothing";
                text.append("  " + i + " expected " + wanted + "\n");
                if (!line.equals(wanted)) {
                    text.append("  " + i + "    found " + line + "\n");
                }
            }
            differences.add(text.toString());
        }
    }
}
