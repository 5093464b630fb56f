package io.github.offload4j.irtests.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Functions with marked calls, in a file beside their driver.
 *
 * @param name what both files are called
 */
record MarkedSites(String name) implements SiteFamily {
    /** Calls of host functions. */
    static final SiteFamily CALLS = new MarkedSites("lowered");

    /** Launches that the runtime refuses. */
    static final SiteFamily LAUNCHES = new MarkedSites("launched");

    @Override
    public String driver() {
        return name + ".cc";
    }

    @Override
    public String text() {
        try (InputStream in = MarkedSites.class.getResourceAsStream("/run/" + name + ".ll")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void emit(EmittedModule module) {
        module.lower();
    }
}
