package io.github.offload4j.codegen.device.math;

/**
 * A math function as a name says it, C's or an intrinsic's.
 *
 * @param function which
 * @param precision that its name says
 */
record NamedMath(MathFunction function, Precision precision) {
    /** Returns its type, as LLVM spells it. */
    String type() {
        return function.prototype().in(precision);
    }
}
