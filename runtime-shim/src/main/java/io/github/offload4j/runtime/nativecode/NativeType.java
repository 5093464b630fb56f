package io.github.offload4j.runtime.nativecode;

import io.github.offload4j.codegen.abi.AbiType;
import io.github.offload4j.codegen.ir.IrType;
import java.util.Optional;

/** A type of a value that crosses between Java and compiled code; each takes one 64-bit word on the way. */
public enum NativeType {
    /** No value. */
    VOID("void"),
    /** A truth value. */
    I1("i1"),
    /** An 8-bit integer. */
    I8("i8"),
    /** A 16-bit integer. */
    I16("i16"),
    /** A 32-bit integer. */
    I32("i32"),
    /** A 64-bit integer. */
    I64("i64"),
    /** A 16-bit floating-point number. */
    HALF("half"),
    /** A 32-bit floating-point number. */
    FLOAT("float"),
    /** A 64-bit floating-point number. */
    DOUBLE("double"),
    /** An address. */
    POINTER("ptr");

    private final String irName;

    NativeType(String irName) {
        this.irName = irName;
    }

    /** Returns LLVM's name. */
    public String irName() {
        return irName;
    }

    /** Returns the type that LLVM's is, or nothing when values of it cannot cross. */
    public static Optional<NativeType> of(IrType type) {
        String name = type.toString();
        for (NativeType candidate : values()) {
            if (candidate.irName.equals(name)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** Returns the type that one of the runtime's interface is. */
    public static NativeType of(AbiType type) {
        return switch (type) {
            case VOID -> VOID;
            case I16 -> I16;
            case I32 -> I32;
            case I64 -> I64;
            case POINTER -> POINTER;
            case I32_TRIPLE -> throw new IllegalArgumentException("no function takes three integers as one argument");
        };
    }

    /** Returns what a word says when it is read as this type, sign-extended or as bits. */
    public long normalize(long word) {
        return switch (this) {
            case VOID -> 0;
            case I1 -> word & 1;
            case I8 -> (byte) word;
            case I16 -> (short) word;
            case I32 -> (int) word;
            case HALF -> word & 0xffffL;
            case FLOAT -> word & 0xffffffffL;
            case I64, DOUBLE, POINTER -> word;
        };
    }

    /** Returns the type that a value of this one has in memory. */
    String storedName() {
        return this == I1 ? "i8" : irName;
    }
}
