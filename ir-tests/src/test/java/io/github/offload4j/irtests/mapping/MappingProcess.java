package io.github.offload4j.irtests.mapping;

import io.github.offload4j.irtests.mapping.Runner.Aborting;
import io.github.offload4j.runtime.jit.OffloadJit;
import io.github.offload4j.runtime.jit.OffloadProgram;
import io.github.offload4j.runtime.jit.OffloadRuntime;
import io.github.offload4j.runtime.locate.RuntimeLibrary;
import io.github.offload4j.runtime.locate.RuntimeLocator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Carries sequences out on libomptarget, which writes its report to standard error. */
final class MappingProcess {
    private MappingProcess() {}

    /**
     * Prints a line for each sequence: what the calls returned, the host's memory, and where libomptarget stopped.
     *
     * @param arguments the seed, the number of sequences, and libomptarget's path
     */
    public static void main(String[] arguments) {
        long seed = Long.parseLong(arguments[0]);
        int count = Integer.parseInt(arguments[1]);
        RuntimeLibrary library = RuntimeLocator.ofThisProcess()
                .search(Path.of(arguments[2]))
                .chosen()
                .orElseThrow();
        Runner runner = new Runner(new EventLines(), Aborting.ENDS_THE_PROCESS, InfoLog::markStep);
        HostMemories memories = new HostMemories(count);
        try (OffloadRuntime runtime = OffloadRuntime.libomptarget(library);
                OffloadProgram program =
                        OffloadJit.on(runtime).build().load(MappingProgram.make(), MappingProgram.NAME)) {
            program.function("connect").call((Object) (library.path() + "\0").getBytes(StandardCharsets.UTF_8));
            loadImages(program);
            for (int i = 0; i < count; i++) {
                List<Step> steps = Sequence.of(seed, i);
                String stop = ReferenceModel.run(steps, false).stop();
                InfoLog.markSequence();
                Outcome outcome = runner.run(program, steps, stop, memories.get(i));
                System.out.println(
                        String.join(",", outcome.results()) + "\t" + outcome.memory() + "\t" + outcome.stop());
            }
        }
    }

    /** Before copies of the process do, which would leave the files of the images behind. */
    private static void loadImages(OffloadProgram program) {
        for (int device = 0; device < Sequence.DEVICES; device++) {
            long[] nothing = new long[0];
            program.function("begin").call((long) device, 0, nothing, nothing, nothing, nothing);
        }
    }
}
