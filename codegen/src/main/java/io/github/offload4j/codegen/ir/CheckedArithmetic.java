package io.github.offload4j.codegen.ir;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Emits computations in signed numbers of 64 bits, and what tells whether one of them has no result. */
public final class CheckedArithmetic {
    private final IrModule module;
    private final IrContext context;
    private final IrBuilder builder;
    private final IrType wide;
    private @Nullable IrValue zero;
    private @Nullable IrValue overflow;

    /**
     * Makes computations.
     *
     * @param builder where they go
     */
    public CheckedArithmetic(IrModule module, IrBuilder builder) {
        this.module = module;
        this.context = module.context();
        this.builder = builder;
        this.wide = context.integer(Long.SIZE);
    }

    /** Returns an i1 that is true when something was divided by 0; nothing when that cannot be. */
    public Optional<IrValue> zero() {
        return Optional.ofNullable(zero);
    }

    /** Returns an i1 that is true when a number did not fit; nothing when all do. */
    public Optional<IrValue> overflow() {
        return Optional.ofNullable(overflow);
    }

    /** Returns a number. */
    public IrValue number(long value) {
        return context.constant(Long.SIZE, value);
    }

    /** Returns an integer of at most 64 bits as a number. */
    public IrValue widened(IrValue integer) {
        return builder.integerCast(integer, wide, true);
    }

    /** Returns the sum. */
    public IrValue add(IrValue left, IrValue right) {
        return checked("llvm.sadd.with.overflow.i64", left, right);
    }

    /** Returns the difference. */
    public IrValue subtract(IrValue left, IrValue right) {
        return checked("llvm.ssub.with.overflow.i64", left, right);
    }

    /** Returns the product. */
    public IrValue multiply(IrValue left, IrValue right) {
        return checked("llvm.smul.with.overflow.i64", left, right);
    }

    /** Returns the quotient without its fraction. */
    public IrValue divide(IrValue left, IrValue right) {
        return builder.divideSigned(left, divisor(left, right));
    }

    /** Returns the quotient rounded up. */
    public IrValue divideUp(IrValue left, IrValue right) {
        // the usual (n + d - 1) / d overflows for a large n; this does not, and is not above 0 for an n that is not
        IrValue divisor = divisor(left, right);
        IrValue quotient = builder.divideSigned(left, divisor);
        IrValue covered = builder.multiply(quotient, divisor);
        IrValue less = builder.compare(Comparison.LESS, covered, left, "");
        if (right.constantInteger().orElse(0) > 0) {
            return builder.add(quotient, builder.zeroExtend(less, wide));
        }
        IrValue more = builder.compare(Comparison.GREATER, covered, left, "");
        IrValue negative = builder.compare(Comparison.LESS, divisor, number(0), "");
        IrValue rest = builder.select(negative, more, less, "");
        return builder.add(quotient, builder.zeroExtend(rest, wide));
    }

    /** Returns the smaller one. */
    public IrValue least(IrValue left, IrValue right) {
        return builder.select(builder.compare(Comparison.LESS, left, right, ""), left, right, "");
    }

    /** Returns the larger one. */
    public IrValue greatest(IrValue left, IrValue right) {
        return builder.select(builder.compare(Comparison.GREATER, left, right, ""), left, right, "");
    }

    private IrValue checked(String intrinsic, IrValue left, IrValue right) {
        IrType type = context.function(context.struct(List.of(wide, context.integer(1))), List.of(wide, wide));
        IrValue both = builder.call(
                module.findFunction(intrinsic).orElseGet(() -> module.addFunction(intrinsic, type, Linkage.EXTERNAL)),
                List.of(left, right),
                "");
        overflow = either(overflow, builder.extract(both, 1));
        return builder.extract(both, 0);
    }

    private IrValue either(@Nullable IrValue before, IrValue more) {
        return before == null ? more : builder.or(before, more);
    }

    /** LLVM leaves open what a division does that has no result, so it gets another divisor. */
    private IrValue divisor(IrValue left, IrValue right) {
        OptionalLong constant = right.constantInteger();
        if (constant.isPresent() && constant.getAsLong() != -1 && constant.getAsLong() != 0) {
            return right;
        }
        IrValue isZero = builder.compare(Comparison.EQUAL, right, number(0), "");
        IrValue negates = builder.compare(Comparison.EQUAL, right, number(-1), "");
        IrValue least = builder.compare(Comparison.EQUAL, left, number(Long.MIN_VALUE), "");
        IrValue tooLarge = builder.and(negates, least);
        zero = either(zero, isZero);
        overflow = either(overflow, tooLarge);
        return builder.select(builder.or(isZero, tooLarge), number(1), right, "");
    }
}
