package io.github.offload4j.codegen.library;

import io.github.offload4j.codegen.abi.RuntimeConstants;
import io.github.offload4j.codegen.ir.CheckedArithmetic;
import io.github.offload4j.codegen.ir.Comparison;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.signature.Operator;
import java.util.List;
import java.util.Optional;

/** Emits computations of sizes in signed numbers of 64 bits, with a check only where a result need not fit. */
final class SizeArithmetic {
    /**
     * A number.
     *
     * @param value what it is when the program runs
     * @param most how far from 0 it may be; {@link #UNBOUNDED} where that is all that 64 bits hold
     */
    record SizeValue(IrValue value, long most) {}

    private static final long UNBOUNDED = Long.MAX_VALUE;

    private final IrContext context;
    private final IrBuilder builder;
    private final CheckedArithmetic checked;

    SizeArithmetic(IrModule module, IrBuilder builder) {
        this.context = module.context();
        this.builder = builder;
        this.checked = new CheckedArithmetic(module, builder);
    }

    /** Returns a number that is known now. */
    SizeValue number(long value) {
        return new SizeValue(checked.number(value), value == Long.MIN_VALUE ? UNBOUNDED : Math.abs(value));
    }

    /** Returns an integer of at most 64 bits, with its sign. */
    SizeValue widened(IrValue integer) {
        // one number below 0 is farther away, which is no size
        long most = Long.MAX_VALUE >> (Long.SIZE - integer.type().integerBits());
        return new SizeValue(checked.widened(integer), most);
    }

    SizeValue add(SizeValue left, SizeValue right) {
        return apply(Operator.ADD, left, right);
    }

    SizeValue multiply(SizeValue left, SizeValue right) {
        return apply(Operator.MULTIPLY, left, right);
    }

    SizeValue apply(Operator operator, SizeValue left, SizeValue right) {
        long most = most(operator, left.most(), right.most());
        return new SizeValue(apply(operator, left.value(), right.value(), most != UNBOUNDED), most);
    }

    private static long most(Operator operator, long left, long right) {
        return switch (operator) {
            case ADD, SUBTRACT -> Operator.ADD.apply(left, right).orElse(UNBOUNDED);
            case MULTIPLY -> Operator.MULTIPLY.apply(left, right).orElse(UNBOUNDED);
            case DIVIDE, CEILDIV -> left;
            case MIN, MAX -> Math.max(left, right);
        };
    }

    private IrValue apply(Operator operator, IrValue left, IrValue right, boolean fits) {
        return switch (operator) {
            case ADD -> fits ? builder.add(left, right) : checked.add(left, right);
            case SUBTRACT -> fits ? builder.subtract(left, right) : checked.subtract(left, right);
            case MULTIPLY -> fits ? builder.multiply(left, right) : checked.multiply(left, right);
            case DIVIDE -> checked.divide(left, right);
            case CEILDIV -> checked.divideUp(left, right);
            case MIN -> checked.least(left, right);
            case MAX -> checked.greatest(left, right);
        };
    }

    /** Returns a number without its sign. */
    SizeValue magnitude(SizeValue number) {
        IrValue negative = builder.compare(Comparison.LESS, number.value(), checked.number(0), "");
        return choose(negative, multiply(number, number(-1)), number);
    }

    /** Returns one of two numbers. */
    SizeValue choose(IrValue condition, SizeValue then, SizeValue otherwise) {
        return new SizeValue(
                builder.select(condition, then.value(), otherwise.value(), ""),
                Math.max(then.most(), otherwise.most()));
    }

    /** Returns a number where another one is at least something, and 0 where it is not. */
    SizeValue where(SizeValue size, long least, SizeValue number) {
        IrValue some = builder.compare(Comparison.GREATER, size.value(), checked.number(least - 1), "");
        return choose(some, number, number(0));
    }

    /** Returns a number, or what is no size where it, or one before, did not fit. */
    IrValue result(SizeValue number) {
        IrValue value = number.value();
        for (Optional<IrValue> lost : List.of(checked.zero(), checked.overflow())) {
            if (lost.isPresent()) {
                value = builder.select(
                        lost.get(), context.constant(Long.SIZE, RuntimeConstants.IMPOSSIBLE_SIZE), value, "");
            }
        }
        return value;
    }
}
