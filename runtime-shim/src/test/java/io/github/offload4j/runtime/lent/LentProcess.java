package io.github.offload4j.runtime.lent;

import io.github.offload4j.runtime.jit.OffloadJit;
import io.github.offload4j.runtime.jit.OffloadRuntime;
import io.github.offload4j.runtime.locate.RuntimeLibrary;
import io.github.offload4j.runtime.locate.RuntimeLocator;
import io.github.offload4j.runtime.testing.RecordedTrace;
import java.nio.file.Path;

/** Makes every call twice on a libomptarget, and prints what they were refused with. */
final class LentProcess {
    private LentProcess() {}

    public static void main(String[] arguments) {
        RuntimeLibrary library = RuntimeLocator.ofThisProcess()
                .search(Path.of(arguments[0]))
                .chosen()
                .orElseThrow();
        try (OffloadRuntime runtime = OffloadRuntime.libomptarget(library)) {
            OffloadJit.Builder jit = OffloadJit.on(runtime);
            if (arguments[1].equals("traced")) {
                jit.trace(new RecordedTrace());
            }
            try (LentCases cases = new LentCases(jit, library.abi())) {
                for (int round = 0; round < 2; round++) {
                    cases.all().forEach(call -> System.out.println(call.name() + "\t" + call.outcome()));
                }
            }
        }
    }
}
