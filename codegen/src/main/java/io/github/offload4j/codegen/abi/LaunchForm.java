package io.github.offload4j.codegen.abi;

/**
 * What a launch says and hands over beside the kernel's arguments.
 *
 * @param version of the kernel-arguments struct
 * @param bounds where the address of the struct is handed to the kernel, which on a host finds the sizes of the grid there
 * @param place whether there is an entry behind all others for what the runtime adds
 * @param flags of the launch
 */
public record LaunchForm(int version, Bounds bounds, Place place, long flags) {
    /** Where the address of a launch's struct is among what the kernel gets. */
    public enum Bounds {
        /** Nowhere. */
        NONE,
        /** In front of the arguments. */
        FIRST,
        /** Behind the arguments. */
        LAST
    }

    /** Whether the arrays have an entry for what the runtime adds. */
    public enum Place {
        /** They have none. */
        NONE,
        /** They have one, and the launch counts it. */
        COUNTED,
        /** They have one, which the launch counts where the program has found that it runs on 23 or later. */
        FROM_23
    }

    static final LaunchForm PLAIN = new LaunchForm(
            RuntimeConstants.KERNEL_ARGUMENTS_VERSION, Bounds.NONE, Place.NONE, RuntimeConstants.LAUNCH_FLAGS);

    static final LaunchForm BOUNDS = new LaunchForm(
            RuntimeConstants.KERNEL_ARGUMENTS_VERSION_WITHOUT_HIDDEN,
            Bounds.FIRST,
            Place.NONE,
            RuntimeConstants.LAUNCH_FLAGS);

    static final LaunchForm PLACE = new LaunchForm(
            RuntimeConstants.KERNEL_ARGUMENTS_VERSION_WITH_PLACE,
            Bounds.NONE,
            Place.COUNTED,
            RuntimeConstants.STRICT_SIZES);

    static final LaunchForm BOUNDS_AND_PLACE = new LaunchForm(
            RuntimeConstants.KERNEL_ARGUMENTS_VERSION_WITH_PLACE,
            Bounds.LAST,
            Place.COUNTED,
            RuntimeConstants.STRICT_SIZES);

    static final LaunchForm PLAIN_EITHER = new LaunchForm(
            RuntimeConstants.KERNEL_ARGUMENTS_VERSION, Bounds.NONE, Place.NONE, RuntimeConstants.STRICT_SIZES);

    static final LaunchForm BOUNDS_EITHER = new LaunchForm(
            RuntimeConstants.KERNEL_ARGUMENTS_VERSION_WITHOUT_HIDDEN,
            Bounds.FIRST,
            Place.FROM_23,
            RuntimeConstants.STRICT_SIZES);
}
