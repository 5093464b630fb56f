package io.github.offload4j.codegen.device.block;

import io.github.offload4j.codegen.ir.Attributes;
import io.github.offload4j.codegen.ir.Comparison;
import io.github.offload4j.codegen.ir.IrBlock;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Linkage;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a coroutine of a work-item's code, which stops wherever work-items meet, and a function that runs those of a block in
 * turn. It is right whatever way the work-items take; those that have returned are waited for no more.
 */
final class Coroutines {
    /** What a split of coroutines takes, beside their optimisation. */
    static final String SPLIT = "coro-early,cgscc(coro-split),coro-cleanup";

    private static final int ALIGNMENT = Long.BYTES;

    /** The fields of what the scheduler keeps of a work-item, as its text has them too. */
    private static final int HANDLE = 0;

    private static final int WAITING = 1;
    private static final int NUMBER = 2;
    private static final int FIRST_INDEX = 3;
    private static final int VALUE = 6;
    private static final long BYTES = 48;

    private final BlockFunction item;
    private final ItemCode code;
    private final IrModule module;
    private final IrContext context;
    private final IrType record;
    private IrValue base;

    private Coroutines(BlockFunction item, ItemCode code, IrModule module) {
        this.item = item;
        this.code = code;
        this.module = module;
        this.context = module.context();
        IrType i32 = context.integer(Integer.SIZE);
        IrType i64 = context.integer(Long.SIZE);
        this.record = context.struct(List.of(context.pointer(), i32, i64, i32, i32, i32, i64));
        this.base = item.items();
    }

    /**
     * Makes the coroutine and the function.
     *
     * @param kernel its name, for the message where the work-items of a block wait for each other for ever
     * @param places how that names each place where they meet, by its number; there is no place 0
     * @return the function that runs a block
     */
    static BlockFunction apply(BlockFunction item, ItemCode code, IrModule module, String kernel, List<String> places) {
        Coroutines form = new Coroutines(item, code, module);
        BlockFunction block = form.block(kernel, places);
        form.suspend();
        form.answerCalls();
        CommonCode.SCHEDULER.link(module);
        return block;
    }

    /** Returns what a work-item needs memory for. */
    static ItemSpace space() {
        return new ItemSpace(BYTES, ALIGNMENT);
    }

    private IrValue field(IrValue address, int index, IrBuilder builder) {
        return builder.elementAddress(record, address, index, "");
    }

    private BlockFunction block(String kernel, List<String> places) {
        IrFunction function = module.addFunction(
                item.function().name() + ".block", item.function().type(), Linkage.INTERNAL);
        BlockFunction block = new BlockFunction(function);
        block.nameParameters();
        IrBlock entry = function.appendBlock("entry");
        ItemLoop loop = ItemLoop.append(block, "items", context);
        try (IrBuilder builder = IrBuilder.atEnd(entry, context)) {
            IrValue count = count(block, builder);
            builder.branch(loop.begin());
            builder.moveToEnd(loop.body());
            IrValue address = builder.offsetAddress(record, block.items(), loop.number(), "");
            builder.store(loop.number(), field(address, NUMBER, builder), Long.BYTES);
            for (int d = 0; d < 3; d++) {
                builder.store(loop.index(d), field(address, FIRST_INDEX + d, builder), Integer.BYTES);
            }
            builder.call(item.function(), block.parametersWith(address), "");
            builder.branch(loop.latch());
            builder.moveToEnd(loop.end());
            builder.call(
                    Scheduler.run(module),
                    List.of(block.items(), count, module.addText("offload_kernel", kernel), texts(places)),
                    "");
            builder.returnVoid();
        }
        return block;
    }

    private IrValue count(BlockFunction block, IrBuilder builder) {
        IrValue count = context.constant(Long.SIZE, 1);
        for (int d = 0; d < 3; d++) {
            count = builder.multiplyBounded(count, builder.zeroExtend(block.blockSize(d), context.integer(Long.SIZE)));
        }
        return count;
    }

    private IrValue texts(List<String> places) {
        List<IrValue> addresses = new ArrayList<>();
        places.forEach(place -> addresses.add(module.addText("offload_place", place)));
        IrValue content = context.constantArray(context.pointer(), addresses);
        return module.addGlobal("offload_places", content.type(), Linkage.PRIVATE)
                .constant(content)
                .unnamedAddress()
                .value();
    }

    private void answerCalls() {
        try (IrBuilder entry = IrBuilder.before(code.entry().terminator().orElseThrow(), context)) {
            IrValue number =
                    entry.load(context.integer(Long.SIZE), field(item.items(), NUMBER, entry), Long.BYTES, "number");
            IrValue back = entry.subtract(context.constant(Long.SIZE, 0), number);
            base = entry.offsetAddress(record, item.items(), back, "items");
        }
        IrValue count;
        try (IrBuilder entry = IrBuilder.before(code.entry().terminator().orElseThrow(), context)) {
            count = count(item, entry);
        }
        for (IrInstruction call : item.function().instructions()) {
            ItemFunction.of(call).ifPresent(function -> answer(function, call, count));
        }
    }

