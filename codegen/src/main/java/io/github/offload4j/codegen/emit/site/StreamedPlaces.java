package io.github.offload4j.codegen.emit.site;

import io.github.offload4j.codegen.helper.Helper;
import io.github.offload4j.codegen.ir.IrBlock;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.Opcode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds where a function has to wait for what libraries do on streams: in front of what may follow it, on any way. */
final class StreamedPlaces {
    private final Set<IrBlock> reached = new HashSet<>();
    private final Deque<IrBlock> open = new ArrayDeque<>();

    private StreamedPlaces() {}

    /** Returns the instructions to wait in front of, in the order of the function's blocks. */
    static List<IrInstruction> of(IrFunction function) {
        StreamedPlaces search = new StreamedPlaces();
        List<IrBlock> blocks = function.blocks();
        blocks.forEach(block -> search.follow(block, false));
        while (!search.open.isEmpty()) {
            search.follow(search.open.pop(), true);
        }
        List<IrInstruction> places = new ArrayList<>();
        blocks.forEach(block -> search.walk(block, search.reached.contains(block), places));
        return places;
    }

    private void follow(IrBlock block, boolean working) {
        if (walk(block, working, new ArrayList<>())) {
            block.terminator()
                    .ifPresent(terminator -> terminator.successors().stream()
                            .filter(reached::add)
                            .forEach(open::push));
        }
    }

    /**
     * Goes through a block.
     *
     * @param working whether something may be left on a stream when it begins
     * @param places gets what has to be waited in front of
     * @return whether something may be left when it ends
     */
    private boolean walk(IrBlock block, boolean working, List<IrInstruction> places) {
        boolean left = working;
        boolean inside = false;
        for (IrInstruction instruction : block.instructions()) {
            Optional<Helper> helper = instruction.isCall() ? Helper.calledBy(instruction) : Optional.empty();
            if (helper.filter(Helper.RESTORE::equals).isPresent()) {
                inside = false;
            } else if (helper.filter(Helper.ENTER::equals).isPresent() && isStreamed(instruction)) {
                inside = true;
                left = true;
            } else if (left && !inside && waits(instruction, helper)) {
                places.add(instruction);
                left = false;
            }
        }
        return left;
    }

    private static boolean isStreamed(IrInstruction enter) {
        return enter.value().users().stream()
                .flatMap(user -> user.asInstruction().stream())
                .anyMatch(user -> user.isCall() && Helper.RESTORE.isCalledBy(user));
    }

    /** Whatever is called may look at the data, launch a kernel or copy; the caller does when the function returns. */
    private static boolean waits(IrInstruction instruction, Optional<Helper> helper) {
        if (helper.isPresent()) {
            return switch (helper.get()) {
                case STATUS, RESTORE, WAIT -> false;
                case LAUNCH,
                        DATA_BEGIN,
                        DATA_END,
                        DATA_UPDATE,
                        PIN,
                        UNPIN,
                        CHECK,
                        FALLBACK,
                        HOST_FALLBACK,
                        HOST,
                        UNITE_ALIASES,
                        CHECK_ALIASES,
                        CHECK_COMMUNICATOR,
                        ENTER,
                        LEAVE,
                        FIND -> true;
            };
        }
        if (instruction.isCall()) {
            return instruction.calledFunction().filter(IrFunction::isIntrinsic).isEmpty();
        }
        return instruction.opcode() == Opcode.RETURN || instruction.opcode() == Opcode.RESUME;
    }
}
