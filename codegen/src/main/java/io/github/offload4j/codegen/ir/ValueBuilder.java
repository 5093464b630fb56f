package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMBuildAShr;
import static org.bytedeco.llvm.global.LLVM.LLVMBuildAdd;
import static org.bytedeco.llvm.global.LLVM.LLVMBuildAddrSpaceCast;
import static org.bytedeco.llvm.global.LLVM.LLVMBuildAnd;
import static org.bytedeco.llvm.global.LLVM.LLVMBuildBitCast;
import static org.bytedeco.llvm.global.LLVM.LLVMBuildExtractValue;
import static org.bytedeco.llvm.global.LLVM.LLVMBuildFCmp;
import static org.bytedeco.llvm.global.LLVM.LLVMBuildFPExt;
import static org.bytedeco.llvm.global.LLVM.LLVMBuildFreeze;
import static org.bytedeco.llvm.global.LLVM.LLVMBuildICmp;
import static org.bytedeco.llvm.global.LLVM.LLVMBuildInsertValue;
import static org.bytedeco.llvm.global.LLVM.LLVMBuildIntCast2;
import static org.bytedeco.llvm.global.LLVM.LLVMBuildMul;
import static org.bytedeco.llvm.global.LLVM.LLVMBuildNSWAdd;
import static org.bytedeco.llvm.global.LLVM.LLVMBuildNSWMul;
import static org.bytedeco.llvm.global.LLVM.LLVMBuildNUWAdd;
import static org.bytedeco.llvm.global.LLVM.LLVMBuildOr;
import static org.bytedeco.llvm.global.LLVM.LLVMBuildPtrToInt;
import static org.bytedeco.llvm.global.LLVM.LLVMBuildSDiv;
import static org.bytedeco.llvm.global.LLVM.LLVMBuildSelect;
import static org.bytedeco.llvm.global.LLVM.LLVMBuildSub;
import static org.bytedeco.llvm.global.LLVM.LLVMBuildUDiv;
import static org.bytedeco.llvm.global.LLVM.LLVMBuildURem;
import static org.bytedeco.llvm.global.LLVM.LLVMBuildXor;
import static org.bytedeco.llvm.global.LLVM.LLVMBuildZExt;
import static org.bytedeco.llvm.global.LLVM.LLVMIsConstant;
import static org.bytedeco.llvm.global.LLVM.LLVMRealUNO;
import static org.bytedeco.llvm.global.LLVM.LLVMSetNUW;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.llvm.LLVM.LLVMBuilderRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/** Appends instructions that compute values: arithmetic, conversions, comparisons. */
abstract sealed class ValueBuilder permits MemoryBuilder {
    final LLVMBuilderRef ref;
    final IrContext context;

    ValueBuilder(LLVMBuilderRef ref, IrContext context) {
        this.ref = ref;
        this.context = context;
    }

    /** Returns the native handle. */
    public final LLVMBuilderRef raw() {
        return ref;
    }

    BytePointer text(String name) {
        return context.text().of(name);
    }

    /** Reinterprets the bits of a scalar. */
    public IrValue bitCast(IrValue value, IrType type) {
        return new IrValue(LLVMBuildBitCast(ref, value.raw(), type.raw(), text("")), type);
    }

    /** Widens a floating-point number. */
    public IrValue floatExtend(IrValue value, IrType type) {
        return value.type().equals(type)
                ? value
                : new IrValue(LLVMBuildFPExt(ref, value.raw(), type.raw(), text("")), type);
    }

    /** Widens an integer with zeros. */
    public IrValue zeroExtend(IrValue value, IrType type) {
        return new IrValue(LLVMBuildZExt(ref, value.raw(), type.raw(), text("")), type);
    }

    /** Converts between integer widths. */
    public IrValue integerCast(IrValue value, IrType type, boolean signed) {
        return value.type().equals(type)
                ? value
                : new IrValue(LLVMBuildIntCast2(ref, value.raw(), type.raw(), signed ? 1 : 0, text("")), type);
    }

    /** Divides unsigned integers. */
    public IrValue divideUnsigned(IrValue left, IrValue right) {
        return new IrValue(LLVMBuildUDiv(ref, left.raw(), right.raw(), text("")), left.type());
    }

    /** Returns what an unsigned division leaves. */
    public IrValue remainder(IrValue left, IrValue right) {
        return new IrValue(LLVMBuildURem(ref, left.raw(), right.raw(), text("")), left.type());
    }

    /** Returns how many bytes the second pointer is behind the first, wrapping. */
    public IrValue distance(IrValue first, IrValue second) {
        IrType integer = context.integer(Long.SIZE);
        return new IrValue(
                LLVMBuildSub(
                        ref,
                        LLVMBuildPtrToInt(ref, second.raw(), integer.raw(), text("")),
                        LLVMBuildPtrToInt(ref, first.raw(), integer.raw(), text("")),
                        text("")),
                integer);
    }

    /** Adds integers, wrapping. */
    public IrValue add(IrValue left, IrValue right) {
        return new IrValue(LLVMBuildAdd(ref, left.raw(), right.raw(), text("")), left.type());
    }

