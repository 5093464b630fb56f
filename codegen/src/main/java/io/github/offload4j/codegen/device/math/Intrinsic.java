package io.github.offload4j.codegen.device.math;

/** How LLVM names the intrinsic of a math function, and what types the name is overloaded with. */
enum Intrinsic {
    /** By C's name and the precision. */
    SAME("", "%s"),
    FREXP_PAIR("frexp", "%s.i32"),
    LDEXP("", "%s.i32"),
    MAXNUM("maxnum", "%s"),
    MINNUM("minnum", "%s"),
    POWI("", "%s.i32"),
    SINCOS_PAIR("sincos", "%s"),
    /** By the result as well. */
    TO_LONG("", "i64.%s");

    private final String base;
    private final String types;

    Intrinsic(String base, String types) {
        this.base = base;
        this.types = types;
    }

    /** Returns the name without {@code llvm.} and types. */
    String base(String cName) {
        return base.isEmpty() ? cName : base;
    }

    /** Returns the whole name. */
    String symbol(String cName, Precision precision) {
        return "llvm." + base(cName) + "." + types.formatted(precision.suffix());
    }
}
