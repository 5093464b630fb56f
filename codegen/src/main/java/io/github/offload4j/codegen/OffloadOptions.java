package io.github.offload4j.codegen;

import io.github.offload4j.codegen.abi.LaunchForm.Place;
import io.github.offload4j.codegen.abi.RuntimeAbi;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.emit.runtime.Conventions;
import io.github.offload4j.codegen.option.DevicePointers;
import io.github.offload4j.codegen.option.LaunchFailure;
import io.github.offload4j.codegen.option.OnStatus;
import io.github.offload4j.codegen.option.Pinning;
import io.github.offload4j.codegen.option.Preset;
import io.github.offload4j.codegen.option.Registration;
import io.github.offload4j.codegen.option.Synchronization;
import io.github.offload4j.codegen.option.Transfers;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The choices that hold for a whole module. Immutable. */
public final class OffloadOptions {
    private final Conventions conventions;

    private OffloadOptions(Conventions conventions) {
        this.conventions = conventions;
    }

    /** Returns the defaults that {@link Builder} lists. */
    public static OffloadOptions defaults() {
        return builder().build();
    }

    /** Returns a builder that starts from the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the runtime that the code is for. */
    public RuntimeAbi runtime() {
        return conventions.abi();
    }

    /** Returns how the runtime learns of the module. */
    public Registration registration() {
        return conventions.registration();
    }

    /** Returns how kernel mode moves data. */
    public Transfers transfers() {
        return conventions.transfers();
    }

    /** Returns how the host waits for a CUDA device. */
    public Synchronization synchronization() {
        return conventions.synchronization();
    }

    /** Returns whether the program looks for overlapping arguments that the runtime does not map. */
    public boolean checksAliases() {
        return conventions.checkAliases();
    }

    /** Returns what happens when a host function returns an i32 that is not 0. */
    public OnStatus onStatus() {
        return conventions.onStatus();
    }

    /** Returns the options as the parts of this library take them. */
    @SuppressWarnings("exports") // for this library's own packages
    public Conventions conventions() {
        return conventions;
    }

    /** Returns the options in words. */
    @Override
    public String toString() {
        return conventions.toString();
    }

    /**
     * Collects options. The defaults:
     *
     * <ul>
     *   <li>runtime: {@link RuntimeAbi#LLVM_22}
     *   <li>preset: {@link Preset#DEFAULT}
     *   <li>transfers: {@link Transfers#SPLIT}
     *   <li>device pointers: {@link DevicePointers#RETURN_PARAM}
     *   <li>launch failure: {@link LaunchFailure#ABORT}
     *   <li>registration: {@link Registration#CONSTRUCTOR}
     *   <li>synchronization: {@link Synchronization#DEFAULT}
     *   <li>pinning: {@link Pinning#OFF}
     *   <li>status of host functions: {@link OnStatus#RETURN}
     *   <li>check aliases: no
     * </ul>
     *
     * <p>{@link Preset#RUSTC} decides everything but the runtime. Not safe for use by two threads at once.
     */
    public static final class Builder {
        private RuntimeAbi runtime = RuntimeAbi.LLVM_22;
        private Preset preset = Preset.DEFAULT;
        private @Nullable Transfers transfers;
        private @Nullable DevicePointers devicePointers;
        private @Nullable LaunchFailure launchFailure;
        private @Nullable Registration registration;
        private @Nullable Synchronization synchronization;
        private @Nullable Pinning pinning;
        private @Nullable OnStatus onStatus;
        private @Nullable Boolean checkAliases;

        private Builder() {}

        /** Sets the runtime that the code is for. */
        public Builder runtime(RuntimeAbi runtime) {
            this.runtime = Objects.requireNonNull(runtime, "runtime is null");
            return this;
        }

        /** Sets which lowering is followed. */
        public Builder preset(Preset preset) {
            this.preset = Objects.requireNonNull(preset, "preset is null");
            return this;
        }

        /** Sets how kernel mode moves data. */
        public Builder transfers(Transfers transfers) {
            this.transfers = Objects.requireNonNull(transfers, "transfers is null");
            return this;
        }

