package io.github.offload4j.tools.emit;

import io.github.offload4j.codegen.ir.Comparison;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.signature.Device;
import io.github.offload4j.codegen.signature.Dimension;
import io.github.offload4j.codegen.signature.Dimensions;
import io.github.offload4j.codegen.signature.LaunchBounds;
import io.github.offload4j.tools.spec.Located;
import io.github.offload4j.tools.spec.OffloadSpec.Launch;
import io.github.offload4j.tools.spec.Quantity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns the quantities of one offload into constants, parameters and computations. */
final class Quantities {
    private final IrContext context;
    private final IrBuilder builder;
    private final Map<String, IrValue> parameters;
    private final Map<Quantity.CeilDiv, IrValue> computed = new HashMap<>();

    /**
     * Creates a translator.
     *
     * @param builder where computations go
     * @param parameters the function's parameters by name
     */
    Quantities(IrContext context, IrBuilder builder, Map<String, IrValue> parameters) {
        this.context = context;
        this.builder = builder;
        this.parameters = Map.copyOf(parameters);
    }

    Device device(Quantity quantity) {
        return quantity instanceof Quantity.Constant constant
                ? Device.of(Math.toIntExact(constant.value()))
                : Device.of(value(quantity).raw());
    }

    LaunchBounds bounds(Launch launch) {
        LaunchBounds bounds = LaunchBounds.of(
                dimensions(launch.grid().value()), dimensions(launch.block().value()));
        Quantity shared = launch.shared().value();
        return shared instanceof Quantity.Constant constant
                ? bounds.withShared(constant.value())
                : bounds.withShared(value(shared).raw());
    }

    private Dimensions dimensions(List<Located<Quantity>> sizes) {
        return new Dimensions(dimension(sizes, 0), dimension(sizes, 1), dimension(sizes, 2));
    }

    private Dimension dimension(List<Located<Quantity>> sizes, int index) {
        if (index >= sizes.size()) {
            return Dimension.ONE;
        }
        Quantity quantity = sizes.get(index).value();
        return quantity instanceof Quantity.Constant constant
                ? Dimension.of(constant.value())
                : Dimension.of(value(quantity).raw());
    }

    /** Returns a quantity that only the running program knows. */
    IrValue value(Quantity quantity) {
        if (quantity instanceof Quantity.Named named) {
            return parameter(named.parameter());
        }
        if (quantity instanceof Quantity.CeilDiv ceilDiv) {
            return computed.computeIfAbsent(ceilDiv, this::ceilDiv);
        }
        throw new IllegalArgumentException(quantity + " is known already");
    }

    /** Returns a parameter of the function. */
    IrValue parameter(String name) {
        IrValue value = parameters.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no parameter is named '" + name + "'");
        }
        return value;
    }

    /** The usual (n + d - 1) / d overflows for a large n; this does not, and is not above 0 for an n that is not. */
    private IrValue ceilDiv(Quantity.CeilDiv quantity) {
        IrType wide = context.integer(Long.SIZE);
        IrValue dividend = builder.integerCast(parameter(quantity.parameter()), wide, true);
        IrValue divisor = context.constant(Long.SIZE, quantity.divisor());
        IrValue quotient = builder.divideSigned(dividend, divisor);
        IrValue covered = builder.multiply(quotient, divisor);
        IrValue rest = builder.compare(Comparison.LESS, covered, dividend, "");
        return builder.add(quotient, builder.zeroExtend(rest, wide));
    }
}
