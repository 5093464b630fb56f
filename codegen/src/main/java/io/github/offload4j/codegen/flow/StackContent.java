package io.github.offload4j.codegen.flow;

import io.github.offload4j.codegen.ir.IrBlock;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Opcode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a stack slot of one function holds at a point of it, by looking back along every path.
 *
 * <p>Only writes whose address is computed from the slot itself count. That is right for slots whose address stays in the
 * function, and for the tables of offload calls, which nothing but the offload runtime gets to see.
 */
public final class StackContent {
    /** Copies of copies are followed this far. */
    private static final int DEEPEST = 8;

    private final IrFunction function;
    private final Writes writes;
    private final IrModule module;
    private @Nullable ControlFlow flow;
    private final Map<IrBlock, Map<IrValue, List<Touch>>> touching = new HashMap<>();
    private int depth;

    /**
     * An instruction that may write to an object.
     *
     * @param position in its block
     * @param write what it writes there, or nothing when that cannot be told
     */
    private record Touch(int position, Optional<Writes.Write> write) {}

    /** Reads a function of a module. */
    public StackContent(IrModule module, IrFunction function) {
        this.function = function;
        this.module = module;
        this.writes = new Writes(module, this);
    }

    /** Returns the function's blocks, which are read when somebody asks first. */
    public ControlFlow flow() {
        ControlFlow known = flow;
        if (known == null) {
            known = new ControlFlow(function);
            flow = known;
        }
        return known;
    }

    /**
     * Returns the scalar that some bytes of a slot hold.
     *
     * @param slot a stack slot, or a constant global variable
     * @param offset where the bytes begin in it
     * @param bytes how many they are
     * @param before the instruction that would read them
     * @return nothing when it is not one scalar of that size, or not the same on every path
     */
    public Optional<IrValue> scalar(IrValue slot, long offset, int bytes, IrInstruction before) {
        return content(slot, new Range(offset, bytes), before) instanceof Content.Scalar scalar
                ? Optional.of(scalar.value())
                : Optional.empty();
    }

    Content content(IrValue slot, Range range, IrInstruction before) {
        if (slot.isGlobalVariable()) {
            return writes.constant(slot, range);
        }
        boolean isSlot =
                slot.asInstruction().filter(i -> i.opcode() == Opcode.ALLOCA).isPresent();
        if (!isSlot || depth >= DEEPEST) {
            return Content.unknown();
        }
        depth++;
        try {
            return search(slot, range, before);
        } finally {
            depth--;
        }
    }

    private Content search(IrValue slot, Range range, IrInstruction before) {
        IrBlock last = flow().block(before);
        Optional<Content> here = lastWrite(last, flow().position(before), slot, range);
        if (here.isPresent()) {
            return here.get();
        }
        Content met = new Content.Unwritten();
        Deque<IrBlock> open = new ArrayDeque<>(flow().predecessors(last));
        Set<IrBlock> seen = new HashSet<>(open);
        Set<IrBlock> passed = new HashSet<>();
        while (!open.isEmpty()) {
            IrBlock block = open.remove();
            Optional<Content> found = lastWrite(block, Integer.MAX_VALUE, slot, range);
            if (found.isPresent()) {
                met = met.meet(found.get());
                continue;
            }
            passed.add(block);
            for (IrBlock previous : flow().predecessors(block)) {
                if (seen.add(previous)) {
                    open.add(previous);
                }
            }
        }
        return met instanceof Content.Scalar scalar && !isStill(scalar.value(), passed, before)
                ? Content.unknown()
                : met;
    }

    /**
     * Returns whether a value that was stored is what its name stands for when it is loaded: in a loop the name may have got
     * another value since.
     *
     * @param passed the blocks that control has passed from end to end since the store
     */
    private boolean isStill(IrValue value, Set<IrBlock> passed, IrInstruction before) {
        return value.asInstruction()
                .map(definition -> {
                    IrBlock block = flow().block(definition);
                    return !passed.contains(block) && !block.equals(flow().block(before));
                })
                .orElse(true);
    }

    /** Returns what the last write in front of a position of a block leaves, or nothing when none there touches it. */
    private Optional<Content> lastWrite(IrBlock block, int end, IrValue slot, Range range) {
        List<Touch> touched = touching.computeIfAbsent(block, this::index).getOrDefault(slot, List.of());
        for (int i = touched.size() - 1; i >= 0; i--) {
            Touch touch = touched.get(i);
            if (touch.position() < end) {
                Optional<Content> written = touch.write().isPresent()
                        ? writes.content(touch.write().get(), range)
                        : Optional.of(Content.unknown());
                if (written.isPresent()) {
                    return written;
                }
            }
        }
        return Optional.empty();
    }

    /** Sorts the instructions of a block by the objects that they may write to: a large block has thousands of slots. */
    private Map<IrValue, List<Touch>> index(IrBlock block) {
        Map<IrValue, List<Touch>> index = new HashMap<>();
        List<IrInstruction> instructions = flow().instructions(block);
        for (int position = 0; position < instructions.size(); position++) {
            IrInstruction instruction = instructions.get(position);
            Optional<Writes.Write> write = writes.read(instruction);
            if (write.isPresent()) {
                add(index, write.get().object(), new Touch(position, write));
            }
            for (IrValue object : writes.handedOut(instruction)) {
                add(index, object, new Touch(position, Optional.empty()));
            }
        }
        return index;
    }

    private static void add(Map<IrValue, List<Touch>> index, IrValue object, Touch touch) {
        index.computeIfAbsent(object, o -> new ArrayList<>()).add(touch);
    }

    /** Returns how many bytes a load or a store of a value touches. */
    OptionalLong size(IrValue value) {
        return module.layout().storedBytes(value.type());
    }
}
