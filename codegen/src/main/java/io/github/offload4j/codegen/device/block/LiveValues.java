package io.github.offload4j.codegen.device.block;

import io.github.offload4j.codegen.ir.Computation;
import io.github.offload4j.codegen.ir.IrBlock;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Opcode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Takes values from the region that computes them to those that use them. What is the same for all work-items is kept once,
 * what follows from the work-item's number and such by a few steps is computed again, and the rest has an element of an array
 * for each work-item.
 */
final class LiveValues {
    /** Steps that a value is computed again by; more are not worth it. */
    private static final int MOST_STEPS = 16;

    /** Stands for a value that cannot be computed again. */
    private static final int NEVER = 1000;

    /** Where a value is kept between regions. */
    sealed interface Place {
        /** Keeps a value, in the loop of the region that has it. */
        void store(IrValue value, ItemLoop loop, IrBuilder builder);
    }

    private record Once(IrValue slot, IrType type, int alignment) implements Place {
        @Override
        public void store(IrValue value, ItemLoop loop, IrBuilder builder) {
            builder.store(value, slot, alignment);
        }
    }

    private record Each(ItemMemory.Array array) implements Place {
        @Override
        public void store(IrValue value, ItemLoop loop, IrBuilder builder) {
            builder.store(value, array.address(loop.number(), builder), array.alignment());
        }
    }

    /**
     * Where a value is from which a region begins.
     *
     * @param place its place
     * @param behind blocks in which the place may have the next value already
     */
    private record Kept(Place place, Set<IrBlock> behind) {}

    private final Map<IrBlock, ItemLoop> loops;
    private final Map<IrBlock, IrBlock> owner;
    private final Divergence divergence;
    private final ItemMemory memory;
    private final IrBuilder entry;
    private final IrModule module;
    private final IrContext context;
    private final Map<IrValue, Place> places = new HashMap<>();
    private final Map<IrValue, Kept> begun = new HashMap<>();
    private final Set<IrValue> uniformLoads = new HashSet<>();
    private final Map<IrValue, ItemMemory.Array> slots = new HashMap<>();
    private final Map<IrBlock, Map<IrValue, IrValue>> known = new HashMap<>();

    LiveValues(
            Map<IrBlock, ItemLoop> loops,
            Map<IrBlock, IrBlock> owner,
            Divergence divergence,
            ItemMemory memory,
            IrBuilder entry,
            IrModule module) {
        this.loops = loops;
        this.owner = owner;
        this.divergence = divergence;
        this.memory = memory;
        this.entry = entry;
        this.module = module;
        this.context = module.context();
    }

    /** Returns the loop of the region that a block is in. */
    ItemLoop loopOf(IrBlock block) {
        return Objects.requireNonNull(loops.get(owner.get(block)), "the block is in no region");
    }

    private boolean isUniform(IrValue value) {
        return uniformLoads.contains(value) || divergence.isUniform(value);
    }

    /** Deletes an instruction of which another one, at the same address, must not be taken to be the same. */
    void erase(IrInstruction instruction) {
        divergence.forget(instruction.value());
        instruction.erase();
    }

    /** Makes a place for a value. */
    Place place(IrInstruction value) {
        IrType type = value.value().type();
        long bytes = module.layout().bytes(type).orElseThrow();
        int alignment = (int) Math.min(64, Long.lowestOneBit(Math.max(bytes, 1)));
        if (!isUniform(value.value())) {
            return new Each(memory.add(type, alignment));
        }
        return new Once(entry.alloca(type, "", alignment), type, alignment);
    }

    /** Gets a value from its place at the beginning of a region. */
    IrValue load(Place place, IrBlock head) {
        ItemLoop loop = loopOf(head);
        if (place instanceof Once once) {
            try (IrBuilder builder = before(loop.begin())) {
                IrValue value = builder.load(once.type(), once.slot(), once.alignment(), "");
                uniformLoads.add(value);
                return value;
            }
        }
        ItemMemory.Array array = ((Each) place).array();
        try (IrBuilder builder = before(loop.body())) {
            IrValue address = array.address(loop.number(), builder);
            return builder.load(array.element(), address, array.alignment(), "");
        }
    }

    /**
     * Says that a value can be had from its place in other regions too.
     *
     * @param behind the regions' heads where that does not go
     */
    void keep(IrValue value, Place place, Set<IrBlock> behind) {
        begun.put(value, new Kept(place, behind));
    }

    private IrBuilder before(IrBlock block) {
        return IrBuilder.before(block.terminator().orElseThrow(), context);
    }

    /** Puts an element for each work-item in the place of a stack slot; its uses are connected like those of other values. */
    void shareSlot(IrInstruction slot) {
        long count = slot.operand(0).constantInteger().orElseThrow();
        long bytes = module.layout().bytes(slot.allocatedType()).orElseThrow() * count;
        long alignment = slot.slotAlignment();
        long padded = Math.max((bytes + alignment - 1) & -alignment, alignment);
        slots.put(slot.value(), memory.add(context.array(context.integer(Byte.SIZE), padded), alignment));
    }

