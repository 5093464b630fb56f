package io.github.offload4j.codegen.device.math;

import static io.github.offload4j.codegen.device.math.MathFunction.*;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** AMD's GPUs: what LLVM makes instructions of, and the library ocml of ROCm's device libraries for the rest. */
final class AmdMath implements TargetMath {
    static final String PREFIX = "__ocml_";

    /** Those of which the processors have an exact instruction, or LLVM an exact sequence. */
    private static final Set<MathFunction> EXACT = EnumSet.of(
            CEIL,
            COPYSIGN,
            FABS,
            FLOOR,
            FMA,
            FMAX,
            FMIN,
            FREXP_PAIR,
            LDEXP,
            NEARBYINT,
            RINT,
            ROUND,
            ROUNDEVEN,
            SQRT,
            TRUNC);

    /** Those that LLVM computes in single precision as ocml does. */
    private static final Set<MathFunction> SINGLE = EnumSet.of(EXP, EXP10, EXP2, LOG, LOG10, LOG2);

    /** Those that LLVM approximates in single precision, with an error that grows with the argument. */
    private static final Set<MathFunction> APPROXIMATE = EnumSet.of(COS, POW, SIN);

    /** Those that ocml does not have. */
    private static final Set<MathFunction> MISSING = EnumSet.of(JN, YN);

    @Override
    public boolean isNative(MathUse use) {
        boolean single = use.precision() == Precision.SINGLE;
        return EXACT.contains(use.function())
                || (single && SINGLE.contains(use.function()))
                || (single && use.approximate() && APPROXIMATE.contains(use.function()));
    }

    @Override
    public Optional<Definition> definition(MathUse use) {
        if (MISSING.contains(use.function())) {
            return Optional.empty();
        }
        if (use.precision().isShort()) {
            return Definition.promoted(use, this, symbol(use.in(Precision.SINGLE)));
        }
        return Optional.of(
                switch (use.function()) {
                    case LRINT, LLRINT -> Definition.of(use, """
                              %whole = call T @llvm.rint.S(T %0)
                              %r = call i64 @llvm.fptosi.sat.i64.S(T %whole)
                              ret i64 %r
                            """);
                    case LROUND, LLROUND -> Definition.of(use, """
                              %whole = call T @llvm.round.S(T %0)
                              %r = call i64 @llvm.fptosi.sat.i64.S(T %whole)
                              ret i64 %r
                            """);
                    case SCALBN -> Definition.of(use, """
                              %r = call T @llvm.ldexp.S.i32(T %0, i32 %1)
                              ret T %r
                            """);
                    case SCALBLN -> Definition.of(use, """
                              %low = call i64 @llvm.smax.i64(i64 %1, i64 -2147483648)
                              %high = call i64 @llvm.smin.i64(i64 %low, i64 2147483647)
                              %n = trunc i64 %high to i32
                              %r = call T @llvm.ldexp.S.i32(T %0, i32 %n)
                              ret T %r
                            """);
                    case FREXP -> Definition.of(use, """
                              %both = call { T, i32 } @llvm.frexp.S.i32(T %0)
                              %fraction = extractvalue { T, i32 } %both, 0
                              %exponent = extractvalue { T, i32 } %both, 1
                              store i32 %exponent, ptr %1
                              ret T %fraction
                            """);
                    case MODF -> throughSlot(use, "T", "T %0", "%1");
                    case REMQUO -> throughSlot(use, "i32", "T %0, T %1", "%2");
                    case SINCOS -> Definition.of(use, """
                              %slot = alloca T, addrspace(5)
                              %sine = call T @__ocml_sincos_S(T %0, ptr addrspace(5) %slot)
                              %cosine = load T, ptr addrspace(5) %slot
                              store T %sine, ptr %1
                              store T %cosine, ptr %2
                              ret void
                            """, "declare T @__ocml_sincos_S(T, ptr addrspace(5))");
                    case SINCOS_PAIR -> Definition.of(use, """
                              %slot = alloca T, addrspace(5)
                              %sine = call T @__ocml_sincos_S(T %0, ptr addrspace(5) %slot)
                              %cosine = load T, ptr addrspace(5) %slot
                              %half = insertvalue { T, T } poison, T %sine, 0
                              %both = insertvalue { T, T } %half, T %cosine, 1
                              ret { T, T } %both
                            """, "declare T @__ocml_sincos_S(T, ptr addrspace(5))");
                    default -> Definition.forward(use, symbol(use));
                });
    }

    /** Defines a function of the library that wants a private place for its second result. */
    private static Definition throughSlot(MathUse use, String second, String arguments, String place) {
        String callee = symbol(use);
        String types = arguments.replaceAll(" %\\d", "");
        return Definition.of(
                use,
                """
                  %slot = alloca SECOND, addrspace(5)
                  %first = call T @NAME(ARGUMENTS, ptr addrspace(5) %slot)
                  %second = load SECOND, ptr addrspace(5) %slot
                  store SECOND %second, ptr PLACE
                  ret T %first
                """.replace("SECOND", second)
                        .replace("NAME", callee)
                        .replace("ARGUMENTS", arguments)
                        .replace("PLACE", place),
                "declare T @" + callee + "(" + types + ", ptr addrspace(5))");
    }

    private static String symbol(MathUse use) {
        String name = use.function() == POWI ? "pown" : use.function().cName();
        return PREFIX + name + "_" + use.precision().suffix();
    }

    @Override
    public String libraryPrefix() {
        return PREFIX;
    }

    @Override
    public List<String> ownSymbols() {
        return List.of(PREFIX);
    }

    @Override
    public String libraryName() {
        return "ROCm's device libraries";
    }
}
