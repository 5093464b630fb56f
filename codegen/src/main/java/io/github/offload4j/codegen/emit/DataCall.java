package io.github.offload4j.codegen.emit;

import io.github.offload4j.codegen.abi.RuntimeFunction;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrValue;
import java.util.List;

/** A call of {@code __tgt_target_data_begin_mapper} or {@code __tgt_target_data_end_mapper}. */
final class DataCall {
    private DataCall() {}

    static IrInstruction emit(
            Emission emission,
            Phase phase,
            IrValue ident,
            IrValue device,
            ArgumentArrays arrays,
            ArgumentArrays.Addresses addresses,
            IrValue names,
            IrBuilder builder) {
        RuntimeFunction function = phase == Phase.BEGIN ? RuntimeFunction.DATA_BEGIN : RuntimeFunction.DATA_END;
        IrContext context = emission.context();
        return new IrInstruction(builder.call(
                emission.declarations().get(function),
                List.of(
                        ident,
                        device,
                        context.constant(Integer.SIZE, arrays.count()),
                        addresses.bases(),
                        addresses.begins(),
                        addresses.sizes(),
                        arrays.mapTypes(phase),
                        names,
                        context.nullPointer()),
                ""));
    }
}
