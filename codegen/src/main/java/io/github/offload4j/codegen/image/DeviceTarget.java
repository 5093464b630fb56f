package io.github.offload4j.codegen.image;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a device image is for.
 *
 * @param architecture the processor family
 * @param processor LLVM's name for the processor, for example {@code sm_90}, or {@link #NATIVE}
 */
public record DeviceTarget(Architecture architecture, String processor) {
    /** The processor of the machine that compiles, for the host's own architecture. */
    public static final String NATIVE = "native";

    /**
     * Checks the values.
     *
     * @throws OffloadException when the processor's name does not have the family's form
     */
    public DeviceTarget {
        Objects.requireNonNull(architecture, "architecture is null");
        Objects.requireNonNull(processor, "processor is null");
        if (!architecture.takes(processor)) {
            throw new OffloadException(
                    Reason.ARGUMENT,
                    "'" + processor + "' is no processor of " + architecture.optionName() + "; give for example "
                            + architecture.optionName() + ":" + architecture.exampleProcessor());
        }
    }

    /**
     * Reads a target as {@code --target} spells it: {@code nvptx64:sm_90}, {@code amdgcn:gfx90a}, {@code x86_64}, {@code
     * x86_64:x86-64-v3}, {@code aarch64:neoverse-v2}. The processor {@code native} of a host is the one of the machine that compiles.
     *
     * @throws OffloadException when the family is unknown, or a GPU's processor is missing or malformed
     */
    public static DeviceTarget parse(String text) {
        Objects.requireNonNull(text, "text is null");
        String[] parts = text.split(":", 2);
        Architecture architecture = Architecture.of(parts[0])
                .filter(a -> a.optionName().equals(parts[0]))
                .orElseThrow(() -> new OffloadException(
                        Reason.ARGUMENT,
                        "unknown device target '" + text
                                + "'; the targets are nvptx64:sm_XX, amdgcn:gfxXXX, x86_64 and aarch64"));
        if (parts.length == 2) {
            return new DeviceTarget(architecture, parts[1]);
        }
        String plain = architecture
                .plainProcessor()
                .orElseThrow(() -> new OffloadException(
                        Reason.ARGUMENT,
                        "device target '" + text + "' names no processor; give for example " + text + ":"
                                + architecture.exampleProcessor()));
        return new DeviceTarget(architecture, plain);
    }

    /**
     * Returns targets as images are made for them, in the order in which each is first named: the processors of a family of
     * hosts together, since the runtime takes an image of the family whatever its processor, and every GPU alone.
     */
    public static List<List<DeviceTarget>> perImage(List<DeviceTarget> targets) {
        Objects.requireNonNull(targets, "targets is null");
        Map<Object, List<DeviceTarget>> groups = new LinkedHashMap<>();
        for (DeviceTarget target : new LinkedHashSet<>(targets)) {
            Objects.requireNonNull(target, "target is null");
            Object group = target.architecture().isHost() ? target.architecture() : target;
            groups.computeIfAbsent(group, key -> new ArrayList<>()).add(target);
        }
        return List.copyOf(groups.values());
    }

    /** Returns whether every machine of the host's family is good enough. */
    public boolean isPlain() {
        return architecture.plainProcessor().equals(Optional.of(processor));
    }

    /** Returns LLVM's triple. */
    public String triple() {
        return architecture.triple();
    }

    /** Returns the target as {@link #parse} reads it. */
    @Override
    public String toString() {
        return isPlain() ? architecture.optionName() : architecture.optionName() + ":" + processor;
    }
}