    private void answer(ItemFunction function, IrInstruction call, IrValue count) {
        IrType i32 = context.integer(Integer.SIZE);
        IrType i64 = context.integer(Long.SIZE);
        try (IrBuilder builder = IrBuilder.before(call, context)) {
            switch (function) {
                case INDEX -> {
                    int dimension =
                            (int) call.arguments().get(0).constantInteger().orElseThrow();
                    IrValue address = field(item.items(), FIRST_INDEX + dimension, builder);
                    call.replaceUsesWith(builder.load(i32, address, Integer.BYTES, ""));
                }
                case NUMBER ->
                    call.replaceUsesWith(builder.load(i64, field(item.items(), NUMBER, builder), Long.BYTES, ""));
                case EXISTS -> {
                    IrValue wanted = call.arguments().get(0);
                    IrValue inBlock = builder.compare(Comparison.BELOW, wanted, count, "");
                    IrValue some = builder.select(inBlock, wanted, context.constant(Long.SIZE, 0), "");
                    IrValue waiting = builder.load(
                            i32,
                            field(builder.offsetAddress(record, base, some, ""), WAITING, builder),
                            Integer.BYTES,
                            "");
                    IrValue running =
                            builder.compare(Comparison.NOT_EQUAL, waiting, context.constant(Integer.SIZE, 0), "");
                    call.replaceUsesWith(builder.and(inBlock, running));
                }
                case PUT -> builder.store(call.arguments().get(0), field(item.items(), VALUE, builder), Long.BYTES);
                case GET -> {
                    IrValue other =
                            builder.offsetAddress(record, base, call.arguments().get(0), "");
                    call.replaceUsesWith(builder.load(i64, field(other, VALUE, builder), Long.BYTES, ""));
                }
                case MEET -> {
                    return;
                }
            }
        }
        call.erase();
    }

    private void suspend() {
        IrFunction function = item.function();
        IrBlock cleanup = function.appendBlock("cleanup");
        IrBlock suspended = function.appendBlock("suspended");
        IrValue id;
        IrValue handle;
        try (IrBuilder builder = IrBuilder.before(code.entry().terminator().orElseThrow(), context)) {
            IrValue none = context.nullPointer();
            id = builder.call(
                    module.intrinsic("llvm.coro.id"), List.of(context.constant(Integer.SIZE, 0), none, none, none), "");
            IrValue size = builder.call(
                    module.intrinsic("llvm.coro.size", List.of(context.integer(Long.SIZE))), List.of(), "");
            IrValue frame = builder.call(Scheduler.frame(module), List.of(size), "");
            handle = builder.call(module.intrinsic("llvm.coro.begin"), List.of(id, frame), "");
            builder.store(handle, field(item.items(), HANDLE, builder), Long.BYTES);
        }
        for (IrBlock behind : code.afterMeetings()) {
            suspend(behind, cleanup, suspended);
        }
        for (IrBlock end : code.returns()) {
            IrInstruction last = end.terminator().orElseThrow();
            try (IrBuilder builder = IrBuilder.before(last, context)) {
                builder.store(context.constant(Integer.SIZE, 0), field(item.items(), WAITING, builder), Integer.BYTES);
                builder.branch(cleanup);
            }
            last.erase();
        }
        try (IrBuilder builder = IrBuilder.atEnd(cleanup, context)) {
            IrValue frame = builder.call(module.intrinsic("llvm.coro.free"), List.of(id, handle), "");
            builder.call(Scheduler.free(module), List.of(frame), "");
            builder.branch(suspended);
            builder.moveToEnd(suspended);
            builder.call(
                    module.intrinsic("llvm.coro.end"), List.of(handle, context.constant(1, 0), context.noToken()), "");
            builder.returnVoid();
        }
        Attributes.addToFunction(function, "presplitcoroutine", context);
        Attributes.removeFromFunction(function, "alwaysinline");
        Attributes.addToFunction(function, "noinline", context);
    }

    private void suspend(IrBlock behind, IrBlock cleanup, IrBlock suspended) {
        IrBlock meeting = behind.predecessors().get(0);
        IrInstruction jump = meeting.terminator().orElseThrow();
        IrInstruction call = jump.previous().orElseThrow();
        try (IrBuilder builder = IrBuilder.before(jump, context)) {
            builder.store(call.arguments().get(0), field(item.items(), WAITING, builder), Integer.BYTES);
            IrValue how = builder.call(
                    module.intrinsic("llvm.coro.suspend"), List.of(context.noToken(), context.constant(1, 0)), "");
            builder.jump(how, List.of(behind, cleanup), suspended);
        }
        jump.erase();
        call.erase();
    }
}
