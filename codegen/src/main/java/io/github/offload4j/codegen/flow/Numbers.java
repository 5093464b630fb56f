package io.github.offload4j.codegen.flow;

import io.github.offload4j.codegen.abi.RuntimeConstants;
import io.github.offload4j.codegen.fact.KnownBits;
import io.github.offload4j.codegen.fact.Quantity;
import io.github.offload4j.codegen.ir.Address;
import io.github.offload4j.codegen.ir.AddressReader;
import io.github.offload4j.codegen.ir.Comparison;
import io.github.offload4j.codegen.ir.ConstantReader;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Opcode;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Computes what can be computed of a program's numbers, exactly, and notices where the program's own result would wrap.
 */
public final class Numbers {
    private static final int DEEPEST = 16;

    private final Values values;
    private final AddressReader addresses;
    private final Map<IrValue, Quantity> known = new HashMap<>();

    /** Creates a calculator for one function's values. */
    public Numbers(IrModule module, Values values) {
        this.values = values;
        this.addresses = new AddressReader(module.layout());
    }

    /** Returns what is known of an integer that may itself not be known. */
    public Quantity of(Optional<IrValue> integer) {
        return integer.map(this::of).orElseGet(Quantity::unknown);
    }

    /** Returns what is known of an integer of at most 64 bits. */
    public Quantity of(IrValue integer) {
        Quantity quantity = known.get(integer);
        if (quantity == null) {
            quantity = of(integer, 0);
            known.put(integer, quantity);
        }
        return quantity;
    }

    private Quantity of(IrValue integer, int depth) {
        IrValue value = values.trace(integer);
        if (value.isNullConstant()) {
            return new Quantity.Known(0);
        }
        if (value.constantInteger().isPresent()) {
            return new Quantity.Known(value.constantInteger().getAsLong());
        }
        boolean fits = value.type().isInteger() && value.type().integerBits() <= Long.SIZE;
        Optional<IrInstruction> instruction = value.asInstruction();
        if (fits && instruction.isPresent() && depth < DEEPEST) {
            return computed(instruction.get(), depth);
        }
        return fits ? sizeOfType(value) : new Quantity.Computed(value);
    }

    /** The size of a type written as the distance from null to the element behind the first, cast to an integer. */
    private Quantity sizeOfType(IrValue value) {
        Optional<Address> address = ConstantReader.castPointer(value).map(addresses::read);
        return address.isPresent()
                        && address.get().base().isNullConstant()
                        && address.get().offset().isPresent()
                ? new Quantity.Known(address.get().offset().getAsLong())
                : new Quantity.Computed(value);
    }

    private Quantity computed(IrInstruction instruction, int depth) {
        IrValue value = instruction.value();
        Opcode opcode = instruction.opcode();
        if (opcode == Opcode.SELECT) {
            return chosen(instruction, depth);
        }
        boolean unary = opcode == Opcode.ZERO_EXTEND || opcode == Opcode.SIGN_EXTEND || opcode == Opcode.TRUNCATE;
        if (!unary && !isBinary(opcode)) {
            return new Quantity.Computed(value);
        }
        List<IrValue> operands = instruction.operands();
        Quantity left = of(operands.get(0), depth + 1);
        Quantity right = unary ? new Quantity.Known(0) : of(operands.get(1), depth + 1);
        if (left instanceof Quantity.Overflow || right instanceof Quantity.Overflow) {
            return new Quantity.Overflow(value);
        }
        if (left.known().isEmpty() || right.known().isEmpty()) {
            return opcode == Opcode.SUBTRACT ? distance(instruction) : new Quantity.Computed(value);
        }
        if (opcode == Opcode.DIVIDE_SIGNED && right.is(0)) {
            return Quantity.unknown();
        }
        BigInteger result = apply(
                opcode,
                left.known().getAsLong(),
                right.known().getAsLong(),
                operands.get(0).type().integerBits());
        return result.bitLength() < value.type().integerBits()
                ? new Quantity.Known(result.longValueExact())
                : new Quantity.Overflow(value);
    }

    /**
     * A size that is 0 where a pointer is null is the other size wherever it matters, and so is one that stops the program
     * where its product would wrap.
     */
    private Quantity chosen(IrInstruction choice, int depth) {
        Optional<IrInstruction> condition = choice.operand(0).asInstruction().filter(i -> i.opcode() == Opcode.COMPARE);
        if (condition.isEmpty()) {
            return new Quantity.Computed(choice.value());
        }
        Quantity first = of(choice.operand(1), depth + 1);
        Quantity second = of(choice.operand(2), depth + 1);
        IrInstruction compare = condition.get();
        boolean asksForNull =
                compare.operand(0).type().isPointer() && compare.operand(1).isNullConstant();
        if (asksForNull && (first.is(0) || second.is(0))) {
            return first.is(0) ? second : first;
        }
        boolean asksForWrap = compare.comparison().equals(Optional.of(Comparison.BELOW));
        return asksForWrap && second.is(RuntimeConstants.IMPOSSIBLE_SIZE)
                ? first
                : new Quantity.Computed(choice.value());
    }

