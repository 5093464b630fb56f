package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.device.block.BlockFunction;
import io.github.offload4j.codegen.device.block.ItemFunction;
import io.github.offload4j.codegen.ir.Attributes;
import io.github.offload4j.codegen.ir.Comparison;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Linkage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Says device functions in terms of what work-items of one block do: each place where they meet gets a number, and what the
 * lanes of a warp do together becomes an exchange of values.
 */
final class MeetingCalls {
    private static final int LANES = 32;

    private final BlockFunction item;
    private final IrModule module;
    private final IrContext context;
    private final boolean copied;
    private final List<String> places = new ArrayList<>(List.of(""));
    private int anyBarrier;

    private MeetingCalls(BlockFunction item, IrModule module, boolean copied) {
        this.item = item;
        this.module = module;
        this.context = module.context();
        this.copied = copied;
    }

    /**
     * Returns whether an optimiser may have made several barriers of one, so that threads that wait at different ones wait
     * for each other.
     *
     * @param reached what a kernel comes to
     */
    static boolean mayBeCopies(Collection<IrValue> reached) {
        return reached.stream()
                        .flatMap(value -> value.asFunction().stream())
                        .filter(f -> DeviceFunction.of(f.name())
                                .filter(d -> d == DeviceFunction.BARRIER)
                                .isPresent())
                        .flatMap(f -> f.calls().stream())
                        .filter(call -> reached.contains(call.function().value()))
                        .filter(call -> !Attributes.onCall(call, "convergent"))
                        .count()
                > 1;
    }

    /** Replaces every call of a device function in the code of a work-item. */
    static MeetingCalls replace(BlockFunction item, IrModule module, boolean copied) {
        MeetingCalls meetings = new MeetingCalls(item, module, copied);
        for (IrInstruction call : DeviceCalls.in(item.function())) {
            try (IrBuilder builder = IrBuilder.before(call, module.context())) {
                meetings.replace(DeviceCalls.function(call), call, builder);
            }
            call.erase();
        }
        return meetings;
    }

    /** Returns how messages name the places where work-items meet; the first is none. */
    List<String> places() {
        return places;
    }

    private void replace(DeviceFunction function, IrInstruction call, IrBuilder builder) {
        switch (function) {
            case THREAD_ID ->
                call.replaceUsesWith(builder.call(
                        ItemFunction.INDEX.in(module), List.of(call.arguments().get(0)), ""));
            case BLOCK_ID -> call.replaceUsesWith(item.blockId(DeviceCalls.dimension(call)));
            case BLOCK_SIZE -> call.replaceUsesWith(item.blockSize(DeviceCalls.dimension(call)));
            case GRID_SIZE -> call.replaceUsesWith(item.gridSize(DeviceCalls.dimension(call)));
            case SHARED_DYNAMIC -> call.replaceUsesWith(item.dynamicShared());
            case BARRIER -> meet(barrier(call), builder);
            case WARP_BARRIER -> meet(-place(call), builder);
            case WARP_SIZE -> call.replaceUsesWith(context.constant(Integer.SIZE, LANES));
            case LANE_ID ->
                call.replaceUsesWith(builder.integerCast(lane(builder), context.integer(Integer.SIZE), false));
            case SHUFFLE, SHUFFLE_UP, SHUFFLE_DOWN, SHUFFLE_XOR -> shuffle(function, call, builder);
            case BALLOT -> call.replaceUsesWith(ballot(call, call.arguments().get(0), builder));
            case ANY ->
                call.replaceUsesWith(nonZero(ballot(call, call.arguments().get(0), builder), builder));
            case ALL -> {
                IrValue not = builder.compare(Comparison.EQUAL, call.arguments().get(0), context.constant(1, 0), "");
                IrValue none = context.constant(Long.SIZE, 0);
                call.replaceUsesWith(builder.compare(Comparison.EQUAL, ballot(call, not, builder), none, ""));
            }
            case FENCE_BLOCK, FENCE_DEVICE -> throw new IllegalStateException("a fence is one of LLVM's by now");
        }
    }

    private int place(IrInstruction call) {
        String name = DeviceCalls.symbol(
                DeviceCalls.function(call), call.calledFunction().orElseThrow());
        places.add(name + call.location().map(l -> " (" + l + ")").orElse(""));
        return places.size() - 1;
    }

    /** Barriers that may be copies of one are one place. */
    private int barrier(IrInstruction call) {
        if (!copied || Attributes.onCall(call, "convergent")) {
            return place(call);
        }
        if (anyBarrier == 0) {
            anyBarrier = place(call);
        }
        return anyBarrier;
    }

    private void meet(int place, IrBuilder builder) {
        builder.call(ItemFunction.MEET.in(module), List.of(context.constant(Integer.SIZE, place)), "");
    }

    private IrValue lane(IrBuilder builder) {
        IrValue number = builder.call(ItemFunction.NUMBER.in(module), List.of(), "");
        return builder.and(number, context.constant(Long.SIZE, LANES - 1));
    }

    private void shuffle(DeviceFunction function, IrInstruction call, IrBuilder builder) {
        IrType i64 = context.integer(Long.SIZE);
        IrType type = call.value().type();
        IrType bits = context.integer(type.scalarBits());
        IrValue given = call.arguments().get(0);
        IrValue asBits = type.isInteger() ? given : builder.bitCast(given, bits);
        IrValue wide = builder.integerCast(asBits, i64, false);
        IrValue by = builder.zeroExtend(call.arguments().get(1), i64);
        IrValue lane = switch (function) {
            case SHUFFLE_UP -> builder.subtract(lane(builder), by);
            case SHUFFLE_DOWN -> builder.add(lane(builder), by);
            case SHUFFLE_XOR -> builder.xor(lane(builder), by);
            default -> by;
        };
        IrValue got = builder.call(exchange(), List.of(wide, lane, meeting(call)), "");
        IrValue narrow = builder.integerCast(got, bits, false);
        call.replaceUsesWith(type.isInteger() ? narrow : builder.bitCast(narrow, type));
    }

    private IrValue meeting(IrInstruction call) {
        return context.constant(Integer.SIZE, -place(call));
    }

    private IrValue ballot(IrInstruction call, IrValue vote, IrBuilder builder) {
        IrValue wide = builder.zeroExtend(vote, context.integer(Long.SIZE));
        return builder.call(votes(), List.of(wide, meeting(call)), "");
    }

    private IrValue nonZero(IrValue value, IrBuilder builder) {
        return builder.compare(Comparison.NOT_EQUAL, value, context.constant(Long.SIZE, 0), "");
    }

    private IrFunction exchange() {
        IrType i64 = context.integer(Long.SIZE);
        return declared(".offload.warp.exchange", List.of(i64, i64, context.integer(Integer.SIZE)));
    }

    private IrFunction votes() {
        return declared(".offload.warp.ballot", List.of(context.integer(Long.SIZE), context.integer(Integer.SIZE)));
    }

    private IrFunction declared(String symbol, List<IrType> parameters) {
        IrType type = context.function(context.integer(Long.SIZE), parameters);
        return module.findFunction(symbol).orElseGet(() -> module.addFunction(symbol, type, Linkage.EXTERNAL));
    }
}
