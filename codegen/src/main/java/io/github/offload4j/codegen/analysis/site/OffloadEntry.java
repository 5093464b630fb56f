package io.github.offload4j.codegen.analysis.site;

import io.github.offload4j.codegen.ir.IrValue;
import java.util.Optional;

/**
 * An offload entry: what ties a symbol of the device to an address of the host.
 *
 * @param kind what it stands for
 * @param symbol the symbol on the device
 * @param address the host's address: a region id for a kernel
 * @param bytes the size of a variable, 0 for a kernel
 * @param legacy whether it has the format of LLVM 19 and before
 * @param placement where it lies
 */
public record OffloadEntry(
        Kind kind, String symbol, Optional<IrValue> address, long bytes, boolean legacy, Placement placement) {
    /** What an entry stands for. */
    public enum Kind {
        /** A kernel. */
        KERNEL,
        /** A variable that exists on host and device. */
        VARIABLE,
        /** A demand on the runtime. */
        REQUIREMENT
    }

    /** Where an entry lies. */
    public sealed interface Placement {
        /**
         * In a section that the linker collects.
         *
         * @param name the section
         */
        record Section(String name) implements Placement {}

        /**
         * In an array of the module.
         *
         * @param name the array
         */
        record Array(String name) implements Placement {}
    }
}
