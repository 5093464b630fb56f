package io.github.offload4j.tools.run;

import java.util.Map;

/** The signals that end processes, by their numbers on Linux. */
final class Signal {
    /** What Java adds to the number of the signal that ended a process. */
    private static final int ENDED_BY_SIGNAL = 128;

    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(1, "SIGHUP"),
            Map.entry(2, "SIGINT"),
            Map.entry(3, "SIGQUIT"),
            Map.entry(4, "SIGILL"),
            Map.entry(5, "SIGTRAP"),
            Map.entry(6, "SIGABRT"),
            Map.entry(7, "SIGBUS"),
            Map.entry(8, "SIGFPE"),
            Map.entry(9, "SIGKILL"),
            Map.entry(11, "SIGSEGV"),
            Map.entry(13, "SIGPIPE"),
            Map.entry(14, "SIGALRM"),
            Map.entry(15, "SIGTERM"));

    private Signal() {}

    static boolean ended(int exitCode) {
        return exitCode > ENDED_BY_SIGNAL;
    }

    static int number(int exitCode) {
        return exitCode - ENDED_BY_SIGNAL;
    }

    static String name(int number) {
        return NAMES.getOrDefault(number, "signal " + number);
    }
}
