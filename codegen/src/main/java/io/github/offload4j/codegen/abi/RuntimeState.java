package io.github.offload4j.codegen.abi;

import java.util.List;
import java.util.Set;

/** The runtime's functions by what they have to do with its state: which device is meant, and what is mapped. */
public final class RuntimeState {
    /** What the names of the runtime's functions begin with: its ABI, OpenMP's API, and LLVM's extensions of that. */
    private static final List<String> PREFIXES = List.of("__tgt_", "__kmpc_omp_", "omp_", "ompx_", "llvm_omp_");

    /** Those that only say what does not depend on mappings, and change nothing; Fortran's names end in an underscore. */
    private static final Set<String> QUESTIONS = Set.of(
            "__kmpc_global_thread_num",
            "omp_get_default_device",
            "omp_get_device_num",
            "omp_get_initial_device",
            "omp_get_max_threads",
            "omp_get_num_devices",
            "omp_get_num_procs",
            "omp_get_num_teams",
            "omp_get_num_threads",
            "omp_get_team_num",
            "omp_get_thread_limit",
            "omp_get_thread_num",
            "omp_get_wtick",
            "omp_get_wtime",
            "omp_in_parallel",
            "omp_is_initial_device");

    /** What chooses the device that -1 stands for, in C's spelling and in Fortran's. */
    public static final Set<String> DEVICE_SETTERS = Set.of("omp_set_default_device", "omp_set_default_device_");

    private RuntimeState() {}

    /** What a function of some name has to do with the runtime's state. */
    public enum Role {
        /** It is none of the runtime's. */
        NONE,
        /** It asks for what never depends on mappings. */
        QUESTION,
        /** It chooses the device that -1 stands for. */
        DEFAULT_DEVICE,
        /** It may change mappings, or ask what is mapped. */
        MAPPINGS
    }

    /** Returns the role of a function by its symbol, C's or Fortran's. */
    public static Role of(String symbol) {
        String name =
                symbol.startsWith("omp_") && symbol.endsWith("_") ? symbol.substring(0, symbol.length() - 1) : symbol;
        if (QUESTIONS.contains(name)) {
            return Role.QUESTION;
        }
        if (DEVICE_SETTERS.contains(name)) {
            return Role.DEFAULT_DEVICE;
        }
        return PREFIXES.stream().anyMatch(name::startsWith) ? Role.MAPPINGS : Role.NONE;
    }
}
