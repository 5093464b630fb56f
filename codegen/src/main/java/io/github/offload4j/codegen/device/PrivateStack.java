package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Opcode;
import java.util.List;
import java.util.Set;

/**
 * Moves stack slots to the memory that AMD's GPUs have for them, which is not the memory that target-neutral code takes
 * for granted: LLVM has no code for a slot elsewhere, and ends the process. Everything but LLVM's own functions about
 * stacks goes on with a pointer to any memory.
 */
final class PrivateStack {
    /** AMD's address space of what one thread has to itself. */
    private static final int PRIVATE = 5;

    private static final Set<String> LIFETIME = Set.of("llvm.lifetime.start", "llvm.lifetime.end");
    private static final String SAVE = "llvm.stacksave";
    private static final String RESTORE = "llvm.stackrestore";

    private final IrModule module;
    private final IrType pointer;

    private PrivateStack(IrModule module) {
        this.module = module;
        this.pointer = module.context().pointer(PRIVATE);
    }

    /** Rewrites every function of a module that has the target's data layout. */
    static void use(IrModule module) {
        PrivateStack stack = new PrivateStack(module);
        for (IrFunction function : module.functions()) {
            for (IrInstruction instruction : function.instructions()) {
                stack.rewrite(instruction);
            }
        }
    }

    private void rewrite(IrInstruction instruction) {
        if (instruction.opcode() == Opcode.ALLOCA) {
            if (instruction.value().type().isPointer()) {
                move(instruction);
            }
        } else if (isCallOf(instruction, SAVE)) {
            save(instruction);
        } else if (isCallOf(instruction, RESTORE)) {
            restore(instruction);
        }
    }

    private void move(IrInstruction slot) {
        try (IrBuilder builder = IrBuilder.before(slot, module.context())) {
            IrInstruction moved = builder.slotLike(slot);
            for (IrValue user : slot.value().users()) {
                user.asInstruction().ifPresent(call -> retarget(call, moved.value()));
            }
            IrValue generic =
                    builder.addressSpaceCast(moved.value(), slot.value().type());
            slot.replaceUsesWith(generic);
            moved.takeName(slot);
        }
        slot.erase();
    }

    /** LLVM can only use what is said of a slot's lifetime when it is said of the slot itself. */
    private void retarget(IrInstruction user, IrValue slot) {
        for (String lifetime : LIFETIME) {
            if (isCallOf(user, lifetime)) {
                try (IrBuilder builder = IrBuilder.before(user, module.context())) {
                    IrValue size = user.arguments().get(0);
                    builder.call(module.intrinsic(lifetime, List.of(pointer)), List.of(size, slot), "");
                }
                user.erase();
                return;
            }
        }
    }

    private void save(IrInstruction call) {
        if (!call.value().type().isPointer()) {
            return;
        }
        try (IrBuilder builder = IrBuilder.before(call, module.context())) {
            IrValue saved = builder.call(module.intrinsic(SAVE, List.of(pointer)), List.of(), "");
            call.replaceUsesWith(builder.addressSpaceCast(saved, call.value().type()));
        }
        call.erase();
    }

    private void restore(IrInstruction call) {
        IrValue saved = call.arguments().get(0);
        if (!saved.type().isPointer()) {
            return;
        }
        try (IrBuilder builder = IrBuilder.before(call, module.context())) {
            builder.call(
                    module.intrinsic(RESTORE, List.of(pointer)), List.of(builder.addressSpaceCast(saved, pointer)), "");
        }
        call.erase();
    }

    /** Returns whether an instruction calls a function of LLVM, whatever the types are that it is overloaded with. */
    private static boolean isCallOf(IrInstruction instruction, String intrinsic) {
        return instruction
                .calledFunction()
                .map(IrFunction::name)
                .filter(name -> name.equals(intrinsic) || name.startsWith(intrinsic + "."))
                .isPresent();
    }
}
