package io.github.offload4j.irtests.run;

import io.github.offload4j.codegen.abi.RuntimeAbi;
import java.util.List;
import java.util.stream.Stream;

/**
 * The embedded device with the ways of a runtime, and an ABI whose code it has to run.
 *
 * @param runtime whose ways
 * @param abi the runtime that code is emitted for
 */
record EmbeddedVersion(RuntimeAbi runtime, RuntimeAbi abi) {
    private static final String BETWEEN = "-as-";

    /** Returns every version with its own ABI, and with the one that is for all of them. */
    static List<EmbeddedVersion> all() {
        List<RuntimeAbi> versions = List.of(
                RuntimeAbi.LLVM_19, RuntimeAbi.LLVM_20, RuntimeAbi.LLVM_21, RuntimeAbi.LLVM_22, RuntimeAbi.LLVM_23);
        return Stream.concat(
                        versions.stream().map(version -> new EmbeddedVersion(version, version)),
                        versions.stream().map(version -> new EmbeddedVersion(version, RuntimeAbi.PORTABLE)))
                .toList();
    }

    /** Reads what {@link #toString} writes. */
    static EmbeddedVersion parse(String text) {
        String[] names = text.split(BETWEEN, 2);
        return new EmbeddedVersion(
                RuntimeAbi.fromOptionName(names[1]).orElseThrow(),
                RuntimeAbi.fromOptionName(names[0]).orElseThrow());
    }

    @Override
    public String toString() {
        return abi.optionName() + BETWEEN + runtime.optionName();
    }
}
