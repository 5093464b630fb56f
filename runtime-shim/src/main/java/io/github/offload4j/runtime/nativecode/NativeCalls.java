package io.github.offload4j.runtime.nativecode;

import java.nio.ByteBuffer;

/** Calls from Java into compiled code. */
public final class NativeCalls {
    private NativeCalls() {}

    /**
     * Calls a function of a program. When Java code that it calls fails, the program is abandoned there.
     *
     * @param code the function's address
     * @param arguments one word an argument
     * @return the result as a word, normalised to its type
     */
    public static long callProgram(CallSignature signature, long code, long... arguments) {
        return call(signature, code, true, arguments);
    }

    /**
     * Calls a function that must run to its end, such as one of the offload runtime. When Java code that it calls fails,
     * the exception is thrown after it.
     *
     * @param code the function's address
     * @param arguments one word an argument
     * @return the result as a word, normalised to its type
     */
    public static long callLibrary(CallSignature signature, long code, long... arguments) {
        return call(signature, code, false, arguments);
    }

    private static long call(CallSignature signature, long code, boolean guarded, long[] arguments) {
        if (arguments.length != signature.parameters().size()) {
            throw new IllegalArgumentException(arguments.length + " arguments for "
                    + signature.parameters().size() + " parameters");
        }
        long bytes = Thunks.ARGUMENTS + (long) arguments.length * Long.BYTES;
        long frame = NativeMemory.allocate(bytes);
        try {
            ByteBuffer words = NativeMemory.view(frame, bytes);
            words.putLong(Thunks.RESULT, 0);
            for (int i = 0; i < arguments.length; i++) {
                words.putLong(Thunks.ARGUMENTS + i * Long.BYTES, arguments[i]);
            }
            CallStack.Call call = CallStack.enter(guarded ? frame : 0);
            try {
                Thunks.call(signature, guarded, code, frame);
            } finally {
                CallStack.leave(call);
            }
            return signature.result().normalize(words.getLong(Thunks.RESULT));
        } finally {
            NativeMemory.free(frame);
        }
    }
}
