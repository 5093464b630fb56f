package io.github.offload4j.runtime.probe;

import io.github.offload4j.codegen.image.HostSystem;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A device as libomptarget describes it.
 *
 * @param number what programs call it
 * @param properties by the names that the runtime's plugin gives them, in its order
 */
public record RuntimeDevice(int number, Map<String, String> properties) {
    private static final String ELF_DEVICE = "Device Type";

    /** Copies the map. */
    public RuntimeDevice {
        Objects.requireNonNull(properties, "properties is null");
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }

    /** Returns what its maker calls it. */
    public Optional<String> name() {
        return property("Product Name").or(() -> property("Device Name"));
    }

    /** Returns whether it is this machine's own processor. */
    public boolean isHost() {
        return name().isEmpty() && property(ELF_DEVICE).isPresent();
    }

    /** Returns its memory in bytes. */
    public Optional<Long> memoryBytes() {
        return property("Global Memory Size")
                .map(text -> text.replaceAll("\\D.*", ""))
                .filter(digits -> !digits.isEmpty() && digits.length() < 19)
                .map(Long::valueOf);
    }

    /** Returns the {@code --target} that fits it. */
    public Optional<String> target() {
        if (isHost()) {
            return HostSystem.ofThisProcess().map(HostSystem::optionName);
        }
        Optional<String> nvidia = property("Compute Capabilities")
                .filter(text -> text.matches("\\d+\\.\\d+"))
                .map(text -> "nvptx64:sm_" + text.replace(".", ""));
        return nvidia.or(() -> property("Device Name")
                .filter(text -> text.matches("gfx[0-9a-f]+.*"))
                .map(text -> "amdgcn:" + text.replaceAll(":.*", "")));
    }

    private Optional<String> property(String key) {
        return Optional.ofNullable(properties.get(key));
    }
}
