package io.github.offload4j.tools.emit;

import io.github.offload4j.codegen.ir.CheckedArithmetic;
import io.github.offload4j.codegen.ir.Comparison;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.tools.spec.SpecNumber;
import java.util.Optional;
import java.util.function.Function;

/** Emits the computation of expressions in signed numbers of 64 bits. */
final class Arithmetic {
    private final IrModule module;
    private final IrBuilder builder;

    Arithmetic(IrModule module, IrBuilder builder) {
        this.module = module;
        this.builder = builder;
    }

    /**
     * A number that the program computes.
     *
     * @param value an i64, which means nothing where one of the others is true
     * @param zero an i1: something is divided by 0
     * @param overflow an i1: a number on the way does not fit
     */
    record Result(IrValue value, Optional<IrValue> zero, Optional<IrValue> overflow) {}

    /**
     * Emits an expression.
     *
     * @param names the values of what it names
     */
    Result compute(SpecNumber quantity, Function<SpecNumber, IrValue> names) {
        CheckedArithmetic code = new CheckedArithmetic(module, builder);
        IrValue value = emit(quantity, names, code);
        return new Result(value, code.zero(), code.overflow());
    }

    /**
     * A number in another type.
     *
     * @param value of that type, which means nothing where the other is true
     * @param wrong an i1: the number does not fit the type; nothing where every number does
     */
    record Narrowed(IrValue value, Optional<IrValue> wrong) {}

    Narrowed narrow(IrValue number, IrType type) {
        IrValue value = builder.integerCast(number, type, true);
        if (type.integerBits() >= number.type().integerBits()) {
            return new Narrowed(value, Optional.empty());
        }
        IrValue again = builder.integerCast(value, number.type(), true);
        return new Narrowed(value, Optional.of(builder.compare(Comparison.NOT_EQUAL, again, number, "")));
    }

    IrValue constant(IrType type, long value) {
        return module.context().constant(type.integerBits(), value);
    }

    private static IrValue emit(SpecNumber quantity, Function<SpecNumber, IrValue> names, CheckedArithmetic code) {
        if (quantity instanceof SpecNumber.Constant constant) {
            return code.number(constant.value());
        }
        if (!(quantity instanceof SpecNumber.Operation operation)) {
            return code.widened(names.apply(quantity));
        }
        IrValue left = emit(operation.left(), names, code);
        IrValue right = emit(operation.right(), names, code);
        return switch (operation.operator()) {
            case ADD -> code.add(left, right);
            case SUBTRACT -> code.subtract(left, right);
            case MULTIPLY -> code.multiply(left, right);
            case DIVIDE -> code.divide(left, right);
            case CEILDIV -> code.divideUp(left, right);
            case MIN -> code.least(left, right);
            case MAX -> code.greatest(left, right);
        };
    }
}