    /** Returns whether each work-item has an element in the place of a stack slot. */
    boolean isShared(IrInstruction slot) {
        return slots.containsKey(slot.value());
    }

    /** Answers what a region asks about the work-item, once no other region uses it. */
    void answerNumber(IrInstruction call) {
        call.replaceUsesWith(answer(call, loopOf(call.block())));
        call.erase();
    }

    /** Lets an instruction of a region use what its own region can give it. */
    void connect(IrInstruction instruction, IrBlock head) {
        List<IrValue> operands = instruction.operands();
        for (int i = 0; i < operands.size(); i++) {
            IrValue operand = operands.get(i);
            Optional<IrInstruction> made = operand.asInstruction();
            if (made.isPresent() && isElsewhere(made.get(), head)) {
                instruction.setOperand(i, inRegion(made.get(), head));
            }
        }
    }

    private boolean isElsewhere(IrInstruction value, IrBlock head) {
        IrBlock in = owner.get(value.block());
        // what is computed at the beginning of the function can be used everywhere, but for stack slots
        return in == null ? slots.containsKey(value.value()) : !in.equals(head);
    }

    private static IrValue answer(IrInstruction call, ItemLoop loop) {
        return ItemFunction.NUMBER.isCalledBy(call)
                ? loop.number()
                : loop.index((int) call.arguments().get(0).constantInteger().orElseThrow());
    }

    private IrValue inRegion(IrInstruction value, IrBlock head) {
        Map<IrValue, IrValue> here = known.computeIfAbsent(head, h -> new HashMap<>());
        IrValue found = here.get(value.value());
        if (found == null) {
            found = bring(value, head);
            here.put(value.value(), found);
        }
        return found;
    }

    private IrValue bring(IrInstruction value, IrBlock head) {
        ItemLoop loop = loopOf(head);
        ItemMemory.Array slot = slots.get(value.value());
        if (slot != null) {
            try (IrBuilder builder = before(loop.body())) {
                return slot.address(loop.number(), builder);
            }
        }
        if (isNumber(value)) {
            return answer(value, loop);
        }
        if (!isUniform(value.value()) && steps(value) <= MOST_STEPS) {
            return again(value, head);
        }
        Kept kept = begun.get(value.value());
        return load(kept != null && !kept.behind().contains(head) ? kept.place() : kept(value), head);
    }

    /** Returns whether a value is a number of the work-item, which every loop has by itself. */
    static boolean isNumber(IrInstruction value) {
        return ItemFunction.INDEX.isCalledBy(value) || ItemFunction.NUMBER.isCalledBy(value);
    }

    /** Returns how many steps compute a value from what all work-items have alike, their numbers, and their stack slots. */
    private int steps(IrInstruction value) {
        if (isNumber(value) || slots.containsKey(value.value()) || isUniform(value.value())) {
            return 0;
        }
        if (!Computation.isRepeatable(value)) {
            return NEVER;
        }
        int steps = 1;
        for (IrValue operand : value.operands()) {
            if (steps > MOST_STEPS) {
                return NEVER;
            }
            steps += operand.asInstruction().map(this::steps).orElse(0);
        }
        return steps;
    }

    private IrValue again(IrInstruction value, IrBlock head) {
        List<IrValue> operands = value.operands();
        IrInstruction copy;
        Map<Integer, IrValue> changed = new HashMap<>();
        for (int i = 0; i < operands.size(); i++) {
            int index = i;
            // the region's own value of it may not be there yet, or not be the same any more
            operands.get(i)
                    .asInstruction()
                    .filter(o -> owner.containsKey(o.block()) || slots.containsKey(o.value()))
                    .ifPresent(o -> changed.put(index, inRegion(o, head)));
        }
        try (IrBuilder builder = before(loopOf(head).body())) {
            copy = builder.copyOf(value);
        }
        changed.forEach(copy::setOperand);
        return copy.value();
    }

    private Place kept(IrInstruction value) {
        Place place = places.get(value.value());
        if (place == null) {
            place = place(value);
            places.put(value.value(), place);
            IrInstruction next = value.opcode() == Opcode.PHI
                    ? value.block().firstNonPhi()
                    : value.next().orElseThrow();
            try (IrBuilder builder = IrBuilder.before(next, context)) {
                place.store(value.value(), loopOf(value.block()), builder);
            }
        }
        return place;
    }

    /** Lets a jump between regions decide by what all work-items have alike. */
    void useInChoice(IrBlock choice) {
        IrInstruction jump = choice.terminator().orElseThrow();
        Optional<IrInstruction> condition = jump.operand(0).asInstruction();
        if (condition.filter(c -> owner.containsKey(c.block())).isPresent()
                && kept(condition.get()) instanceof Once once) {
            try (IrBuilder builder = IrBuilder.before(jump, context)) {
                jump.setOperand(0, builder.load(once.type(), once.slot(), once.alignment(), ""));
            }
        }
    }
}
