package io.github.offload4j.codegen.device.block;

import io.github.offload4j.codegen.ir.BlockSplits;
import io.github.offload4j.codegen.ir.Comparison;
import io.github.offload4j.codegen.ir.IrBlock;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Opcode;
import io.github.offload4j.codegen.ir.PhiNodes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a block's code of a work-item's: every region becomes a loop over the work-items, and what one computes in a region
 * and uses in another goes through memory, or is computed once more.
 */
final class RegionLoops {
    private static final Set<String> LIFETIME = Set.of("llvm.lifetime.start", "llvm.lifetime.end");

    private final BlockFunction block;
    private final IrContext context;
    private final ItemCode code;
    private final Regions regions;
    private final Map<IrBlock, ItemLoop> loops = new LinkedHashMap<>();
    private final Map<IrBlock, IrBlock> owner = new HashMap<>();
    private final LiveValues live;
    private final ItemMemory memory;
    private Optional<ItemMemory.Array> exchange = Optional.empty();

    private RegionLoops(
            BlockFunction block,
            IrModule module,
            ItemCode code,
            Regions regions,
            Divergence divergence,
            IrBuilder entry) {
        this.block = block;
        this.context = module.context();
        this.code = code;
        this.regions = regions;
        IrValue count = context.constant(Long.SIZE, 1);
        for (int d = 0; d < 3; d++) {
            count = entry.multiplyBounded(count, entry.zeroExtend(block.blockSize(d), context.integer(Long.SIZE)));
        }
        this.memory = new ItemMemory(block.items(), count, entry, context, module.layout());
        this.live = new LiveValues(loops, owner, divergence, memory, entry, module);
    }

    /**
     * Rewrites a function, if its work-items meet at places that all of them come to.
     *
     * @return what its work-items need memory for, or nothing when the function is left as it was
     */
    static Optional<ItemSpace> apply(BlockFunction block, ItemCode code, IrModule module) {
        List<IrBlock> heads = new ArrayList<>(List.of(code.start()));
        heads.addAll(code.afterMeetings());
        heads.addAll(code.returns());
        Regions regions = Regions.from(heads);
        Divergence divergence = Divergence.of(block.function());
        boolean alike = regions.choices().stream()
                .flatMap(choice -> choice.terminator().orElseThrow().operands().stream())
                .noneMatch(divergence::isDivergent);
        if (!alike) {
            return Optional.empty();
        }
        try (IrBuilder entry = IrBuilder.before(code.entry().terminator().orElseThrow(), module.context())) {
            RegionLoops form = new RegionLoops(block, module, code, regions, divergence, entry);
            form.rewrite();
            return Optional.of(new ItemSpace(form.memory.bytes(), form.memory.alignment()));
        }
    }

    private void rewrite() {
        for (IrBlock head : regions.heads()) {
            ItemLoop loop = ItemLoop.append(block, "items", context);
            loops.put(head, loop);
            owner.put(loop.begin(), head);
            owner.put(loop.body(), head);
            regions.blocks(head).forEach(b -> owner.put(b, head));
            try (IrBuilder body = IrBuilder.atEnd(loop.body(), context)) {
                body.branch(head);
            }
        }
        shareSlots();
        answerCalls();
        loops.keySet().forEach(this::storePhis);
        loops.keySet().forEach(this::connectValues);
        regions.choices().forEach(live::useInChoice);
        removeReplaced();
        loops.keySet().forEach(this::connectJumps);
        loops.forEach((head, loop) -> ParallelAccesses.mark(regions.blocks(head), loop, context));
    }

    /** Answers what asks about the work-item, and removes the meetings, which the loops are now. */
    private void answerCalls() {
        for (IrBlock head : loops.keySet()) {
            for (IrBlock b : regions.blocks(head)) {
                for (IrInstruction call : b.instructions()) {
                    ItemFunction.of(call).ifPresent(function -> answer(function, call, loops.get(head)));
                }
            }
        }
    }

