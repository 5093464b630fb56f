package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMArgumentValueKind;
import static org.bytedeco.llvm.global.LLVM.LLVMConstIntGetSExtValue;
import static org.bytedeco.llvm.global.LLVM.LLVMConstantExprValueKind;
import static org.bytedeco.llvm.global.LLVM.LLVMConstantIntValueKind;
import static org.bytedeco.llvm.global.LLVM.LLVMFunctionValueKind;
import static org.bytedeco.llvm.global.LLVM.LLVMGetFirstUse;
import static org.bytedeco.llvm.global.LLVM.LLVMGetNextUse;
import static org.bytedeco.llvm.global.LLVM.LLVMGetUser;
import static org.bytedeco.llvm.global.LLVM.LLVMGetValueKind;
import static org.bytedeco.llvm.global.LLVM.LLVMGetValueName2;
import static org.bytedeco.llvm.global.LLVM.LLVMGlobalAliasValueKind;
import static org.bytedeco.llvm.global.LLVM.LLVMGlobalVariableValueKind;
import static org.bytedeco.llvm.global.LLVM.LLVMInlineAsmValueKind;
import static org.bytedeco.llvm.global.LLVM.LLVMInstructionValueKind;
import static org.bytedeco.llvm.global.LLVM.LLVMIsConstant;
import static org.bytedeco.llvm.global.LLVM.LLVMIsNull;
import static org.bytedeco.llvm.global.LLVM.LLVMTypeOf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.SizeTPointer;
import org.bytedeco.llvm.LLVM.LLVMUseRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.jspecify.annotations.Nullable;

/** A value of LLVM's: a constant, a global, a function parameter or an instruction's result. */
public final class IrValue {
    /** Stands for a kind that was not asked for yet; LLVM's own are not negative. */
    private static final int UNKNOWN = -1;

    private final LLVMValueRef ref;

    // asked for when it is needed: most values of a module are only looked at
    private @Nullable IrType type;
    private @Nullable IrInstruction instruction;
    private @Nullable IrFunction function;
    private int kind = UNKNOWN;

    IrValue(LLVMValueRef ref) {
        this.ref = ref;
    }

    IrValue(LLVMValueRef ref, IrType type) {
        this.ref = ref;
        this.type = type;
    }

    /**
     * Wraps a value that the caller holds.
     *
     * @param ref the native handle
     * @param what how a message names it
     * @throws NullPointerException when the handle is null
     */
    public static IrValue of(LLVMValueRef ref, String what) {
        return new IrValue(Handles.require(ref, what));
    }

    /** Returns the native handle. */
    public LLVMValueRef raw() {
        return ref;
    }

    /** Returns the value's type. */
    public IrType type() {
        IrType known = type;
        if (known == null) {
            known = new IrType(LLVMTypeOf(ref));
            type = known;
        }
        return known;
    }

    /** Returns the value's name without its sigil, empty when it has none. */
    public String name() {
        try (SizeTPointer length = new SizeTPointer(1)) {
            BytePointer name = LLVMGetValueName2(ref, length);
            return Handles.isNull(name) ? "" : Utf8.decode(name, length.get());
        }
    }

    /** Returns LLVM's number for what makes the value. */
    int kind() {
        if (kind == UNKNOWN) {
            int told = LLVMGetValueKind(ref);
            // LLVM says the same of constants that its C interface has no number for: no_cfi and dso_local_equivalent
            boolean constant = told == LLVMInstructionValueKind && LLVMIsConstant(ref) != 0;
            kind = constant ? LLVMConstantExprValueKind : told;
        }
        return kind;
    }

    /** Returns whether this is a constant integer. */
    public boolean isConstantInteger() {
        return kind() == LLVMConstantIntValueKind;
    }

    /** Returns the sign-extended value of a constant integer of at most 64 bits, or nothing. */
    public OptionalLong constantInteger() {
        if (!isConstantInteger() || type().integerBits() > Long.SIZE) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(LLVMConstIntGetSExtValue(ref));
    }

    /** Returns whether this is the null constant of its type. */
    public boolean isNullConstant() {
        return LLVMIsNull(ref) != 0;
    }

    /** Returns the instruction that makes this value, or nothing for a constant, a global or a parameter. */
    public Optional<IrInstruction> asInstruction() {
        if (kind() != LLVMInstructionValueKind) {
            return Optional.empty();
        }
        IrInstruction known = instruction;
        if (known == null) {
            known = new IrInstruction(this);
            instruction = known;
        }
        return Optional.of(known);
    }

    /** Returns this value as a function, or nothing when it is something else. */
    public Optional<IrFunction> asFunction() {
        if (kind() != LLVMFunctionValueKind) {
            return Optional.empty();
        }
        IrFunction known = function;
        if (known == null) {
            known = new IrFunction(ref);
            function = known;
        }
        return Optional.of(known);
    }

    /** Returns whether this is a global variable. */
    public boolean isGlobalVariable() {
        return kind() == LLVMGlobalVariableValueKind;
    }

    /** Returns whether this is an alias of a function or a variable. */
    public boolean isAlias() {
        return kind() == LLVMGlobalAliasValueKind;
    }

    /** Returns whether this is inline assembly. */
    public boolean isInlineAssembly() {
        return kind() == LLVMInlineAsmValueKind;
    }

    /** Returns whether this is a parameter of a function. */
    public boolean isParameter() {
        return kind() == LLVMArgumentValueKind;
    }

    /** Returns the values that have this one as an operand: instructions, constants and globals; once for each use. */
    public List<IrValue> users() {
        List<IrValue> users = new ArrayList<>();
        for (LLVMUseRef use = LLVMGetFirstUse(ref); !Handles.isNull(use); use = LLVMGetNextUse(use)) {
            users.add(new IrValue(LLVMGetUser(use)));
        }
        return users;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IrValue value && value.ref.address() == ref.address();
    }

    @Override
    public int hashCode() {
        return Handles.hash(ref);
    }

    /** Returns the name in quotes, without its sigil, or the type of an unnamed value. */
    @Override
    public String toString() {
        String name = name();
        return name.isEmpty() ? "unnamed " + type() : "'" + name + "'";
    }
}
