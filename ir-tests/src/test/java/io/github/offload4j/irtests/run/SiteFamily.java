package io.github.offload4j.irtests.run;

/** Some functions with offload sites, and the driver that calls them and checks what they did. */
interface SiteFamily {
    /** Returns the C file of the scenarios. */
    String driver();

    /** Returns the functions without their sites. */
    String text();

    /** Emits the sites. */
    void emit(EmittedModule module);
}
