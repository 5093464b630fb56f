package io.github.offload4j.codegen.emit;

import io.github.offload4j.codegen.abi.RuntimeConstants;
import io.github.offload4j.codegen.abi.RuntimeFunction;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.ir.Comparison;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Opcode;
import io.github.offload4j.codegen.ir.Ownership;
import io.github.offload4j.codegen.signature.Device;
import java.util.List;
import java.util.Optional;

/**
 * The device of a site as an i64, the same in every call of it. The default device is looked up once, because it can
 * change between the first call of a site and the last.
 */
final class DeviceNumber {
    private final Emission emission;

    DeviceNumber(Emission emission) {
        this.emission = emission;
    }

    /** Returns the number that begin and end calls take. */
    IrValue forData(Device device, IrBuilder builder) {
        IrContext context = emission.context();
        if (emission.conventions().rustc()) {
            return context.constant(Long.SIZE, RuntimeConstants.DEFAULT_DEVICE);
        }
        if (device instanceof Device.Numbered numbered) {
            return context.constant(Long.SIZE, numbered.number());
        }
        IrValue standard = builder.integerCast(
                builder.call(emission.declarations().get(RuntimeFunction.DEFAULT_DEVICE), List.of(), ""),
                context.integer(Long.SIZE),
                true);
        if (!(device instanceof Device.Computed computed)) {
            return standard;
        }
        IrValue number = wide(computed, builder);
        IrValue minusOne = context.constant(Long.SIZE, RuntimeConstants.DEFAULT_DEVICE);
        IrValue isDefault = builder.compare(Comparison.EQUAL, number, minusOne, "");
        return builder.select(isDefault, standard, number, "");
    }

    /**
     * Returns the number that {@link #forData} was given for a computed device, or what stands for it by now: a marked call
     * whose result it was is replaced by another. Nothing when the device is not computed.
     */
    static Optional<IrValue> computed(IrInstruction forData) {
        return forData.opcode() == Opcode.SELECT ? Optional.of(forData.operand(2)) : Optional.empty();
    }

    /**
     * Returns the number that the launch takes.
     *
     * @param data what begin and end take
     */
    IrValue forLaunch(Device device, IrValue data, IrBuilder builder) {
        if (!emission.conventions().rustc()) {
            return data;
        }
        if (device instanceof Device.Numbered numbered) {
            return emission.context().constant(Long.SIZE, numbered.number());
        }
        return device instanceof Device.Computed computed ? wide(computed, builder) : data;
    }

    private IrValue wide(Device.Computed device, IrBuilder builder) {
        return builder.integerCast(device.number(), emission.context().integer(Long.SIZE), true);
    }

    /**
     * Checks a device without emitting anything.
     *
     * @throws OffloadException when its number is not an integer that the function may use
     */
    void check(Device device, IrFunction function) {
        if (device instanceof Device.Computed computed) {
            IrType type = computed.number().type();
            if (!type.isInteger() || type.integerBits() > Long.SIZE) {
                throw new OffloadException(
                        Reason.LAUNCH_BOUNDS, "the device is " + type + "; give an integer of at most 64 bits");
            }
            Ownership.requireUsable(computed.number(), function, emission.module(), "the device");
        }
    }
}
