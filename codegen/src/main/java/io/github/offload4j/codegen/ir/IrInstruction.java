package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMAtomicOrderingUnordered;
import static org.bytedeco.llvm.global.LLVM.LLVMCanValueUseFastMathFlags;
import static org.bytedeco.llvm.global.LLVM.LLVMDisposeMessage;
import static org.bytedeco.llvm.global.LLVM.LLVMFastMathApproxFunc;
import static org.bytedeco.llvm.global.LLVM.LLVMGetAlignment;
import static org.bytedeco.llvm.global.LLVM.LLVMGetAllocatedType;
import static org.bytedeco.llvm.global.LLVM.LLVMGetArgOperand;
import static org.bytedeco.llvm.global.LLVM.LLVMGetBasicBlockParent;
import static org.bytedeco.llvm.global.LLVM.LLVMGetCalledFunctionType;
import static org.bytedeco.llvm.global.LLVM.LLVMGetCalledValue;
import static org.bytedeco.llvm.global.LLVM.LLVMGetFastMathFlags;
import static org.bytedeco.llvm.global.LLVM.LLVMGetICmpPredicate;
import static org.bytedeco.llvm.global.LLVM.LLVMGetIndices;
import static org.bytedeco.llvm.global.LLVM.LLVMGetInstructionOpcode;
import static org.bytedeco.llvm.global.LLVM.LLVMGetInstructionParent;
import static org.bytedeco.llvm.global.LLVM.LLVMGetNextInstruction;
import static org.bytedeco.llvm.global.LLVM.LLVMGetNumArgOperands;
import static org.bytedeco.llvm.global.LLVM.LLVMGetNumIndices;
import static org.bytedeco.llvm.global.LLVM.LLVMGetNumOperands;
import static org.bytedeco.llvm.global.LLVM.LLVMGetNumSuccessors;
import static org.bytedeco.llvm.global.LLVM.LLVMGetOperand;
import static org.bytedeco.llvm.global.LLVM.LLVMGetOrdering;
import static org.bytedeco.llvm.global.LLVM.LLVMGetPreviousInstruction;
import static org.bytedeco.llvm.global.LLVM.LLVMGetSuccessor;
import static org.bytedeco.llvm.global.LLVM.LLVMGetTailCallKind;
import static org.bytedeco.llvm.global.LLVM.LLVMGetVolatile;
import static org.bytedeco.llvm.global.LLVM.LLVMInstructionEraseFromParent;
import static org.bytedeco.llvm.global.LLVM.LLVMInstructionGetDebugLoc;
import static org.bytedeco.llvm.global.LLVM.LLVMInstructionSetDebugLoc;
import static org.bytedeco.llvm.global.LLVM.LLVMIsATerminatorInst;
import static org.bytedeco.llvm.global.LLVM.LLVMPrintValueToString;
import static org.bytedeco.llvm.global.LLVM.LLVMReplaceAllUsesWith;
import static org.bytedeco.llvm.global.LLVM.LLVMSetOperand;
import static org.bytedeco.llvm.global.LLVM.LLVMSetSuccessor;
import static org.bytedeco.llvm.global.LLVM.LLVMSetTailCallKind;
import static org.bytedeco.llvm.global.LLVM.LLVMSetValueName2;
import static org.bytedeco.llvm.global.LLVM.LLVMTailCallKindNone;
import static org.bytedeco.llvm.global.LLVM.LLVMTailCallKindTail;

import io.github.offload4j.codegen.diagnostic.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.jspecify.annotations.Nullable;

/**
 * An instruction of an existing function, for reading and replacing. Asking for what only calls have is an {@link
 * IllegalStateException} where it is no call.
 */
public final class IrInstruction {
    private final IrValue value;
    private @Nullable Opcode opcode;

    private @Nullable IrValue calledValue;

    /** Views a value that is an instruction's result. */
    public IrInstruction(IrValue value) {
        this.value = value;
    }

    IrInstruction(LLVMValueRef ref) {
        this(new IrValue(ref));
    }

    /** Returns its result. */
    public IrValue value() {
        return value;
    }

    /** Returns the kind. */
    public Opcode opcode() {
        Opcode known = opcode;
        if (known == null) {
            known = Opcode.of(LLVMGetInstructionOpcode(value.raw()));
            opcode = known;
        }
        return known;
    }

    /** Returns whether this calls something: a call, an invoke or a branching call. */
    public boolean isCall() {
        Opcode opcode = opcode();
        return opcode == Opcode.CALL || opcode == Opcode.INVOKE || opcode == Opcode.CALL_BRANCH;
    }

    /** Returns whether this ends its block. */
    public boolean isTerminator() {
        return !Handles.isNull(LLVMIsATerminatorInst(value.raw()));
    }

