package io.github.offload4j.runtime.jit;

/** Numbers of 16 bits, LLVM's {@code half}, which Java has no type for. */
public final class HalfPrecision {
    private static final int MANTISSA = 10;
    private static final int BIAS = 15;
    private static final int INFINITY = 0x7c00;
    private static final int QUIET = 0x0200;

    private HalfPrecision() {}

    /** Returns the number that is nearest to another, an even one where two are; an infinity beyond the largest. */
    public static short of(float number) {
        int bits = Float.floatToRawIntBits(number);
        int sign = bits >>> 16 & 0x8000;
        float magnitude = Math.abs(number);
        if (Float.isNaN(number)) {
            return (short) (sign | INFINITY | QUIET | (bits >>> 13 & 0x3ff));
        }
        int exponent = Math.max(Math.getExponent(magnitude), 1 - BIAS);
        if (exponent > BIAS) {
            return (short) (sign | INFINITY);
        }
        // exact, since both are powers of two in range; what rounds up to the next power carries into the exponent
        int units = (int) Math.rint(Math.scalb((double) magnitude, MANTISSA - exponent));
        int normal = units >= 1 << MANTISSA ? exponent + BIAS - 1 : 0;
        return (short) (sign | (normal << MANTISSA) + units);
    }

    /** Returns the same number as a {@code float}. */
    public static float toFloat(short half) {
        int exponent = half >>> MANTISSA & 0x1f;
        int units = half & 0x3ff;
        float magnitude;
        if (exponent == 0x1f) {
            magnitude = Float.intBitsToFloat(0x7f800000 | units << 13);
        } else if (exponent == 0) {
            magnitude = Math.scalb((float) units, 1 - BIAS - MANTISSA);
        } else {
            magnitude = Math.scalb((float) (units | 1 << MANTISSA), exponent - BIAS - MANTISSA);
        }
        return half < 0 ? -magnitude : magnitude;
    }
}
