package io.github.offload4j.codegen.ir;

import java.util.List;

/**
 * An operand bundle of a call: a tag and values that belong together.
 *
 * @param tag the tag
 * @param values the values in order
 */
public record OperandBundle(String tag, List<IrValue> values) {
    /** Copies the list. */
    public OperandBundle {
        values = List.copyOf(values);
    }
}
