package io.github.offload4j.runtime.differential;

import io.github.offload4j.codegen.abi.RuntimeAbi;
import io.github.offload4j.runtime.embedded.EmbeddedOptions;
import io.github.offload4j.runtime.jit.OffloadJit;
import io.github.offload4j.runtime.jit.OffloadProgram;
import io.github.offload4j.runtime.jit.OffloadRuntime;
import io.github.offload4j.runtime.locate.RuntimeLibrary;
import io.github.offload4j.runtime.locate.RuntimeLocator;
import io.github.offload4j.runtime.testing.RecordedTrace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs every scenario on one runtime, and prints what it left in memory and what it copied. */
final class ScenarioProcess {
    /** What precedes a scenario's name on standard error, among libomptarget's own lines. */
    static final String MARK = "offload4j scenario: ";

    private ScenarioProcess() {}

    /** What a scenario did. */
    record Outcome(String scenario, String memory, List<String> transfers) {}

    public static void main(String[] arguments) {
        RuntimeLibrary library = RuntimeLocator.ofThisProcess()
                .search(Path.of(arguments[0]))
                .chosen()
                .orElseThrow();
        try (OffloadRuntime runtime = OffloadRuntime.libomptarget(library)) {
            for (Outcome outcome : runAll(runtime, library.abi())) {
                System.out.println(
                        outcome.scenario() + "\t" + outcome.memory() + "\t" + String.join(",", outcome.transfers()));
            }
        }
    }

    static List<Outcome> runEmbedded(RuntimeAbi abi) {
        try (OffloadRuntime runtime =
                OffloadRuntime.embedded(EmbeddedOptions.defaults().as(abi))) {
            return runAll(runtime, abi);
        }
    }

    static List<Outcome> runAll(OffloadRuntime runtime, RuntimeAbi abi) {
        List<Outcome> outcomes = new ArrayList<>();
        // Runtime 19 makes devices for images only, and decides at the first data call whether there are any.
        OffloadJit plain = OffloadJit.on(runtime).build();
        try (OffloadProgram image = plain.load(
                io.github.offload4j.runtime.testing.Saxpy.module(io.github.offload4j.codegen.OffloadOptions.builder()
                        .runtime(abi)
                        .build()),
                "image")) {
            image.function("run_saxpy");
            for (Scenario scenario : Scenarios.all()) {
                System.err.println(MARK + scenario.name());
                outcomes.add(run(runtime, abi, scenario));
            }
        }
        return outcomes;
    }

    static Outcome run(OffloadRuntime runtime, RuntimeAbi abi, Scenario scenario) {
        RecordedTrace trace = new RecordedTrace();
        OffloadJit.Builder jit = OffloadJit.on(runtime).trace(trace);
        scenario.methods().forEach(jit::define);
        try (OffloadProgram program = jit.build().load(scenario.module().apply(abi), scenario.name())) {
            String memory = scenario.run().apply(program);
            return new Outcome(scenario.name(), memory, trace.transfers());
        }
    }
}
