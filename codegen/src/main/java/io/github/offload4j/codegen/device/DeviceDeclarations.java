package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.ir.Comparison;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Linkage;
import java.util.List;
import java.util.Optional;

/**
 * Makes one declaration of each {@link DeviceFunction}, with dots in its name, of however front ends declare it: with
 * underscores, and with booleans of other widths, as Fortran has.
 */
final class DeviceDeclarations {
    private DeviceDeclarations() {}

    /** Does so with what is declared as it should be; what is not stays, for {@link DeviceCallRules} to refuse. */
    static void unify(IrModule module) {
        for (IrFunction function : module.functions()) {
            Optional<DeviceFunction> device =
                    function.isDeclaration() ? DeviceFunction.of(function.name()) : Optional.empty();
            if (device.isEmpty()) {
                continue;
            }
            String symbol = DeviceCalls.symbol(device.get(), function);
            if (isWide(device.get(), function)) {
                function.calls().stream()
                        .filter(call -> call.calledType().equals(function.type()))
                        .forEach(call -> narrow(call, declare(device.get(), symbol, function, module), module));
            } else if (!symbol.equals(function.name())
                    && DeviceCalls.typeError(device.get(), function).isEmpty()) {
                rename(function, symbol, module);
            }
        }
    }

    private static void rename(IrFunction function, String symbol, IrModule module) {
        Optional<IrFunction> same = module.findFunction(symbol);
        if (same.isEmpty()) {
            function.rename(symbol);
        } else if (same.get().isDeclaration() && same.get().type().equals(function.type())) {
            for (IrInstruction call : function.calls()) {
                if (call.calledType().equals(function.type())) {
                    call.setCalledFunction(same.get());
                }
            }
        }
    }

    /** Returns whether the function would be right if its booleans were of one bit. */
    private static boolean isWide(DeviceFunction device, IrFunction function) {
        return device.prototype().contains("(i1)")
                && !function.isVariadic()
                && DeviceCalls.typeError(device, function).isPresent()
                && function.parameterCount() == 1
                && function.parameterTypes().get(0).isInteger()
                && (device == DeviceFunction.BALLOT
                        ? function.returnType().toString().equals("i64")
                        : function.returnType().isInteger());
    }

    private static IrFunction declare(DeviceFunction device, String symbol, IrFunction wide, IrModule module) {
        if (wide.name().equals(symbol)) {
            wide.rename(symbol + ".wide");
        }
        IrContext context = module.context();
        IrType result = context.integer(device == DeviceFunction.BALLOT ? Long.SIZE : 1);
        IrType type = context.function(result, List.of(context.integer(1)));
        return module.findFunction(symbol).orElseGet(() -> module.addFunction(symbol, type, Linkage.EXTERNAL));
    }

    private static void narrow(IrInstruction call, IrFunction function, IrModule module) {
        IrType result = call.calledType().returnType();
        try (IrBuilder builder = IrBuilder.before(call, module.context())) {
            IrValue wide = call.arguments().get(0);
            IrValue holds =
                    builder.compare(Comparison.NOT_EQUAL, wide, module.context().zero(wide.type()), "");
            call.replaceUsesWith(builder.integerCast(builder.call(function, List.of(holds), ""), result, false));
        }
        call.erase();
    }
}
