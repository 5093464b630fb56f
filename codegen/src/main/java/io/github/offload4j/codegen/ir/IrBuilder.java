package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMAddCase;
import static org.bytedeco.llvm.global.LLVM.LLVMAddIncoming;
import static org.bytedeco.llvm.global.LLVM.LLVMBuildAlloca;
import static org.bytedeco.llvm.global.LLVM.LLVMBuildBr;
import static org.bytedeco.llvm.global.LLVM.LLVMBuildCall2;
import static org.bytedeco.llvm.global.LLVM.LLVMBuildCallWithOperandBundles;
import static org.bytedeco.llvm.global.LLVM.LLVMBuildCleanupPad;
import static org.bytedeco.llvm.global.LLVM.LLVMBuildCleanupRet;
import static org.bytedeco.llvm.global.LLVM.LLVMBuildCondBr;
import static org.bytedeco.llvm.global.LLVM.LLVMBuildInvokeWithOperandBundles;
import static org.bytedeco.llvm.global.LLVM.LLVMBuildMemCpy;
import static org.bytedeco.llvm.global.LLVM.LLVMBuildPhi;
import static org.bytedeco.llvm.global.LLVM.LLVMBuildRet;
import static org.bytedeco.llvm.global.LLVM.LLVMBuildRetVoid;
import static org.bytedeco.llvm.global.LLVM.LLVMBuildSwitch;
import static org.bytedeco.llvm.global.LLVM.LLVMBuildUnreachable;
import static org.bytedeco.llvm.global.LLVM.LLVMCreateBuilderInContext;
import static org.bytedeco.llvm.global.LLVM.LLVMDisposeBuilder;
import static org.bytedeco.llvm.global.LLVM.LLVMGetAlignment;
import static org.bytedeco.llvm.global.LLVM.LLVMGetBasicBlockParent;
import static org.bytedeco.llvm.global.LLVM.LLVMGetBasicBlockTerminator;
import static org.bytedeco.llvm.global.LLVM.LLVMGetCurrentDebugLocation2;
import static org.bytedeco.llvm.global.LLVM.LLVMGetEntryBasicBlock;
import static org.bytedeco.llvm.global.LLVM.LLVMGetFirstInstruction;
import static org.bytedeco.llvm.global.LLVM.LLVMGetGlobalParent;
import static org.bytedeco.llvm.global.LLVM.LLVMGetInsertBlock;
import static org.bytedeco.llvm.global.LLVM.LLVMGetNextInstruction;
import static org.bytedeco.llvm.global.LLVM.LLVMInsertIntoBuilder;
import static org.bytedeco.llvm.global.LLVM.LLVMInstructionClone;
import static org.bytedeco.llvm.global.LLVM.LLVMInstructionEraseFromParent;
import static org.bytedeco.llvm.global.LLVM.LLVMInstructionGetDebugLoc;
import static org.bytedeco.llvm.global.LLVM.LLVMIsAAllocaInst;
import static org.bytedeco.llvm.global.LLVM.LLVMPositionBuilderAtEnd;
import static org.bytedeco.llvm.global.LLVM.LLVMPositionBuilderBefore;
import static org.bytedeco.llvm.global.LLVM.LLVMSetAlignment;
import static org.bytedeco.llvm.global.LLVM.LLVMSetCurrentDebugLocation2;
import static org.bytedeco.llvm.global.LLVM.LLVMSetInstructionCallConv;
import static org.bytedeco.llvm.global.LLVM.LLVMSizeOf;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.diagnostic.SourceLocation;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.llvm.LLVM.LLVMBasicBlockRef;
import org.bytedeco.llvm.LLVM.LLVMBuilderRef;
import org.bytedeco.llvm.LLVM.LLVMMetadataRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.jspecify.annotations.Nullable;

/**
 * Appends instructions where an LLVM builder stands: here those that call, branch and move; the others are inherited.
 *
 * <p>A builder is either borrowed from the user, whose position and debug location then apply, or our own, which
 * {@link #close()} disposes of.
 */
public final class IrBuilder extends MemoryBuilder implements AutoCloseable {
    /** Without a limit, a site would take longer the more sites its function has. */
    private static final int MOST_SLOTS_PASSED = 48;

    private final boolean owned;
    private @Nullable IrFunction function;

