package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.ir.Comparison;
import io.github.offload4j.codegen.ir.Computation;
import io.github.offload4j.codegen.ir.IrBlock;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Opcode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The conditions without which a kernel's threads do nothing, {@code if (i < n)} for example: those on the thread's number in
 * its row are bounds of the loop over the row, and those that are the same for the whole row say whether there is a loop. A
 * loop without conditions is what processors without masks have vectors for.
 */
final class RowGuards {
    /** What a condition comes to in a kernel's row. */
    private interface Guard {}

    /**
     * A comparison of the thread's number.
     *
     * @param function how the number is computed
     * @param widening how it is widened from 32 bits, or {@link Opcode#OTHER}
     * @param comparison what holds of the number and the bound
     * @param bound the same for the whole row
     */
    private record Bound(RowFunction function, Opcode widening, Comparison comparison, IrValue bound)
            implements Guard {}

    /**
     * A condition that is the same for the whole row.
     *
     * @param condition the condition
     * @param wanted what it has to be
     */
    private record Uniform(IrValue condition, boolean wanted) implements Guard {}

    private final IrFunction kernel;
    private final Set<RowFunction> ways;
    private final IrContext context;
    private final List<Guard> guards = new ArrayList<>();
    private final Map<IrValue, Boolean> uniform = new HashMap<>();

    private RowGuards(IrFunction kernel, Set<RowFunction> ways, IrContext context) {
        this.kernel = kernel;
        this.ways = ways;
        this.context = context;
    }

    /**
     * Takes the conditions out of a kernel that asks for its threads' numbers in their rows.
     *
     * @param ways how it computes them
     */
    static RowGuards takeFrom(IrFunction kernel, Set<RowFunction> ways, IrContext context) {
        RowGuards guards = new RowGuards(kernel, ways, context);
        Set<IrBlock> seen = new HashSet<>();
        Optional<IrBlock> block = Optional.of(kernel.blocks().get(0));
        while (block.isPresent() && seen.add(block.get()) && guards.doesNothing(block.get())) {
            block = guards.takeFrom(block.get());
        }
        return guards;
    }

    /** Returns how the kernel computes the number. */
    Set<RowFunction> ways() {
        return ways;
    }

    private boolean doesNothing(IrBlock block) {
        return block.instructions().stream()
                .allMatch(i -> i.isTerminator()
                        || i.opcode() == Opcode.PHI
                        || i.opcode() == Opcode.ALLOCA
                        || i.opcode() == Opcode.FREEZE
                        || (i.opcode() == Opcode.LOAD && !i.isOrdered())
                        || Computation.isRepeatable(i)
                        || (i.isCall() && (Computation.isPure(i) || Computation.isMark(i))));
    }

    /** Returns whether control that comes to a block comes to the kernel's end, and nothing else happens. */
    private boolean isEnd(IrBlock block) {
        IrInstruction terminator = block.terminator().orElseThrow();
        if (!doesNothing(block)) {
            return false;
        }
        if (terminator.opcode() == Opcode.RETURN) {
            return true;
        }
        return terminator.opcode() == Opcode.BRANCH
                && terminator.successors().size() == 1
                && terminator.successors().get(0).terminator().orElseThrow().opcode() == Opcode.RETURN
                && doesNothing(terminator.successors().get(0));
    }

    /** Takes a block's conditions, and returns where control goes on when they hold. */
    private Optional<IrBlock> takeFrom(IrBlock block) {
        IrInstruction branch = block.terminator().orElseThrow();
        List<IrBlock> next = branch.successors();
        if (branch.opcode() != Opcode.BRANCH || next.size() > 2) {
            return Optional.empty();
        }
        IrBlock on = next.get(0);
        if (next.size() == 2) {
            boolean first = isEnd(next.get(0));
            if (first == isEnd(next.get(1))) {
                return Optional.empty();
            }
            on = next.get(first ? 1 : 0);
            take(branch, 0, !first);
        }
        return on.predecessors().size() == 1 ? Optional.of(on) : Optional.empty();
    }

