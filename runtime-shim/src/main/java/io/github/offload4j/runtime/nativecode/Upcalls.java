package io.github.offload4j.runtime.nativecode;

import static org.bytedeco.llvm.global.LLVM.LLVMSetValueName2;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.ir.IrFunction;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMYieldCallback;

/**
 * Functions of compiled code that are Java methods. All go through one native entry, because a callback class of the
 * native API has room for ten objects; a number in the message says which method is meant.
 */
public final class Upcalls implements AutoCloseable {
    private static final Map<Long, Target> TARGETS = new ConcurrentHashMap<>();
    private static final AtomicLong NEXT = new AtomicLong(1);
    private static final Dispatcher DISPATCHER = new Dispatcher();
    private static final String PREFIX = "offload4j.jit.java.";
    private static final int RESULT = Long.BYTES;
    private static final int ARGUMENTS = 2 * Long.BYTES;

    private final StringBuilder stubs = new StringBuilder();
    private final List<Long> handlers = new CopyOnWriteArrayList<>();

    private record Target(CallSignature signature, UpcallHandler handler) {}

    /** The one native entry. */
    private static final class Dispatcher extends LLVMYieldCallback {
        /** Returns the address that compiled code calls, which is in the cell behind this object. */
        long code() {
            return NativeMemory.getLong(address());
        }

        @Override
        public void call(LLVMContextRef unused, Pointer message) {
            ByteBuffer words = NativeMemory.view(message.address(), ARGUMENTS);
            long jump = 0;
            try {
                Target target = TARGETS.get(words.getLong(0));
                if (target == null) {
                    throw new OffloadException(Reason.STATE, "the program called a Java method after it was closed");
                }
                words.putLong(RESULT, target.handler.call(arguments(target.signature, message.address())));
            } catch (Throwable failure) { // whatever it is, it may not cross the native frames
                jump = CallStack.fail(failure);
            }
            words.putLong(0, jump);
        }

        private static long[] arguments(CallSignature signature, long message) {
            long[] arguments = new long[signature.parameters().size()];
            ByteBuffer words = NativeMemory.view(message + ARGUMENTS, (long) arguments.length * Long.BYTES);
            for (int i = 0; i < arguments.length; i++) {
                arguments[i] = signature.parameters().get(i).normalize(words.getLong(i * Long.BYTES));
            }
            return arguments;
        }
    }

    /**
     * Makes a function that a module declares call a Java method, once {@link #compileInto} was called. The declaration is
     * renamed, since the compiler has functions of the C library under their own names already.
     */
    public void bind(IrFunction declaration, CallSignature signature, UpcallHandler handler) {
        long number = NEXT.getAndIncrement();
        TARGETS.put(number, new Target(signature, handler));
        handlers.add(number);
        String symbol = PREFIX + number;
        LLVMSetValueName2(declaration.value().raw(), symbol, symbol.length());
        stubs.append(StubText.upcall(symbol, signature, number, DISPATCHER.code()));
    }

    /** Compiles the functions that were bound so far. */
    public void compileInto(JitSession session) {
        if (stubs.length() > 0) {
            session.addText(StubText.UPCALL_DECLARATIONS + stubs, "calls into java");
            stubs.setLength(0);
        }
    }

    /** Forgets the methods; the compiled functions fail from now on. */
    @Override
    public void close() {
        handlers.forEach(TARGETS::remove);
        handlers.clear();
    }
}
