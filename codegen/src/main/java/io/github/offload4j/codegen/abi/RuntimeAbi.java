package io.github.offload4j.codegen.abi;

import java.util.Locale;
import java.util.Optional;

/**
 * The version of libomptarget that the emitted code is for.
 *
 * <p>{@link #PORTABLE} runs on all of 19 to 22: it uses only what they share, which leaves out grids with more than one
 * dimension. Everything that differs between versions is a method here.
 */
public enum RuntimeAbi {
    /** LLVM 19: old entry format, one-dimensional grids. */
    LLVM_19,
    /** LLVM 20: new entry format, old section name. */
    LLVM_20,
    /** LLVM 21: new entry format and section name. */
    LLVM_21,
    /** LLVM 22: the default. */
    LLVM_22,
    /** What 19, 20, 21 and 22 have in common. */
    PORTABLE;

    /** Returns the name used by options, for example {@code llvm-22}. */
    public String optionName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the ABI with an option name, or nothing when there is none. */
    public static Optional<RuntimeAbi> fromOptionName(String name) {
        for (RuntimeAbi abi : values()) {
            if (abi.optionName().equals(name)) {
                return Optional.of(abi);
            }
        }
        return Optional.empty();
    }

    /** Returns the layout of the offload entries that this runtime reads. */
    public StructLayout entryLayout() {
        return switch (this) {
            case LLVM_19, PORTABLE -> StructLayout.LEGACY_ENTRY;
            case LLVM_20, LLVM_21, LLVM_22 -> StructLayout.ENTRY;
        };
    }

    /** Returns the section that clang's linker tools of this version collect entries from. */
    public String entrySection() {
        return switch (this) {
            case LLVM_19, LLVM_20, PORTABLE -> "omp_offloading_entries";
            case LLVM_21, LLVM_22 -> "llvm_offload_entries";
        };
    }

    /** Returns whether the y and z sizes of a grid and a block are honoured; 19 takes them as 1. */
    public boolean hasThreeDimensionalGrids() {
        return switch (this) {
            case LLVM_19, PORTABLE -> false;
            case LLVM_20, LLVM_21, LLVM_22 -> true;
        };
    }

    /**
     * Returns whether {@code __tgt_init_all_rtls} gives a program without any device image devices to map data on. On 19
     * such a program has none; the portable ABI makes the call, so that it has them from 20 on.
     */
    public boolean canMakeDevicesWithoutImage() {
        return switch (this) {
            case LLVM_19 -> false;
            case LLVM_20, LLVM_21, LLVM_22, PORTABLE -> true;
        };
    }

    /** Returns whether the runtime stores device addresses into pointers on the device by entries of their own. */
    public boolean attaches() {
        return switch (this) {
            case LLVM_19, LLVM_20, LLVM_21, PORTABLE -> false;
            case LLVM_22 -> true;
        };
    }

    /**
     * Returns whether this runtime loads cubins of CUDA 13 and of processors newer than {@code sm_90}. The portable ABI
     * does not promise it, though its newer runtimes do.
     */
    public boolean takesNewCubins() {
        return switch (this) {
            case LLVM_19, LLVM_20 -> false;
            case LLVM_21, LLVM_22, PORTABLE -> true;
        };
    }

    /**
     * Returns whether, of several images that fit one device, this runtime takes the first; 19 and 20 take the last. The
     * portable ABI follows the newer ones.
     */
    public boolean takesFirstFittingImage() {
        return switch (this) {
            case LLVM_19, LLVM_20 -> false;
            case LLVM_21, LLVM_22, PORTABLE -> true;
        };
    }
}
