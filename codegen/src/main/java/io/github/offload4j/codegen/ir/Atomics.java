package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMAtomicOrderingAcquire;
import static org.bytedeco.llvm.global.LLVM.LLVMAtomicOrderingAcquireRelease;
import static org.bytedeco.llvm.global.LLVM.LLVMAtomicOrderingMonotonic;
import static org.bytedeco.llvm.global.LLVM.LLVMAtomicOrderingNotAtomic;
import static org.bytedeco.llvm.global.LLVM.LLVMAtomicOrderingRelease;
import static org.bytedeco.llvm.global.LLVM.LLVMAtomicOrderingSequentiallyConsistent;
import static org.bytedeco.llvm.global.LLVM.LLVMAtomicOrderingUnordered;
import static org.bytedeco.llvm.global.LLVM.LLVMAtomicRMWBinOpAdd;
import static org.bytedeco.llvm.global.LLVM.LLVMAtomicRMWBinOpAnd;
import static org.bytedeco.llvm.global.LLVM.LLVMAtomicRMWBinOpMax;
import static org.bytedeco.llvm.global.LLVM.LLVMAtomicRMWBinOpMin;
import static org.bytedeco.llvm.global.LLVM.LLVMAtomicRMWBinOpOr;
import static org.bytedeco.llvm.global.LLVM.LLVMAtomicRMWBinOpSub;
import static org.bytedeco.llvm.global.LLVM.LLVMAtomicRMWBinOpUMax;
import static org.bytedeco.llvm.global.LLVM.LLVMAtomicRMWBinOpUMin;
import static org.bytedeco.llvm.global.LLVM.LLVMAtomicRMWBinOpXor;
import static org.bytedeco.llvm.global.LLVM.LLVMGetAlignment;
import static org.bytedeco.llvm.global.LLVM.LLVMGetAtomicRMWBinOp;
import static org.bytedeco.llvm.global.LLVM.LLVMGetAtomicSyncScopeID;
import static org.bytedeco.llvm.global.LLVM.LLVMGetCmpXchgFailureOrdering;
import static org.bytedeco.llvm.global.LLVM.LLVMGetCmpXchgSuccessOrdering;
import static org.bytedeco.llvm.global.LLVM.LLVMGetGlobalParent;
import static org.bytedeco.llvm.global.LLVM.LLVMGetModuleDataLayout;
import static org.bytedeco.llvm.global.LLVM.LLVMGetOrdering;
import static org.bytedeco.llvm.global.LLVM.LLVMGetSyncScopeID;
import static org.bytedeco.llvm.global.LLVM.LLVMGetVolatile;
import static org.bytedeco.llvm.global.LLVM.LLVMSetAtomicSyncScopeID;
import static org.bytedeco.llvm.global.LLVM.LLVMSizeOfTypeInBits;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.javacpp.BytePointer;

/** Instructions that access memory atomically, or order accesses: how much they access, and whom they order for. */
public final class Atomics {
    /** LLVM has no call for a scope's name, and prints it. */
    private static final Pattern SCOPE = Pattern.compile(" syncscope\\(\"((?:[^\"\\\\]|\\\\.)*)\"\\)");

    private static final Pattern UPDATE = Pattern.compile("atomicrmw (?:volatile )?(\\w+) ");

    /** LLVM's number of the scope that has no name. */
    private static final int SYSTEM = 1;

    private static final Set<Integer> ARITHMETIC = Set.of(
            LLVMAtomicRMWBinOpAdd,
            LLVMAtomicRMWBinOpSub,
            LLVMAtomicRMWBinOpAnd,
            LLVMAtomicRMWBinOpOr,
            LLVMAtomicRMWBinOpXor,
            LLVMAtomicRMWBinOpMax,
            LLVMAtomicRMWBinOpMin,
            LLVMAtomicRMWBinOpUMax,
            LLVMAtomicRMWBinOpUMin);

    private Atomics() {}

    /** Returns whether an instruction accesses memory atomically. */
    public static boolean isAccess(IrInstruction instruction) {
        return switch (instruction.opcode()) {
            case ATOMIC_UPDATE, ATOMIC_EXCHANGE -> true;
            case LOAD, STORE -> LLVMGetOrdering(instruction.value().raw()) != LLVMAtomicOrderingNotAtomic;
            default -> false;
        };
    }

    /** Returns whether an atomic access is a load or a store that other accesses are ordered by. */
    public static boolean isOrderedLoadOrStore(IrInstruction access) {
        int order = LLVMGetOrdering(access.value().raw());
        return (access.opcode() == Opcode.LOAD || access.opcode() == Opcode.STORE)
                && order != LLVMAtomicOrderingUnordered
                && order != LLVMAtomicOrderingMonotonic;
    }

