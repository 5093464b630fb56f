package io.github.offload4j.irtests.kernels;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.abi.RuntimeAbi;
import io.github.offload4j.runtime.jit.OffloadJit;
import io.github.offload4j.runtime.jit.OffloadProgram;
import io.github.offload4j.runtime.jit.OffloadRuntime;
import io.github.offload4j.runtime.locate.RuntimeLocator;
import java.nio.file.Path;

/** Runs the corpus on one runtime, where its numbers are those of plain C to the last bit. */
final class CorpusProcess {
    /** The argument that stands for the device that comes with the library. */
    static final String EMBEDDED = "embedded";

    private static final int TO_THE_BIT = 1;

    private CorpusProcess() {}

    /**
     * Prints a line for each kernel.
     *
     * @param arguments the runtime's ABI, and the path of libomptarget
     */
    public static void main(String[] arguments) {
        OffloadOptions options = OffloadOptions.builder()
                .runtime(RuntimeAbi.fromOptionName(arguments[0]).orElseThrow())
                .build();
        byte[] module = KernelCorpus.compile().program(options);
        try (OffloadRuntime runtime = runtime(arguments[1]);
                OffloadProgram program = OffloadJit.on(runtime).build().load(module, "corpus")) {
            int size = program.function("corpus_size").call().asInt();
            for (int i = 0; i < size; i++) {
                long off = program.function("corpus_check").call(i, TO_THE_BIT).asLong();
                System.out.println("case " + i + (off == 0 ? " right" : " wrong: " + off));
            }
        }
    }

    private static OffloadRuntime runtime(String where) {
        return where.equals(EMBEDDED)
                ? OffloadRuntime.embedded()
                : OffloadRuntime.libomptarget(RuntimeLocator.ofThisProcess()
                        .search(Path.of(where))
                        .chosen()
                        .orElseThrow());
    }
}
