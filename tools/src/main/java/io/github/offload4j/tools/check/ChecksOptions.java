package io.github.offload4j.tools.check;

import io.github.offload4j.codegen.analysis.Check;
import io.github.offload4j.codegen.analysis.CheckOptions;
import io.github.offload4j.codegen.analysis.DeviceKind;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Option;

/** Which checks run, and how much their findings weigh. */
public final class ChecksOptions {
    @Option(
            names = "--check",
            paramLabel = "NAME=off|warning|error",
            description = "What becomes of the findings of a check: host-use-of-device-memory,"
                    + " kernel-use-of-host-memory, alias, extent, launch-bounds, direction, device-variable, update, lifetime,"
                    + " asynchronous, shared-memory, divergence or race. May be repeated.")
    private final Map<Check, CheckOptions.Level> levels = new LinkedHashMap<>();

    @Option(
            names = "--devices",
            paramLabel = "nvptx|amdgpu|x86-64|aarch64",
            split = ",",
            description = "Devices that the launches are for (default: those of the module's images).")
    private final Set<DeviceKind> devices = new LinkedHashSet<>();

    /** Returns the library's options. */
    public CheckOptions toCheckOptions() {
        CheckOptions options = CheckOptions.defaults();
        for (Map.Entry<Check, CheckOptions.Level> level : levels.entrySet()) {
            options = options.with(level.getKey(), level.getValue());
        }
        return devices.isEmpty() ? options : options.forDevices(EnumSet.copyOf(devices));
    }
}
