package io.github.offload4j.codegen.device.block;

import io.github.offload4j.codegen.ir.IrBlock;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.Opcode;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parts of a function that all work-items of a block go through before any of them goes on: each is entered in one block,
 * and all its ways out lead to one block. The jumps that choose between regions are in none; all work-items must choose alike.
 *
 * <p>Every jump with several targets must stand in a block of its own.
 */
final class Regions {
    private final Set<IrBlock> heads = new LinkedHashSet<>();
    private final Set<IrBlock> choices = new LinkedHashSet<>();
    private final Map<IrBlock, IrBlock> owner = new LinkedHashMap<>();
    private final Map<IrBlock, Set<IrBlock>> exits = new HashMap<>();

    private Regions(Collection<IrBlock> heads) {
        this.heads.addAll(heads);
    }

    /**
     * Finds the regions.
     *
     * @param heads where a region begins in any case: at the function's beginning, and behind each meeting; returns are among
     *     them too, and in no region
     */
    static Regions from(Collection<IrBlock> heads) {
        Regions regions = new Regions(heads);
        while (!regions.divide()) {
            regions.owner.clear();
        }
        return regions;
    }

    private boolean divide() {
        for (IrBlock head : heads) {
            if (isRegion(head) && !own(head)) {
                return false;
            }
        }
        findExits();
        Optional<IrBlock> choice = owner.keySet().stream().filter(this::decides).findFirst();
        choice.ifPresent(block -> {
            choices.add(block);
            heads.add(block);
            heads.addAll(successors(block));
        });
        return choice.isEmpty();
    }

    /** Gives a head what it leads to; where two regions would meet, another begins. */
    private boolean own(IrBlock head) {
        Deque<IrBlock> open = new ArrayDeque<>();
        open.push(head);
        owner.put(head, head);
        while (!open.isEmpty()) {
            for (IrBlock next : successors(open.pop())) {
                if (heads.contains(next)) {
                    continue;
                }
                IrBlock other = owner.putIfAbsent(next, head);
                if (other == null) {
                    open.push(next);
                } else if (!other.equals(head)) {
                    heads.add(next);
                    return false;
                }
            }
        }
        return true;
    }

    private void findExits() {
        exits.clear();
        boolean changed = true;
        while (changed) {
            changed = false;
            for (IrBlock block : owner.keySet()) {
                Set<IrBlock> reached = exits.computeIfAbsent(block, b -> new HashSet<>());
                for (IrBlock next : successors(block)) {
                    changed |= reached.addAll(exits(next));
                }
            }
        }
    }

    /** Returns where control leaves the region to from a block, which is itself where it leaves to if it is a head. */
    private Set<IrBlock> exits(IrBlock block) {
        return heads.contains(block) ? Set.of(block) : exits.getOrDefault(block, Set.of());
    }

    /** A way on which control ends, or goes round for ever, leads nowhere and decides nothing. */
    private boolean decides(IrBlock block) {
        return successors(block).stream()
                        .map(this::exits)
                        .filter(set -> !set.isEmpty())
                        .distinct()
                        .count()
                > 1;
    }

    private static List<IrBlock> successors(IrBlock block) {
        return block.terminator().orElseThrow().successors();
    }

    private boolean isRegion(IrBlock head) {
        IrInstruction last = head.terminator().orElseThrow();
        return !choices.contains(head) && last.opcode() != Opcode.RETURN;
    }

    /** Returns the blocks that regions begin in. */
    List<IrBlock> heads() {
        return heads.stream().filter(this::isRegion).toList();
    }

    /** Returns the blocks with nothing but a jump that all work-items must take alike. */
    Set<IrBlock> choices() {
        return choices;
    }

    /** Returns the blocks of a region. */
    List<IrBlock> blocks(IrBlock head) {
        return owner.keySet().stream().filter(b -> head.equals(owner.get(b))).toList();
    }

    /** Returns where control goes from a region; nothing where it never leaves. */
    Optional<IrBlock> exit(IrBlock head) {
        Set<IrBlock> found = exits.getOrDefault(head, Set.of());
        if (found.size() > 1) {
            throw new IllegalStateException("a region has two ways on, and nothing decides");
        }
        return found.stream().findFirst();
    }
}
