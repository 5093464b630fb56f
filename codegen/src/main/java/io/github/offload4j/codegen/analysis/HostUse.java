package io.github.offload4j.codegen.analysis;

import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Opcode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells what an instruction does to the memory that a pointer operand points at. */
final class HostUse {
    private static final List<String> MEMORY_INTRINSICS =
            List.of("llvm.memcpy.", "llvm.memmove.", "llvm.memset.", "llvm.masked.load.", "llvm.masked.store.");

    /** Functions of the C library that follow a pointer whatever their declaration says. */
    private static final Set<String> FOLLOWING = Set.of(
            "memcpy", "memmove", "memset", "memcmp", "memchr", "bcmp", "bcopy", "bzero", "strlen", "strcpy", "strcmp",
            "strncmp", "strncpy", "strcat", "puts", "fputs", "fwrite", "fread", "write", "read", "qsort", "free",
            "realloc");

    private HostUse() {}

    /**
     * Returns what an instruction does to the memory, as a verb; nothing when it does nothing to it, or is a call of a
     * defined function, whose body tells.
     */
    static Optional<String> verb(IrInstruction user, IrValue pointer) {
        Opcode opcode = user.opcode();
        if (opcode == Opcode.LOAD) {
            return Optional.of("reads");
        }
        if (opcode == Opcode.STORE) {
            return user.operand(1).equals(pointer) ? Optional.of("writes") : Optional.empty();
        }
        if (opcode == Opcode.ATOMIC_UPDATE || opcode == Opcode.ATOMIC_EXCHANGE) {
            return user.operand(0).equals(pointer) ? Optional.of("atomically changes") : Optional.empty();
        }
        if (!user.isCall()) {
            return Optional.empty();
        }
        if (user.calledValue().equals(pointer)) {
            return Optional.of("calls");
        }
        return user.calledFunction().filter(HostUse::follows).map(callee -> "calls '" + callee.name() + "' on");
    }

    /** Returns whether a function is one of the C library that does nothing but follow its pointers. */
    static boolean isOfLibrary(IrFunction callee) {
        return callee.isDeclaration() && FOLLOWING.contains(callee.name());
    }

    private static boolean follows(IrFunction callee) {
        String name = callee.name();
        return callee.isIntrinsic()
                ? MEMORY_INTRINSICS.stream().anyMatch(name::startsWith)
                : callee.isDeclaration() && FOLLOWING.contains(name);
    }
}
