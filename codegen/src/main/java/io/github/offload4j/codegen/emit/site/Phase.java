package io.github.offload4j.codegen.emit.site;

/** The calls of a site that take a map-type array of their own. */
enum Phase {
    BEGIN("begin"),
    KERNEL("kernel"),
    END("end");

    private final String suffix;

    Phase(String suffix) {
        this.suffix = suffix;
    }

    /** Returns the last part of the array's name. */
    String suffix() {
        return suffix;
    }
}