        /** Sets how host mode learns device addresses. */
        public Builder devicePointers(DevicePointers devicePointers) {
            this.devicePointers = Objects.requireNonNull(devicePointers, "devicePointers is null");
            return this;
        }

        /** Sets what a refused launch without fallback does. */
        public Builder launchFailure(LaunchFailure launchFailure) {
            this.launchFailure = Objects.requireNonNull(launchFailure, "launchFailure is null");
            return this;
        }

        /** Sets how the runtime learns of the module. */
        public Builder registration(Registration registration) {
            this.registration = Objects.requireNonNull(registration, "registration is null");
            return this;
        }

        /** Sets what happens when a host function returns an i32 that is not 0, unless the call has its own choice. */
        public Builder onStatus(OnStatus onStatus) {
            this.onStatus = Objects.requireNonNull(onStatus, "onStatus is null");
            return this;
        }

        /**
         * Sets how the host waits for a CUDA device. Anything but the default makes the program set it for the whole
         * process before the runtime starts, which makes a context on every CUDA device that the process sees. Programs
         * on machines without a CUDA driver are not affected.
         */
        public Builder synchronization(Synchronization synchronization) {
            this.synchronization = Objects.requireNonNull(synchronization, "synchronization is null");
            return this;
        }

        /** Sets which memory is registered with the CUDA driver while it is mapped. */
        public Builder pinning(Pinning pinning) {
            this.pinning = Objects.requireNonNull(pinning, "pinning is null");
            return this;
        }

        /**
         * Sets whether each site looks, when the program runs, for arguments that overlap in a way that the runtime does
         * not map: one begins or ends outside of another that is mapped before it. The program is stopped then, with a
         * message that names the function, the source line and both arguments.
         */
        public Builder checkAliases(boolean checkAliases) {
            this.checkAliases = checkAliases;
            return this;
        }

        /**
         * Returns the options.
         *
         * @throws OffloadException when preset {@code rustc} is combined with an option that it decides or a runtime that
         *     does not take its launches, or memory is to be pinned and launches map it
         */
        public OffloadOptions build() {
            boolean rustc = preset == Preset.RUSTC;
            if (rustc && runtime.launchForm(false).place() != Place.NONE) {
                throw new OffloadException(
                        Reason.OPTION,
                        "preset rustc launches as libomptarget 19 to 22 take it, which " + runtime.optionName()
                                + " does not; choose llvm-22 or older, or preset default");
            }
            if (transfers == Transfers.FUSED && pinning != null && pinning.isOn()) {
                throw new OffloadException(
                        Reason.OPTION,
                        "memory is pinned from begin to end calls, which fused transfers do not have; use split or"
                                + " resident transfers");
            }
            return new OffloadOptions(new Conventions(
                    runtime,
                    preset,
                    choose("transfers", transfers, Transfers.SPLIT, Transfers.SPLIT, rustc),
                    choose(
                            "device pointers",
                            devicePointers,
                            DevicePointers.RETURN_PARAM,
                            DevicePointers.GET_MAPPED_PTR,
                            rustc),
                    choose("launch failure", launchFailure, LaunchFailure.ABORT, LaunchFailure.IGNORE, rustc),
                    choose("registration", registration, Registration.CONSTRUCTOR, Registration.CONSTRUCTOR, rustc),
                    choose("synchronization", synchronization, Synchronization.DEFAULT, Synchronization.DEFAULT, rustc),
                    choose("pinning", pinning, Pinning.OFF, Pinning.OFF, rustc),
                    choose("status", onStatus, OnStatus.RETURN, OnStatus.RETURN, rustc),
                    choose("alias checks", checkAliases, false, false, rustc)));
        }

        private static <T> T choose(String what, @Nullable T chosen, T standard, T rustcChoice, boolean rustc) {
            if (!rustc) {
                return chosen == null ? standard : chosen;
            }
            if (chosen != null && !chosen.equals(rustcChoice)) {
                throw new OffloadException(
                        Reason.OPTION,
                        "preset rustc decides " + what + " itself; leave the option out, or use preset default");
            }
            return rustcChoice;
        }
    }
}
