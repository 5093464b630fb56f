package io.github.offload4j.codegen.analysis;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Which checks run, and how much their findings weigh. Immutable; the methods return changed copies. */
public final class CheckOptions {
    /** What becomes of a check's findings. */
    public enum Level {
        /** The check does not run. */
        OFF,
        /** Each finding is a warning. */
        WARNING,
        /** Each finding is an error. */
        ERROR
    }

    private final Map<Check, Level> levels;
    private final Set<DeviceKind> devices;

    private CheckOptions(Map<Check, Level> levels, Set<DeviceKind> devices) {
        this.levels = levels;
        this.devices = devices;
    }

    /** Returns the defaults: every check runs, each finding weighs what the check says, and images tell the devices. */
    public static CheckOptions defaults() {
        return new CheckOptions(new EnumMap<>(Check.class), EnumSet.noneOf(DeviceKind.class));
    }

    /** Returns these options with another level for a check. */
    public CheckOptions with(Check check, Level level) {
        Objects.requireNonNull(check, "check is null");
        Objects.requireNonNull(level, "level is null");
        Map<Check, Level> changed = new EnumMap<>(levels);
        changed.put(check, level);
        return new CheckOptions(changed, devices);
    }

    /**
     * Returns these options with the devices that the program is for, whatever images the module has; without any, images
     * tell.
     */
    public CheckOptions forDevices(Set<DeviceKind> kinds) {
        Objects.requireNonNull(kinds, "kinds is null");
        Set<DeviceKind> copy = EnumSet.noneOf(DeviceKind.class);
        copy.addAll(kinds);
        return new CheckOptions(levels, copy);
    }

    boolean runsAny() {
        return Arrays.stream(Check.values()).anyMatch(this::runs);
    }

    boolean runs(Check check) {
        return levels.get(check) != Level.OFF;
    }

    Severity severity(Finding finding) {
        Level level = levels.get(finding.check());
        if (level == null || level == Level.OFF) {
            return finding.severity();
        }
        return level == Level.ERROR ? Severity.ERROR : Severity.WARNING;
    }

    Optional<Set<DeviceKind>> devices() {
        return devices.isEmpty() ? Optional.empty() : Optional.of(devices);
    }
}
