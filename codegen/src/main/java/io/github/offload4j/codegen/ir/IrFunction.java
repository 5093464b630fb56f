package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMAppendBasicBlockInContext;
import static org.bytedeco.llvm.global.LLVM.LLVMAvailableExternallyLinkage;
import static org.bytedeco.llvm.global.LLVM.LLVMCountParamTypes;
import static org.bytedeco.llvm.global.LLVM.LLVMDeleteFunction;
import static org.bytedeco.llvm.global.LLVM.LLVMExternalWeakLinkage;
import static org.bytedeco.llvm.global.LLVM.LLVMGetFirstBasicBlock;
import static org.bytedeco.llvm.global.LLVM.LLVMGetFunctionCallConv;
import static org.bytedeco.llvm.global.LLVM.LLVMGetIntrinsicID;
import static org.bytedeco.llvm.global.LLVM.LLVMGetLinkage;
import static org.bytedeco.llvm.global.LLVM.LLVMGetNextBasicBlock;
import static org.bytedeco.llvm.global.LLVM.LLVMGetParam;
import static org.bytedeco.llvm.global.LLVM.LLVMGetSubprogram;
import static org.bytedeco.llvm.global.LLVM.LLVMGetTypeContext;
import static org.bytedeco.llvm.global.LLVM.LLVMGlobalEraseMetadata;
import static org.bytedeco.llvm.global.LLVM.LLVMGlobalGetValueType;
import static org.bytedeco.llvm.global.LLVM.LLVMHiddenVisibility;
import static org.bytedeco.llvm.global.LLVM.LLVMInternalLinkage;
import static org.bytedeco.llvm.global.LLVM.LLVMIsAFunction;
import static org.bytedeco.llvm.global.LLVM.LLVMIsDeclaration;
import static org.bytedeco.llvm.global.LLVM.LLVMIsFunctionVarArg;
import static org.bytedeco.llvm.global.LLVM.LLVMLinkOnceAnyLinkage;
import static org.bytedeco.llvm.global.LLVM.LLVMLinkOnceODRLinkage;
import static org.bytedeco.llvm.global.LLVM.LLVMPrivateLinkage;
import static org.bytedeco.llvm.global.LLVM.LLVMReplaceAllUsesWith;
import static org.bytedeco.llvm.global.LLVM.LLVMSetFunctionCallConv;
import static org.bytedeco.llvm.global.LLVM.LLVMSetLinkage;
import static org.bytedeco.llvm.global.LLVM.LLVMSetSection;
import static org.bytedeco.llvm.global.LLVM.LLVMSetSubprogram;
import static org.bytedeco.llvm.global.LLVM.LLVMSetValueName2;
import static org.bytedeco.llvm.global.LLVM.LLVMSetVisibility;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.diagnostic.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.llvm.LLVM.LLVMBasicBlockRef;
import org.bytedeco.llvm.LLVM.LLVMMetadataRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.jspecify.annotations.Nullable;

/** A function and its type. */
public final class IrFunction {
    /** LLVM's number of the kind of metadata that leads to debug information. */
    private static final int DEBUG_KIND = 0;

    private final IrValue value;
    private @Nullable IrType type;
    private @Nullable String name;
    private long firstParameter;
    private long secondParameter;

    IrFunction(LLVMValueRef ref) {
        this.value = new IrValue(ref);
    }

    IrFunction(IrValue value, IrType type) {
        this.value = value;
        this.type = type;
    }

    /** Returns the function as a value: its address. */
    public IrValue value() {
        return value;
    }

    /** Returns its function type. */
    public IrType type() {
        IrType known = type;
        if (known == null) {
            known = new IrType(LLVMGlobalGetValueType(value.raw()));
            type = known;
        }
        return known;
    }

