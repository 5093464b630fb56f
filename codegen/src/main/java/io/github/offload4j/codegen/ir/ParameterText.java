package io.github.offload4j.codegen.ir;

/** How the signature of a kernel spells what one parameter takes. */
public final class ParameterText {
    private ParameterText() {}

    /** Returns LLVM's name for a pointer and a number; other types are so many bytes. */
    public static String of(IrType type, DataLayout layout) {
        boolean named = type.isPointer() || type.isInteger() || type.scalarBits() > 0 || !type.isData();
        return named ? type.toString() : of(layout.storedBytes(type).orElseThrow());
    }

    /** Returns how so many bytes by value are spelled. */
    public static String of(long bytes) {
        return "[" + bytes + " x i8]";
    }
}
