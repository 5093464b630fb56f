package io.github.offload4j.codegen.device.math;

import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import java.util.List;
import java.util.Optional;

/**
 * A math function as a kernel calls it.
 *
 * @param function which
 * @param precision of its numbers
 * @param approximate whether the call allows an approximation, by the fast-math flag {@code afn}
 */
record MathUse(MathFunction function, Precision precision, boolean approximate) {
    private static final String PREFIX = "offload4j.math.";
    private static final String INTRINSIC = "llvm";

    /** Returns what a call computes, or nothing when it is no math function of one number. */
    static Optional<MathUse> of(IrInstruction call) {
        return call.calledFunction()
                .flatMap(MathUse::named)
                .map(named -> new MathUse(named.function(), named.precision(), call.allowsApproximation()));
    }

    /** Returns what a function computes by its name, or nothing when it is no math function of one number. */
    static Optional<NamedMath> named(IrFunction function) {
        if (!function.isDeclaration()) {
            return Optional.empty();
        }
        List<String> parts = parts(function);
        return parts.get(0).equals(INTRINSIC)
                ? intrinsic(parts)
                        .flatMap(math -> parts.stream()
                                .skip(2)
                                .flatMap(part -> Precision.ofSuffix(part).stream())
                                .findFirst()
                                .map(precision -> new NamedMath(math, precision)))
                : MathFunction.named(function.name());
    }

    /** Returns whether a function is of C's math library or an intrinsic of the same meaning, of numbers or of vectors. */
    static boolean isMath(IrFunction function) {
        List<String> parts = parts(function);
        return parts.get(0).equals(INTRINSIC)
                ? intrinsic(parts).isPresent()
                : MathFunction.named(function.name()).isPresent();
    }

    private static List<String> parts(IrFunction function) {
        return List.of(function.name().split("\\.", -1));
    }

    private static Optional<MathFunction> intrinsic(List<String> parts) {
        return parts.size() < 2 ? Optional.empty() : MathFunction.ofIntrinsic(parts.get(1));
    }

    /** Returns the symbol of the function that computes it on a target that has no instruction for it. */
    String symbol() {
        return PREFIX + (approximate ? "fast." : "") + function.cName() + "." + precision.suffix();
    }

    /** Returns the symbol of the intrinsic that computes it; there has to be one. */
    String intrinsic() {
        return function.intrinsic().orElseThrow().symbol(function.cName(), precision);
    }

    /** Returns the same function of another precision. */
    MathUse in(Precision other) {
        return new MathUse(function, other, approximate);
    }

    /** Returns its type, as LLVM spells it. */
    String type() {
        return function.prototype().in(precision);
    }
}