    /**
     * Wraps a function that the caller holds.
     *
     * @param ref the native handle
     * @param what how a message names it
     * @throws NullPointerException when the handle is null
     * @throws OffloadException when it is not a function
     */
    public static IrFunction of(LLVMValueRef ref, String what) {
        Handles.require(ref, what);
        if (Handles.isNull(LLVMIsAFunction(ref))) {
            throw new OffloadException(Reason.ARGUMENT, what + " is not a function");
        }
        return new IrFunction(ref);
    }

    /** Returns the symbol. */
    public String name() {
        String known = name;
        if (known == null) {
            known = value.name();
            name = known;
        }
        return known;
    }

    /** Returns the result type. */
    public IrType returnType() {
        return type().returnType();
    }

    /** Returns whether more arguments than parameters may be passed. */
    public boolean isVariadic() {
        return LLVMIsFunctionVarArg(type().raw()) != 0;
    }

    /** Returns whether the function has no body in this module. */
    public boolean isDeclaration() {
        return LLVMIsDeclaration(value.raw()) != 0;
    }

    /** Returns whether it is a declaration of what need not be there, and is null where it is not. */
    public boolean mayBeAbsent() {
        return isDeclaration() && LLVMGetLinkage(value.raw()) == LLVMExternalWeakLinkage;
    }

    /** Returns whether the symbol is invisible outside the module. */
    public boolean isLocal() {
        int linkage = LLVMGetLinkage(value.raw());
        return linkage == LLVMInternalLinkage || linkage == LLVMPrivateLinkage;
    }

    /** Returns whether the body is only there in case that this module needs it: other modules have the same. */
    public boolean isDiscardable() {
        int linkage = LLVMGetLinkage(value.raw());
        return linkage == LLVMLinkOnceODRLinkage
                || linkage == LLVMLinkOnceAnyLinkage
                || linkage == LLVMAvailableExternallyLinkage;
    }

    /** Returns whether the linker may put another function, which does something else, in the place of this one. */
    public boolean isReplaceable() {
        return GlobalFacts.isReplaceable(value.raw());
    }

    /** Returns the parameter types. */
    public List<IrType> parameterTypes() {
        return type().parameterTypes();
    }

    /** Returns how many parameters the type has. */
    public int parameterCount() {
        return LLVMCountParamTypes(type().raw());
    }

    /**
     * Returns a parameter.
     *
     * @param index from 0
     * @throws IndexOutOfBoundsException when there is no such parameter
     */
    public IrValue parameter(int index) {
        return new IrValue(LLVMGetParam(value.raw(), java.util.Objects.checkIndex(index, parameterCount())));
    }

    /** Returns the index of one of the parameters, from 0. */
    int indexOf(LLVMValueRef parameter) {
        if (firstParameter == 0) {
            firstParameter = LLVMGetParam(value.raw(), 0).address();
        }
        if (parameter.address() == firstParameter) {
            return 0;
        }
        if (secondParameter == 0) {
            secondParameter = LLVMGetParam(value.raw(), 1).address();
        }
        // LLVM keeps the parameters of a function in an array, which makes this a good guess; it is checked anyway.
        long guess = (parameter.address() - firstParameter) / (secondParameter - firstParameter);
        int count = parameterCount();
        if (guess >= 0
                && guess < count
                && LLVMGetParam(value.raw(), (int) guess).address() == parameter.address()) {
            return (int) guess;
        }
        int index = 0;
        while (LLVMGetParam(value.raw(), index).address() != parameter.address()) {
            index++;
        }
        return index;
    }

    /** Appends an empty block. */
    public IrBlock appendBlock(String name) {
        return new IrBlock(LLVMAppendBasicBlockInContext(LLVMGetTypeContext(type().raw()), value.raw(), name));
    }

    /** Returns the blocks in order, as they are now; none for a declaration. */
    public List<IrBlock> blocks() {
        List<IrBlock> blocks = new ArrayList<>();
        LLVMBasicBlockRef next = LLVMGetFirstBasicBlock(value.raw());
        while (!Handles.isNull(next)) {
            blocks.add(new IrBlock(next));
            next = LLVMGetNextBasicBlock(next);
        }
        return blocks;
    }

