package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.codegen.ir.ConstantFacts;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrValue;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a kernel says that stops because it came to a function that never returns: the place and the reason. */
final class StopText {
    private static final Pattern HASH = Pattern.compile("17h[0-9a-f]{16}E$");
    private static final Pattern LAST_NAME = Pattern.compile(".*?(\\d+)_?([A-Za-z_][A-Za-z0-9_]*)$");
    private static final String ASSERTION = "__assert_fail";
    private static final String CONSTANT = "panic_const_";

    private StopText() {}

    /**
     * Returns the text for a call, with a line's end.
     *
     * @param function what the source calls the function that the call is in
     */
    static String of(IrInstruction call, String function) {
        String stop = call.calledFunction().orElseThrow().name();
        String stopped = ": error: the kernel stopped in '" + function + "': ";
        Optional<String> failed = stop.equals(ASSERTION) ? assertion(call, stopped) : Optional.empty();
        String place = call.location().map(SourceLocation::toString).orElse("offload4j");
        return failed.orElseGet(() -> place + stopped + reason(name(stop))) + "\n";
    }

    /** C passes the expression, the file, the line and the function. */
    private static Optional<String> assertion(IrInstruction call, String stopped) {
        List<IrValue> given = call.arguments();
        if (given.size() != 4
                || !given.get(0).type().isPointer()
                || !given.get(1).type().isPointer()) {
            return Optional.empty();
        }
        Optional<String> expression = ConstantFacts.text(given.get(0));
        Optional<String> file = ConstantFacts.text(given.get(1));
        OptionalLong line = given.get(2).constantInteger();
        return expression.isPresent() && file.isPresent() && line.isPresent()
                ? Optional.of(
                        file.get() + ":" + line.getAsLong() + stopped + "assertion '" + expression.get() + "' failed")
                : Optional.empty();
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
            case ASSERTION -> "assertion failed";
            case "llvm.trap", "llvm.ubsantrap" -> "trap";
            default -> "'" + name + "' ends the program";
        };
    }
}
