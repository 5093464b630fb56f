package io.github.offload4j.codegen.analysis;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** A soundness check. The names are stable: options and findings carry them. */
public enum Check {
    /** Host code follows, changes or compares a device address. */
    HOST_USE_OF_DEVICE_MEMORY,
    /** A kernel gets, or finds in mapped memory, a host address that it follows. */
    KERNEL_USE_OF_HOST_MEMORY,
    /** One memory block is mapped twice in a way that loses data or stops the program. */
    ALIAS,
    /** A mapping is larger than the object, empty, negative, or has a size that does not fit. */
    EXTENT,
    /** A grid or a block that cannot be launched. */
    LAUNCH_BOUNDS,
    /** A kernel writes what is not copied back, or reads what is not copied in, or a result is copied into a constant. */
    DIRECTION,
    /** A kernel reads a device variable that nobody fills, or one is mapped as if that filled it. */
    DEVICE_VARIABLE,
    /** An update of what no device has. */
    UPDATE,
    /** An enter or an exit that cannot do what it is for: of what is mapped already, or is not, or stays for ever. */
    LIFETIME,
    /** The memory of an asynchronous site is used, or goes, before the program has waited for it, or nothing waits. */
    ASYNCHRONOUS,
    /** A kernel reads shared memory that nobody has written, or has none that the launch was to give. */
    SHARED_MEMORY,
    /** Threads of a block, or lanes of a warp, do not come together where they have to. */
    DIVERGENCE,
    /** Threads of a block do not wait for one another between their accesses to shared memory. */
    RACE;

    /** Returns the name, for example {@code launch-bounds}. */
    public String optionName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the check with a name, or nothing when there is none. */
    public static Optional<Check> fromOptionName(String name) {
        Objects.requireNonNull(name, "name is null");
        for (Check check : values()) {
            if (check.optionName().equals(name)) {
                return Optional.of(check);
            }
        }
        return Optional.empty();
    }
}
