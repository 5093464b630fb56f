package io.github.offload4j.codegen.device;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A type of values that the lanes of a warp can give one another. */
enum WarpType {
    /** Integers of 32 bits. */
    I32("i32"),
    /** Integers of 64 bits. */
    I64("i64"),
    /** Numbers in single precision. */
    F32("float"),
    /** Numbers in double precision. */
    F64("double");

    private final String spelling;

    WarpType(String spelling) {
        this.spelling = spelling;
    }

    /** Returns how names of functions end that are for values of the type. */
    String suffix() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns LLVM's spelling. */
    String spelling() {
        return spelling;
    }

    static Optional<WarpType> of(String suffix) {
        return Arrays.stream(values())
                .filter(type -> type.suffix().equals(suffix))
                .findFirst();
    }

    /** Returns how names end, for messages. */
    static String suffixes() {
        return Arrays.stream(values()).map(WarpType::suffix).collect(Collectors.joining(", "));
    }
}
