package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMArrayTypeKind;
import static org.bytedeco.llvm.global.LLVM.LLVMBFloatTypeKind;
import static org.bytedeco.llvm.global.LLVM.LLVMCountParamTypes;
import static org.bytedeco.llvm.global.LLVM.LLVMDisposeMessage;
import static org.bytedeco.llvm.global.LLVM.LLVMDoubleTypeKind;
import static org.bytedeco.llvm.global.LLVM.LLVMFP128TypeKind;
import static org.bytedeco.llvm.global.LLVM.LLVMFloatTypeKind;
import static org.bytedeco.llvm.global.LLVM.LLVMFunctionTypeKind;
import static org.bytedeco.llvm.global.LLVM.LLVMGetArrayLength2;
import static org.bytedeco.llvm.global.LLVM.LLVMGetElementType;
import static org.bytedeco.llvm.global.LLVM.LLVMGetIntTypeWidth;
import static org.bytedeco.llvm.global.LLVM.LLVMGetParamTypes;
import static org.bytedeco.llvm.global.LLVM.LLVMGetPointerAddressSpace;
import static org.bytedeco.llvm.global.LLVM.LLVMGetReturnType;
import static org.bytedeco.llvm.global.LLVM.LLVMGetTypeContext;
import static org.bytedeco.llvm.global.LLVM.LLVMGetTypeKind;
import static org.bytedeco.llvm.global.LLVM.LLVMGetVectorSize;
import static org.bytedeco.llvm.global.LLVM.LLVMHalfTypeKind;
import static org.bytedeco.llvm.global.LLVM.LLVMIntegerTypeKind;
import static org.bytedeco.llvm.global.LLVM.LLVMPPC_FP128TypeKind;
import static org.bytedeco.llvm.global.LLVM.LLVMPointerTypeKind;
import static org.bytedeco.llvm.global.LLVM.LLVMPrintTypeToString;
import static org.bytedeco.llvm.global.LLVM.LLVMStructTypeKind;
import static org.bytedeco.llvm.global.LLVM.LLVMVectorTypeKind;
import static org.bytedeco.llvm.global.LLVM.LLVMVoidTypeKind;
import static org.bytedeco.llvm.global.LLVM.LLVMX86_FP80TypeKind;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.jspecify.annotations.Nullable;

/** A type of LLVM's. LLVM keeps one object a type and context, so equal types are the same address. */
public final class IrType {
    /** Widest scalar that fits the runtime's argument slot, in bits. */
    private static final int SLOT_BITS = 64;

    /** Stands for a kind that was not asked for yet; LLVM's own are not negative. */
    private static final int UNKNOWN = -1;

    private final LLVMTypeRef ref;
    // LLVM's answers stay the same as long as the type lives, which is as long as its context
    private int kind = UNKNOWN;
    private int addressSpace = UNKNOWN;
    private int integerBits = UNKNOWN;
    private @Nullable List<IrType> parameters;
    private @Nullable List<IrType> fields;
    private @Nullable IrType returnType;

    IrType(LLVMTypeRef ref) {
        this.ref = ref;
    }

    /**
     * Wraps a type that the caller holds.
     *
     * @param ref the native handle
     * @param what how a message names it
     * @throws NullPointerException when the handle is null
     */
    public static IrType of(LLVMTypeRef ref, String what) {
        return new IrType(Handles.require(ref, what));
    }

    /** Returns the native handle. */
    public LLVMTypeRef raw() {
        return ref;
    }

    /** Returns whether this is a pointer in the default address space. */
    public boolean isPointer() {
        return kind() == LLVMPointerTypeKind && pointerAddressSpace() == 0;
    }

    private int pointerAddressSpace() {
        if (addressSpace == UNKNOWN) {
            addressSpace = LLVMGetPointerAddressSpace(ref);
        }
        return addressSpace;
    }

    /** Returns the address space of a pointer. */
    public OptionalInt addressSpace() {
        return kind() == LLVMPointerTypeKind ? OptionalInt.of(pointerAddressSpace()) : OptionalInt.empty();
    }

    /** Returns whether this is an integer of any width. */
    public boolean isInteger() {
        return kind() == LLVMIntegerTypeKind;
    }

    /** Returns whether this is {@code void}. */
    public boolean isVoid() {
        return kind() == LLVMVoidTypeKind;
    }

    /** Returns whether this is a function type. */
    public boolean isFunction() {
        return kind() == LLVMFunctionTypeKind;
    }

