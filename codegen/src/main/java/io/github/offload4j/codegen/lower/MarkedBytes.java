package io.github.offload4j.codegen.lower;

import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.signature.Extent;
import java.util.Optional;
import java.util.OptionalLong;

/** How many bytes a mark maps: its second operand. */
final class MarkedBytes {
    private MarkedBytes() {}

    /** Returns them, or finds that a constant is no number of bytes. */
    static Optional<Extent> of(Mark mark, Findings findings) {
        IrValue bytes = mark.operand(1);
        OptionalLong constant = bytes.constantInteger();
        if (constant.isEmpty()) {
            return Optional.of(Extent.bytes(bytes.raw()));
        }
        if (constant.getAsLong() < 0) {
            findings.add(
                    mark,
                    "\"" + mark.bundle().tag() + "\" has " + constant.getAsLong() + " bytes; give a number from 0");
            return Optional.empty();
        }
        return Optional.of(Extent.bytes(constant.getAsLong()));
    }
}