    private void answer(ItemFunction function, IrInstruction call, ItemLoop loop) {
        switch (function) {
            // what other regions want of these they ask for by themselves
            case INDEX, NUMBER -> {}
            case EXISTS -> {
                try (IrBuilder builder = IrBuilder.before(call, context)) {
                    call.replaceUsesWith(
                            builder.compare(Comparison.BELOW, call.arguments().get(0), memory.count(), ""));
                }
                live.erase(call);
            }
            case PUT, GET -> {
                ItemMemory.Array array = exchanged();
                try (IrBuilder builder = IrBuilder.before(call, context)) {
                    if (function == ItemFunction.PUT) {
                        builder.store(
                                call.arguments().get(0), array.address(loop.number(), builder), array.alignment());
                    } else {
                        IrValue address = array.address(call.arguments().get(0), builder);
                        call.replaceUsesWith(builder.load(array.element(), address, array.alignment(), ""));
                    }
                }
                live.erase(call);
            }
            case MEET -> live.erase(call);
        }
    }

    private ItemMemory.Array exchanged() {
        if (exchange.isEmpty()) {
            exchange = Optional.of(memory.add(context.integer(Long.SIZE), Long.BYTES));
        }
        return exchange.orElseThrow();
    }

    /** Lets the values that a region begins with go through memory: control comes from the loop of another one. */
    private void storePhis(IrBlock head) {
        for (IrInstruction phi : PhiNodes.of(head)) {
            LiveValues.Place place = live.place(phi);
            for (PhiNodes.Incoming incoming : PhiNodes.incoming(phi)) {
                IrBlock from = regions.choices().contains(incoming.block())
                        ? incoming.block().predecessors().get(0)
                        : incoming.block();
                try (IrBuilder builder = IrBuilder.before(from.terminator().orElseThrow(), context)) {
                    place.store(incoming.value(), live.loopOf(from), builder);
                }
            }
            IrValue value = live.load(place, head);
            live.keep(value, place, behind(PhiNodes.incoming(phi), head));
            phi.replaceUsesWith(value);
            live.erase(phi);
        }
    }

    /** Returns the blocks that control comes to from where a PHI's next value is known, and not through the PHI. */
    private static Set<IrBlock> behind(List<PhiNodes.Incoming> incoming, IrBlock head) {
        Set<IrBlock> found = new HashSet<>();
        Deque<IrBlock> open = new ArrayDeque<>();
        incoming.forEach(from -> open.add(from.block()));
        while (!open.isEmpty()) {
            for (IrBlock next : open.pop().terminator().orElseThrow().successors()) {
                if (!next.equals(head) && found.add(next)) {
                    open.push(next);
                }
            }
        }
        return found;
    }

    /** Gives each work-item its own copy of the stack slots. */
    private void shareSlots() {
        for (IrInstruction slot : code.entry().instructions()) {
            if (slot.opcode() == Opcode.ALLOCA) {
                removeLifetimes(slot.value());
                live.shareSlot(slot);
            }
        }
    }

    private static void removeLifetimes(IrValue pointer) {
        for (IrValue user : pointer.users()) {
            user.asInstruction()
                    .filter(call -> call.calledFunction()
                            .filter(f -> LIFETIME.stream().anyMatch(f.name()::startsWith))
                            .isPresent())
                    .ifPresent(IrInstruction::erase);
        }
    }

    private void connectValues(IrBlock head) {
        for (IrBlock b : regions.blocks(head)) {
            b.instructions().forEach(instruction -> live.connect(instruction, head));
        }
    }

    private void removeReplaced() {
        for (IrInstruction instruction : block.function().instructions()) {
            if (LiveValues.isNumber(instruction)) {
                live.answerNumber(instruction);
            } else if (instruction.opcode() == Opcode.ALLOCA && live.isShared(instruction)) {
                instruction.erase();
            }
        }
    }

    /** Leads control through the loops. */
    private void connectJumps(IrBlock head) {
        ItemLoop loop = live.loopOf(head);
        Optional<IrBlock> exit = regions.exit(head);
        for (IrBlock b : regions.blocks(head)) {
            exit.ifPresent(next -> BlockSplits.redirect(b, next, loop.latch()));
        }
        try (IrBuilder end = IrBuilder.atEnd(loop.end(), context)) {
            if (exit.isPresent()) {
                end.branch(way(exit.orElseThrow()));
            } else {
                end.unreachable();
            }
        }
        for (IrBlock choice : regions.choices()) {
            BlockSplits.redirect(choice, head, loop.begin());
        }
        if (head.equals(code.start())) {
            BlockSplits.redirect(code.entry(), head, loop.begin());
        }
    }

    private IrBlock way(IrBlock head) {
        ItemLoop loop = loops.get(head);
        return loop == null ? head : loop.begin();
    }
}
