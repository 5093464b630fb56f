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
    DEVICE("offload.device", "i32 argument"),
    FALLBACK("offload.fallback", "ptr function"),
    ENTER("offload.enter", "i64 device"),
    EXIT("offload.exit", "i64 device"),
    UPDATE("offload.update", "i64 device");

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

    /** Returns every tag in quotes. */
    static String list() {
        return Arrays.stream(values()).map(BundleTag::toString).collect(Collectors.joining(", "));
    }

    /** Returns whether a call can have only one of these. */
    boolean isSingle() {
        return this != MAP && this != DEVICE;
    }

    /** Returns what is wrong with the number or the types of a bundle's operands. */
    Optional<String> misfit(OperandBundle bundle) {
        List<IrValue> values = bundle.values();
        if (values.size() != operands.size()) {
            return Optional.of(
                    this + " has " + counted(values.size()) + " instead of " + operands.size() + "; " + usage());
        }
        for (int i = 0; i < operands.size(); i++) {
            String wanted = operands.get(i).substring(0, operands.get(i).indexOf(' '));
            IrType given = values.get(i).type();
            if (!given.toString().equals(wanted)) {
                return Optional.of("operand " + (i + 1) + " of " + this + " is " + given + " instead of " + wanted
                        + "; " + usage());
            }
        }
        return Optional.empty();
    }

    private static String counted(int operands) {
        return operands == 1 ? "1 operand" : operands + " operands";
    }

    /** Returns what to write. */
    String usage() {
        return "write " + this + "(" + String.join(", ", operands) + ")";
    }

    /** Returns the tag in quotes, as it is written in IR. */
    @Override
    public String toString() {
        return '"' + text + '"';
    }
}
