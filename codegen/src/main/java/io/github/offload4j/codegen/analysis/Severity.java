package io.github.offload4j.codegen.analysis;

/** How much a finding weighs. */
public enum Severity {
    /** The program may be meant that way. */
    WARNING,
    /** The program is wrong. */
    ERROR
}