    /** Returns whether an access computes what it stores by one instruction of every processor: adds, ands and so on. */
    public static boolean isArithmetic(IrInstruction access) {
        return access.opcode() == Opcode.ATOMIC_UPDATE
                && ARITHMETIC.contains(LLVMGetAtomicRMWBinOp(access.value().raw()));
    }

    /** Returns whether an instruction orders accesses for a scope: an atomic access, or a fence. */
    public static boolean hasScope(IrInstruction instruction) {
        return instruction.opcode() == Opcode.FENCE || isAccess(instruction);
    }

    /**
     * Returns whether an instruction costs much more than a plain one does: what reads and writes at once, an ordered store, a
     * fence. One that is volatile is not, since it has to stay what it is.
     */
    public static boolean isDear(IrInstruction ordering) {
        return switch (ordering.opcode()) {
            case ATOMIC_UPDATE, ATOMIC_EXCHANGE ->
                LLVMGetVolatile(ordering.value().raw()) == 0;
            case STORE -> LLVMGetVolatile(ordering.value().raw()) == 0 && isOrderedLoadOrStore(ordering);
            case FENCE -> true;
            default -> false;
        };
    }

    /**
     * Returns how many bits an atomic access reads or writes.
     *
     * @throws IllegalArgumentException when it is another kind of instruction
     */
    public static long bits(IrInstruction access) {
        IrType type = accessed(access).type();
        return LLVMSizeOfTypeInBits(
                LLVMGetModuleDataLayout(
                        LLVMGetGlobalParent(access.function().value().raw())),
                type.raw());
    }

    /**
     * Returns whether an access is of a whole number.
     *
     * @throws IllegalArgumentException when it is another kind of instruction
     */
    public static boolean isOfInteger(IrInstruction access) {
        return accessed(access).type().isInteger();
    }

    /** Returns how an atomic access orders others, in PTX's words and {@code seq_cst}; of two orders the stronger. */
    public static String order(IrInstruction access) {
        if (access.opcode() != Opcode.ATOMIC_EXCHANGE) {
            return order(LLVMGetOrdering(access.value().raw()));
        }
        String success = order(LLVMGetCmpXchgSuccessOrdering(access.value().raw()));
        String failure = order(LLVMGetCmpXchgFailureOrdering(access.value().raw()));
        return switch (failure) {
            case "seq_cst" -> failure;
            case "acquire" ->
                switch (success) {
                    case "release" -> "acq_rel";
                    case "relaxed" -> failure;
                    default -> success;
                };
            default -> success;
        };
    }

    private static String order(int code) {
        return switch (code) {
            case LLVMAtomicOrderingAcquire -> "acquire";
            case LLVMAtomicOrderingRelease -> "release";
            case LLVMAtomicOrderingAcquireRelease -> "acq_rel";
            case LLVMAtomicOrderingSequentiallyConsistent -> "seq_cst";
            default -> "relaxed";
        };
    }

    /**
     * Returns what an access does, in LLVM's words: {@code load}, {@code store}, {@code cmpxchg}, {@code add} and so on.
     *
     * @throws IllegalArgumentException when it is another kind of instruction
     */
    public static String operation(IrInstruction access) {
        return switch (access.opcode()) {
            case LOAD -> "load";
            case STORE -> "store";
            case ATOMIC_EXCHANGE -> "cmpxchg";
            default -> {
                // LLVM's C interface does not know all of them
                Matcher update = UPDATE.matcher(access.toString());
                if (!update.find()) {
                    throw new IllegalArgumentException("no atomic access: " + access);
                }
                yield update.group(1);
            }
        };
    }

    private static IrValue accessed(IrInstruction access) {
        return switch (access.opcode()) {
            case LOAD -> access.value();
            case STORE -> access.operand(0);
            case ATOMIC_UPDATE, ATOMIC_EXCHANGE -> access.operand(1);
            default -> throw new IllegalArgumentException("no atomic access: " + access);
        };
    }

    /** Returns what number of bytes an access's address is known to be a multiple of. */
    public static int alignment(IrInstruction access) {
        return LLVMGetAlignment(access.value().raw());
    }

    /** Returns the name of the scope that an instruction orders for, or nothing for the whole system. */
    public static Optional<String> scope(IrInstruction ordering) {
        if (LLVMGetAtomicSyncScopeID(ordering.value().raw()) == SYSTEM) {
            return Optional.empty();
        }
        Matcher scope = SCOPE.matcher(ordering.toString());
        return scope.find() ? Optional.of(scope.group(1)) : Optional.empty();
    }

    /** Gives an instruction another scope, the whole system when the name is empty. */
    public static void setScope(IrInstruction ordering, String name, IrContext context) {
        try (BytePointer bytes = Utf8.encode(name)) {
            LLVMSetAtomicSyncScopeID(
                    ordering.value().raw(), LLVMGetSyncScopeID(context.raw(), bytes, Utf8.length(name)));
        }
    }
}
