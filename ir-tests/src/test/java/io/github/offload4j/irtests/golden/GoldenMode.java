package io.github.offload4j.irtests.golden;

/** Whether golden files are compared with, or replaced. */
enum GoldenMode {
    /** A text that differs from the approved one fails. */
    CHECK,
    /** A text that differs replaces the approved one. */
    ACCEPT;

    static final String PROPERTY = "offload4j.golden";
    static final String CASE_PROPERTY = "offload4j.golden.case";

    /**
     * Returns the mode that the person who runs the build asks for.
     *
     * @param property what {@link #PROPERTY} is set to, or null
     * @param continuousIntegration what the environment says in {@code CI}, or null
     * @throws IllegalStateException when the property is unknown, or the build is nobody's in particular
     */
    static GoldenMode of(String property, String continuousIntegration) {
        if (property == null) {
            return CHECK;
        }
        if (!property.equals("accept")) {
            throw new IllegalStateException("-D" + PROPERTY + "=" + property + " is unknown; only 'accept' is");
        }
        if ("true".equals(continuousIntegration)) {
            throw new IllegalStateException("golden files are accepted by people, not where CI=true");
        }
        return ACCEPT;
    }

    /** Returns the command that accepts what a case emits now. */
    static String acceptCommand(String id) {
        return "./mvnw -q -pl ir-tests -am test -Dtest=GoldenTest -Dsurefire.failIfNoSpecifiedTests=false -D" + PROPERTY
                + "=accept -D" + CASE_PROPERTY + "=" + id;
    }
}
