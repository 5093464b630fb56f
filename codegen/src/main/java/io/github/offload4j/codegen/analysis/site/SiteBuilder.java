package io.github.offload4j.codegen.analysis.site;

import io.github.offload4j.codegen.analysis.site.OffloadSite.Mode;
import io.github.offload4j.codegen.ir.Address;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts the runtime calls of one function together: those between a begin and its ends that share its pointer array. */
final class SiteBuilder {
    private final DevicePointerFinder devicePointers;
    private final List<Group> groups = new ArrayList<>();
    private final Map<Address, Group> open = new HashMap<>();

    SiteBuilder(DevicePointerFinder devicePointers) {
        this.devicePointers = devicePointers;
    }

    private static final class Group {
        private final List<RuntimeCall> calls = new ArrayList<>();
        private final List<Launch> launches = new ArrayList<>();

        private Optional<RuntimeCall> call(RuntimeCall.Kind kind) {
            return calls.stream().filter(c -> c.kind() == kind).findFirst();
        }
    }

    /** Adds a data call; calls come in the order of the program text. */
    void add(RuntimeCall call) {
        Optional<Group> known = call.pointers().map(open::get);
        boolean closes = call.kind() == RuntimeCall.Kind.END && known.isPresent();
        Group group = closes ? known.get() : newGroup();
        group.calls.add(call);
        if (call.kind() == RuntimeCall.Kind.BEGIN) {
            call.pointers().ifPresent(address -> open.put(address, group));
        }
    }

    /** Adds a launch. */
    void add(Launch launch) {
        Optional<Group> known = launch.call().pointers().map(open::get);
        known.orElseGet(this::newGroup).launches.add(launch);
    }

    private Group newGroup() {
        Group group = new Group();
        groups.add(group);
        return group;
    }

    List<OffloadSite> build() {
        return groups.stream().map(this::site).toList();
    }

    private OffloadSite site(Group group) {
        List<DevicePointer> pointers =
                group.call(RuntimeCall.Kind.BEGIN).map(devicePointers::pointers).orElse(List.of());
        List<HostCall> hostCalls = devicePointers.calls(pointers);
        return new OffloadSite(mode(group, hostCalls), group.calls, group.launches, hostCalls, pointers);
    }

    private static Mode mode(Group group, List<HostCall> hostCalls) {
        if (!group.launches.isEmpty()) {
            return Mode.KERNEL;
        }
        if (!hostCalls.isEmpty()) {
            return Mode.HOST;
        }
        if (group.call(RuntimeCall.Kind.UPDATE).isPresent()) {
            return Mode.UPDATE;
        }
        if (group.call(RuntimeCall.Kind.BEGIN).isEmpty()) {
            return Mode.EXIT;
        }
        return group.call(RuntimeCall.Kind.END).isPresent() ? Mode.REGION : Mode.ENTER;
    }
}
