package io.github.offload4j.codegen.emit.site;

import io.github.offload4j.codegen.abi.RuntimeConstants;
import io.github.offload4j.codegen.abi.RuntimeFunction;
import io.github.offload4j.codegen.emit.runtime.RuntimeDeclarations;
import io.github.offload4j.codegen.ir.Comparison;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Opcode;
import io.github.offload4j.codegen.signature.Device;
import java.util.List;
import java.util.Optional;

/**
 * The device of a site as an i64, the same in every call of it. The default device is looked up once, because it can
 * change between the first call of a site and the last.
 */
final class DeviceNumber {
    private final IrContext context;
    private final RuntimeDeclarations declarations;

    DeviceNumber(IrContext context, RuntimeDeclarations declarations) {
        this.context = context;
        this.declarations = declarations;
    }

    /** Returns the number that the calls of a site take. */
    IrValue of(Device device, IrBuilder builder) {
        if (device instanceof Device.Numbered numbered) {
            return context.constant(Long.SIZE, numbered.number());
        }
        IrValue standard = builder.integerCast(
                builder.call(declarations.get(RuntimeFunction.DEFAULT_DEVICE), List.of(), ""),
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

    /** Returns the number of a device that {@link #of} has given already, or that is known. */
    IrValue resolved(Device device) {
        if (device instanceof Device.Computed computed) {
            return computed.number();
        }
        if (device instanceof Device.Numbered numbered) {
            return context.constant(Long.SIZE, numbered.number());
        }
        throw new IllegalStateException("the default device has no number yet");
    }

    /**
     * Returns the number that {@link #of} was given for a computed device, or what stands for it by now: a marked call
     * whose result it was is replaced by another. Nothing when the device is not computed.
     */
    static Optional<IrValue> computed(IrInstruction of) {
        return of.opcode() == Opcode.SELECT ? Optional.of(of.operand(2)) : Optional.empty();
    }

    private IrValue wide(Device.Computed device, IrBuilder builder) {
        return builder.integerCast(device.number(), context.integer(Long.SIZE), true);
    }
}
