package io.github.offload4j.runtime.jit;

import io.github.offload4j.runtime.nativecode.CallSignature;
import io.github.offload4j.runtime.nativecode.NativeMemory;
import io.github.offload4j.runtime.nativecode.NativeType;
import java.nio.ByteBuffer;

/** What a program passes to a Java method. Valid until the method returns. */
public final class CallbackArguments {
    private final CallSignature signature;
    private final long[] words;

    CallbackArguments(CallSignature signature, long[] words) {
        this.signature = signature;
        this.words = words;
    }

    /** Returns how many there are. */
    public int count() {
        return words.length;
    }

    /** Returns an integer argument; an {@code i1} is 0 or 1. */
    public long integer(int index) {
        NativeType type = type(index);
        require(
                index,
                type == NativeType.I1
                        || type == NativeType.I8
                        || type == NativeType.I16
                        || type == NativeType.I32
                        || type == NativeType.I64);
        return words[index];
    }

    /** Returns an argument that is a {@code float} or a {@code double}. */
    public double number(int index) {
        NativeType type = type(index);
        require(index, type == NativeType.FLOAT || type == NativeType.DOUBLE);
        return type == NativeType.FLOAT
                ? Float.intBitsToFloat((int) words[index])
                : Double.longBitsToDouble(words[index]);
    }

    /** Returns an argument that is a pointer. */
    public NativeAddress address(int index) {
        require(index, type(index) == NativeType.POINTER);
        return new NativeAddress(words[index]);
    }

    /**
     * Returns the memory that a pointer argument points to, in the machine's byte order. Device pointers of the embedded
     * device and of libomptarget's host plugin can be read this way, those of a GPU cannot.
     *
     * @param bytes how much of it, which nobody checks; at most 2147483647
     */
    public ByteBuffer memory(int index, long bytes) {
        return NativeMemory.view(address(index).value(), bytes);
    }

    private NativeType type(int index) {
        return signature.parameters().get(java.util.Objects.checkIndex(index, words.length));
    }

    private void require(int index, boolean fits) {
        if (!fits) {
            throw new IllegalStateException("argument " + (index + 1) + " is "
                    + signature.parameters().get(index).irName());
        }
    }
}
