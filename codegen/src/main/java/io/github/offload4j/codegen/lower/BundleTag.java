package io.github.offload4j.codegen.lower;

import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.OperandBundle;
import io.github.offload4j.codegen.signature.DataAction;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The bundles that mark a call. */
enum BundleTag {
    OFFLOAD("offload", "i1 host", "i64 device"),
    GRID("offload.grid", "i32 x", "i32 y", "i32 z"),
    BLOCK("offload.block", "i32 x", "i32 y", "i32 z"),
    SHARED("offload.shared", "i32 bytes"),
    MAP("offload.map", "i32 argument", "i64 bytes", "i64 bits"),
    SECTION("offload.section", "i32 argument", "i64 element bytes", "i64 offset", "i64 count", "i64 stride"),
    MEMBER("offload.member", "i32 argument", "i64 bytes", "i64 bits", "i64 offset", "..."),
    MEMBER_SECTION(
            "offload.member.section",
            "i32 argument",
            "i64 element bytes",
            "i64 bits",
            "i64 dimensions",
            "i64 offset",
            "i64 count",
            "i64 stride",
            "..."),
    MAPPER("offload.mapper", "i32 argument", "ptr function"),
    DEVICE("offload.device", "i32 argument"),
    FALLBACK("offload.fallback", "ptr function"),
    ENTER("offload.enter", "i64 device"),
    EXIT("offload.exit", "i64 device"),
    UPDATE("offload.update", "i64 device"),
    NOWAIT("offload.nowait"),
    DEPEND("offload.depend", "i32 argument", "i32 kind"),
    WAIT("offload.wait", "i64 device");

    private static final int TRIPLE = 3;
    private static final int MOST_DIMENSIONS = 3;

    private final String text;
    private final List<String> operands;

    BundleTag(String text, String... operands) {
        this.text = text;
        this.operands = List.of(operands);
    }

    /** Returns the tag of what is done to data. */
    static BundleTag of(DataAction action) {
        return switch (action) {
            case ENTER -> ENTER;
            case EXIT -> EXIT;
            case UPDATE -> UPDATE;
        };
    }

    static Optional<BundleTag> of(String tag) {
        return Arrays.stream(values()).filter(t -> t.text.equals(tag)).findFirst();
    }

    /** Returns whether a bundle is meant for us, known or not. */
    static boolean isMark(String tag) {
        return tag.equals(OFFLOAD.text) || tag.startsWith(OFFLOAD.text + ".");
    }

    /** Returns the tag. */
    String text() {
        return text;
    }

    /** Returns every tag in quotes. */
    static String list() {
        return Arrays.stream(values()).map(BundleTag::toString).collect(Collectors.joining(", "));
    }

    /** Returns whether a call can have only one of these. */
    boolean isSingle() {
        return this != MAP
                && this != SECTION
                && this != MEMBER
                && this != MEMBER_SECTION
                && this != MAPPER
                && this != DEVICE
                && this != DEPEND;
    }

    /** Returns what is wrong with the number or the types of a bundle's operands. */
    Optional<String> misfit(OperandBundle bundle) {
        List<IrValue> values = bundle.values();
        if (!takes(values.size())) {
            String expected = this == SECTION ? "5, 8 or 11" : (repeats() ? "at least " : "") + named();
            return Optional.of(this + " has " + counted(values.size()) + " instead of " + expected + "; " + usage());
        }
        for (int i = 0; i < values.size(); i++) {
            String operand = operands.get(place(i));
            String wanted = operand.substring(0, operand.indexOf(' '));
            IrType given = values.get(i).type();
            if (!given.toString().equals(wanted)) {
                return Optional.of("operand " + (i + 1) + " of " + this + " is " + given + " instead of " + wanted
                        + "; " + usage());
            }
        }
        return Optional.empty();
    }

    /** A section has a triple for each of its dimensions, a member as many offsets as lead to it. */
    private boolean takes(int values) {
        int more = values - named();
        boolean dimensions = this == SECTION && more % TRIPLE == 0 && more > 0 && more / TRIPLE < MOST_DIMENSIONS;
        return more == 0 || dimensions || (repeats() && more > 0);
    }

    private int named() {
        return operands.size() - (repeats() ? 1 : 0);
    }

    /** Returns the operand that one of a bundle's stands for. */
    private int place(int index) {
        if (index < named()) {
            return index;
        }
        return repeats() ? named() - 1 : index - TRIPLE * ((index - named()) / TRIPLE + 1);
    }

    /** Returns whether the last operand that has a name may come several times. */
    private boolean repeats() {
        return !operands.isEmpty() && operands.get(operands.size() - 1).equals("...");
    }

    private static String counted(int operands) {
        return operands == 1 ? "1 operand" : operands + " operands";
    }

    /** Returns what to write. */
    String usage() {
        String more = this == SECTION ? ", ..." : "";
        return "write " + this + "(" + String.join(", ", operands) + more + ")";
    }

    /** Returns the tag in quotes, as it is written in IR. */
    @Override
    public String toString() {
        return '"' + text + '"';
    }
}
