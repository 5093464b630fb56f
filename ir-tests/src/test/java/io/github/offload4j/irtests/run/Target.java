package io.github.offload4j.irtests.run;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.abi.RuntimeAbi;
import java.util.ArrayList;
import java.util.List;

/**
 * A runtime and an ABI whose code it has to run.
 *
 * @param runtime LLVM's major version of the runtime that a program is linked with
 * @param abi the runtime that it is emitted for
 */
record Target(int runtime, RuntimeAbi abi) {
    /** What is emitted for 20 and 21 runs on 22 too: all three read the same entries. */
    static List<Target> all() {
        return with23(
                new Target(22, RuntimeAbi.LLVM_22),
                new Target(22, RuntimeAbi.LLVM_21),
                new Target(22, RuntimeAbi.LLVM_20),
                new Target(22, RuntimeAbi.PORTABLE),
                new Target(19, RuntimeAbi.LLVM_19),
                new Target(19, RuntimeAbi.PORTABLE));
    }

    /** Returns each runtime with its own ABI. */
    static List<Target> ofEachRuntime() {
        return with23(new Target(22, RuntimeAbi.LLVM_22), new Target(19, RuntimeAbi.LLVM_19));
    }

    /** It is not packaged everywhere yet: where it is found, it has to run all that the others do. */
    private static List<Target> with23(Target... others) {
        List<Target> all = new ArrayList<>(List.of(others));
        RuntimeInstallation.find(23)
                .ifPresent(found ->
                        all.addAll(List.of(new Target(23, RuntimeAbi.LLVM_23), new Target(23, RuntimeAbi.PORTABLE))));
        return List.copyOf(all);
    }

    /** Returns the targets whose runtime gives programs without device images something to map data on. */
    static List<Target> withDevices() {
        return all().stream().filter(Target::hasDevices).toList();
    }

    /** Returns whether a program without device images has devices. */
    boolean hasDevices() {
        return runtime >= 20;
    }

    /** Returns options that choose the ABI. */
    OffloadOptions.Builder options() {
        return OffloadOptions.builder().runtime(abi);
    }

    @Override
    public String toString() {
        return abi.optionName() + "-on-" + runtime;
    }
}
