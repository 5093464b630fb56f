package io.github.offload4j.codegen.ir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.bytedeco.llvm.global.LLVM.LLVMArrayType2;
import static org.bytedeco.llvm.global.LLVM.LLVMConstAllOnes;
import static org.bytedeco.llvm.global.LLVM.LLVMConstArray2;
import static org.bytedeco.llvm.global.LLVM.LLVMConstInBoundsGEP2;
import static org.bytedeco.llvm.global.LLVM.LLVMConstInt;
import static org.bytedeco.llvm.global.LLVM.LLVMConstNamedStruct;
import static org.bytedeco.llvm.global.LLVM.LLVMConstNull;
import static org.bytedeco.llvm.global.LLVM.LLVMConstStringInContext2;
import static org.bytedeco.llvm.global.LLVM.LLVMDoubleTypeInContext;
import static org.bytedeco.llvm.global.LLVM.LLVMFloatTypeInContext;
import static org.bytedeco.llvm.global.LLVM.LLVMFunctionType;
import static org.bytedeco.llvm.global.LLVM.LLVMGetPoison;
import static org.bytedeco.llvm.global.LLVM.LLVMGetTypeByName2;
import static org.bytedeco.llvm.global.LLVM.LLVMIntTypeInContext;
import static org.bytedeco.llvm.global.LLVM.LLVMPointerTypeInContext;
import static org.bytedeco.llvm.global.LLVM.LLVMStructCreateNamed;
import static org.bytedeco.llvm.global.LLVM.LLVMStructSetBody;
import static org.bytedeco.llvm.global.LLVM.LLVMStructTypeInContext;
import static org.bytedeco.llvm.global.LLVM.LLVMTokenTypeInContext;
import static org.bytedeco.llvm.global.LLVM.LLVMVoidTypeInContext;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.jspecify.annotations.Nullable;

/**
 * A view of an LLVM context: its types and constants. It does not own the context; {@link #close()} frees what the view
 * itself allocated.
 */
public final class IrContext implements AutoCloseable {
    /** Indices and flags below this are asked for so often that they are kept. */
    private static final int SMALL = 64;

    private final LLVMContextRef ref;
    private final PointerScratch scratch = new PointerScratch();
    private final TextScratch text = new TextScratch();
    private final @Nullable IrType[] integers = new @Nullable IrType[Long.SIZE + 1];
    private final @Nullable IrValue[] small32 = new @Nullable IrValue[SMALL];
    private final @Nullable IrValue[] small64 = new @Nullable IrValue[SMALL];
    private final IrType pointer;
    private final IrType voidType;
    private final IrType floatType;
    private final IrValue nullPointer;

    /**
     * Opens a view of a context that somebody else owns.
     *
     * @throws NullPointerException when the handle is null
     */
    public IrContext(LLVMContextRef ref) {
        this.ref = Handles.require(ref, "context");
        this.pointer = new IrType(LLVMPointerTypeInContext(ref, 0));
        this.voidType = new IrType(LLVMVoidTypeInContext(ref));
        this.floatType = new IrType(LLVMFloatTypeInContext(ref));
        this.nullPointer = new IrValue(LLVMConstNull(pointer.raw()), pointer);
    }

    /** Returns the native handle. */
    public LLVMContextRef raw() {
        return ref;
    }

    PointerScratch scratch() {
        return scratch;
    }

    TextScratch text() {
        return text;
    }

    /**
     * Returns an integer type.
     *
     * @param bits the width, from 1 to 64
     * @throws IllegalArgumentException when it is another width
     */
    public IrType integer(int bits) {
        if (bits < 1 || bits > Long.SIZE) {
            throw new IllegalArgumentException("integer width " + bits + " is not in 1 to 64");
        }
        IrType known = integers[bits];
        if (known == null) {
            known = new IrType(LLVMIntTypeInContext(ref, bits));
            integers[bits] = known;
        }
        return known;
    }

    /** Returns the pointer type of the default address space. */
    public IrType pointer() {
        return pointer;
    }

    /** Returns the pointer type of an address space. */
    public IrType pointer(int addressSpace) {
        return new IrType(LLVMPointerTypeInContext(ref, addressSpace));
    }

    /** Returns {@code void}. */
    public IrType voidType() {
        return voidType;
    }

    /** Returns {@code float}. */
    public IrType floatType() {
        return floatType;
    }

    /** Returns {@code double}. */
    public IrType doubleType() {
        return new IrType(LLVMDoubleTypeInContext(ref));
    }

    /** Returns the null pointer. */
    public IrValue nullPointer() {
        return nullPointer;
    }

    /** Returns an array type. */
    public IrType array(IrType element, long length) {
        return new IrType(LLVMArrayType2(element.raw(), length));
    }

    /** Returns an unnamed struct type, not packed. */
    public IrType struct(List<IrType> fields) {
        return new IrType(LLVMStructTypeInContext(ref, scratch.ofTypes(fields), fields.size(), 0));
    }