    /** Returns every instruction of every block in order, as they are now. */
    public List<IrInstruction> instructions() {
        List<IrInstruction> instructions = new ArrayList<>();
        blocks().forEach(block -> instructions.addAll(block.instructions()));
        return instructions;
    }

    /**
     * Puts the predecessors of every block into the order that they have when LLVM reads the function from text. LLVM
     * prints them in a comment, and text that is read and printed should stay the same.
     */
    public void orderPredecessors() {
        for (IrBlock block : blocks()) {
            block.terminator().ifPresent(terminator -> {
                List<IrBlock> successors = terminator.successors();
                for (int i = 0; i < successors.size(); i++) {
                    terminator.setSuccessor(i, successors.get(i));
                }
            });
        }
    }

    /**
     * Takes over what debug information says of another function, which has none afterwards: its lines become this
     * function's when it is inlined here by a call without a line.
     */
    public void takeSubprogram(IrFunction other) {
        LLVMMetadataRef subprogram = LLVMGetSubprogram(other.value.raw());
        if (!Handles.isNull(subprogram)) {
            LLVMSetSubprogram(value.raw(), subprogram);
            LLVMGlobalEraseMetadata(other.value.raw(), DEBUG_KIND);
        }
    }

    /** Returns where the source begins the function, when the module has debug information. */
    public Optional<SourceLocation> location() {
        return DebugLocations.ofFunction(value.raw());
    }

    /** Returns the calls that name this function, in no order. */
    public List<IrInstruction> calls() {
        return value.users().stream()
                .flatMap(user -> user.asInstruction().stream())
                .filter(user -> user.calledFunction().filter(this::equals).isPresent())
                .distinct()
                .toList();
    }

    /** Returns the parameters, in their order. */
    public List<IrValue> parameters() {
        return IntStream.range(0, parameterCount()).mapToObj(this::parameter).toList();
    }

    /** Returns whether this is one of LLVM's own functions, {@code llvm.*}. */
    public boolean isIntrinsic() {
        return LLVMGetIntrinsicID(value.raw()) != 0;
    }

    /** Sets the linkage. */
    public void setLinkage(Linkage linkage) {
        LLVMSetLinkage(value.raw(), linkage.code());
    }

    /** Hides the symbol from other shared objects. */
    public void hide() {
        LLVMSetVisibility(value.raw(), LLVMHiddenVisibility);
    }

    /** Sets the symbol; LLVM appends a number when it is taken. */
    public void rename(String symbol) {
        try (BytePointer bytes = Utf8.encode(symbol)) {
            LLVMSetValueName2(value.raw(), bytes, bytes.capacity() - 1);
        }
        name = null;
    }

    /** Sets the calling convention by LLVM's number. */
    public void setCallingConvention(int convention) {
        LLVMSetFunctionCallConv(value.raw(), convention);
    }

    /**
     * Names a parameter.
     *
     * @param index from 0
     * @throws IndexOutOfBoundsException when there is no such parameter
     */
    public void nameParameter(int index, String name) {
        LLVMValueRef parameter = parameter(index).raw();
        try (BytePointer bytes = Utf8.encode(name)) {
            LLVMSetValueName2(parameter, bytes, bytes.capacity() - 1);
        }
    }

    /** Lets whatever uses the function use another one. */
    public void replaceUsesWith(IrFunction other) {
        LLVMReplaceAllUsesWith(value.raw(), other.value.raw());
    }

    /**
     * Deletes the function.
     *
     * @throws IllegalStateException when something refers to it
     */
    public void delete() {
        if (!value.users().isEmpty()) {
            throw new IllegalStateException("'" + name() + "' is still referred to");
        }
        LLVMDeleteFunction(value.raw());
    }

    /** Sets the section that the function's code goes to. */
    public void setSection(String name) {
        LLVMSetSection(value.raw(), name);
    }

    int callingConvention() {
        return LLVMGetFunctionCallConv(value.raw());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IrFunction function
                && function.value.equals(value)
                && function.type().equals(type());
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
