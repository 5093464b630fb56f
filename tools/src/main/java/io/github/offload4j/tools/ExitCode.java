package io.github.offload4j.tools;

/** What the process answers to its caller. */
public final class ExitCode {
    /** The command did what was asked. */
    public static final int DONE = 0;

    /** The input is wrong or cannot be read, the output cannot be written, or what was run or looked for failed. */
    public static final int BAD_INPUT = 1;

    /** The command line is wrong. */
    public static final int WRONG_USAGE = 2;

    /** A fault of irgen's own; the number that sysexits.h gives to it. */
    public static final int INTERNAL_FAULT = 70;

    private ExitCode() {}
}
