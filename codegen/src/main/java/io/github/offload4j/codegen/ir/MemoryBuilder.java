package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMAtomicOrderingMonotonic;
import static org.bytedeco.llvm.global.LLVM.LLVMBuildAlloca;
import static org.bytedeco.llvm.global.LLVM.LLVMBuildArrayAlloca;
import static org.bytedeco.llvm.global.LLVM.LLVMBuildFenceSyncScope;
import static org.bytedeco.llvm.global.LLVM.LLVMBuildInBoundsGEP2;
import static org.bytedeco.llvm.global.LLVM.LLVMBuildLoad2;
import static org.bytedeco.llvm.global.LLVM.LLVMBuildMemCpy;
import static org.bytedeco.llvm.global.LLVM.LLVMBuildStore;
import static org.bytedeco.llvm.global.LLVM.LLVMBuildStructGEP2;
import static org.bytedeco.llvm.global.LLVM.LLVMGEPFlagInBounds;
import static org.bytedeco.llvm.global.LLVM.LLVMGEPSetNoWrapFlags;
import static org.bytedeco.llvm.global.LLVM.LLVMGetAlignment;
import static org.bytedeco.llvm.global.LLVM.LLVMGetSyncScopeID;
import static org.bytedeco.llvm.global.LLVM.LLVMIsConstant;
import static org.bytedeco.llvm.global.LLVM.LLVMSetAlignment;
import static org.bytedeco.llvm.global.LLVM.LLVMSetOrdering;

import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.llvm.LLVM.LLVMBuilderRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/** Appends instructions that reserve, address, load and store memory. Alignments are in bytes. */
abstract sealed class MemoryBuilder extends ValueBuilder permits IrBuilder {
    MemoryBuilder(LLVMBuilderRef ref, IrContext context) {
        super(ref, context);
    }

    /** Reserves a stack slot. */
    public IrValue alloca(IrType type, String name, int alignment) {
        LLVMValueRef slot = LLVMBuildAlloca(ref, type.raw(), text(name));
        LLVMSetAlignment(slot, alignment);
        return new IrValue(slot, context.pointer());
    }

    /** Reserves a stack slot in the memory that the module's target has for stacks. */
    public IrValue slot(IrType type, int alignment) {
        LLVMValueRef slot = LLVMBuildAlloca(ref, type.raw(), text(""));
        LLVMSetAlignment(slot, alignment);
        return new IrValue(slot);
    }

    /** Reserves a stack slot like another one, but in the memory that the module's target has for stacks. */
    public IrInstruction slotLike(IrInstruction slot) {
        LLVMValueRef made = LLVMBuildArrayAlloca(
                ref, slot.allocatedType().raw(), slot.operand(0).raw(), text(""));
        LLVMSetAlignment(made, LLVMGetAlignment(slot.value().raw()));
        return new IrInstruction(made);
    }

    /** Stores a value. */
    public IrInstruction store(IrValue value, IrValue address, int alignment) {
        LLVMValueRef store = LLVMBuildStore(ref, value.raw(), address.raw());
        LLVMSetAlignment(store, alignment);
        return new IrInstruction(new IrValue(store, context.voidType()));
    }

    /** Loads a value. */
    public IrValue load(IrType type, IrValue address, int alignment, String name) {
        LLVMValueRef value = LLVMBuildLoad2(ref, type.raw(), address.raw(), text(name));
        LLVMSetAlignment(value, alignment);
        return new IrValue(value, type);
    }

    /** Loads a value that another thread may be storing, in one piece. */
    public IrValue loadRelaxed(IrType type, IrValue address, int alignment, String name) {
        IrValue value = load(type, address, alignment, name);
        LLVMSetOrdering(value.raw(), LLVMAtomicOrderingMonotonic);
        return value;
    }

    /** Loads a pointer that another thread may be storing; what that thread stored before is seen too. */
    public IrValue loadAcquiring(IrValue address, String name) {
        IrValue value = load(context.pointer(), address, Long.BYTES, name);
        LLVMSetOrdering(value.raw(), MemoryOrder.ACQUIRE.code());
        return value;
    }

    /** Stores a pointer that another thread may be loading; that thread sees what was stored before too. */
    public void storeReleasing(IrValue value, IrValue address) {
        LLVMValueRef store = LLVMBuildStore(ref, value.raw(), address.raw());
        LLVMSetAlignment(store, Long.BYTES);
        LLVMSetOrdering(store, MemoryOrder.RELEASE.code());
    }

    /** Copies a constant number of bytes between 8-byte aligned places that do not overlap. */
    public void copy(IrValue to, IrValue from, long bytes) {
        LLVMBuildMemCpy(
                ref,
                to.raw(),
                8,
                from.raw(),
                8,
                context.constant(Long.SIZE, bytes).raw());
    }

    /** Copies a constant number of bytes from anywhere to an 8-byte aligned place that does not overlap. */
    public void copyBytes(IrValue to, IrValue from, long bytes) {
        IrValue size = context.constant(Long.SIZE, bytes);
        LLVMBuildMemCpy(ref, to.raw(), 8, from.raw(), 1, size.raw());
    }

    /** Returns the address of an element of an array, or of a field of a struct, of the given type. */
    public IrValue elementAddress(IrType aggregate, IrValue address, int index, String name) {
        if (LLVMIsConstant(address.raw()) != 0) {
            var indices =
                    context.scratch().of(context.constant(Integer.SIZE, 0), context.constant(Integer.SIZE, index));
            return new IrValue(
                    LLVMBuildInBoundsGEP2(ref, aggregate.raw(), address.raw(), indices, 2, name), context.pointer());
        }
        // The same without an array of indices to fill. LLVM adds that the address does not wrap, which releases before
        // 19 cannot read.
        LLVMValueRef element = LLVMBuildStructGEP2(ref, aggregate.raw(), address.raw(), index, text(name));
        LLVMGEPSetNoWrapFlags(element, LLVMGEPFlagInBounds);
        return new IrValue(element, context.pointer());
    }

    /** Returns the address {@code index} elements further on. */
    public IrValue offsetAddress(IrType element, IrValue address, IrValue index, String name) {
        var indices = context.scratch().ofValues(List.of(index));
        return new IrValue(
                LLVMBuildInBoundsGEP2(ref, element.raw(), address.raw(), indices, 1, name), context.pointer());
    }

    /**
     * Orders memory accesses.
     *
     * @param scope whom for, by a name that the module's target has
     */
    public void fence(MemoryOrder order, String scope) {
        int number;
        try (BytePointer name = Utf8.encode(scope)) {
            number = LLVMGetSyncScopeID(context.raw(), name, name.capacity() - 1);
        }
        LLVMBuildFenceSyncScope(ref, order.code(), number, "");
    }
}
