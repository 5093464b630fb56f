package io.github.offload4j.tools.run;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.option.Synchronization;
import io.github.offload4j.runtime.jit.CallResult;
import io.github.offload4j.runtime.jit.OffloadJit;
import io.github.offload4j.runtime.jit.OffloadProgram;
import io.github.offload4j.runtime.jit.OffloadRuntime;
import java.nio.file.Path;
import java.util.List;

/** One run of a program in this process. */
final class ProgramRun {
    private final RunInput input;
    private final List<Path> libraries;
    private final Synchronization synchronization;

    ProgramRun(RunInput input, List<Path> libraries, Synchronization synchronization) {
        this.input = input;
        this.libraries = List.copyOf(libraries);
        this.synchronization = synchronization;
    }

    /**
     * Calls a function, and ends the program.
     *
     * @throws OffloadException when the program cannot be made runnable, or does what the runtime refuses
     */
    CallResult call(RuntimeChoice choice, EntryPoint entry, Arguments arguments, RunRecord record) {
        try (OffloadRuntime runtime = choice.open();
                Progress progress = record.progress()) {
            OffloadJit.Builder jit = OffloadJit.on(runtime).trace(record.listener(progress));
            input.libraries().forEach(jit::library);
            libraries.forEach(jit::library);
            if (choice.library().isPresent()) {
                // irgen's own devices are no CUDA devices, and contexts on those would be for nothing
                jit.synchronization(synchronization);
            }
            if (libraries.isEmpty()) {
                // a fallback is seldom needed, and the run should not fail for want of it before it is
                input.fallbacks()
                        .forEach(name -> jit.define(name, call -> {
                            throw missing(name);
                        }));
            }
            try (OffloadProgram program = jit.build().load(input.module(), input.name())) {
                return program.function(entry.name()).call(arguments.values());
            }
        }
    }

    private static OffloadException missing(String fallback) {
        return new OffloadException(
                Reason.EXECUTION,
                "the launch was refused, and its fallback '" + fallback
                        + "' is not there; name the library that has it with --library");
    }
}
