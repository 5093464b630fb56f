package io.github.offload4j.irtests.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.abi.RuntimeAbi;
import io.github.offload4j.codegen.ir.OptimizationLevel;
import io.github.offload4j.irtests.fixture.ChildJvm;
import io.github.offload4j.runtime.embedded.EmbeddedOptions;
import io.github.offload4j.runtime.jit.OffloadJit;
import io.github.offload4j.runtime.jit.OffloadProgram;
import io.github.offload4j.runtime.jit.OffloadRuntime;
import io.github.offload4j.runtime.locate.RuntimeLocator;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs a corpus on one runtime, where its numbers are those of plain C to the last bit. */
final class CorpusProcess {
    /** The argument that stands for the device that comes with the library. */
    static final String EMBEDDED = "embedded";

    private static final int TO_THE_BIT = 1;

    private CorpusProcess() {}

    /**
     * Prints a line for each kernel.
     *
     * @param arguments the folder of the corpus, the runtime's ABI, the path of libomptarget, and for which processor and how
     *     much the image is optimised
     */
    public static void main(String[] arguments) {
        RuntimeAbi abi = RuntimeAbi.fromOptionName(arguments[1]).orElseThrow();
        OffloadOptions options = OffloadOptions.builder().runtime(abi).build();
        byte[] module = KernelCorpus.compile(arguments[0], abi)
                .program(options, arguments[3], OptimizationLevel.valueOf(arguments[4]));
        try (OffloadRuntime runtime = runtime(arguments[2], abi);
                OffloadProgram program = OffloadJit.on(runtime).build().load(module, "corpus")) {
            int size = program.function("corpus_size").call().asInt();
            for (int i = 0; i < size; i++) {
                long off = program.function("corpus_check").call(i, TO_THE_BIT).asLong();
                System.out.println("case " + i + (off == 0 ? " right" : " wrong: " + off));
            }
        }
    }

    /** Checks every kernel, in a process of its own, since one has room for one libomptarget. */
    static void check(String folder, int atLeast, RuntimeAbi abi, String runtime) {
        check(folder, atLeast, abi, runtime, Map.of());
    }

    /**
     * Checks every kernel, in a process of its own.
     *
     * @param environment of the process, on top of this one's
     */
    static void check(String folder, int atLeast, RuntimeAbi abi, String runtime, Map<String, String> environment) {
        check(atLeast, environment, folder, abi.optionName(), runtime, "x86_64", OptimizationLevel.O3.name());
    }

    /** Checks every kernel on the device that comes with the library, compiled for a processor at a level. */
    static void check(String folder, int atLeast, String target, OptimizationLevel level) {
        check(atLeast, Map.of(), folder, RuntimeAbi.LLVM_22.optionName(), EMBEDDED, target, level.name());
    }

    private static void check(int atLeast, Map<String, String> environment, String... arguments) {
        ChildJvm.Result result = ChildJvm.run(CorpusProcess.class, environment, List.of(), arguments);
        List<String> lines =
                result.output().lines().filter(line -> line.startsWith("case ")).toList();
        assertThat(lines).as(result.output()).hasSizeGreaterThan(atLeast).allMatch(line -> line.endsWith(" right"));
        assertThat(result.status()).as(result.output()).isZero();
    }

    private static OffloadRuntime runtime(String where, RuntimeAbi abi) {
        return where.equals(EMBEDDED)
                ? OffloadRuntime.embedded(EmbeddedOptions.defaults().as(abi))
                : OffloadRuntime.libomptarget(RuntimeLocator.ofThisProcess()
                        .search(Path.of(where))
                        .chosen()
                        .orElseThrow());
    }
}
