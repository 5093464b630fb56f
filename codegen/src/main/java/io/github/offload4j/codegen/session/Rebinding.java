package io.github.offload4j.codegen.session;

import io.github.offload4j.codegen.emit.site.TaskBody;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.signature.Amount;
import io.github.offload4j.codegen.signature.Argument;
import io.github.offload4j.codegen.signature.Device;
import io.github.offload4j.codegen.signature.Dimension;
import io.github.offload4j.codegen.signature.Dimensions;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.codegen.signature.Formula;
import io.github.offload4j.codegen.signature.LaunchBounds;
import io.github.offload4j.codegen.signature.Member;
import io.github.offload4j.codegen.signature.Parameter;
import io.github.offload4j.codegen.signature.Passing;
import io.github.offload4j.codegen.signature.Range;
import io.github.offload4j.codegen.signature.Reach;
import java.util.List;
import java.util.function.ToLongFunction;

/** What was asked for in one function, said with the values that a task has for that function's. */
final class Rebinding {
    private final TaskBody body;
    private final ToLongFunction<Argument> bytes;

    /**
     * Rebinds for one task.
     *
     * @param bytes the sizes of objects that are passed by value
     */
    Rebinding(TaskBody body, ToLongFunction<Argument> bytes) {
        this.body = body;
        this.bytes = bytes;
    }

    List<Argument> arguments(List<Argument> arguments) {
        return arguments.stream().map(this::argument).toList();
    }

    private Argument argument(Argument argument) {
        IrValue value = argument.passing().kind() == Passing.Kind.COPIED
                ? body.takeObject(argument.value(), bytes.applyAsLong(argument))
                : body.take(argument.value());
        return new Argument(value, new Parameter(argument.parameter().name(), passing(argument.passing())));
    }

    private Passing passing(Passing passing) {
        return passing instanceof Passing.Mapped mapped
                ? new Passing.Mapped(
                        mapped.access(), mapped.modifiers(), extent(mapped.extent()), reach(mapped.reach()))
                : passing;
    }

    private Reach reach(Reach reach) {
        return reach instanceof Reach.Members members
                ? new Reach.Members(members.members().stream().map(this::member).toList())
                : reach;
    }

    private Member member(Member member) {
        return new Member(
                member.at(),
                member.access(),
                member.modifiers(),
                extent(member.extent()),
                member.members().stream().map(this::member).toList());
    }

    private Extent extent(Extent extent) {
        if (extent instanceof Extent.Count count) {
            return new Extent.Count(body.take(count.count()), count.element());
        }
        if (extent instanceof Extent.Section section) {
            return new Extent.Section(
                    section.element(),
                    section.ranges().stream().map(this::range).toList());
        }
        return extent instanceof Extent.Computed computed
                ? new Extent.Computed(formula(computed.count()), computed.element())
                : extent;
    }

    private Formula formula(Formula formula) {
        if (formula instanceof Formula.Value value) {
            return new Formula.Value(body.take(value.value()));
        }
        return formula instanceof Formula.Operation operation
                ? new Formula.Operation(operation.operator(), formula(operation.left()), formula(operation.right()))
                : formula;
    }

    private Range range(Range range) {
        return new Range(amount(range.offset()), amount(range.count()), amount(range.stride()));
    }

    private Amount amount(Amount amount) {
        if (amount instanceof Amount.Expression expression) {
            return new Amount.Expression(formula(expression.formula()));
        }
        return amount instanceof Amount.Computed computed
                ? new Amount.Computed(body.take(computed.elements()))
                : amount;
    }

    LaunchBounds bounds(LaunchBounds bounds) {
        return new LaunchBounds(dimensions(bounds.grid()), dimensions(bounds.block()), shared(bounds.shared()));
    }

    private Dimensions dimensions(Dimensions dimensions) {
        return new Dimensions(dimension(dimensions.x()), dimension(dimensions.y()), dimension(dimensions.z()));
    }

    private Dimension dimension(Dimension dimension) {
        return dimension instanceof Dimension.Computed computed
                ? new Dimension.Computed(body.take(computed.size()))
                : dimension;
    }

    private LaunchBounds.SharedMemory shared(LaunchBounds.SharedMemory shared) {
        return shared instanceof LaunchBounds.SharedMemory.Computed computed
                ? new LaunchBounds.SharedMemory.Computed(body.take(computed.bytes()))
                : shared;
    }

    /** Returns the device as the number that the spawning function has found for it. */
    Device device(Device device, IrValue number) {
        return device instanceof Device.Numbered ? device : new Device.Computed(body.take(number));
    }
}