    private IrBuilder(LLVMBuilderRef ref, IrContext context, boolean owned) {
        super(ref, context);
        this.owned = owned;
    }

    /**
     * Borrows a builder that stands in a function of the module.
     *
     * @throws NullPointerException when the handle is null
     * @throws OffloadException when the builder has no position, one in another module, or one behind the end of its block
     */
    public static IrBuilder borrow(@Nullable LLVMBuilderRef builder, IrModule module) {
        LLVMBuilderRef ref = Handles.require(builder, "builder");
        LLVMBasicBlockRef block = LLVMGetInsertBlock(ref);
        if (Handles.isNull(block)) {
            throw new OffloadException(
                    Reason.POSITION, "the builder has no position; place it in a block of the module first");
        }
        LLVMValueRef function = LLVMGetBasicBlockParent(block);
        if (Handles.isNull(function)) {
            throw new OffloadException(Reason.POSITION, "the builder stands in a block outside any function");
        }
        if (LLVMGetGlobalParent(function).address() != module.raw().address()) {
            throw new OffloadException(Reason.POSITION, "the builder stands in a function of another module");
        }
        if (isBehindTerminator(ref, block)) {
            throw new OffloadException(
                    Reason.POSITION,
                    "the builder stands behind the end of its block; place it before the block's last instruction");
        }
        IrBuilder borrowed = new IrBuilder(ref, module.context(), false);
        borrowed.function = new IrFunction(function);
        return borrowed;
    }

    /** The C API does not tell where in a block a builder stands, other than by what it inserts there. */
    private static boolean isBehindTerminator(LLVMBuilderRef builder, LLVMBasicBlockRef block) {
        if (Handles.isNull(LLVMGetBasicBlockTerminator(block))) {
            return false;
        }
        LLVMValueRef mark = LLVMBuildUnreachable(builder);
        boolean last = Handles.isNull(LLVMGetNextInstruction(mark));
        LLVMInstructionEraseFromParent(mark);
        return last;
    }

    /** Makes a builder at the end of a block. */
    public static IrBuilder atEnd(IrBlock block, IrContext context) {
        LLVMBuilderRef ref = LLVMCreateBuilderInContext(context.raw());
        LLVMPositionBuilderAtEnd(ref, block.raw());
        return new IrBuilder(ref, context, true);
    }

    /** Makes a builder in front of an instruction, whose debug location new instructions get. */
    public static IrBuilder before(IrInstruction instruction, IrContext context) {
        LLVMBuilderRef ref = LLVMCreateBuilderInContext(context.raw());
        LLVMPositionBuilderBefore(ref, instruction.value().raw());
        LLVMSetCurrentDebugLocation2(
                ref, LLVMInstructionGetDebugLoc(instruction.value().raw()));
        return new IrBuilder(ref, context, true);
    }

    /**
     * Makes a builder that stands behind the leading stack slots of the function's first block, and in front of the place
     * where this builder stands. Where there are very many it stands among them.
     */
    public IrBuilder pastAllocas() {
        LLVMBasicBlockRef entry = LLVMGetEntryBasicBlock(function().value().raw());
        // LLVM does not tell where in a block a builder stands, so an instruction marks the place for a moment.
        LLVMValueRef marker = LLVMBuildUnreachable(ref);
        LLVMValueRef instruction = LLVMGetFirstInstruction(entry);
        for (int passed = 0; passed < MOST_SLOTS_PASSED; passed++) {
            if (Handles.isNull(instruction) || Handles.isNull(LLVMIsAAllocaInst(instruction))) {
                break;
            }
            instruction = LLVMGetNextInstruction(instruction);
        }
        if (!Handles.isNull(instruction) && instruction.address() == marker.address()) {
            instruction = LLVMGetNextInstruction(instruction);
        }
        LLVMInstructionEraseFromParent(marker);
        LLVMBuilderRef past = LLVMCreateBuilderInContext(context.raw());
        if (Handles.isNull(instruction)) {
            LLVMPositionBuilderAtEnd(past, entry);
        } else {
            LLVMPositionBuilderBefore(past, instruction);
        }
        return new IrBuilder(past, context, true);
    }

    /** Returns the function that the builder stands in. */
    public IrFunction function() {
        IrFunction known = function;
        if (known == null) {
            known = new IrFunction(LLVMGetBasicBlockParent(LLVMGetInsertBlock(ref)));
            function = known;
        }
        return known;
    }

