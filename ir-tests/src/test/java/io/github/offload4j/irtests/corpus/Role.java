package io.github.offload4j.irtests.corpus;

import java.util.List;

/** What the corpus's functions are in a program: the macros of {@code sites.h} that make a case of one. */
enum Role {
    /** They run on the device. */
    KERNEL(false, ""),
    /** They run on the host with device pointers. */
    CALLEE(true, "-DCORPUS_CALLEES"),
    /** They run on the host, between sites; and so do the cases of {@code around.c}. */
    HOST(true, "");

    private static final List<String> MEMORY = List.of("STACK", "GLOBALS", "HEAP");

    private final boolean bodies;
    private final String definition;

    Role(boolean bodies, String definition) {
        this.bodies = bodies;
        this.definition = definition;
    }

    /** Returns the lines that make a case of a function; its number chooses one of several kinds of memory. */
    String lines(String function, int number) {
        return switch (this) {
            case KERNEL ->
                "void k_" + function + "(word *a, word *b, long n);\nSITES(LAUNCH, " + function + ", k_" + function
                        + ")\n";
            case CALLEE -> "SITES(CALL, " + function + ", h_" + function + ")\n";
            case HOST -> "AROUND(" + function + ", " + MEMORY.get(number % MEMORY.size()) + ")\n";
        };
    }

    /** Returns whether the host's module has the functions' bodies. */
    boolean hasBodies() {
        return bodies;
    }

    /** Returns the preprocessor option that the bodies need, or nothing. */
    String definition() {
        return definition;
    }
}
