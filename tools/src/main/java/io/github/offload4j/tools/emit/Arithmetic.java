package io.github.offload4j.tools.emit;

import io.github.offload4j.codegen.ir.Comparison;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Linkage;
import io.github.offload4j.tools.spec.Quantity;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Emits the computation of expressions in signed numbers of 64 bits. */
final class Arithmetic {
    private final IrModule module;
    private final IrContext context;
    private final IrBuilder builder;
    private final IrType wide;
    private @Nullable IrValue zero;
    private @Nullable IrValue overflow;

    Arithmetic(IrModule module, IrBuilder builder) {
        this.module = module;
        this.context = module.context();
        this.builder = builder;
        this.wide = context.integer(Long.SIZE);
    }

    /**
     * A number that the program computes.
     *
     * @param value an i64, which means nothing where one of the others is true
     * @param zero an i1: something is divided by 0
     * @param overflow an i1: a number on the way does not fit
     */
    record Result(IrValue value, Optional<IrValue> zero, Optional<IrValue> overflow) {}

    /** Emits an expression. */
    Result compute(Quantity quantity, Function<String, IrValue> names) {
        zero = null;
        overflow = null;
        IrValue value = emit(quantity, names);
        return new Result(value, Optional.ofNullable(zero), Optional.ofNullable(overflow));
    }

    private IrValue emit(Quantity quantity, Function<String, IrValue> names) {
        if (quantity instanceof Quantity.Constant constant) {
            return number(constant.value());
        }
        if (quantity instanceof Quantity.Named named) {
            return builder.integerCast(names.apply(named.parameter()), wide, true);
        }
        Quantity.Operation operation = (Quantity.Operation) quantity;
        IrValue left = emit(operation.left(), names);
        IrValue right = emit(operation.right(), names);
        return switch (operation.operator()) {
            case ADD -> checked("llvm.sadd.with.overflow.i64", left, right);
            case SUBTRACT -> checked("llvm.ssub.with.overflow.i64", left, right);
            case MULTIPLY -> checked("llvm.smul.with.overflow.i64", left, right);
            case DIVIDE -> builder.divideSigned(left, divisor(left, right, operation));
            case CEILDIV -> quotientUp(left, divisor(left, right, operation), operation);
            case MIN -> builder.select(builder.compare(Comparison.LESS, left, right, ""), left, right, "");
            case MAX -> builder.select(builder.compare(Comparison.GREATER, left, right, ""), left, right, "");
        };
    }

    private IrValue number(long value) {
        return context.constant(Long.SIZE, value);
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
    private IrValue divisor(IrValue left, IrValue right, Quantity.Operation operation) {
        if (operation.right() instanceof Quantity.Constant constant && constant.value() != -1) {
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

    /** The usual (n + d - 1) / d overflows for a large n; this does not, and is not above 0 for an n that is not. */
    private IrValue quotientUp(IrValue dividend, IrValue divisor, Quantity.Operation operation) {
        IrValue quotient = builder.divideSigned(dividend, divisor);
        IrValue covered = builder.multiply(quotient, divisor);
        IrValue less = builder.compare(Comparison.LESS, covered, dividend, "");
        if (operation.right() instanceof Quantity.Constant constant && constant.value() > 0) {
            return builder.add(quotient, builder.zeroExtend(less, wide));
        }
        IrValue more = builder.compare(Comparison.GREATER, covered, dividend, "");
        IrValue negative = builder.compare(Comparison.LESS, divisor, number(0), "");
        IrValue rest = builder.select(negative, more, less, "");
        return builder.add(quotient, builder.zeroExtend(rest, wide));
    }
}
