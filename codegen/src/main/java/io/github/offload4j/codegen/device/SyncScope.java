package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.device.processor.Processors;
import io.github.offload4j.codegen.image.DeviceTarget;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whom an atomic access or a fence orders memory for, from one thread to everybody. Each processor family has its own
 * names, and LLVM ends the process at one that a target does not know; where a target lacks a scope, the next wider one
 * that it has does all that was asked for.
 */
enum SyncScope {
    /** One thread, against its own signal handlers. */
    THREAD("singlethread"),
    /** Threads that execute together. */
    WAVEFRONT("wavefront"),
    /** The threads of a block. */
    BLOCK("workgroup", "block"),
    /** The threads of neighbouring blocks. */
    CLUSTER("cluster"),
    /** The threads of a device. */
    DEVICE("agent", "device"),
    /** All threads of all devices, and of the host. */
    SYSTEM("", "system");

    /** What AMD calls the widest scope where an access orders its own kind of memory only, and adds to the others. */
    private static final String ONE_KIND_OF_MEMORY = "one-as";

    private static final String OF_ONE_KIND = "-" + ONE_KIND_OF_MEMORY;

    /** The names of that kind that AMD has; for any other one LLVM has no code. */
    private static final Set<String> AMD_OF_ONE_KIND = Set.of(
            ONE_KIND_OF_MEMORY,
            "singlethread" + OF_ONE_KIND,
            "wavefront" + OF_ONE_KIND,
            "workgroup" + OF_ONE_KIND,
            "agent" + OF_ONE_KIND);

    /** The first processors of NVIDIA whose blocks form clusters. */
    private static final int FIRST_WITH_CLUSTERS = 90;

    private final List<String> names;

    SyncScope(String... names) {
        this.names = List.of(names);
    }

    /** Returns the scope that a module means by a name, or nothing when no device has it. */
    static Optional<SyncScope> of(String name) {
        boolean ofOneKind = name.endsWith(OF_ONE_KIND) && !name.equals(OF_ONE_KIND);
        String named = ofOneKind ? name.substring(0, name.length() - OF_ONE_KIND.length()) : name;
        String plain = name.equals(ONE_KIND_OF_MEMORY) ? "" : named;
        return Arrays.stream(values())
                .filter(scope -> scope.names.contains(plain))
                .findFirst();
    }

    /** Returns a name that every target's modules may have. */
    String plainName() {
        return names.get(0);
    }

    /** Returns what a target calls what a module means by a name; one of its own names stays as it is. */
    static String translate(String name, DeviceTarget target) {
        SyncScope scope = of(name).orElseThrow(() -> new IllegalArgumentException("no scope '" + name + "'"));
        return switch (target.architecture()) {
            case NVPTX64 -> scope.inPtx(target.processor());
            case AMDGCN -> AMD_OF_ONE_KIND.contains(name) ? name : scope.ofAmd();
            case AARCH64, X86_64 -> scope.onHost();
        };
    }

    private String inPtx(String processor) {
        return switch (this) {
            // PTX has nothing narrower for atomic loads and stores
            case THREAD, WAVEFRONT, BLOCK -> "block";
            case CLUSTER -> Processors.number(processor) >= FIRST_WITH_CLUSTERS ? "cluster" : "device";
            case DEVICE -> "device";
            case SYSTEM -> "";
        };
    }

    /** What {@link HostAtomics} settles when it is known which thread runs what. */
    private String onHost() {
        return switch (this) {
            case THREAD -> onOneThread();
            case WAVEFRONT, BLOCK -> BLOCK.names.get(0);
            case CLUSTER, DEVICE -> DEVICE.names.get(0);
            case SYSTEM -> "";
        };
    }

    /** Returns what every target calls the scope of one thread and its signal handlers. */
    static String onOneThread() {
        return THREAD.names.get(0);
    }

    private String ofAmd() {
        return switch (this) {
            case THREAD -> "singlethread";
            case WAVEFRONT -> "wavefront";
            case BLOCK -> "workgroup";
            case CLUSTER, DEVICE -> "agent";
            case SYSTEM -> "";
        };
    }
}
