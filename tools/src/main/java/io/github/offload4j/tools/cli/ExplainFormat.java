package io.github.offload4j.tools.cli;

/** How offload sites are shown. */
public enum ExplainFormat {
    /** Words for people. */
    TEXT,
    /** JSON for programs. */
    JSON,
    /** A page for people with a browser. */
    HTML
}
