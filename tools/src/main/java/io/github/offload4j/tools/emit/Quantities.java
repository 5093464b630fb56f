package io.github.offload4j.tools.emit;

import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.signature.Device;
import io.github.offload4j.codegen.signature.Dimension;
import io.github.offload4j.codegen.signature.Dimensions;
import io.github.offload4j.codegen.signature.Formula;
import io.github.offload4j.codegen.signature.LaunchBounds;
import io.github.offload4j.tools.spec.Located;
import io.github.offload4j.tools.spec.OffloadSpec.Launch;
import io.github.offload4j.tools.spec.ParameterSpec;
import io.github.offload4j.tools.spec.SpecNumber;
import io.github.offload4j.tools.spec.StructureSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns the quantities of one offload into constants, parameters and computations. */
final class Quantities {
    private final Map<String, IrValue> parameters;
    private final SpecTypes types;
    private final FieldReader fields;
    private final NumberChecks checks;
    private final Arithmetic arithmetic;
    private final Map<SpecNumber, IrValue> computed = new HashMap<>();

    /**
     * Creates a translator.
     *
     * @param builder where computations go; it is moved behind the checks that they take
     * @param types the types that the spec spells
     * @param parameters the function's parameters by name
     */
    Quantities(
            IrModule module, IrBuilder builder, SpecTypes types, Map<String, IrValue> parameters, NumberChecks checks) {
        this.types = types;
        this.fields = new FieldReader(module, builder, types);
        this.parameters = Map.copyOf(parameters);
        this.checks = checks;
        this.arithmetic = new Arithmetic(module, builder);
    }

    Device device(Located<SpecNumber> quantity) {
        return quantity.value() instanceof SpecNumber.Constant constant
                ? Device.of(Math.toIntExact(constant.value()))
                : Device.of(value(quantity).raw());
    }

    LaunchBounds bounds(Launch launch) {
        LaunchBounds bounds = LaunchBounds.of(
                dimensions(launch.grid().value()), dimensions(launch.block().value()));
        return launch.shared().value() instanceof SpecNumber.Constant constant
                ? bounds.withShared(constant.value())
                : bounds.withShared(value(launch.shared()).raw());
    }

    private Dimensions dimensions(List<Located<SpecNumber>> sizes) {
        return new Dimensions(dimension(sizes, 0), dimension(sizes, 1), dimension(sizes, 2));
    }

    private Dimension dimension(List<Located<SpecNumber>> sizes, int index) {
        if (index >= sizes.size()) {
            return Dimension.ONE;
        }
        return sizes.get(index).value() instanceof SpecNumber.Constant constant
                ? Dimension.of(constant.value())
                : Dimension.of(value(sizes.get(index)).raw());
    }

    /** Returns a quantity that only the running program knows: a parameter as it is, else an i64. */
    IrValue value(Located<SpecNumber> quantity) {
        if (quantity.value() instanceof SpecNumber.Named named) {
            return parameter(named.parameter());
        }
        IrValue known = computed.get(quantity.value());
        if (known != null) {
            return known;
        }
        Arithmetic.Result result = arithmetic.compute(quantity.value(), this::named);
        String text = "'" + quantity.value().text() + "'";
        result.zero().ifPresent(zero -> checks.stopIf(zero, text + " divides by 0", quantity.position()));
        result.overflow()
                .ifPresent(overflow -> checks.stopIf(overflow, text + " does not fit 64 bits", quantity.position()));
        computed.put(quantity.value(), result.value());
        return result.value();
    }

    /** Returns an argument that is computed, in its own type; the program stops where it does not fit that. */
    IrValue narrowed(ParameterSpec.Computed argument) {
        Located<SpecNumber> quantity = argument.value();
        IrType type = types.parse(argument.type().value());
        if (quantity.value() instanceof SpecNumber.Constant constant) {
            return arithmetic.constant(type, constant.value());
        }
        Arithmetic.Narrowed narrowed = arithmetic.narrow(value(quantity), type);
        narrowed.wrong()
                .ifPresent(wrong -> checks.stopIf(
                        wrong,
                        "'" + quantity.value().text() + "' does not fit "
                                + argument.type().value(),
                        quantity.position()));
        return narrowed.value();
    }

    private IrValue named(SpecNumber quantity) {
        if (quantity instanceof SpecNumber.Reached reached) {
            return fields.read(parameter(reached.parameter()), reached);
        }
        return parameter(((SpecNumber.Named) quantity).parameter());
    }

    /** Returns a number that is read, and computed, wherever the structure is. */
    Formula formula(SpecNumber quantity) {
        if (quantity instanceof SpecNumber.Constant constant) {
            return Formula.of(constant.value());
        }
        if (quantity instanceof SpecNumber.Own own) {
            StructureSpec.Field field = own.field();
            return new Formula.Field(
                    types.offset(field.structure(), field.index()), FieldReader.bits(field), field.name());
        }
        if (quantity instanceof SpecNumber.Operation operation) {
            return new Formula.Operation(operation.operator(), formula(operation.left()), formula(operation.right()));
        }
        return Formula.of(named(quantity).raw());
    }

    /** Returns a parameter of the function. */
    IrValue parameter(String name) {
        IrValue value = parameters.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no parameter is named '" + name + "'");
        }
        return value;
    }
}
