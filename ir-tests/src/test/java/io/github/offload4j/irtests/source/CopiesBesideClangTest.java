package io.github.offload4j.irtests.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.irtests.run.Execution;
import io.github.offload4j.irtests.run.RuntimeInstallation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Programs of situations, with marks and in OpenMP by clang 22: the same memory, and the same allocations, copies and releases
 * in the same order.
 */
class CopiesBesideClangTest {
    private static final String[] PROGRAMS = {"situations", "parts", "lives"};

    /** Where {@code PTR_AND_OBJ} stores null for a pointer with nothing to map, and {@code ATTACH} leaves what was copied. */
    private static final Pattern EMPTY = Pattern.compile(".*(empty|null).*");

    private static final Pattern TRACED =
            Pattern.compile("\"cat\" *: *\"(allocate|copy-in|copy-out|launch|free)\"" + "|\"bytes\" *: *(\\d+)");

    @TempDir
    private static Path folder;

    private static Workplace workplace;
    private static final Map<String, Told> BY_CLANG = new HashMap<>();

    /** What a program printed, and what the runtime told. */
    private record Told(String memory, List<String> events) {}

    @BeforeAll
    static void runByClang() throws IOException {
        Workplace.require("clang-22");
        RuntimeInstallation runtime = RuntimeInstallation.require(22);
        workplace = new Workplace(folder);
        workplace.write("situations.h", resource("situations.h"));
        for (String program : PROGRAMS) {
            workplace.write(program + ".c", resource(program + ".c"));
            workplace.run("clang-22 -O1 -DOPENMP -fopenmp -fopenmp-targets=x86_64-pc-linux-gnu -c " + program
                    + ".c -o omp.o && clang-22 --offload-link -fuse-ld=lld omp.o " + runtime.offload() + " "
                    + runtime.openmp() + " -o " + program + "-by-clang");
            BY_CLANG.put(program, run(program + "-by-clang", 22));
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = CopiesBesideClangTest.class.getResourceAsStream("/structures/" + name)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private static Told run(String program, int version) {
        Path library = RuntimeInstallation.require(version).offload().getParent();
        Execution execution = workplace.shell(
                folder,
                Map.of("OMP_TARGET_OFFLOAD", "MANDATORY", "LIBOMPTARGET_INFO", DeviceReport.LEVEL),
                "LD_LIBRARY_PATH=" + library + " ./" + program);
        assertThat(execution.exitCode()).as(execution.toString()).isZero();
        return new Told(execution.output(), DeviceReport.events(execution.errors()));
    }

    private static void build(String program, String options, String to) {
        workplace.run("irgen build " + program + ".c " + options + " -o " + to + " 2>/dev/null");
    }

    @ParameterizedTest
    @CsvSource({"situations, split", "situations, fused", "parts, split", "parts, fused", "lives, split", "lives, fused"
    })
    void copiesAreClangs(String program, String transfers) {
        build(program, "--runtime-abi=llvm-22 --transfers=" + transfers, program + transfers);

        Told told = run(program + transfers, 22);

        assertThat(told.events()).isEqualTo(BY_CLANG.get(program).events());
        assertThat(told.memory()).isEqualTo(BY_CLANG.get(program).memory());
    }

    @ParameterizedTest
    @ValueSource(strings = {"situations", "parts", "lives"})
    void olderRuntimesAttachEachPointerAtOnceAndCopyTheSame(String program) {
        build(program, "--runtime-abi=portable", program + "-portable");

        for (int version : new int[] {19, 22}) {
            Told told = run(program + "-portable", version);

            assertThat(withoutAttachments(told.events()))
                    .isEqualTo(withoutAttachments(BY_CLANG.get(program).events()));
            assertThat(attachments(told.events()))
                    .isEqualTo(attachments(BY_CLANG.get(program).events()));
            assertThat(told.memory()).isEqualTo(BY_CLANG.get(program).memory());
        }
    }

    private static List<String> withoutAttachments(List<String> events) {
        return events.stream()
                .filter(event -> !event.startsWith(DeviceReport.ATTACH))
                .toList();
    }

    /** Returns which pointers a situation attaches, where none of them is empty. */
    private static Map<String, List<String>> attachments(List<String> events) {
        Map<String, List<String>> all = new TreeMap<>();
        List<String> some = new ArrayList<>();
        for (String event : events) {
            if (event.startsWith(DeviceReport.ATTACH)) {
                some.add(event);
            } else if (event.startsWith(DeviceReport.SITUATION)) {
                Collections.sort(some);
                all.put(event, some);
                some = new ArrayList<>();
            }
        }
        all.keySet().removeIf(situation -> EMPTY.matcher(situation).matches());
        return all;
    }

    @ParameterizedTest
    @ValueSource(strings = {"situations", "parts", "lives"})
    void theEmbeddedDeviceCopiesTheSame(String program) {
        Execution execution = workplace.shell(
                folder,
                Map.of("LIBOMPTARGET_INFO", DeviceReport.LEVEL),
                "irgen run " + program + ".c --runtime=embedded --trace=" + program + ".json");

        assertThat(execution.output())
                .as(execution.toString())
                .isEqualTo(BY_CLANG.get(program).memory());
        assertThat(traced(Workplace.text(folder.resolve(program + ".json"))))
                .isEqualTo(asTraced(BY_CLANG.get(program).events()));
    }

    /** Returns the events of a trace, which names no places. */
    private static List<String> traced(String trace) {
        List<String> events = new ArrayList<>();
        String kind = "";
        Matcher matcher = TRACED.matcher(trace);
        while (matcher.find()) {
            MatchResult found = matcher.toMatchResult();
            if (found.group(1) != null) {
                kind = found.group(1);
            } else if (!kind.isEmpty()) {
                boolean sized = !kind.equals("launch") && !kind.equals("free");
                events.add(sized ? kind + " " + found.group(2) : kind);
                kind = "";
            }
        }
        return events;
    }

    private static List<String> asTraced(List<String> events) {
        return events.stream()
                .filter(event -> !event.startsWith(DeviceReport.SITUATION))
                .map(event -> event.replaceFirst("^(in|attach) \\S+", "copy-in")
                        .replaceFirst("^out \\S+", "copy-out")
                        .replaceFirst("^alloc \\S+", "allocate")
                        .replaceFirst("^free .*", "free"))
                .toList();
    }
}
