package io.github.offload4j.codegen.flow;

import io.github.offload4j.codegen.flow.ParameterAccess.FollowedPointer;
import io.github.offload4j.codegen.ir.Address;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Opcode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what a function, and the functions that it calls, do with the memory behind a parameter. */
public final class AccessReader {
    private final ModuleFacts module;

    /** Reads functions of a module. */
    public AccessReader(ModuleFacts module) {
        this.module = module;
    }

    /**
     * Reads a function.
     *
     * @param parameter from 0, a pointer
     */
    public ParameterAccess read(IrFunction function, int parameter) {
        Collector collector = new Collector();
        collector.follow(function.parameter(parameter), function, Optional.of(0L));
        return new ParameterAccess(
                Optional.ofNullable(collector.read),
                Optional.ofNullable(collector.write),
                collector.followed,
                collector.complete);
    }

    private final class Collector {
        private final Set<IrValue> seen = new HashSet<>();
        private final List<FollowedPointer> followed = new ArrayList<>();
        private @Nullable IrInstruction read;
        private @Nullable IrInstruction write;
        private boolean complete = true;

        void follow(IrValue value, IrFunction function, Optional<Long> offset) {
            if (!seen.add(value)) {
                return;
            }
            FunctionFacts facts = module.of(function);
            for (PointerUse use : facts.uses().of(value)) {
                look(use, facts, offset);
            }
        }

        private void look(PointerUse use, FunctionFacts facts, Optional<Long> offset) {
            IrInstruction user = use.instruction();
            Opcode opcode = user.opcode();
            if (opcode == Opcode.LOAD) {
                reads(user);
                if (user.value().type().isPointer() && isFollowed(user.value(), facts)) {
                    followed.add(new FollowedPointer(user, distance(use.pointer(), facts, offset)));
                }
            } else if (opcode == Opcode.STORE && user.operand(1).equals(use.pointer())) {
                writes(user);
            } else if (opcode == Opcode.ATOMIC_UPDATE || opcode == Opcode.ATOMIC_EXCHANGE) {
                reads(user);
                writes(user);
            } else if (opcode == Opcode.CALL) {
                called(use, facts, offset);
            } else if (opcode != Opcode.COMPARE && !staysInSlot(user, facts)) {
                complete = false;
            }
        }

        private boolean staysInSlot(IrInstruction user, FunctionFacts facts) {
            return user.opcode() == Opcode.STORE
                    && facts.values()
                            .isPrivate(facts.pointers().address(user.operand(1)).base());
        }

        private void called(PointerUse use, FunctionFacts facts, Optional<Long> offset) {
            IrInstruction call = use.instruction();
            Optional<IrFunction> callee = call.calledFunction();
            List<IrValue> arguments = call.arguments();
            if (callee.filter(f -> f.name().startsWith("llvm.lifetime.")).isPresent()) {
                return;
            }
            if (callee.filter(AccessReader::isCopyOrFill).isPresent()) {
                if (arguments.get(0).equals(use.pointer())) {
                    writes(call);
                } else {
                    reads(call);
                }
                return;
            }
            if (callee.isEmpty() || callee.get().isDeclaration()) {
                complete = false;
                return;
            }
            long at = distance(use.pointer(), facts, offset);
            for (int i = 0; i < callee.get().parameterTypes().size(); i++) {
                if (arguments.get(i).equals(use.pointer())) {
                    follow(callee.get().parameter(i), callee.get(), at < 0 ? Optional.empty() : Optional.of(at));
                }
            }
        }

        private void reads(IrInstruction at) {
            read = read == null ? at : read;
        }

        private void writes(IrInstruction at) {
            write = write == null ? at : write;
        }
    }

    private static boolean isCopyOrFill(IrFunction callee) {
        return callee.name().startsWith("llvm.memcpy.")
                || callee.name().startsWith("llvm.memmove.")
                || callee.name().startsWith("llvm.memset.");
    }

    private static long distance(IrValue pointer, FunctionFacts facts, Optional<Long> offset) {
        Address address = facts.pointers().address(pointer);
        return offset.isEmpty() || address.offset().isEmpty()
                ? -1
                : offset.get() + address.offset().getAsLong();
    }

    /** Whether a pointer that was taken out of memory is itself used to read or write memory. */
    private static boolean isFollowed(IrValue loaded, FunctionFacts facts) {
        return facts.uses().of(loaded).stream().anyMatch(use -> {
            Opcode opcode = use.instruction().opcode();
            return opcode == Opcode.LOAD
                    || (opcode == Opcode.STORE && use.instruction().operand(1).equals(use.pointer()))
                    || opcode == Opcode.ATOMIC_UPDATE
                    || opcode == Opcode.ATOMIC_EXCHANGE
                    || use.instruction()
                            .calledFunction()
                            .filter(AccessReader::isCopyOrFill)
                            .isPresent();
        });
    }
}