    /** Returns the operands, callee and blocks included. */
    public List<IrValue> operands() {
        int count = LLVMGetNumOperands(value.raw());
        List<IrValue> operands = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            operands.add(new IrValue(LLVMGetOperand(value.raw(), i)));
        }
        return operands;
    }

    /**
     * Returns one operand.
     *
     * @param index from 0
     * @throws IndexOutOfBoundsException when there is no such operand
     */
    public IrValue operand(int index) {
        return new IrValue(LLVMGetOperand(value.raw(), Objects.checkIndex(index, LLVMGetNumOperands(value.raw()))));
    }

    /**
     * Replaces one operand by another value of its type.
     *
     * @param index from 0
     * @throws IndexOutOfBoundsException when there is no such operand
     * @throws IllegalArgumentException when the types differ
     */
    public void setOperand(int index, IrValue other) {
        if (!other.type().equals(operand(index).type())) {
            throw new IllegalArgumentException(
                    "a " + operand(index).type() + " cannot be replaced by a " + other.type());
        }
        LLVMSetOperand(value.raw(), index, other.raw());
        calledValue = null;
    }

    /** Returns whether this reads or writes memory in an order that other threads, or devices, can see. */
    public boolean isOrdered() {
        Opcode opcode = opcode();
        if (opcode == Opcode.LOAD || opcode == Opcode.STORE) {
            return LLVMGetVolatile(value.raw()) != 0 || LLVMGetOrdering(value.raw()) > LLVMAtomicOrderingUnordered;
        }
        return opcode == Opcode.ATOMIC_UPDATE || opcode == Opcode.ATOMIC_EXCHANGE || opcode == Opcode.FENCE;
    }

    /** Returns the blocks that a terminator may jump to. */
    public List<IrBlock> successors() {
        List<IrBlock> successors = new ArrayList<>();
        if (isTerminator()) {
            for (int i = 0; i < LLVMGetNumSuccessors(value.raw()); i++) {
                successors.add(new IrBlock(LLVMGetSuccessor(value.raw(), i)));
            }
        }
        return successors;
    }

    /** Returns the function that a call names, or nothing when the callee is computed. */
    public Optional<IrFunction> calledFunction() {
        return isCall() ? calledValue().asFunction() : Optional.empty();
    }

    /** Returns what a call calls. */
    public IrValue calledValue() {
        requireCall();
        IrValue known = calledValue;
        if (known == null) {
            known = new IrValue(LLVMGetCalledValue(value.raw()));
            calledValue = known;
        }
        return known;
    }

    /**
     * Lets a call call another function of the same type; whatever else is said of the call stays.
     *
     * @throws IllegalArgumentException when the types differ
     */
    public void setCalledFunction(IrFunction function) {
        requireCall();
        if (!function.type().equals(calledType())) {
            throw new IllegalArgumentException("a call of " + calledType() + " cannot call " + function.type());
        }
        // the callee stands behind the arguments, and behind where an invoke goes on
        LLVMSetOperand(
                value.raw(),
                LLVMGetNumOperands(value.raw()) - 1,
                function.value().raw());
        calledValue = null;
    }

    /** Returns whether the fast-math flags allow a function to be approximated. */
    public boolean allowsApproximation() {
        return LLVMCanValueUseFastMathFlags(value.raw()) != 0
                && (LLVMGetFastMathFlags(value.raw()) & LLVMFastMathApproxFunc) != 0;
    }

    /** Returns the function type that a call uses. */
    public IrType calledType() {
        requireCall();
        return new IrType(LLVMGetCalledFunctionType(value.raw()));
    }

    /** Returns the arguments of a call. */
    public List<IrValue> arguments() {
        requireCall();
        int count = LLVMGetNumArgOperands(value.raw());
        List<IrValue> arguments = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            arguments.add(new IrValue(LLVMGetArgOperand(value.raw(), i)));
        }
        return arguments;
    }

    /** Returns how this compares integers or pointers, or nothing when it does not, or in another way. */
    public Optional<Comparison> comparison() {
        return opcode() == Opcode.COMPARE ? Comparison.of(LLVMGetICmpPredicate(value.raw())) : Optional.empty();
    }

    /**
     * Returns the type of what a stack slot holds, one element when it holds several.
     *
     * @throws IllegalStateException when this is no stack slot
     */
    public IrType allocatedType() {
        if (opcode() != Opcode.ALLOCA) {
            throw new IllegalStateException("the instruction reserves no stack slot");
        }
        return new IrType(LLVMGetAllocatedType(value.raw()));
    }

    /**
     * Returns where an insertion goes into its aggregate: an index for each level.
     *
     * @throws IllegalStateException when this is no insertion
     */
    public List<Integer> indices() {
        if (opcode() != Opcode.INSERT_VALUE) {
            throw new IllegalStateException("the instruction inserts nothing");
        }
        List<Integer> indices = new ArrayList<>();
        IntPointer path = LLVMGetIndices(value.raw());
        for (int i = 0; i < LLVMGetNumIndices(value.raw()); i++) {
            indices.add(path.get(i));
        }
        return indices;
    }

    /** Returns the operand bundles of a call. */
    public List<OperandBundle> operandBundles() {
        requireCall();
        return OperandBundle.of(value);
    }

    /** Returns the tags of a call's operand bundles. */
    public List<String> bundleTags() {
        requireCall();
        return OperandBundle.tags(value);
    }

    /** Returns the source location, when the instruction has one. */
    public Optional<SourceLocation> location() {
        return DebugLocations.of(LLVMInstructionGetDebugLoc(value.raw()));
    }

    /** Takes the source location off, so that the instruction may be in another function. */
    public void forgetLocation() {
        LLVMInstructionSetDebugLoc(value.raw(), null);
    }

    /** Returns the block. */
    public IrBlock block() {
        return new IrBlock(LLVMGetInstructionParent(value.raw()));
    }

    /** Returns the function. */
    public IrFunction function() {
        return new IrFunction(LLVMGetBasicBlockParent(LLVMGetInstructionParent(value.raw())));
    }

    /**
     * Replaces every use of the result.
     *
     * @throws IllegalArgumentException when the types differ
     */
    public void replaceUsesWith(IrValue other) {
        if (!other.type().equals(value.type())) {
            throw new IllegalArgumentException("a " + value.type() + " cannot be replaced by a " + other.type());
        }
        LLVMReplaceAllUsesWith(value.raw(), other.raw());
    }

    /**
     * Deletes the instruction.
     *
     * @throws IllegalStateException when its result is still used
     */
    public void erase() {
        if (!value.users().isEmpty()) {
            throw new IllegalStateException("the instruction's result is still used");
        }
        LLVMInstructionEraseFromParent(value.raw());
    }

    /** Returns the instruction in front of this one in its block, when there is one. */
    public Optional<IrInstruction> previous() {
        return Optional.ofNullable(LLVMGetPreviousInstruction(value.raw())).map(IrInstruction::new);
    }

    /** Returns the instruction behind this one in its block, when there is one. */
    public Optional<IrInstruction> next() {
        return Optional.ofNullable(LLVMGetNextInstruction(value.raw())).map(IrInstruction::new);
    }

    /** Returns how strongly a call is marked to become a jump. */
    public TailCall tailCall() {
        requireCall();
        return opcode() == Opcode.CALL ? TailCall.of(LLVMGetTailCallKind(value.raw())) : TailCall.NONE;
    }

    /** Says of a call that it may use the stack of its caller, which none of its arguments points into. */
    public void allowTailCall() {
        requireCall();
        LLVMSetTailCallKind(value.raw(), LLVMTailCallKindTail);
    }

    /** Takes back that a call may use the stack of its caller, which its arguments may point into. */
    public void forgetTailCall() {
        if (tailCall() == TailCall.TAIL) {
            LLVMSetTailCallKind(value.raw(), LLVMTailCallKindNone);
        }
    }

    /** Returns whether a call, or the function that it names, has an attribute on an argument. */
    public boolean hasArgumentAttribute(int index, String attribute) {
        requireCall();
        return Attributes.onArgument(this, index, attribute)
                || calledFunction()
                        .filter(f -> index < f.parameterCount())
                        .filter(f -> Attributes.onParameter(f, index, attribute))
                        .isPresent();
    }

    /**
     * Makes a terminator jump to another block.
     *
     * @param index which of its successors, from 0
     * @throws IndexOutOfBoundsException when there is no such successor
     */
    public void setSuccessor(int index, IrBlock block) {
        LLVMSetSuccessor(value.raw(), Objects.checkIndex(index, LLVMGetNumSuccessors(value.raw())), block.raw());
    }

    /** Takes over the name of another instruction, which then has none. */
    public void takeName(IrInstruction other) {
        String name = other.value.name();
        if (!name.isEmpty()) {
            rename(other.value, "");
            rename(value, name);
        }
    }

    private static void rename(IrValue value, String name) {
        try (BytePointer bytes = Utf8.encode(name)) {
            LLVMSetValueName2(value.raw(), bytes, Utf8.length(name));
        }
    }

    private void requireCall() {
        if (!isCall()) {
            throw new IllegalStateException("the instruction is no call");
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IrInstruction instruction && instruction.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** Returns the instruction in LLVM's own spelling, without indentation. */
    @Override
    public String toString() {
        BytePointer text = LLVMPrintValueToString(value.raw());
        try {
            return Utf8.decode(text).strip();
        } finally {
            LLVMDisposeMessage(text);
        }
    }

    /** Returns what number of bytes a stack slot's address is a multiple of. */
    public long slotAlignment() {
        int bytes = LLVMGetAlignment(value.raw());
        // LLVM's largest, 4 GiB, does not fit what the C API tells it by
        return bytes == 0 ? 1L << Integer.SIZE : Integer.toUnsignedLong(bytes);
    }
}
