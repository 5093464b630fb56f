package io.github.offload4j.codegen.emit.site;

import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrValue;
import java.util.function.Function;

/** The size of one array entry in bytes, known now or when the program runs. */
sealed interface Size {
    record Known(long bytes) implements Size {}

    /**
     * A size that the program computes.
     *
     * @param bytes emits the computation, or returns what was computed before
     */
    record Computed(Function<IrBuilder, IrValue> bytes) implements Size {
        static Computed of(IrValue value) {
            return new Computed(builder -> value);
        }
    }

    /** Returns what the constant sizes table holds: 0 stands in for a size that the program computes. */
    default long tableEntry() {
        return this instanceof Known size ? size.bytes() : 0;
    }

    /** Returns the size as an i64. */
    default IrValue value(IrContext context, IrBuilder builder) {
        return this instanceof Computed computed
                ? computed.bytes().apply(builder)
                : context.constant(Long.SIZE, tableEntry());
    }

    /** Returns whether the program computes it. */
    default boolean isComputed() {
        return this instanceof Computed;
    }
}