    /**
     * Returns the width in bits of a scalar that fits a 64-bit slot: an integer up to 64 bits, {@code half},
     * {@code bfloat}, {@code float} or {@code double}; 0 for every other type.
     */
    public int scalarBits() {
        if (kind() == LLVMIntegerTypeKind) {
            int width = integerBits();
            return width <= SLOT_BITS ? width : 0;
        }
        if (kind() == LLVMHalfTypeKind || kind() == LLVMBFloatTypeKind) {
            return 16;
        }
        if (kind() == LLVMFloatTypeKind) {
            return 32;
        }
        return kind() == LLVMDoubleTypeKind ? 64 : 0;
    }

    /**
     * Returns whether values of this type can be copied byte by byte to any device: a number, a pointer, or a structure,
     * an array or a vector of such; no floating-point type wider than {@code double}.
     */
    public boolean isData() {
        if (isStruct()) {
            return !Structs.isOpaque(this) && fields().stream().allMatch(IrType::isData);
        }
        if (isSequence()) {
            return sequenceElement().isData();
        }
        return isInteger() || isFloatingPoint() || isPointer();
    }

    /** Returns whether this is a floating-point type wider than {@code double}, or a vector of one. */
    public boolean isWideFloatingPoint() {
        return switch (kind()) {
            case LLVMX86_FP80TypeKind, LLVMFP128TypeKind, LLVMPPC_FP128TypeKind -> true;
            case LLVMVectorTypeKind -> sequenceElement().isWideFloatingPoint();
            default -> false;
        };
    }

    /**
     * Returns the width in bits of an integer type.
     *
     * @throws IllegalStateException when this is another type
     */
    public int integerBits() {
        if (!isInteger()) {
            throw new IllegalStateException(this + " is not an integer type");
        }
        if (integerBits == UNKNOWN) {
            integerBits = LLVMGetIntTypeWidth(ref);
        }
        return integerBits;
    }

    /** Returns the result type of a function type. */
    public IrType returnType() {
        IrType known = returnType;
        if (known == null) {
            known = new IrType(LLVMGetReturnType(ref));
            returnType = known;
        }
        return known;
    }

    /** Returns the parameter types of a function type. */
    List<IrType> parameterTypes() {
        List<IrType> known = parameters;
        if (known == null) {
            known = readParameterTypes();
            parameters = known;
        }
        return known;
    }

    private List<IrType> readParameterTypes() {
        int count = LLVMCountParamTypes(ref);
        if (count == 0) {
            return List.of();
        }
        List<IrType> types = new ArrayList<>(count);
        try (PointerPointer<LLVMTypeRef> array = new PointerPointer<>(count)) {
            LLVMGetParamTypes(ref, array);
            for (int i = 0; i < count; i++) {
                types.add(new IrType(array.get(LLVMTypeRef.class, i)));
            }
        }
        return List.copyOf(types);
    }

    /** Returns the types of the fields of a struct type that has a body. */
    List<IrType> fields() {
        List<IrType> known = fields;
        if (known == null) {
            List<IrType> read = new ArrayList<>();
            for (int i = 0; i < Structs.fieldCount(this); i++) {
                read.add(Structs.field(this, i));
            }
            known = List.copyOf(read);
            fields = known;
        }
        return known;
    }

    boolean isStruct() {
        return kind() == LLVMStructTypeKind;
    }

    boolean isSequence() {
        return kind() == LLVMArrayTypeKind || kind() == LLVMVectorTypeKind;
    }

    boolean isFloatingPoint() {
        return kind() == LLVMHalfTypeKind
                || kind() == LLVMBFloatTypeKind
                || kind() == LLVMFloatTypeKind
                || kind() == LLVMDoubleTypeKind;
    }

    int kind() {
        if (kind == UNKNOWN) {
            kind = LLVMGetTypeKind(ref);
        }
        return kind;
    }

    IrType sequenceElement() {
        return new IrType(LLVMGetElementType(ref));
    }

    long sequenceLength() {
        return kind() == LLVMArrayTypeKind ? LLVMGetArrayLength2(ref) : LLVMGetVectorSize(ref);
    }

    boolean isIn(IrContext context) {
        return LLVMGetTypeContext(ref).address() == context.raw().address();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IrType type && type.ref.address() == ref.address();
    }

    @Override
    public int hashCode() {
        return Handles.hash(ref);
    }

    /** Returns the type in LLVM's own spelling. */
    @Override
    public String toString() {
        // the two that are asked for at every launch, without a call that makes text
        if (isPointer()) {
            return "ptr";
        }
        if (isInteger()) {
            return "i" + integerBits();
        }
        BytePointer text = LLVMPrintTypeToString(ref);
        try {
            return Utf8.decode(text);
        } finally {
            LLVMDisposeMessage(text);
        }
    }
}
