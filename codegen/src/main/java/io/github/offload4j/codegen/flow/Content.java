package io.github.offload4j.codegen.flow;

import io.github.offload4j.codegen.ir.IrValue;
import java.util.Optional;

/** What is known of the content of some bytes at a point of a program. */
sealed interface Content {
    /**
     * The bytes of a value.
     *
     * @param value a scalar of exactly as many bytes
     */
    record Scalar(IrValue value) implements Content {}

    /** Nothing is known, or different things on different paths. */
    record Unknown() implements Content {}

    /** Nothing was written there. */
    record Unwritten() implements Content {}

    /** Returns that nothing is known. */
    static Content unknown() {
        return new Unknown();
    }

    /** Returns the content by a value that may not be known. */
    static Content of(Optional<IrValue> value) {
        return value.<Content>map(Scalar::new).orElseGet(Unknown::new);
    }

    /** Returns what is known where two paths meet; bytes that one of them left unwritten have no say. */
    default Content meet(Content other) {
        if (this instanceof Unwritten || equals(other)) {
            return other;
        }
        return other instanceof Unwritten ? this : unknown();
    }
}