    private static boolean isBinary(Opcode opcode) {
        return opcode == Opcode.ADD
                || opcode == Opcode.SUBTRACT
                || opcode == Opcode.MULTIPLY
                || opcode == Opcode.DIVIDE_SIGNED
                || opcode == Opcode.SHIFT_LEFT;
    }

    private static BigInteger apply(Opcode opcode, long left, long right, int bits) {
        BigInteger first = BigInteger.valueOf(left);
        BigInteger second = BigInteger.valueOf(right);
        if (opcode == Opcode.ADD) {
            return first.add(second);
        }
        if (opcode == Opcode.SUBTRACT) {
            return first.subtract(second);
        }
        if (opcode == Opcode.MULTIPLY) {
            return first.multiply(second);
        }
        if (opcode == Opcode.DIVIDE_SIGNED) {
            return first.divide(second);
        }
        if (opcode == Opcode.SHIFT_LEFT) {
            return right < 0 || right >= Long.SIZE ? BigInteger.ONE.shiftLeft(Long.SIZE) : first.shiftLeft((int) right);
        }
        return opcode == Opcode.ZERO_EXTEND && left < 0 ? first.add(BigInteger.ONE.shiftLeft(bits)) : first;
    }

    /** The distance of two places in one object: how C compilers compute the size of a part of it. */
    private Quantity distance(IrInstruction subtraction) {
        Optional<Address> end = address(subtraction.operand(0));
        Optional<Address> begin = address(subtraction.operand(1));
        boolean known = end.isPresent()
                && begin.isPresent()
                && values.trace(end.get().base())
                        .equals(values.trace(begin.get().base()))
                && end.get().offset().isPresent()
                && begin.get().offset().isPresent();
        return known
                ? new Quantity.Known(
                        end.get().offset().getAsLong() - begin.get().offset().getAsLong())
                : new Quantity.Computed(subtraction.value());
    }

    private Optional<Address> address(IrValue integer) {
        return values.trace(integer)
                .asInstruction()
                .filter(i -> i.opcode() == Opcode.POINTER_TO_INTEGER)
                .map(i -> addresses.read(i.operand(0)));
    }

    /** Returns what is known of a set of flags that may itself not be known. */
    public KnownBits flags(Optional<IrValue> integer) {
        return integer.map(value -> flags(value, 0)).orElse(KnownBits.UNKNOWN);
    }

    private KnownBits flags(IrValue integer, int depth) {
        IrValue value = values.trace(integer);
        if (ConstantReader.unsigned(value).isPresent()) {
            return KnownBits.exactly(ConstantReader.unsigned(value).getAsLong());
        }
        Optional<IrInstruction> instruction = value.asInstruction();
        if (instruction.isEmpty() || depth >= DEEPEST) {
            return KnownBits.UNKNOWN;
        }
        List<IrValue> operands = instruction.get().operands();
        if (instruction.get().opcode() == Opcode.SELECT) {
            Optional<Boolean> condition = operands.get(0).asInstruction().flatMap(this::outcome);
            if (condition.isPresent()) {
                return flags(operands.get(condition.get() ? 1 : 2), depth + 1);
            }
            return flags(operands.get(1), depth + 1).either(flags(operands.get(2), depth + 1));
        }
        return instruction.get().opcode() == Opcode.OR
                ? flags(operands.get(0), depth + 1).union(flags(operands.get(1), depth + 1))
                : KnownBits.UNKNOWN;
    }

    /** The outcome of comparing two places of one object, when both are known. */
    private Optional<Boolean> outcome(IrInstruction compare) {
        boolean equality = compare.comparison()
                .filter(c -> c == Comparison.EQUAL || c == Comparison.NOT_EQUAL)
                .isPresent();
        if (!equality || !compare.operand(0).type().isPointer()) {
            return Optional.empty();
        }
        Address left = addresses.read(values.trace(compare.operand(0)));
        Address right = addresses.read(values.trace(compare.operand(1)));
        if (!left.base().equals(right.base())
                || left.offset().isEmpty()
                || right.offset().isEmpty()) {
            return Optional.empty();
        }
        boolean same = left.offset().equals(right.offset());
        return Optional.of(same == (compare.comparison().orElseThrow() == Comparison.EQUAL));
    }
}