    /** Takes a condition that has to be something, and puts that in its place. */
    private void take(IrInstruction user, int operand, boolean wanted) {
        IrValue condition = user.operand(operand);
        if (condition.asInstruction().isEmpty()) {
            return;
        }
        IrInstruction instruction = condition.asInstruction().orElseThrow();
        if (isPair(instruction, wanted)) {
            // another user sees the whole of it
            if (condition.users().size() == 1) {
                boolean select = instruction.opcode() == Opcode.SELECT;
                take(instruction, 0, wanted);
                take(instruction, select && !wanted ? 2 : 1, wanted);
            }
            return;
        }
        guard(instruction, wanted).ifPresent(guard -> {
            guards.add(guard);
            IrType bit = context.integer(1);
            user.setOperand(operand, wanted ? context.allOnes(bit) : context.zero(bit));
        });
    }

    /** Returns whether a condition is what is wanted when both of two are. */
    private boolean isPair(IrInstruction condition, boolean wanted) {
        if (condition.opcode() == Opcode.SELECT) {
            IrValue constant = condition.operand(wanted ? 2 : 1);
            return constant.constantInteger().isPresent() && (constant.isNullConstant() ? wanted : !wanted);
        }
        return wanted ? condition.opcode() == Opcode.AND : condition.opcode() == Opcode.OR;
    }

    private Optional<Guard> guard(IrInstruction condition, boolean wanted) {
        Optional<Comparison> comparison = condition.comparison().map(c -> wanted ? c : c.negated());
        if (comparison.isPresent() && comparison.get() != Comparison.NOT_EQUAL) {
            Optional<Guard> left = bound(condition.operand(0), comparison.get(), condition.operand(1));
            Optional<Guard> bound =
                    left.or(() -> bound(condition.operand(1), comparison.get().swapped(), condition.operand(0)));
            if (bound.isPresent()) {
                return bound;
            }
        }
        return isUniform(condition.value()) ? Optional.of(new Uniform(condition.value(), wanted)) : Optional.empty();
    }

    private Optional<Guard> bound(IrValue number, Comparison comparison, IrValue bound) {
        if (!number.type().isInteger() || !isUniform(bound)) {
            return Optional.empty();
        }
        Optional<IrInstruction> instruction = number.asInstruction();
        Optional<IrInstruction> narrow = instruction
                .filter(i -> i.opcode() == Opcode.ZERO_EXTEND || i.opcode() == Opcode.SIGN_EXTEND)
                .filter(i -> i.value().type().integerBits() == Long.SIZE)
                .flatMap(i -> i.operand(0).asInstruction());
        Opcode widening = narrow.isPresent() ? instruction.orElseThrow().opcode() : Opcode.OTHER;
        return narrow.or(() -> instruction)
                .flatMap(RowFunction::calledBy)
                .map(function -> new Bound(function, widening, comparison, bound));
    }

    /** Returns whether a value is the same for the whole row, and can be computed in front of the loop. */
    private boolean isUniform(IrValue value) {
        Boolean known = uniform.get(value);
        if (known == null) {
            known = value.asInstruction().map(this::computesUniform).orElse(true);
            uniform.put(value, known);
        }
        return known;
    }

    private boolean computesUniform(IrInstruction instruction) {
        if (instruction.isCall()) {
            return DeviceFunction.calledBy(instruction)
                            .filter(DeviceFunction::isIndex)
                            .isPresent()
                    || (instruction
                                    .calledFunction()
                                    .filter(IrFunction::isIntrinsic)
                                    .isPresent()
                            && Computation.isPure(instruction)
                            && instruction.arguments().stream().allMatch(this::isUniform));
        }
        return Computation.isRepeatable(instruction)
                && Computation.isSafe(instruction)
                && instruction.operands().stream().allMatch(this::isUniform);
    }

