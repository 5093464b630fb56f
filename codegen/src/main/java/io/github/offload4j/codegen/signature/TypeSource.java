package io.github.offload4j.codegen.signature;

import io.github.offload4j.codegen.ir.IrType;
import java.util.Objects;

/** An LLVM type, at hand or in LLVM's spelling. */
public sealed interface TypeSource {
    /**
     * A type in LLVM's spelling, read when the call is emitted.
     *
     * @param text for example {@code [6 x float]} or {@code double}
     */
    record Text(String text) implements TypeSource {
        /** Checks the value. */
        public Text {
            Objects.requireNonNull(text, "type is null");
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /**
     * A type at hand.
     *
     * @param type the type
     */
    record Resolved(IrType type) implements TypeSource {
        /** Checks the value. */
        public Resolved {
            Objects.requireNonNull(type, "type is null");
        }

        @Override
        public String toString() {
            return type.toString();
        }
    }
}