    /**
     * Returns the struct type with a name and these fields, made when the context has none. Where the name stands for
     * other fields LLVM appends a number to it.
     */
    public IrType namedStruct(String name, List<IrType> fields) {
        LLVMTypeRef found = LLVMGetTypeByName2(ref, name);
        if (!Handles.isNull(found) && Structs.hasBody(new IrType(found), fields)) {
            return new IrType(found);
        }
        LLVMTypeRef made = LLVMStructCreateNamed(ref, name);
        LLVMStructSetBody(made, scratch.ofTypes(fields), fields.size(), 0);
        return new IrType(made);
    }

    /** Returns a function type with a fixed number of parameters. */
    public IrType function(IrType result, List<IrType> parameters) {
        return new IrType(LLVMFunctionType(result.raw(), scratch.ofTypes(parameters), parameters.size(), 0));
    }

    /** Returns a function type that more arguments may follow. */
    public IrType variadicFunction(IrType result, List<IrType> parameters) {
        return new IrType(LLVMFunctionType(result.raw(), scratch.ofTypes(parameters), parameters.size(), 1));
    }

    /**
     * Returns an integer constant; bits beyond the width are cut off.
     *
     * @param bits the width, from 1 to 64
     * @throws IllegalArgumentException when it is another width
     */
    public IrValue constant(int bits, long value) {
        boolean kept = value >= 0 && value < SMALL && (bits == Integer.SIZE || bits == Long.SIZE);
        if (!kept) {
            return makeConstant(bits, value);
        }
        @Nullable IrValue[] known = bits == Integer.SIZE ? small32 : small64;
        IrValue constant = known[(int) value];
        if (constant == null) {
            constant = makeConstant(bits, value);
            known[(int) value] = constant;
        }
        return constant;
    }

    private IrValue makeConstant(int bits, long value) {
        IrType type = integer(bits);
        return new IrValue(LLVMConstInt(type.raw(), value, 1), type);
    }

    /** Returns the constant of a type with every bit clear. */
    public IrValue zero(IrType type) {
        return new IrValue(LLVMConstNull(type.raw()), type);
    }

    /** Returns the highest integer of a type. */
    public IrValue highest(IrType type, boolean signed) {
        int bits = type.integerBits();
        return signed ? constant(bits, Long.MAX_VALUE >>> (Long.SIZE - bits)) : allOnes(type);
    }

    /** Returns the constant of an integer type with every bit set. */
    public IrValue allOnes(IrType type) {
        return new IrValue(LLVMConstAllOnes(type.raw()), type);
    }

    /** Returns the token that stands for none. */
    public IrValue noToken() {
        return zero(new IrType(LLVMTokenTypeInContext(ref)));
    }

    /** Returns the value of a type that stands for no value yet. */
    public IrValue poison(IrType type) {
        return new IrValue(LLVMGetPoison(type.raw()), type);
    }

    /** Returns a constant array. */
    public IrValue constantArray(IrType element, List<IrValue> values) {
        return new IrValue(LLVMConstArray2(element.raw(), scratch.ofValues(values), values.size()));
    }

    /** Returns a constant array of 64-bit integers. */
    public IrValue constantArray(long... values) {
        return constantArray(
                integer(Long.SIZE),
                Arrays.stream(values).mapToObj(v -> constant(Long.SIZE, v)).toList());
    }

    /**
     * Returns a constant of a struct type made by {@link #namedStruct} or {@link #struct}.
     *
     * @throws IllegalArgumentException when the values are not of the types of its fields
     */
    public IrValue constantStruct(IrType type, List<IrValue> fields) {
        List<IrType> types = new ArrayList<>(fields.size());
        fields.forEach(field -> types.add(field.type()));
        if (!type.fields().equals(types)) {
            throw new IllegalArgumentException("the values do not fit the fields of " + type);
        }
        return new IrValue(LLVMConstNamedStruct(type.raw(), scratch.ofValues(fields), fields.size()), type);
    }

    /** Returns a constant byte array with the text in UTF-8 and a final zero byte. */
    public IrValue constantText(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        return constantBytes(bytes, bytes.length + 1);
    }

    /** Returns a constant byte array. */
    public IrValue constantBytes(byte[] content) {
        return constantBytes(content, content.length);
    }

    /** Takes a length that may count the zero byte behind the content. */
    private IrValue constantBytes(byte[] content, int length) {
        return new IrValue(
                LLVMConstStringInContext2(ref, text.of(content), length, 1), array(integer(Byte.SIZE), length));
    }

    /** Returns the address behind an object of a type. */
    public IrValue endOf(IrType type, IrValue begin) {
        IrValue one = constant(Integer.SIZE, 1);
        return new IrValue(LLVMConstInBoundsGEP2(type.raw(), begin.raw(), scratch.ofValues(List.of(one)), 1), pointer);
    }

    @Override
    public void close() {
        scratch.close();
        text.close();
    }
}