    /** Adds integers with a sign whose sum is one of as many bits. */
    public IrValue addSigned(IrValue left, IrValue right) {
        return new IrValue(LLVMBuildNSWAdd(ref, left.raw(), right.raw(), text("")), left.type());
    }

    /** Adds integers without a sign whose sum is one of as many bits. */
    public IrValue addUnsigned(IrValue left, IrValue right) {
        return new IrValue(LLVMBuildNUWAdd(ref, left.raw(), right.raw(), text("")), left.type());
    }

    /** Adds integers whose sum is one of as many bits, with or without a sign. */
    public IrValue addBounded(IrValue left, IrValue right) {
        LLVMValueRef sum = LLVMBuildNSWAdd(ref, left.raw(), right.raw(), text(""));
        if (LLVMIsConstant(sum) == 0) {
            LLVMSetNUW(sum, 1);
        }
        return new IrValue(sum, left.type());
    }

    /** Multiplies positive integers whose product is positive too. */
    public IrValue multiplyBounded(IrValue left, IrValue right) {
        LLVMValueRef product = LLVMBuildNSWMul(ref, left.raw(), right.raw(), text(""));
        if (LLVMIsConstant(product) == 0) {
            LLVMSetNUW(product, 1);
        }
        return new IrValue(product, left.type());
    }

    /** Multiplies integers, wrapping. */
    public IrValue multiply(IrValue left, IrValue right) {
        return new IrValue(LLVMBuildMul(ref, left.raw(), right.raw(), text("")), left.type());
    }

    /** Divides signed integers, towards zero. */
    public IrValue divideSigned(IrValue left, IrValue right) {
        return new IrValue(LLVMBuildSDiv(ref, left.raw(), right.raw(), text("")), left.type());
    }

    /** Subtracts integers, wrapping. */
    public IrValue subtract(IrValue left, IrValue right) {
        return new IrValue(LLVMBuildSub(ref, left.raw(), right.raw(), text("")), left.type());
    }

    /** Shifts to the right, with the sign. */
    public IrValue shiftRightSigned(IrValue value, IrValue bits) {
        return new IrValue(LLVMBuildAShr(ref, value.raw(), bits.raw(), text("")), value.type());
    }

    /** Computes the bitwise and. */
    public IrValue and(IrValue left, IrValue right) {
        return new IrValue(LLVMBuildAnd(ref, left.raw(), right.raw(), text("")), left.type());
    }

    /** Computes the bitwise or. */
    public IrValue or(IrValue left, IrValue right) {
        return new IrValue(LLVMBuildOr(ref, left.raw(), right.raw(), text("")), left.type());
    }

    /** Computes the bitwise exclusive or. */
    public IrValue xor(IrValue left, IrValue right) {
        return new IrValue(LLVMBuildXor(ref, left.raw(), right.raw(), text("")), left.type());
    }

    /** Compares two integers or pointers. */
    public IrValue compare(Comparison comparison, IrValue left, IrValue right, String name) {
        return new IrValue(
                LLVMBuildICmp(ref, comparison.code(), left.raw(), right.raw(), text(name)), context.integer(1));
    }

    /** Returns whether a number is none, for each element of a vector. */
    public IrValue isNotANumber(IrValue number) {
        return new IrValue(LLVMBuildFCmp(ref, LLVMRealUNO, number.raw(), number.raw(), text("")));
    }

    /** Chooses between two values. */
    public IrValue select(IrValue condition, IrValue then, IrValue otherwise, String name) {
        return new IrValue(LLVMBuildSelect(ref, condition.raw(), then.raw(), otherwise.raw(), text(name)), then.type());
    }

    /** Takes an element out of an aggregate. */
    public IrValue extract(IrValue aggregate, int index) {
        return new IrValue(LLVMBuildExtractValue(ref, aggregate.raw(), index, text("")));
    }

    /** Takes some value for one that is not defined. */
    public IrValue freeze(IrValue value) {
        return new IrValue(LLVMBuildFreeze(ref, value.raw(), text("")), value.type());
    }

    /** Returns the lesser of two unsigned integers. */
    public IrValue least(IrValue left, IrValue right) {
        return select(compare(Comparison.BELOW, left, right, ""), left, right, "");
    }

    /** Returns the greater of two unsigned integers. */
    public IrValue greatest(IrValue left, IrValue right) {
        return select(compare(Comparison.BELOW, left, right, ""), right, left, "");
    }

    /** Replaces one element of an aggregate value. */
    public IrValue insert(IrValue aggregate, IrValue element, int index) {
        return new IrValue(
                LLVMBuildInsertValue(ref, aggregate.raw(), element.raw(), index, text("")), aggregate.type());
    }

    /** Converts a pointer to another address space. */
    public IrValue addressSpaceCast(IrValue pointer, IrType type) {
        return pointer.type().equals(type)
                ? pointer
                : new IrValue(LLVMBuildAddrSpaceCast(ref, pointer.raw(), type.raw(), text("")), type);
    }

    /** Turns a pointer into a number. */
    public IrValue pointerToInteger(IrValue pointer, IrType type) {
        return new IrValue(LLVMBuildPtrToInt(ref, pointer.raw(), type.raw(), text("")), type);
    }
}
