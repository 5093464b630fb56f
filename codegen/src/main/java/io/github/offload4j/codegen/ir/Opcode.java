package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMAdd;
import static org.bytedeco.llvm.global.LLVM.LLVMAddrSpaceCast;
import static org.bytedeco.llvm.global.LLVM.LLVMAlloca;
import static org.bytedeco.llvm.global.LLVM.LLVMAnd;
import static org.bytedeco.llvm.global.LLVM.LLVMAtomicCmpXchg;
import static org.bytedeco.llvm.global.LLVM.LLVMAtomicRMW;
import static org.bytedeco.llvm.global.LLVM.LLVMBitCast;
import static org.bytedeco.llvm.global.LLVM.LLVMBr;
import static org.bytedeco.llvm.global.LLVM.LLVMCall;
import static org.bytedeco.llvm.global.LLVM.LLVMCallBr;
import static org.bytedeco.llvm.global.LLVM.LLVMCatchPad;
import static org.bytedeco.llvm.global.LLVM.LLVMCatchSwitch;
import static org.bytedeco.llvm.global.LLVM.LLVMCleanupPad;
import static org.bytedeco.llvm.global.LLVM.LLVMFRem;
import static org.bytedeco.llvm.global.LLVM.LLVMFence;
import static org.bytedeco.llvm.global.LLVM.LLVMFreeze;
import static org.bytedeco.llvm.global.LLVM.LLVMGetElementPtr;
import static org.bytedeco.llvm.global.LLVM.LLVMICmp;
import static org.bytedeco.llvm.global.LLVM.LLVMIndirectBr;
import static org.bytedeco.llvm.global.LLVM.LLVMInsertValue;
import static org.bytedeco.llvm.global.LLVM.LLVMIntToPtr;
import static org.bytedeco.llvm.global.LLVM.LLVMInvoke;
import static org.bytedeco.llvm.global.LLVM.LLVMLandingPad;
import static org.bytedeco.llvm.global.LLVM.LLVMLoad;
import static org.bytedeco.llvm.global.LLVM.LLVMMul;
import static org.bytedeco.llvm.global.LLVM.LLVMOr;
import static org.bytedeco.llvm.global.LLVM.LLVMPHI;
import static org.bytedeco.llvm.global.LLVM.LLVMPtrToInt;
import static org.bytedeco.llvm.global.LLVM.LLVMResume;
import static org.bytedeco.llvm.global.LLVM.LLVMRet;
import static org.bytedeco.llvm.global.LLVM.LLVMSDiv;
import static org.bytedeco.llvm.global.LLVM.LLVMSExt;
import static org.bytedeco.llvm.global.LLVM.LLVMSelect;
import static org.bytedeco.llvm.global.LLVM.LLVMShl;
import static org.bytedeco.llvm.global.LLVM.LLVMStore;
import static org.bytedeco.llvm.global.LLVM.LLVMSub;
import static org.bytedeco.llvm.global.LLVM.LLVMSwitch;
import static org.bytedeco.llvm.global.LLVM.LLVMTrunc;
import static org.bytedeco.llvm.global.LLVM.LLVMUnreachable;
import static org.bytedeco.llvm.global.LLVM.LLVMVAArg;
import static org.bytedeco.llvm.global.LLVM.LLVMZExt;

import java.util.Arrays;

/** The kinds of instruction that this library tells apart. */
public enum Opcode {
    /** Converts a pointer between address spaces. */
    ADDRESS_SPACE_CAST(LLVMAddrSpaceCast),
    /** Reserves a stack slot. */
    ALLOCA(LLVMAlloca),
    /** Reads, changes and writes memory at once. */
    ATOMIC_UPDATE(LLVMAtomicRMW),
    /** Writes memory if it holds an expected value. */
    ATOMIC_EXCHANGE(LLVMAtomicCmpXchg),
    /** Reinterprets bits. */
    BIT_CAST(LLVMBitCast),
    /** Jumps, perhaps by a condition. */
    BRANCH(LLVMBr),
    /** Calls and goes on. */
    CALL(LLVMCall),
    /** Calls inline assembly that may jump. */
    CALL_BRANCH(LLVMCallBr),
    /** Starts a catching funclet. */
    CATCH_PAD(LLVMCatchPad),
    /** Chooses between catching funclets. */
    CATCH_SWITCH(LLVMCatchSwitch),
    /** Starts a cleanup funclet. */
    CLEANUP_PAD(LLVMCleanupPad),
    /** Orders memory accesses. */
    FENCE(LLVMFence),
    /** Computes a floating-point remainder. */
    FLOAT_REMAINDER(LLVMFRem),
    /** Computes an address. */
    ELEMENT_ADDRESS(LLVMGetElementPtr),
    /** Compares integers or pointers. */
    COMPARE(LLVMICmp),
    /** Jumps to a computed address. */
    INDIRECT_BRANCH(LLVMIndirectBr),
    /** Calls a function that may throw. */
    INVOKE(LLVMInvoke),
    /** Receives an exception. */
    LANDING_PAD(LLVMLandingPad),
    /** Reads memory. */
    LOAD(LLVMLoad),
    /** Takes a value by the block that control came from. */
    PHI(LLVMPHI),
    /** Turns a pointer into a number. */
    POINTER_TO_INTEGER(LLVMPtrToInt),
    /** Goes on throwing. */
    RESUME(LLVMResume),
    /** Returns. */
    RETURN(LLVMRet),
    /** Chooses between two values. */
    SELECT(LLVMSelect),
    /** Writes memory. */
    STORE(LLVMStore),
    /** Jumps by a number. */
    SWITCH(LLVMSwitch),
    /** Control does not get here. */
    UNREACHABLE(LLVMUnreachable),
    /** Takes the next of a variable number of arguments. */
    VARIADIC_ARGUMENT(LLVMVAArg),
    /** Adds integers. */
    ADD(LLVMAdd),
    /** Multiplies integers. */
    MULTIPLY(LLVMMul),
    /** Computes the bitwise and. */
    AND(LLVMAnd),
    /** Computes the bitwise or. */
    OR(LLVMOr),
    /** Divides signed integers. */
    DIVIDE_SIGNED(LLVMSDiv),
    /** Multiplies by a power of two. */
    SHIFT_LEFT(LLVMShl),
    /** Subtracts integers. */
    SUBTRACT(LLVMSub),
    /** Cuts an integer to fewer bits. */
    TRUNCATE(LLVMTrunc),
    /** Widens an integer with zeros. */
    ZERO_EXTEND(LLVMZExt),
    /** Widens an integer with its sign. */
    SIGN_EXTEND(LLVMSExt),
    /** Turns a number into a pointer. */
    INTEGER_TO_POINTER(LLVMIntToPtr),
    /** Takes some value for an undefined one. */
    FREEZE(LLVMFreeze),
    /** Replaces one element of an aggregate value. */
    INSERT_VALUE(LLVMInsertValue),
    /** Everything else. */
    OTHER(-1);

    private static final Opcode[] BY_CODE = byCode();

    private final int code;

    Opcode(int code) {
        this.code = code;
    }

    static Opcode of(int code) {
        return code < BY_CODE.length ? BY_CODE[code] : OTHER;
    }

    private static Opcode[] byCode() {
        int last = Arrays.stream(values()).mapToInt(opcode -> opcode.code).max().orElseThrow();
        Opcode[] table = new Opcode[last + 1];
        Arrays.fill(table, OTHER);
        for (Opcode opcode : values()) {
            if (opcode != OTHER) {
                table[opcode.code] = opcode;
            }
        }
        return table;
    }
}
