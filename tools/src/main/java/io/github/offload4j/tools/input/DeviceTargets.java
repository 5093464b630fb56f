package io.github.offload4j.tools.input;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.image.HostSystem;
import io.github.offload4j.runtime.cuda.NativeTargets;
import java.util.List;
import java.util.stream.Stream;

/** What {@code --target} names. */
public final class DeviceTargets {
    /** The GPUs of this machine. */
    private static final String NATIVE = "nvptx64:native";

    private DeviceTargets() {}

    /** Returns the processor of this machine as a target is spelled. */
    public static String thisProcessor() {
        return HostSystem.ofThisProcess().orElse(HostSystem.X86_64).optionName() + ":" + DeviceTarget.NATIVE;
    }

    /**
     * Returns the targets, in the order given and each once.
     *
     * @param given as the command line spells them
     * @throws OffloadException when one is not a target, or this machine has no GPU that is asked for
     */
    public static List<DeviceTarget> parse(List<String> given) {
        return given.stream().flatMap(DeviceTargets::parse).distinct().toList();
    }

    /** Returns whether this machine has a GPU that kernels can be compiled for. */
    public static boolean hasGpu() {
        try {
            return !NativeTargets.onThisMachine().isEmpty();
        } catch (OffloadException none) {
            return false;
        }
    }

    private static Stream<DeviceTarget> parse(String text) {
        return text.equals(NATIVE) ? NativeTargets.onThisMachine().stream() : Stream.of(DeviceTarget.parse(text));
    }
}
