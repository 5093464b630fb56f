package io.github.offload4j.runtime.jit;

import io.github.offload4j.codegen.abi.RuntimeConstants;
import io.github.offload4j.codegen.abi.RuntimeFunction;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.runtime.binding.RuntimeBinding;
import io.github.offload4j.runtime.binding.RuntimeSymbol;
import io.github.offload4j.runtime.nativecode.CallSignature;
import io.github.offload4j.runtime.nativecode.NativeCalls;
import io.github.offload4j.runtime.nativecode.NativeLibrary;
import io.github.offload4j.runtime.nativecode.NativeMemory;
import io.github.offload4j.runtime.nativecode.NativeType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The functions of the C library that mean the whole process, bound so that they mean the program: what it asks to be run
 * at exit runs when it is closed, and {@code abort} and {@code exit} stop the program, not the JVM.
 */
final class ProcessCalls {
    private static final CallSignature EXIT = CallSignature.of(NativeType.VOID, NativeType.I32);
    private static final CallSignature HANDLER = CallSignature.of(NativeType.VOID);
    private static final CallSignature WRITE = CallSignature.of(RuntimeFunction.WRITE);

    private final RuntimeBinding runtime;
    private final Deque<Long> exitHandlers = new ArrayDeque<>();
    private final ThreadLocal<StringBuilder> standardError = ThreadLocal.withInitial(StringBuilder::new);

    ProcessCalls(RuntimeBinding runtime) {
        this.runtime = runtime;
    }

    Optional<RuntimeSymbol> find(String symbol) {
        if (symbol.equals(RuntimeFunction.AT_EXIT.symbol())) {
            return Optional.of(
                    new RuntimeSymbol.Method(CallSignature.of(RuntimeFunction.AT_EXIT), words -> atExit(words[0])));
        }
        if (symbol.equals(RuntimeFunction.ABORT.symbol())) {
            return Optional.of(new RuntimeSymbol.Method(CallSignature.of(RuntimeFunction.ABORT), words -> abort()));
        }
        if (symbol.equals(RuntimeFunction.WRITE.symbol())) {
            return Optional.of(new RuntimeSymbol.Method(WRITE, this::write));
        }
        if (symbol.equals("exit")) {
            return Optional.of(new RuntimeSymbol.Method(EXIT, words -> {
                throw new OffloadException(Reason.EXECUTION, "the program called exit(" + words[0] + ")");
            }));
        }
        return Optional.empty();
    }

    private synchronized long atExit(long handler) {
        exitHandlers.push(handler);
        return 0;
    }

    /** What was written last is most likely the reason, so it becomes the message instead of being printed. */
    private long abort() {
        String words = standardError.get().toString().strip();
        standardError.remove();
        throw new OffloadException(Reason.EXECUTION, words.isEmpty() ? "the program called abort" : explained(words));
    }

    /** The program knows that a launch was refused, and the runtime why. */
    private String explained(String words) {
        Optional<String> why = words.contains(RuntimeConstants.NOT_LAUNCHED) ? runtime.whyNoDevice() : Optional.empty();
        return words + why.map(reason -> "; " + reason).orElse("");
    }

    private long write(long[] words) {
        if (words[0] != RuntimeConstants.STANDARD_ERROR) {
            long code =
                    NativeLibrary.findInProcess(RuntimeFunction.WRITE.symbol()).orElseThrow();
            return NativeCalls.callLibrary(WRITE, code, words);
        }
        standardError.get().append(new String(NativeMemory.bytes(words[1], words[2]), StandardCharsets.UTF_8));
        return words[2];
    }

    /** Prints what the program wrote to standard error and did not stop for. */
    void flush() {
        StringBuilder text = standardError.get();
        if (text.length() > 0) {
            System.err.print(text);
            System.err.flush();
        }
        standardError.remove();
    }

    /** Runs what was to be run at exit, the last first, each once. */
    void runExitHandlers() {
        while (true) {
            Long handler;
            synchronized (this) {
                handler = exitHandlers.poll();
            }
            if (handler == null) {
                return;
            }
            NativeCalls.callProgram(HANDLER, handler);
        }
    }
}
