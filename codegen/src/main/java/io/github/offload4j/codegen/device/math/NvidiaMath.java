package io.github.offload4j.codegen.device.math;

import static io.github.offload4j.codegen.device.math.MathFunction.*;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** NVIDIA's GPUs: what PTX has exactly, and NVIDIA's libdevice for the rest. */
final class NvidiaMath implements TargetMath {
    static final String PREFIX = "__nv_";

    /** Those of which PTX has an exact instruction, or LLVM an exact sequence. */
    private static final Set<MathFunction> EXACT =
            EnumSet.of(CEIL, COPYSIGN, FABS, FLOOR, FMA, FMAX, FMIN, NEARBYINT, RINT, ROUND, ROUNDEVEN, SQRT, TRUNC);

    /** Those with an instruction that approximates single precision. */
    private static final Set<MathFunction> APPROXIMATE = EnumSet.of(COS, LOG2, SIN);

    /** Those that libdevice approximates in single precision. */
    private static final Set<MathFunction> FAST = EnumSet.of(EXP, EXP10, LOG, LOG10, POW, TAN);

    @Override
    public boolean isNative(MathUse use) {
        boolean single = use.precision() == Precision.SINGLE;
        return EXACT.contains(use.function())
                // libdevice's is the same instruction
                || (single && use.function() == EXP2)
                || (single && use.approximate() && APPROXIMATE.contains(use.function()));
    }

    @Override
    public Optional<Definition> definition(MathUse use) {
        if (use.precision().isShort()) {
            return Definition.promoted(
                    use, this, symbol(use.in(Precision.SINGLE), use.function().cName()));
        }
        return Optional.of(
                switch (use.function()) {
                    case LRINT -> Definition.forward(use, symbol(use, LLRINT.cName()));
                    case LROUND -> Definition.forward(use, symbol(use, LLROUND.cName()));
                    case SCALBLN ->
                        Definition.of(
                                use,
                                """
                              %low = call i64 @llvm.smax.i64(i64 %1, i64 -2147483648)
                              %high = call i64 @llvm.smin.i64(i64 %low, i64 2147483647)
                              %n = trunc i64 %high to i32
                              %r = call T @NAME(T %0, i32 %n)
                              ret T %r
                            """.replace("NAME", symbol(use, SCALBN.cName())),
                                "declare T @" + symbol(use, SCALBN.cName()) + "(T, i32)");
                    case FREXP_PAIR ->
                        Definition.of(
                                use,
                                """
                              %slot = alloca i32
                              %fraction = call T @NAME(T %0, ptr %slot)
                              %exponent = load i32, ptr %slot
                              %half = insertvalue { T, i32 } poison, T %fraction, 0
                              %both = insertvalue { T, i32 } %half, i32 %exponent, 1
                              ret { T, i32 } %both
                            """.replace("NAME", symbol(use, FREXP.cName())),
                                "declare T @" + symbol(use, FREXP.cName()) + "(T, ptr)");
                    case SINCOS_PAIR ->
                        Definition.of(
                                use,
                                """
                              %sine.slot = alloca T
                              %cosine.slot = alloca T
                              call void @NAME(T %0, ptr %sine.slot, ptr %cosine.slot)
                              %sine = load T, ptr %sine.slot
                              %cosine = load T, ptr %cosine.slot
                              %half = insertvalue { T, T } poison, T %sine, 0
                              %both = insertvalue { T, T } %half, T %cosine, 1
                              ret { T, T } %both
                            """.replace("NAME", symbol(use, SINCOS.cName())),
                                "declare void @" + symbol(use, SINCOS.cName()) + "(T, ptr, ptr)");
                    default ->
                        Definition.forward(use, symbol(use, use.function().cName()));
                });
    }

    private static String symbol(MathUse use, String cName) {
        boolean single = use.precision() == Precision.SINGLE;
        boolean fast = single && use.approximate() && FAST.contains(use.function());
        return PREFIX + (fast ? "fast_" : "") + cName + (single ? "f" : "");
    }

    @Override
    public String libraryPrefix() {
        return PREFIX;
    }

    @Override
    public List<String> ownSymbols() {
        return List.of(PREFIX, Reflection.FUNCTION);
    }

    @Override
    public String libraryName() {
        return "NVIDIA's libdevice";
    }
}
