package io.github.offload4j.codegen.device.math;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A math function that kernels may call, by C's name, which ends in {@code f} for single precision, by LLVM's intrinsic,
 * or both. A call is refused where a target lacks it.
 */
enum MathFunction {
    ACOS("T (T)", Intrinsic.SAME),
    ACOSH("T (T)"),
    ASIN("T (T)", Intrinsic.SAME),
    ASINH("T (T)"),
    ATAN("T (T)", Intrinsic.SAME),
    ATAN2("T (T, T)", Intrinsic.SAME),
    ATANH("T (T)"),
    CBRT("T (T)"),
    CEIL("T (T)", Intrinsic.SAME),
    COPYSIGN("T (T, T)", Intrinsic.SAME),
    COS("T (T)", Intrinsic.SAME),
    COSH("T (T)", Intrinsic.SAME),
    ERF("T (T)"),
    ERFC("T (T)"),
    EXP("T (T)", Intrinsic.SAME),
    EXP10("T (T)", Intrinsic.SAME),
    EXP2("T (T)", Intrinsic.SAME),
    EXPM1("T (T)"),
    FABS("T (T)", Intrinsic.SAME),
    FDIM("T (T, T)"),
    FLOOR("T (T)", Intrinsic.SAME),
    FMA("T (T, T, T)", Intrinsic.SAME),
    FMAX("T (T, T)", Intrinsic.MAXNUM),
    FMIN("T (T, T)", Intrinsic.MINNUM),
    FMOD("T (T, T)"),
    FREXP("T (T, ptr)"),
    /** LLVM's intrinsic, which returns both results. */
    FREXP_PAIR("{ T, i32 } (T)", Intrinsic.FREXP_PAIR),
    HYPOT("T (T, T)"),
    ILOGB("i32 (T)"),
    J0("T (T)"),
    J1("T (T)"),
    JN("T (i32, T)"),
    LDEXP("T (T, i32)", Intrinsic.LDEXP),
    LGAMMA("T (T)"),
    LLRINT("i64 (T)", Intrinsic.TO_LONG),
    LLROUND("i64 (T)", Intrinsic.TO_LONG),
    LOG("T (T)", Intrinsic.SAME),
    LOG10("T (T)", Intrinsic.SAME),
    LOG1P("T (T)"),
    LOG2("T (T)", Intrinsic.SAME),
    LOGB("T (T)"),
    LRINT("i64 (T)", Intrinsic.TO_LONG),
    LROUND("i64 (T)", Intrinsic.TO_LONG),
    MODF("T (T, ptr)"),
    NEARBYINT("T (T)", Intrinsic.SAME),
    NEXTAFTER("T (T, T)"),
    POW("T (T, T)", Intrinsic.SAME),
    /** LLVM's intrinsic, which has no name in C. */
    POWI("T (T, i32)", Intrinsic.POWI),
    REMAINDER("T (T, T)"),
    REMQUO("T (T, T, ptr)"),
    RINT("T (T)", Intrinsic.SAME),
    ROUND("T (T)", Intrinsic.SAME),
    ROUNDEVEN("T (T)", Intrinsic.SAME),
    RSQRT("T (T)"),
    SCALBLN("T (T, i64)"),
    SCALBN("T (T, i32)"),
    SIN("T (T)", Intrinsic.SAME),
    SINCOS("void (T, ptr, ptr)"),
    /** LLVM's intrinsic, which returns both results. */
    SINCOS_PAIR("{ T, T } (T)", Intrinsic.SINCOS_PAIR),
    SINH("T (T)", Intrinsic.SAME),
    SQRT("T (T)", Intrinsic.SAME),
    TAN("T (T)", Intrinsic.SAME),
    TANH("T (T)", Intrinsic.SAME),
    TGAMMA("T (T)"),
    TRUNC("T (T)", Intrinsic.SAME),
    Y0("T (T)"),
    Y1("T (T)"),
    YN("T (i32, T)");

    private static final Map<String, MathFunction> INTRINSICS = new HashMap<>();
    private static final Map<String, NamedMath> NAMES = new HashMap<>();

    static {
        for (MathFunction function : values()) {
            function.intrinsic.ifPresent(intrinsic -> INTRINSICS.put(intrinsic.base(function.cName()), function));
            if (function.hasNameInC()) {
                NAMES.put(function.cName(), new NamedMath(function, Precision.DOUBLE));
                NAMES.put(function.cName() + "f", new NamedMath(function, Precision.SINGLE));
            }
        }
    }

    private final Prototype prototype;
    private final Optional<Intrinsic> intrinsic;

    MathFunction(String prototype) {
        this.prototype = Prototype.of(prototype);
        this.intrinsic = Optional.empty();
    }

    MathFunction(String prototype, Intrinsic intrinsic) {
        this.prototype = Prototype.of(prototype);
        this.intrinsic = Optional.of(intrinsic);
    }

    /** Returns the function that a symbol names in C. */
    static Optional<NamedMath> named(String symbol) {
        return Optional.ofNullable(NAMES.get(symbol));
    }

    /**
     * Returns the function that an intrinsic computes.
     *
     * @param base without {@code llvm.} and without types
     */
    static Optional<MathFunction> ofIntrinsic(String base) {
        return Optional.ofNullable(INTRINSICS.get(base));
    }

    /** Returns its name in C's double precision. */
    String cName() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    boolean hasNameInC() {
        return this != POWI && this != FREXP_PAIR && this != SINCOS_PAIR;
    }

    Prototype prototype() {
        return prototype;
    }

    Optional<Intrinsic> intrinsic() {
        return intrinsic;
    }
}