    /** Returns the source location that new instructions get, when the module has debug information. */
    public Optional<SourceLocation> sourceLocation() {
        return DebugLocations.current(ref);
    }

    /** Reserves a stack slot for a copy, in the memory that the module's target has for stacks, and fills it. */
    public IrValue slotWithCopy(IrType type, IrValue original, int alignment) {
        LLVMValueRef made;
        try (IrBuilder first = atStart()) {
            made = LLVMBuildAlloca(first.ref, type.raw(), text(""));
        }
        LLVMSetAlignment(made, Math.max(alignment, LLVMGetAlignment(made)));
        IrValue slot = new IrValue(made);
        LLVMBuildMemCpy(ref, made, LLVMGetAlignment(made), original.raw(), alignment, LLVMSizeOf(type.raw()));
        return slot;
    }

    private IrBuilder atStart() {
        return before(
                new IrInstruction(LLVMGetFirstInstruction(
                        LLVMGetEntryBasicBlock(function().value().raw()))),
                context);
    }

    /**
     * Calls a function by its own calling convention.
     *
     * @throws OffloadException when the arguments do not fit the parameters
     */
    public IrValue call(IrFunction function, List<IrValue> arguments, String name) {
        CallShape.check(function, arguments);
        LLVMValueRef call = LLVMBuildCall2(
                ref,
                function.type().raw(),
                function.value().raw(),
                context.scratch().ofValues(arguments),
                arguments.size(),
                name);
        if (function.callingConvention() != 0) {
            LLVMSetInstructionCallConv(call, function.callingConvention());
        }
        return new IrValue(call, function.returnType());
    }

    /**
     * Calls a function that a user has declared, as its attributes want it.
     *
     * @throws OffloadException when the arguments do not fit the parameters, or only its own front end could pass one
     */
    public IrValue callAsDeclared(IrFunction function, List<IrValue> arguments) {
        Passage.require(function);
        IrValue result = call(function, arguments, "");
        Passage.follow(function, new IrInstruction(result));
        return result;
    }

    /**
     * Calls an address that is known to be a function of a type.
     *
     * @throws OffloadException when the arguments do not fit the parameters
     */
    public IrValue callAddress(IrType type, IrValue address, List<IrValue> arguments, String name) {
        CallShape.check(new IrFunction(address, type), arguments);
        LLVMValueRef call = LLVMBuildCall2(
                ref, type.raw(), address.raw(), context.scratch().ofValues(arguments), arguments.size(), name);
        return new IrValue(call, type.returnType());
    }

    /** Calls an address as {@link #callAddress(IrType, IrValue, List, String)} does, without naming the result. */
    public IrValue callAddress(IrType type, IrValue address, List<IrValue> arguments) {
        return callAddress(type, address, arguments, "");
    }

    /**
     * Calls a value that is used as a function of a type, with operand bundles.
     *
     * @param arguments what fits the type; not checked
     * @throws OffloadException when a bundle's tag is not ASCII
     */
    public IrValue call(IrType type, IrValue callee, List<IrValue> arguments, List<OperandBundle> bundles) {
        try (NativeBundles made = new NativeBundles(bundles)) {
            return new IrValue(LLVMBuildCallWithOperandBundles(
                    ref,
                    type.raw(),
                    callee.raw(),
                    context.scratch().ofValues(arguments),
                    arguments.size(),
                    made.array(),
                    made.count(),
                    ""));
        }
    }

    /**
     * Calls a value that is used as a function of a type, with operand bundles and a way out for exceptions.
     *
     * @param arguments what fits the type; not checked
     */
    IrValue invoke(
            IrType type,
            IrValue callee,
            List<IrValue> arguments,
            List<OperandBundle> bundles,
            IrBlock normal,
            IrBlock unwind) {
        try (NativeBundles made = new NativeBundles(bundles)) {
            return new IrValue(LLVMBuildInvokeWithOperandBundles(
                    ref,
                    type.raw(),
                    callee.raw(),
                    context.scratch().ofValues(arguments),
                    arguments.size(),
                    normal.raw(),
                    unwind.raw(),
                    made.array(),
                    made.count(),
                    ""));
        }
    }

