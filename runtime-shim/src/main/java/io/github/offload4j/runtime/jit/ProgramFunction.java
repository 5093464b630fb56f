package io.github.offload4j.runtime.jit;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.runtime.nativecode.CallSignature;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A function of a program that Java can call; by several threads at once if the function allows it. */
public final class ProgramFunction {
    private final OffloadProgram program;
    private final String name;
    private final CallSignature signature;
    private final long code;

    ProgramFunction(OffloadProgram program, String name, CallSignature signature, long code) {
        this.program = program;
        this.name = name;
        this.signature = signature;
        this.code = code;
    }

    /** Returns the symbol. */
    public String name() {
        return name;
    }

    CallSignature signature() {
        return signature;
    }

    long code() {
        return code;
    }

    /**
     * Calls the function.
     *
     * <p>What fits which parameter, with Java's widening conversions but none that lose digits:
     *
     * <ul>
     *   <li>{@code i1}: a boolean; {@code i8}, {@code i16}, {@code i32}, {@code i64}: a byte, short, int, long
     *   <li>{@code half}, {@code float}: a float, rounded for the former; {@code double}: a double
     *   <li>{@code ptr}: an array of numbers, which is copied to native memory and back; a direct buffer, from its
     *       position on; a {@link NativeAddress}; a handle of JavaCPP's; null
     * </ul>
     *
     * @throws OffloadException when the arguments do not fit, the program is closed, or the program did what the runtime
     *     refuses; arrays are copied back in the last case too
     */
    public CallResult call(@Nullable Object... arguments) {
        Objects.requireNonNull(arguments, "arguments is null");
        return program.call(this, arguments);
    }
}
