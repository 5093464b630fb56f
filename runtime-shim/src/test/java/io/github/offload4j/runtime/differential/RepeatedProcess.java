package io.github.offload4j.runtime.differential;

import io.github.offload4j.codegen.abi.RuntimeAbi;
import io.github.offload4j.runtime.embedded.EmbeddedOptions;
import io.github.offload4j.runtime.jit.OffloadRuntime;
import io.github.offload4j.runtime.locate.RuntimeLibrary;
import io.github.offload4j.runtime.locate.RuntimeLocator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Runs every scenario on the embedded device and on libomptarget again and again, in changing orders. */
final class RepeatedProcess {
    private static final int WARM_UP = 30;

    private RepeatedProcess() {}

    private record Work(OffloadRuntime runtime, RuntimeAbi abi, Scenario scenario) {}

    /**
     * Prints how much memory the process has after the warm-up and at the end, in KiB.
     *
     * @param arguments the number of rounds, the seed of the orders, and libomptarget's path if there is one
     */
    public static void main(String[] arguments) throws IOException {
        int rounds = Integer.parseInt(arguments[0]);
        Random random = new Random(Long.parseLong(arguments[1]));
        List<Work> work = new ArrayList<>();
        try (OffloadRuntime embedded = OffloadRuntime.embedded(EmbeddedOptions.defaults())) {
            for (Scenario scenario : Scenarios.all()) {
                work.add(new Work(embedded, RuntimeAbi.LLVM_22, scenario));
            }
            if (arguments.length > 2) {
                RuntimeLibrary library = RuntimeLocator.ofThisProcess()
                        .search(Path.of(arguments[2]))
                        .chosen()
                        .orElseThrow();
                OffloadRuntime native22 = OffloadRuntime.libomptarget(library);
                for (Scenario scenario : Scenarios.all()) {
                    work.add(new Work(native22, library.abi(), scenario));
                }
            }
            Map<String, String> first = new HashMap<>();
            long warm = 0;
            for (int round = 0; round < WARM_UP + rounds; round++) {
                Collections.shuffle(work, random);
                for (Work item : work) {
                    runOnce(item, first);
                }
                if (round == WARM_UP - 1) {
                    warm = residentKilobytes();
                }
            }
            System.out.println(warm + " " + residentKilobytes());
        }
    }

    private static void runOnce(Work item, Map<String, String> first) {
        String memory =
                ScenarioProcess.run(item.runtime(), item.abi(), item.scenario()).memory();
        String before = first.putIfAbsent(item.scenario().name(), memory);
        if (before != null && !before.equals(memory)) {
            throw new AssertionError(item.scenario().name() + " on "
                    + item.runtime().description() + " gave " + memory + ", and before " + before);
        }
    }

    private static long residentKilobytes() throws IOException {
        System.gc();
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}
