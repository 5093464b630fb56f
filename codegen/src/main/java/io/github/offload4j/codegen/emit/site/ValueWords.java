package io.github.offload4j.codegen.emit.site;

import io.github.offload4j.codegen.diagnostic.ArgumentLabel;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.signature.Argument;
import io.github.offload4j.codegen.signature.Passing;
import java.util.ArrayList;
import java.util.List;

/**
 * Values that do not fit the runtime's 8 bytes for an argument, as they are in memory: so many words, of which the last may
 * have bytes that mean nothing. A kernel puts them together again.
 */
final class ValueWords {
    private static final int ALIGNMENT = 16;

    private ValueWords() {}

    /** Returns the size in bytes of what an argument passes by value. */
    static long bytes(Argument argument, Extents extents, String what) {
        return argument.passing() instanceof Passing.Copied copied
                ? ((Size.Known) extents.size(copied.extent(), what)).bytes()
                : extents.storedBytes(argument.value().type(), what);
    }

    /** Returns the words of an argument, emitting the copy that they are read from. */
    static List<IrValue> of(Argument argument, Extents extents, ArgumentLabel label, IrBuilder builder) {
        IrContext context = extents.context();
        IrType word = context.integer(Long.SIZE);
        long bytes = bytes(argument, extents, label.inMessage());
        int count = (int) ((bytes + Long.BYTES - 1) / Long.BYTES);
        IrType words = context.array(word, count);
        IrValue copy;
        try (IrBuilder entry = builder.pastAllocas()) {
            copy = entry.alloca(words, "value", ALIGNMENT);
        }
        if (argument.passing().kind() == Passing.Kind.COPIED) {
            builder.copyBytes(copy, argument.value(), bytes);
        } else {
            builder.store(argument.value(), copy, ALIGNMENT);
        }
        List<IrValue> loaded = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            loaded.add(builder.load(word, builder.elementAddress(words, copy, i, ""), Long.BYTES, ""));
        }
        return loaded;
    }
}
