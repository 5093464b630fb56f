package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.codegen.ir.IrInstruction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a kernel says that stops because it came to a function that never returns: the place and the reason. */
final class StopText {
    private static final Pattern HASH = Pattern.compile("17h[0-9a-f]{16}E$");
    private static final Pattern LAST_NAME = Pattern.compile(".*?(\\d+)_?([A-Za-z_][A-Za-z0-9_]*)$");
    private static final String CONSTANT = "panic_const_";

    private StopText() {}

    /** Returns the text for a call, with a line's end. */
    static String of(IrInstruction call, String symbol) {
        String place = call.location().map(SourceLocation::toString).orElse("offload4j");
        return place + ": error: the kernel stopped: " + reason(name(symbol)) + "\n";
    }

    /** Returns the last part of the name that the source code has for a symbol of Rust, or the symbol. */
    static String name(String symbol) {
        if (!symbol.startsWith("_ZN") && !symbol.startsWith("_R")) {
            return symbol;
        }
        String rest = HASH.matcher(symbol).replaceFirst("");
        Matcher last = LAST_NAME.matcher(rest);
        while (last.matches()) {
            String name = last.group(2);
            int length = Integer.parseInt(last.group(1).length() > 4 ? "0" : last.group(1));
            if (name.length() == length) {
                return name;
            }
            // the number belongs to a name that holds another number
            int next =
                    rest.indexOf(last.group(1), last.start(1)) + last.group(1).length();
            last.region(Math.min(next, rest.length()), rest.length());
        }
        return symbol;
    }

    private static String reason(String name) {
        if (name.startsWith(CONSTANT)) {
            return name.substring(CONSTANT.length()).replace('_', ' ');
        }
        if (name.startsWith("slice_")) {
            return "slice index out of range";
        }
        return switch (name) {
            case "panic_bounds_check" -> "index out of bounds";
            case "panic", "panic_fmt", "panic_nounwind", "panic_display", "panic_explicit" -> "panic";
            case "unwrap_failed", "expect_failed" -> "no value to unwrap";
            case "__assert_fail" -> "assertion failed";
            default -> "'" + name + "' ends the program";
        };
    }
}
