package io.github.offload4j.runtime.embedded;

import io.github.offload4j.codegen.abi.RuntimeAbi;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * How the embedded devices behave.
 *
 * @param devices how many there are
 * @param defaultDevice the one that -1 stands for
 * @param enabled whether programs may offload; otherwise every launch is refused and data calls do nothing
 * @param strict whether what libomptarget overlooks is an error; otherwise it is overlooked here too
 * @param runtime the version of libomptarget whose ways they have
 */
public record EmbeddedOptions(int devices, int defaultDevice, boolean enabled, boolean strict, RuntimeAbi runtime) {
    /** As many devices as libomptarget's host plugin has. */
    private static final int STANDARD_DEVICES = 4;

    /**
     * Checks the values.
     *
     * @throws OffloadException when there is no device, the default device has a negative number, or the runtime is none
     */
    public EmbeddedOptions {
        Objects.requireNonNull(runtime, "runtime is null");
        if (devices < 1) {
            throw new OffloadException(Reason.OPTION, devices + " devices; at least one is needed");
        }
        if (defaultDevice < 0) {
            throw new OffloadException(Reason.OPTION, "default device " + defaultDevice + " is negative");
        }
        if (runtime == RuntimeAbi.PORTABLE) {
            throw new OffloadException(
                    Reason.OPTION, "portable is code for several runtimes, and devices are of one; name a version");
        }
    }

    /** Returns four devices, the first of them the default, strict, with the ways of libomptarget 22. */
    public static EmbeddedOptions defaults() {
        return new EmbeddedOptions(STANDARD_DEVICES, 0, true, true, RuntimeAbi.LLVM_22);
    }

    /**
     * Returns the defaults, changed as {@code OMP_DEFAULT_DEVICE} and {@code OMP_TARGET_OFFLOAD} of the environment ask.
     *
     * @throws OffloadException when {@code OMP_DEFAULT_DEVICE} is not a number
     */
    public static EmbeddedOptions fromEnvironment() {
        return from(System.getenv());
    }

    static EmbeddedOptions from(Map<String, String> environment) {
        EmbeddedOptions options = defaults();
        String number = environment.getOrDefault("OMP_DEFAULT_DEVICE", "").strip();
        if (!number.isEmpty()) {
            if (!number.matches("\\d{1,9}")) {
                throw new OffloadException(
                        Reason.ARGUMENT, "OMP_DEFAULT_DEVICE is '" + number + "'; it names a device by its number");
            }
            options = options.withDefaultDevice(Integer.parseInt(number));
        }
        String offload =
                environment.getOrDefault("OMP_TARGET_OFFLOAD", "").strip().toUpperCase(Locale.ROOT);
        return offload.equals("DISABLED") ? options.disabled() : options;
    }

    /** Returns these options with another number of devices. */
    public EmbeddedOptions withDevices(int count) {
        return new EmbeddedOptions(count, defaultDevice, enabled, strict, runtime);
    }

    /** Returns these options with another default device; one that does not exist is an error when it is used. */
    public EmbeddedOptions withDefaultDevice(int number) {
        return new EmbeddedOptions(devices, number, enabled, strict, runtime);
    }

    /** Returns these options with offloading refused, as {@code OMP_TARGET_OFFLOAD=DISABLED} does. */
    public EmbeddedOptions disabled() {
        return new EmbeddedOptions(devices, defaultDevice, false, strict, runtime);
    }

    /** Returns these options with libomptarget's silence where it is silent. */
    public EmbeddedOptions lenient() {
        return new EmbeddedOptions(devices, defaultDevice, enabled, false, runtime);
    }

    /**
     * Returns these options with the ways of another version of libomptarget.
     *
     * @throws OffloadException when it is {@link RuntimeAbi#PORTABLE}
     */
    public EmbeddedOptions as(RuntimeAbi version) {
        return new EmbeddedOptions(devices, defaultDevice, enabled, strict, version);
    }
}
