package io.github.offload4j.codegen.device.math;

/**
 * A function of C's math library.
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
