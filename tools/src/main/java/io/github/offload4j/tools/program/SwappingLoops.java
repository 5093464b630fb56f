package io.github.offload4j.tools.program;

import io.github.offload4j.codegen.ir.IrBlock;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.LoopMetadata;
import io.github.offload4j.codegen.ir.Opcode;
import io.github.offload4j.codegen.ir.PhiNodes;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Loops with marked calls whose pointers change places in each round, as those of a method with an old and a new field do.
 * After as many rounds as there are pointers in the ring, each is where it was: unrolled so often, every call has the
 * same pointers each time.
 */
final class SwappingLoops {
    private static final int MOST = 4;
    private static final String MARK = "offload";

    private SwappingLoops() {}

    /** Returns whether there are any, which then ask to be unrolled. */
    static boolean askForUnrolling(IrModule module) {
        boolean found = false;
        for (IrFunction function : module.functions()) {
            boolean marked = !function.isDeclaration()
                    && function.instructions().stream()
                            .anyMatch(i -> i.isCall() && i.bundleTags().contains(MARK));
            if (marked) {
                for (IrBlock block : function.blocks()) {
                    found |= askForUnrolling(block, module);
                }
            }
        }
        return found;
    }

    private static boolean askForUnrolling(IrBlock header, IrModule module) {
        Map<IrValue, IrInstruction> phis = new LinkedHashMap<>();
        PhiNodes.of(header).stream()
                .filter(phi -> isAddress(phi.value().type()))
                .forEach(phi -> phis.put(phi.value(), phi));
        int rounds = 1;
        Optional<IrBlock> latch = Optional.empty();
        for (IrInstruction phi : phis.values()) {
            for (PhiNodes.Incoming incoming : PhiNodes.incoming(phi)) {
                boolean swapped =
                        phis.containsKey(incoming.value()) && !incoming.value().equals(phi.value());
                if (swapped) {
                    latch = Optional.of(incoming.block());
                    rounds = Math.max(rounds, ring(phi, incoming.block(), phis));
                }
            }
        }
        Optional<IrInstruction> branch = latch.flatMap(IrBlock::terminator).filter(b -> b.opcode() == Opcode.BRANCH);
        if (rounds == 1 || branch.isEmpty()) {
            return false;
        }
        LoopMetadata.unroll(branch.get(), rounds, module.context());
        return true;
    }

    /** Words that were exchanged without their types are numbers. */
    private static boolean isAddress(IrType type) {
        return type.isPointer() || (type.isInteger() && type.integerBits() == Long.SIZE);
    }

    /** Returns after how many rounds a pointer is back, or 1 when it does not come back soon. */
    private static int ring(IrInstruction start, IrBlock latch, Map<IrValue, IrInstruction> phis) {
        Set<IrInstruction> seen = new HashSet<>();
        IrInstruction phi = start;
        while (seen.add(phi) && seen.size() <= MOST) {
            List<PhiNodes.Incoming> incoming = PhiNodes.incoming(phi);
            Optional<IrInstruction> next = incoming.stream()
                    .filter(i -> i.block().equals(latch))
                    .findFirst()
                    .map(i -> phis.get(i.value()));
            if (next.isEmpty()) {
                return 1;
            }
            phi = next.get();
        }
        return phi.equals(start) ? seen.size() : 1;
    }
}
