package io.github.offload4j.codegen.transfer;

import io.github.offload4j.codegen.emit.site.DataCalls;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Has memory pinned by the first site that maps it until the data would have to go back to the host if it stayed on the device,
 * though it is copied at every site: so a loop pins once.
 */
final class PinWriter {
    private static final String SLOT_NAME = ".offload_pinned";
    private static final int ALIGNMENT = 8;

    private final FunctionPlan plan;
    private final FunctionShape shape;
    private final DataCalls code;
    private final IrContext context;

    PinWriter(FunctionPlan plan, DataCalls code) {
        this.plan = plan;
        this.shape = plan.shape();
        this.code = code;
        this.context = code.context();
    }

    void write() {
        Map<DataPlan, IrValue> slots = new LinkedHashMap<>();
        plan.plans().forEach(data -> slots.put(data, reserve()));
        slots.forEach(this::write);
    }

    /** Reserves what says which memory is pinned, none at first. */
    private IrValue reserve() {
        IrType type = context.struct(List.of(context.pointer(), context.integer(Long.SIZE)));
        try (IrBuilder builder =
                IrBuilder.before(plan.facts().function().blocks().get(0).pastAllocas(), context)) {
            IrValue slot = builder.alloca(type, SLOT_NAME, ALIGNMENT);
            builder.store(context.nullPointer(), slot, ALIGNMENT);
            return slot;
        }
    }

    private void write(DataPlan data, IrValue slot) {
        for (int block = 0; block < shape.size(); block++) {
            for (Event event : data.timeline().of(block)) {
                if (event instanceof Event.Open open) {
                    pin(open, slot);
                } else if (event instanceof Event.Close close
                        && !data.residency().stays(close)) {
                    unpin(close.instruction().next().orElseThrow(), slot);
                }
            }
            if (data.residency().goingBack(block) != 0) {
                unpin(FunctionShape.beginOf(shape.block(block)), slot);
            }
        }
    }

    private void pin(Event.Open open, IrValue slot) {
        Occurrence occurrence = open.occurrence();
        try (IrBuilder builder = IrBuilder.before(open.instruction(), context)) {
            code.pin(slot, occurrence.pointer(), occurrence.entry().bytes(context), builder);
        }
    }

    private void unpin(IrInstruction place, IrValue slot) {
        try (IrBuilder builder = IrBuilder.before(place, context)) {
            code.unpin(slot, builder);
        }
    }
}