    /** Chooses a value by the block that control came from. */
    public IrInstruction phi(IrType type, List<PhiNodes.Incoming> incoming) {
        LLVMValueRef phi = LLVMBuildPhi(ref, type.raw(), "");
        try (PointerPointer<LLVMBasicBlockRef> blocks = new PointerPointer<>(incoming.size())) {
            for (int i = 0; i < incoming.size(); i++) {
                blocks.put(i, incoming.get(i).block().raw());
            }
            var values = context.scratch()
                    .ofValues(incoming.stream().map(PhiNodes.Incoming::value).toList());
            LLVMAddIncoming(phi, values, blocks, incoming.size());
        }
        return new IrInstruction(phi);
    }

    /** Emits an instruction once more, without a name. */
    public IrInstruction copyOf(IrInstruction instruction) {
        LLVMValueRef copy = LLVMInstructionClone(instruction.value().raw());
        LLVMInsertIntoBuilder(ref, copy);
        return new IrInstruction(copy);
    }

    /**
     * Starts a cleanup funclet.
     *
     * @param parent the pad of the funclet around it; nothing outside of any
     */
    public IrInstruction cleanupPad(Optional<IrValue> parent) {
        LLVMValueRef around = parent.map(IrValue::raw).orElse(null);
        return new IrInstruction(
                LLVMBuildCleanupPad(ref, around, context.scratch().ofValues(List.of()), 0, ""));
    }

    /** Leaves a cleanup funclet for the next handler. */
    public void cleanupReturn(IrInstruction pad, IrBlock unwind) {
        LLVMBuildCleanupRet(ref, pad.value().raw(), unwind.raw());
    }

    /** Makes a value that depends on which block control came from. */
    public IrValue phi(IrType type, String name) {
        return new IrValue(LLVMBuildPhi(ref, type.raw(), name), type);
    }

    /** Adds a source to a value made by {@link #phi(IrType, String)}. */
    public void addIncoming(IrValue phi, IrValue value, IrBlock from) {
        try (PointerPointer<LLVMValueRef> values = new PointerPointer<>(1L);
                PointerPointer<LLVMBasicBlockRef> blocks = new PointerPointer<>(1L)) {
            values.put(0, value.raw());
            blocks.put(0, from.raw());
            LLVMAddIncoming(phi.raw(), values, blocks, 1);
        }
    }

    /** Jumps. */
    public void branch(IrBlock target) {
        LLVMBuildBr(ref, target.raw());
    }

    /** Jumps by a condition. */
    public void branch(IrValue condition, IrBlock then, IrBlock otherwise) {
        LLVMBuildCondBr(ref, condition.raw(), then.raw(), otherwise.raw());
    }

    /** Jumps by a number: to the first of the targets when it is 0, to the next when it is 1, and so on. */
    public void jump(IrValue number, List<IrBlock> targets, IrBlock otherwise) {
        LLVMValueRef jump = LLVMBuildSwitch(ref, number.raw(), otherwise.raw(), targets.size());
        for (int i = 0; i < targets.size(); i++) {
            LLVMAddCase(
                    jump,
                    context.constant(number.type().integerBits(), i).raw(),
                    targets.get(i).raw());
        }
    }

    /** Ends the function without a value. */
    public void returnVoid() {
        LLVMBuildRetVoid(ref);
    }

    /** Ends the function with a value. */
    public void returnValue(IrValue value) {
        LLVMBuildRet(ref, value.raw());
    }

    /** Says that control does not get here. */
    public void unreachable() {
        LLVMBuildUnreachable(ref);
    }

    /** Returns the block that instructions are appended to. */
    public IrBlock block() {
        return new IrBlock(LLVMGetInsertBlock(ref));
    }

    /** Moves to the end of a block. */
    public void moveToEnd(IrBlock block) {
        LLVMPositionBuilderAtEnd(ref, block.raw());
        function = null;
    }

    /** Moves in front of an instruction and keeps the debug location that new instructions get. */
    public void moveBefore(IrInstruction instruction) {
        LLVMMetadataRef location = LLVMGetCurrentDebugLocation2(ref);
        LLVMPositionBuilderBefore(ref, instruction.value().raw());
        LLVMSetCurrentDebugLocation2(ref, location);
        function = null;
    }

    @Override
    public void close() {
        if (owned) {
            LLVMDisposeBuilder(ref);
        }
    }
}
