package io.github.offload4j.runtime.probe;

import java.util.List;
import java.util.Objects;

/** What became of asking a libomptarget for its devices. */
public sealed interface ProbeResult {
    /**
     * It answered.
     *
     * @param devices in the order of their numbers; 19 has none before a program registers an image
     */
    record Answered(List<RuntimeDevice> devices) implements ProbeResult {
        /** Copies the list. */
        public Answered {
            Objects.requireNonNull(devices, "devices is null");
            devices = List.copyOf(devices);
        }
    }

    /**
     * It did not.
     *
     * @param reason what happened instead
     */
    record Failed(String reason) implements ProbeResult {
        /** Checks the values. */
        public Failed {
            Objects.requireNonNull(reason, "reason is null");
        }
    }
}
