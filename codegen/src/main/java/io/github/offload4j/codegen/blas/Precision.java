package io.github.offload4j.codegen.blas;

import java.util.Locale;

/** The type of a routine's elements, which its name begins with. */
public enum Precision {
    /** Single precision, {@code s}. */
    S("float", Float.BYTES),
    /** Double precision, {@code d}. */
    D("double", Double.BYTES);

    private final String type;
    private final int bytes;

    Precision(String type, int bytes) {
        this.type = type;
        this.bytes = bytes;
    }

    String letter() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the type of an element in LLVM's spelling. */
    public String type() {
        return type;
    }

    /** Returns the size of an element in bytes. */
    public int bytes() {
        return bytes;
    }
}
