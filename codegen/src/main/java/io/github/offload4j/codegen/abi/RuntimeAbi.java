package io.github.offload4j.codegen.abi;

import java.util.Locale;
import java.util.Optional;

/**
 * The version of libomptarget that the emitted code is for.
 *
 * <p>{@link #PORTABLE} runs on all of 19 to 23: it uses only what they share, which leaves out grids with more than one
 * dimension, and finds out when the program starts where they share nothing. Everything that differs between versions is a
 * method here.
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
    /** LLVM 23: launches name a place for what the runtime adds, and kernels on hosts get the address of an array. */
    LLVM_23,
    /** What 19 to 23 have in common. */
    PORTABLE;

    /** The newest version of LLVM that there is a profile for. */
    public static final int NEWEST = 23;

    /** The oldest one. */
    public static final int OLDEST = 19;

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
            case LLVM_20, LLVM_21, LLVM_22, LLVM_23 -> StructLayout.ENTRY;
        };
    }

    /** Returns the section that clang's linker tools of this version collect entries from. */
    public String entrySection() {
        return switch (this) {
            case LLVM_19, LLVM_20, PORTABLE -> "omp_offloading_entries";
            case LLVM_21, LLVM_22, LLVM_23 -> "llvm_offload_entries";
        };
    }

    /** Returns whether the y and z sizes of a grid and a block are honoured; 19 takes them as 1. */
    public boolean hasThreeDimensionalGrids() {
        return switch (this) {
            case LLVM_19, PORTABLE -> false;
            case LLVM_20, LLVM_21, LLVM_22, LLVM_23 -> true;
        };
    }

    /**
     * Returns whether {@code __tgt_init_all_rtls} gives a program without any device image devices to map data on. On 19
     * such a program has none; the portable ABI makes the call, so that it has them from 20 on.
     */
    public boolean canMakeDevicesWithoutImage() {
        return switch (this) {
            case LLVM_19 -> false;
            case LLVM_20, LLVM_21, LLVM_22, LLVM_23, PORTABLE -> true;
        };
    }

    /** Returns whether the runtime stores device addresses into pointers on the device by entries of their own. */
    public boolean attaches() {
        return switch (this) {
            case LLVM_19, LLVM_20, LLVM_21, PORTABLE -> false;
            case LLVM_22, LLVM_23 -> true;
        };
    }

    /**
     * Returns whether this runtime loads cubins of CUDA 13 and of processors newer than {@code sm_90}. The portable ABI
     * does not promise it, though its newer runtimes do.
     */
    public boolean takesNewCubins() {
        return switch (this) {
            case LLVM_19, LLVM_20 -> false;
            case LLVM_21, LLVM_22, LLVM_23, PORTABLE -> true;
        };
    }

    /**
     * Returns whether, of several images that fit one device, this runtime takes the first; 19 and 20 take the last. The
     * portable ABI follows the newer ones.
     */
    public boolean takesFirstFittingImage() {
        return switch (this) {
            case LLVM_19, LLVM_20 -> false;
            case LLVM_21, LLVM_22, LLVM_23, PORTABLE -> true;
        };
    }

    /**
     * Returns whether a begin call gives back the host pointer where nothing is mapped that a device pointer is asked of;
     * otherwise it gives null.
     */
    public boolean returnsHostPointers() {
        return switch (this) {
            case LLVM_19, LLVM_20, LLVM_21, PORTABLE -> false;
            case LLVM_22, LLVM_23 -> true;
        };
    }

    /** Returns whether programs see devices also where offloading is disabled. */
    public boolean countsDisabledDevices() {
        return switch (this) {
            case LLVM_19, LLVM_20 -> true;
            case LLVM_21, LLVM_22, LLVM_23, PORTABLE -> false;
        };
    }

    /**
     * Returns whether code for this runtime runs on another one.
     *
     * @param library the version that the program finds; not {@link #PORTABLE}
     */
    public boolean runsOn(RuntimeAbi library) {
        return switch (this) {
            case PORTABLE -> true;
            case LLVM_19 -> library != LLVM_23;
            case LLVM_20, LLVM_21, LLVM_22 -> library != LLVM_19 && library != LLVM_23;
            case LLVM_23 -> library == LLVM_23;
        };
    }

    /**
     * Returns how a kernel has to get its arguments.
     *
     * @param onHost whether it is compiled for a host
     */
    public KernelForm kernelForm(boolean onHost) {
        return switch (this) {
            case LLVM_19, LLVM_20, LLVM_21, LLVM_22 -> KernelForm.POINTER_FIRST;
            case LLVM_23 -> KernelForm.POINTER_LAST;
            case PORTABLE -> onHost ? KernelForm.EITHER : KernelForm.POINTER_FIRST;
        };
    }

    /**
     * Returns whether a launch reaches kernels of a form.
     *
     * @param onHost whether they are compiled for a host
     */
    public boolean takes(KernelForm form, boolean onHost) {
        return switch (this) {
            case LLVM_19, LLVM_20, LLVM_21, LLVM_22 -> form != KernelForm.POINTER_LAST;
            case LLVM_23 -> form == KernelForm.POINTER_LAST;
            case PORTABLE -> onHost ? form == KernelForm.EITHER : form != KernelForm.POINTER_LAST;
        };
    }

    /**
     * Returns what launches say and hand over beside the kernel's arguments.
     *
     * @param besideHostImages whether the module has an image for a host: what the program is told of the device comes too
     *     late to choose
     */
    public LaunchForm launchForm(boolean besideHostImages) {
        return switch (this) {
            case LLVM_19, LLVM_20, LLVM_21, LLVM_22 -> besideHostImages ? LaunchForm.BOUNDS : LaunchForm.PLAIN;
            case LLVM_23 -> besideHostImages ? LaunchForm.BOUNDS_AND_PLACE : LaunchForm.PLACE;
            case PORTABLE -> besideHostImages ? LaunchForm.BOUNDS_EITHER : LaunchForm.PLAIN_EITHER;
        };
    }

    /** Returns the version of the containers for device images that the tools of this version write. */
    public int offloadBinaryVersion() {
        return switch (this) {
            case LLVM_19, LLVM_20, LLVM_21, LLVM_22, PORTABLE -> 1;
            case LLVM_23 -> 2;
        };
    }
}
