package io.github.offload4j.runtime.nativecode;

import java.util.HashMap;
import java.util.Map;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMYieldCallback;

/**
 * Compiled functions {@code void (ptr code, ptr frame)}, the one shape that Java can call without native code of our own:
 * each takes the arguments of one signature out of a frame, calls, and puts the result back. They are compiled when first
 * needed and live as long as the process, one for every signature.
 *
 * <p>A frame is a jump buffer of {@value #JUMP_BUFFER_BYTES} bytes, then the words status, result and arguments.
 */
final class Thunks {
    static final int JUMP_BUFFER_BYTES = 512;
    static final int STATUS = JUMP_BUFFER_BYTES;
    static final int RESULT = STATUS + Long.BYTES;
    static final int ARGUMENTS = RESULT + Long.BYTES;

    private static final Thunks INSTANCE = new Thunks();

    private final JitSession session = new JitSession();
    private final Map<Key, LLVMYieldCallback> made = new HashMap<>();

    private record Key(CallSignature signature, boolean guarded) {}

    private Thunks() {}

    /** Makes the call that a frame describes. */
    static void call(CallSignature signature, boolean guarded, long code, long frame) {
        INSTANCE.get(new Key(signature, guarded))
                .call(new LLVMContextRef(NativeMemory.pointer(code)), NativeMemory.pointer(frame));
    }

    private synchronized LLVMYieldCallback get(Key key) {
        return made.computeIfAbsent(key, this::make);
    }

    private LLVMYieldCallback make(Key key) {
        String name = "thunk." + made.size();
        session.addText(key.guarded() ? guarded(name, key.signature()) : plain(name, key.signature()), name);
        long code = session.lookup(name);
        // The callback object wants the address of a cell that holds the code's address; both stay for ever.
        long cell = NativeMemory.allocate(Long.BYTES);
        NativeMemory.putLong(cell, code);
        Pointer pointer = NativeMemory.pointer(cell);
        return new LLVMYieldCallback(pointer);
    }

    private static String plain(String name, CallSignature signature) {
        return "define void @" + name + "(ptr %code, ptr %frame) {\n" + callText(signature) + "  ret void\n}\n";
    }

    private static String guarded(String name, CallSignature signature) {
        return """
                declare i32 @_setjmp(ptr) returns_twice

                define void @%s(ptr %%code, ptr %%frame) {
                  %%status = getelementptr i8, ptr %%frame, i64 %d
                  %%again = call i32 @_setjmp(ptr %%frame) returns_twice
                  %%stopped = icmp ne i32 %%again, 0
                  br i1 %%stopped, label %%stop, label %%run
                run:
                %s  store i64 0, ptr %%status
                  ret void
                stop:
                  store i64 1, ptr %%status
                  ret void
                }
                """.formatted(name, STATUS, callText(signature));
    }

    private static String callText(CallSignature signature) {
        StringBuilder text = new StringBuilder();
        StringBuilder arguments = new StringBuilder();
        for (int i = 0; i < signature.parameters().size(); i++) {
            NativeType type = signature.parameters().get(i);
            text.append("  %at").append(i).append(" = getelementptr i8, ptr %frame, i64 ");
            text.append(ARGUMENTS + i * Long.BYTES).append('\n');
            text.append(StubText.load(type, "%a" + i, "%at" + i));
            arguments
                    .append(i == 0 ? "" : ", ")
                    .append(type.irName())
                    .append(" %a")
                    .append(i);
        }
        boolean hasResult = signature.result() != NativeType.VOID;
        text.append(hasResult ? "  %result = call " : "  call ");
        text.append(signature.result().irName())
                .append(" %code(")
                .append(arguments)
                .append(")\n");
        if (hasResult) {
            text.append("  %to = getelementptr i8, ptr %frame, i64 ")
                    .append(RESULT)
                    .append('\n');
            text.append(StubText.store(signature.result(), "%result", "%to"));
        }
        return text.toString();
    }
}
