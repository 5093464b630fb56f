package io.github.offload4j.runtime.testing;

import static io.github.offload4j.runtime.testing.TraceAssertions.assertTrace;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.runtime.locate.RuntimeLibrary;
import io.github.offload4j.runtime.locate.RuntimeLocator;
import java.nio.file.Path;
import java.util.Arrays;

/** A test of somebody's, on the libomptarget that it is given, which its process then has. */
final class LibomptargetRunProcess {
    private LibomptargetRunProcess() {}

    public static void main(String[] arguments) {
        RuntimeLibrary library = RuntimeLocator.ofThisProcess()
                .search(Path.of(arguments[0]))
                .chosen()
                .orElseThrow();
        OffloadOptions options = OffloadOptions.builder().runtime(library.abi()).build();
        float[] y = Saxpy.constant(1);
        try (OffloadTestRun run = OffloadTestRun.builder().runtime(library).of(Saxpy.module(options), "saxpy")) {
            run.call("run_saxpy", (long) Saxpy.LENGTH, 2f, Saxpy.iota(), y);
            assertTrace(run.trace())
                    .movedIn("x", 1024)
                    .movedOut("y", 1024)
                    .launched("saxpy")
                    .calledNothing();
        }
        System.out.println(Arrays.equals(y, Saxpy.expected(2, 1)) ? "right" : Arrays.toString(y));
    }
}
