package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMCountIncoming;
import static org.bytedeco.llvm.global.LLVM.LLVMGetIncomingBlock;
import static org.bytedeco.llvm.global.LLVM.LLVMGetIncomingValue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/** Changes where the values of PHI instructions come from, which LLVM's C API cannot do in place. */
public final class PhiNodes {
    /**
     * A value, and the block that control comes from when a PHI takes it.
     *
     * @param value the value
     * @param block the block
     */
    public record Incoming(IrValue value, IrBlock block) {}

    private PhiNodes() {}

    /** Returns the PHIs that a block starts with. */
    public static List<IrInstruction> of(IrBlock block) {
        List<IrInstruction> phis = new ArrayList<>();
        for (IrInstruction instruction : block.instructions()) {
            if (instruction.opcode() != Opcode.PHI) {
                break;
            }
            phis.add(instruction);
        }
        return phis;
    }

    /** Returns what a PHI chooses from. */
    public static List<Incoming> incoming(IrInstruction phi) {
        LLVMValueRef ref = phi.value().raw();
        List<Incoming> incoming = new ArrayList<>();
        for (int i = 0; i < LLVMCountIncoming(ref); i++) {
            incoming.add(
                    new Incoming(new IrValue(LLVMGetIncomingValue(ref, i)), new IrBlock(LLVMGetIncomingBlock(ref, i))));
        }
        return incoming;
    }

    /** Replaces every PHI of a block by one that chooses from other values; by poison where nothing is left. */
    public static void rewrite(IrBlock block, IrContext context, UnaryOperator<List<Incoming>> change) {
        for (IrInstruction phi : of(block)) {
            replace(phi, context, change.apply(incoming(phi)));
        }
    }

    /** Replaces a PHI by one that chooses from other values; by poison where there are none. */
    public static void replace(IrInstruction phi, IrContext context, List<Incoming> incoming) {
        if (incoming.isEmpty()) {
            phi.replaceUsesWith(context.poison(phi.value().type()));
        } else {
            try (IrBuilder builder = IrBuilder.before(phi, context)) {
                IrInstruction other = builder.phi(phi.value().type(), incoming);
                InstructionFacts.copy(phi.value().raw(), other.value().raw());
                phi.replaceUsesWith(other.value());
                other.takeName(phi);
            }
        }
        phi.erase();
    }

    /** Returns a change for {@link #rewrite} after which control comes from one block in place of another. */
    public static UnaryOperator<List<Incoming>> redirected(IrBlock from, IrBlock to) {
        return incoming -> incoming.stream()
                .map(i -> i.block().equals(from) ? new Incoming(i.value(), to) : i)
                .toList();
    }

    /** Returns a change for {@link #rewrite} after which control no longer comes from a block. */
    public static UnaryOperator<List<Incoming>> without(IrBlock block) {
        return incoming ->
                incoming.stream().filter(i -> !i.block().equals(block)).toList();
    }
}
