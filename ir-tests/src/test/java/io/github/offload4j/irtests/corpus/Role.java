package io.github.offload4j.irtests.corpus;

/** What the corpus's functions are in a program: the macros of {@code sites.h} that make a case of one. */
enum Role {
    /** They run on the device. */
    KERNEL("SITES(LAUNCH, %1$s, k_%1$s)", true, ""),
    /** They run on the host with device pointers. */
    CALLEE("SITES(CALL, %1$s, h_%1$s)", false, "-DCORPUS_CALLEES"),
    /** They run on the host, between sites. */
    HOST("AROUND(%1$s)", false, "");

    private final String macro;
    private final boolean declared;
    private final String definition;

    Role(String macro, boolean declared, String definition) {
        this.macro = macro;
        this.declared = declared;
        this.definition = definition;
    }

    /** Returns the line that makes a case of a function. */
    String line(String function) {
        String line = String.format(macro, function);
        return declared ? "void k_" + function + "(word *a, word *b, long n);\n" + line : line;
    }

    /** Returns whether the host's module has the functions' bodies. */
    boolean hasBodies() {
        return !declared;
    }

    /** Returns the preprocessor option that the bodies need, or nothing. */
    String definition() {
        return definition;
    }
}
