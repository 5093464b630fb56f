package io.github.offload4j.tools.explain;

import io.github.offload4j.codegen.abi.MapFlag;
import io.github.offload4j.codegen.analysis.site.OffloadSite;
import io.github.offload4j.codegen.fact.KnownBits;

/**
 * Where an argument's bytes go.
 *
 * @param in whether they are copied to the device
 * @param out whether they are copied back
 * @param text the same in words
 */
record Travel(boolean in, boolean out, String text) {
    static Travel of(ArgumentView argument, OffloadSite.Mode mode) {
        String direction = argument.direction().replaceFirst(".*, ", "");
        boolean in = direction.equals("to") || direction.equals("tofrom");
        boolean out = direction.equals("from") || direction.equals("tofrom");
        String part = argument.direction().substring(0, argument.direction().length() - direction.length());
        return new Travel(in, out, part + words(direction, mode) + perhaps(argument, out));
    }

    private static String words(String direction, OffloadSite.Mode mode) {
        boolean whole = mode == OffloadSite.Mode.KERNEL || mode == OffloadSite.Mode.HOST;
        String start = whole ? "before the call" : "at the begin";
        String end = whole ? "after it" : "at the end";
        return switch (direction) {
            case "to" ->
                switch (mode) {
                    case KERNEL, HOST, REGION -> "to the device " + start;
                    case ENTER -> "to the device, where it stays";
                    case EXIT, UPDATE -> "to the device";
                };
            case "from" ->
                switch (mode) {
                    case KERNEL, HOST, REGION -> "back to the host " + end;
                    case EXIT -> "back to the host, and off the device";
                    case ENTER, UPDATE -> "back to the host";
                };
            case "tofrom" -> "to the device " + start + ", back to the host " + end;
            case "alloc" -> "nowhere; the device has memory for it";
            case "release" -> "nowhere; one use of it on the device ends";
            case "delete" -> "nowhere; it leaves the device";
            case "value" -> "as a value, with the call";
            case "device pointer" -> "nowhere; it is on the device already";
            case "value or device pointer" -> "as a value, or an address of the device, with the call";
            case "attach" -> "nowhere; a pointer on the device is made to point to it";
            case "private" -> "a copy of its own for each thread";
            case "launch bounds" -> "the sizes of the launch, for kernels on hosts";
            case "the runtime's own" -> "a place that the runtime fills";
            default -> "as the program decides when it runs";
        };
    }

    private static String perhaps(ArgumentView argument, boolean out) {
        KnownBits end = argument.flags().getOrDefault("end", KnownBits.exactly(0));
        boolean may = !end.isUnknown() && (end.possible() & MapFlag.FROM.bit()) != 0;
        return may && !out ? ", perhaps back after it" : "";
    }
}