    /**
     * Narrows a range of numbers to those for which the conditions hold.
     *
     * @param range of the 64-bit numbers from 0 that are added to what the number in the row begins with
     * @param first gives what it begins with, in the bits of the function
     * @param arguments the kernel's, where the builder stands
     */
    Range narrow(Range range, Map<RowFunction, IrValue> first, List<IrValue> arguments, IrBuilder builder) {
        Map<IrValue, IrValue> copies = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            copies.put(kernel.parameter(i), arguments.get(i));
        }
        Range narrowed = range;
        for (Guard guard : guards) {
            narrowed = guard instanceof Bound bound
                    ? narrow(narrowed, bound, first, copies, builder)
                    : narrow(narrowed, (Uniform) guard, copies, builder);
        }
        return narrowed;
    }

    /**
     * Numbers, none where the end is not above the begin.
     *
     * @param begin the first
     * @param end behind the last
     */
    record Range(IrValue begin, IrValue end) {}

    private Range narrow(Range range, Uniform guard, Map<IrValue, IrValue> copies, IrBuilder builder) {
        IrValue condition = builder.freeze(copy(guard.condition(), copies, builder));
        IrValue none = context.constant(Long.SIZE, 0);
        return new Range(
                range.begin(),
                guard.wanted()
                        ? builder.select(condition, range.end(), none, "")
                        : builder.select(condition, none, range.end(), ""));
    }

    private Range narrow(
            Range range,
            Bound guard,
            Map<RowFunction, IrValue> first,
            Map<IrValue, IrValue> copies,
            IrBuilder builder) {
        IrType i64 = context.integer(Long.SIZE);
        Comparison comparison = guard.comparison();
        // all of the part lies on one side of where either kind of number begins again, so 64 bits hold both
        boolean extended =
                guard.widening() == Opcode.OTHER ? comparison.isSigned() : guard.widening() == Opcode.SIGN_EXTEND;
        IrValue from = builder.integerCast(
                Objects.requireNonNull(first.get(guard.function()), "a number that the row does not count"),
                i64,
                extended);
        IrValue bound =
                builder.integerCast(builder.freeze(copy(guard.bound(), copies, builder)), i64, comparison.isSigned());
        Comparison less = comparison.isSigned() ? Comparison.LESS : Comparison.BELOW;
        IrValue none = context.constant(Long.SIZE, 0);
        // how many numbers are below the bound, and how many are not above it
        IrValue distance = builder.subtract(bound, from);
        IrValue below = builder.select(builder.compare(less, from, bound, ""), distance, none, "");
        IrValue upTo = builder.select(
                builder.compare(less, bound, from, ""),
                none,
                builder.add(
                        builder.least(distance, context.constant(Long.SIZE, 1L << Integer.SIZE)),
                        context.constant(Long.SIZE, 1)),
                "");
        return switch (comparison) {
            case LESS, BELOW -> new Range(range.begin(), builder.least(range.end(), below));
            case LESS_OR_EQUAL, BELOW_OR_EQUAL -> new Range(range.begin(), builder.least(range.end(), upTo));
            case GREATER, ABOVE -> new Range(builder.greatest(range.begin(), upTo), range.end());
            case GREATER_OR_EQUAL, ABOVE_OR_EQUAL -> new Range(builder.greatest(range.begin(), below), range.end());
            case EQUAL -> new Range(builder.greatest(range.begin(), below), builder.least(range.end(), upTo));
            case NOT_EQUAL -> range;
        };
    }

    private IrValue copy(IrValue value, Map<IrValue, IrValue> copies, IrBuilder builder) {
        IrValue known = copies.get(value);
        if (known != null) {
            return known;
        }
        Optional<IrInstruction> instruction = value.asInstruction();
        if (instruction.isEmpty()) {
            return value;
        }
        List<IrValue> operands = instruction.get().operands().stream()
                .map(operand -> copy(operand, copies, builder))
                .toList();
        IrInstruction made = builder.copyOf(instruction.get());
        for (int i = 0; i < operands.size(); i++) {
            made.setOperand(i, operands.get(i));
        }
        copies.put(value, made.value());
        return made.value();
    }
}
