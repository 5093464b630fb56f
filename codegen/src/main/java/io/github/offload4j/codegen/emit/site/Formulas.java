package io.github.offload4j.codegen.emit.site;

import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.codegen.emit.support.StatusCheck;
import io.github.offload4j.codegen.ir.CheckedArithmetic;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.signature.Amount;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.codegen.signature.Formula;
import io.github.offload4j.codegen.signature.Range;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Emits the numbers of extents that are computed, or stand in structures. */
final class Formulas {
    private final IrModule module;
    private final StructureMemory memory;
    private final StatusCheck stops;

    Formulas(IrModule module, StructureMemory memory, StatusCheck stops) {
        this.module = module;
        this.memory = memory;
        this.stops = stops;
    }

    /**
     * What a formula is computed in.
     *
     * @param structure the structure whose fields it names; nothing where it can name none
     * @param there whether that is there, where the program decides; its fields are 0 where it is not
     * @param what how a message names the extent's owner
     * @param place what a message begins with
     * @param function what a message calls the function
     */
    record Scope(
            Optional<IrValue> structure,
            Optional<IrValue> there,
            String what,
            Optional<String> place,
            String function) {
        Scope(String what, SitePlan plan, IrBuilder builder) {
            this(
                    Optional.empty(),
                    Optional.empty(),
                    what,
                    plan.location().or(builder::sourceLocation).map(SourceLocation::toString),
                    builder.function().name());
        }

        Scope in(IrValue address, Optional<IrValue> isThere, String member) {
            return new Scope(Optional.of(address), isThere, member, place, function);
        }
    }

    /** Returns an extent whose numbers are values. */
    Extent extent(Extent extent, Scope scope, IrBuilder builder) {
        if (extent instanceof Extent.Field field) {
            return new Extent.Count(field(field.at(), field.bits(), scope, builder), field.element());
        }
        if (extent instanceof Extent.Computed computed) {
            IrValue count = value(computed.count(), "the count", scope, builder);
            return new Extent.Count(count, computed.element());
        }
        if (extent instanceof Extent.Section section) {
            List<Range> ranges = section.ranges().stream()
                    .map(range -> new Range(
                            amount(range.offset(), scope, builder),
                            amount(range.count(), scope, builder),
                            amount(range.stride(), scope, builder)))
                    .toList();
            return new Extent.Section(section.element(), ranges);
        }
        return extent;
    }

    private Amount amount(Amount amount, Scope scope, IrBuilder builder) {
        return amount instanceof Amount.Expression expression
                ? new Amount.Computed(value(expression.formula(), "a number of the section", scope, builder))
                : amount;
    }

    private IrValue value(Formula formula, String role, Scope scope, IrBuilder builder) {
        CheckedArithmetic code = new CheckedArithmetic(module, builder);
        IrValue value = emit(formula, scope, code, builder);
        String text = scope.place().map(place -> place + ": ").orElse("") + "'" + formula + "', " + role + " of "
                + scope.what() + ", ";
        String end = ", in '" + scope.function() + "'";
        code.zero().ifPresent(zero -> stops.stopIf(zero, "offload4j: " + text + "divides by 0" + end, builder));
        code.overflow()
                .ifPresent(lost -> stops.stopIf(lost, "offload4j: " + text + "does not fit 64 bits" + end, builder));
        return value;
    }

    private IrValue emit(Formula formula, Scope scope, CheckedArithmetic code, IrBuilder builder) {
        if (formula instanceof Formula.Constant constant) {
            return code.number(constant.number());
        }
        if (formula instanceof Formula.Value value) {
            return code.widened(value.value());
        }
        if (formula instanceof Formula.Field field) {
            return code.widened(field(field.at(), field.bits(), scope, builder));
        }
        Formula.Operation operation = (Formula.Operation) formula;
        IrValue left = emit(operation.left(), scope, code, builder);
        IrValue right = emit(operation.right(), scope, code, builder);
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

    private IrValue field(long at, int bits, Scope scope, IrBuilder builder) {
        return memory.number(scope.structure().orElseThrow(), at, bits, scope.there(), builder);
    }

    /** Returns whether the program may stop where it computes an extent. */
    static boolean mayStop(Extent extent) {
        return extent instanceof Extent.Computed
                || (extent instanceof Extent.Section section
                        && section.ranges().stream()
                                .anyMatch(range -> amounts(range).anyMatch(Amount.Expression.class::isInstance)));
    }

    /** Returns the numbers of a dimension. */
    static Stream<Amount> amounts(Range range) {
        return Stream.of(range.offset(), range.count(), range.stride());
    }

    /** Returns the formulas of an extent. */
    static List<Formula> of(Extent extent) {
        if (extent instanceof Extent.Computed computed) {
            return List.of(computed.count());
        }
        return extent instanceof Extent.Section section
                ? section.ranges().stream()
                        .flatMap(Formulas::amounts)
                        .filter(Amount.Expression.class::isInstance)
                        .map(amount -> ((Amount.Expression) amount).formula())
                        .toList()
                : List.of();
    }
}
