package io.github.offload4j.codegen.device.math;

import java.util.Optional;

/** A binary floating-point format that math functions exist for. */
enum Precision {
    HALF("half", "f16"),
    BFLOAT("bfloat", "bf16"),
    SINGLE("float", "f32"),
    DOUBLE("double", "f64");

    private final String type;
    private final String suffix;

    Precision(String type, String suffix) {
        this.type = type;
        this.suffix = suffix;
    }

    /** Returns LLVM's word for the type. */
    String type() {
        return type;
    }

    /** Returns how names of overloaded functions end. */
    String suffix() {
        return suffix;
    }

    /** Returns whether libraries compute in single precision and round. */
    boolean isShort() {
        return this == HALF || this == BFLOAT;
    }

    static Optional<Precision> ofType(String type) {
        for (Precision precision : values()) {
            if (precision.type.equals(type)) {
                return Optional.of(precision);
            }
        }
        return Optional.empty();
    }

    static Optional<Precision> ofSuffix(String suffix) {
        for (Precision precision : values()) {
            if (precision.suffix.equals(suffix)) {
                return Optional.of(precision);
            }
        }
        return Optional.empty();
    }
}
