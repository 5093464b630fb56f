package io.github.offload4j.codegen.emit.site;

/** The calls of a site that take a map-type array of their own. */
public enum Phase {
    /** The call that maps. */
    BEGIN("begin"),
    /** The launch. */
    KERNEL("kernel"),
    /** The call that unmaps. */
    END("end"),
    /** The call that copies what is mapped. */
    UPDATE("update");

    private final String suffix;

    Phase(String suffix) {
        this.suffix = suffix;
    }

    /** Returns the last part of the array's name. */
    String suffix() {
        return suffix;
    }
}
