package io.github.offload4j.irtests.mapping;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.runtime.jit.OffloadProgram;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/** Carries sequences out on a runtime. */
final class Runner {
    private final EventLines events;
    private final Aborting aborting;
    private final IntConsumer beforeStep;

    /** What a runtime does where the model says that it refuses to go on. */
    enum Aborting {
        /** It throws. */
        THROWS,
        /** It ends the process, which has to be a copy. */
        ENDS_THE_PROCESS
    }

    /**
     * Makes a runner.
     *
     * @param events what the runtime's program tells its events
     * @param beforeStep hears the number of each step
     */
    Runner(EventLines events, Aborting aborting, IntConsumer beforeStep) {
        this.events = events;
        this.aborting = aborting;
        this.beforeStep = beforeStep;
    }

    /**
     * Carries a sequence out.
     *
     * @param stop the step at which the runtime is expected not to go on, and why; empty when it does
     * @param memory the host's memory, which no other sequence may have used with this runtime
     */
    Outcome run(OffloadProgram program, List<Step> steps, String stop, ByteBuffer memory) {
        events.begin();
        int last = stop.isEmpty() ? steps.size() : Integer.parseInt(stop.substring(0, stop.indexOf(' ')));
        NativeMachine machine = new NativeMachine(program, memory);
        String found = "";
        for (int i = 0; i < steps.size() && found.isEmpty(); i++) {
            beforeStep.accept(i);
            events.step(i, !(steps.get(i) instanceof Step.Allocate));
            machine.step(i, i == last && aborting == Aborting.ENDS_THE_PROCESS);
            Optional<String> reason = stop(steps.get(i), machine);
            found = reason.isPresent() ? i + " " + reason.get() : "";
        }
        Outcome outcome = new Outcome(machine.results(), events.end(), machine.memory(), found);
        machine.release();
        return outcome;
    }

    private static Optional<String> stop(Step step, NativeMachine machine) {
        try {
            step.on(machine);
            return machine.isAborted() ? Optional.of("aborted") : Optional.empty();
        } catch (OffloadException e) {
            return Optional.of(reason(e.getMessage()));
        }
    }

    private static String reason(String message) {
        if (message.contains("('present')")) {
            return Stop.PRESENT.name();
        }
        return message.contains("are mapped only partly") ? Stop.EXTENSION.name() : Stop.OVERLOOKED.name();
    }
}
