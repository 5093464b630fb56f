package io.github.offload4j.runtime.jit;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.runtime.binding.RuntimeBinding;
import io.github.offload4j.runtime.binding.RuntimeSymbol;
import io.github.offload4j.runtime.nativecode.CallSignature;
import io.github.offload4j.runtime.nativecode.Declarations;
import io.github.offload4j.runtime.nativecode.JitSession;
import io.github.offload4j.runtime.nativecode.NativeCalls;
import io.github.offload4j.runtime.nativecode.NativeLibrary;
import io.github.offload4j.runtime.nativecode.Upcalls;
import io.github.offload4j.runtime.trace.TraceListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Binds every symbol that a module uses and does not define: to what the user gave, to the offload runtime, to the
 * libraries that the user named, or to what the process has; in this order.
 */
final class ProgramLinker {
    private final JitSession session;
    private final Upcalls upcalls;
    private final Map<String, JitSymbol> given;
    private final List<NativeLibrary> libraries;
    private final RuntimeBinding runtime;
    private final ProcessCalls process;
    private final TraceListener trace;

    ProgramLinker(
            JitSession session,
            Upcalls upcalls,
            Map<String, JitSymbol> given,
            List<NativeLibrary> libraries,
            RuntimeBinding runtime,
            ProcessCalls process,
            TraceListener trace) {
        this.session = session;
        this.upcalls = upcalls;
        this.given = given;
        this.libraries = libraries;
        this.runtime = runtime;
        this.process = process;
        this.trace = trace;
    }

    /**
     * Binds.
     *
     * @throws OffloadException naming every symbol that nothing provides
     */
    void link(IrModule module) {
        List<String> missing = new ArrayList<>();
        for (IrFunction function : Declarations.functions(module)) {
            if (!bindFunction(function) && !function.mayBeAbsent()) {
                missing.add(MissingSymbol.describe(function));
            }
        }
        for (String variable : Declarations.variables(module)) {
            if (!bindVariable(variable)) {
                missing.add("'" + variable + "'");
            }
        }
        upcalls.compileInto(session);
        if (!missing.isEmpty()) {
            throw new OffloadException(
                    Reason.LINKAGE,
                    "the program needs " + String.join(", ", missing) + ", which neither " + runtime.description()
                            + " nor " + loaded() + " has; define it, or name the library that has it");
        }
    }

    /** A library that is there may be another version of the one that is meant. */
    private String loaded() {
        return libraries.isEmpty()
                ? "a loaded library"
                : libraries.stream().map(library -> library.path().toString()).collect(Collectors.joining(" nor "));
    }

    private boolean bindFunction(IrFunction function) {
        String symbol = function.name();
        JitSymbol user = given.get(symbol);
        if (user instanceof JitSymbol.Callback callback) {
            CallSignature signature = CallSignature.of(function);
            upcalls.bind(function, signature, words -> {
                CallbackArguments arguments = new CallbackArguments(symbol, signature, words, runtime);
                Object result;
                try {
                    result = callback.method().call(arguments);
                } finally {
                    arguments.end();
                }
                return ArgumentFrame.scalar(result, signature.result(), "the result of '" + symbol + "'");
            });
            return true;
        }
        if (user instanceof JitSymbol.Code code) {
            session.define(symbol, code.address().value());
            return true;
        }
        if (user instanceof JitSymbol.Watched watched) {
            return bindWatched(function, watched.listener());
        }
        RuntimeSymbol bound =
                runtime.find(symbol, trace).or(() -> process.find(symbol)).orElse(null);
        if (bound instanceof RuntimeSymbol.Method method) {
            requireSame(function, method.signature());
            upcalls.bind(function, method.signature(), method.handler());
            return true;
        }
        if (bound instanceof RuntimeSymbol.Native address) {
            session.define(symbol, address.address());
            return true;
        }
        return bindToLibrary(symbol);
    }

    private boolean bindWatched(IrFunction function, Consumer<CallbackArguments> listener) {
        String symbol = function.name();
        OptionalLong found = inLibraries(symbol);
        OptionalLong address = found.isPresent() ? found : NativeLibrary.findInProcess(symbol);
        if (address.isEmpty()) {
            return false;
        }
        CallSignature signature = CallSignature.of(function);
        upcalls.bind(function, signature, words -> {
            CallbackArguments arguments = new CallbackArguments(symbol, signature, words, runtime);
            try {
                listener.accept(arguments);
            } finally {
                arguments.end();
            }
            return NativeCalls.callLibrary(signature, address.getAsLong(), words);
        });
        return true;
    }

    private OptionalLong inLibraries(String symbol) {
        return libraries.stream()
                .map(library -> library.find(symbol))
                .filter(OptionalLong::isPresent)
                .findFirst()
                .orElse(OptionalLong.empty());
    }

    private void requireSame(IrFunction function, CallSignature signature) {
        CallSignature declared = CallSignature.of(function);
        if (!declared.equals(signature)) {
            throw new OffloadException(
                    Reason.SYMBOL_CONFLICT,
                    "the program declares '" + function.name() + "' as " + function.type() + ", and "
                            + runtime.description() + " has it with other types");
        }
    }

    private boolean bindVariable(String symbol) {
        if (given.get(symbol) instanceof JitSymbol.Code code) {
            session.define(symbol, code.address().value());
            return true;
        }
        return bindToLibrary(symbol);
    }

    private boolean bindToLibrary(String symbol) {
        OptionalLong address = inLibraries(symbol);
        if (address.isPresent()) {
            session.define(symbol, address.getAsLong());
            return true;
        }
        // What the process has is found by the session itself.
        return NativeLibrary.findInProcess(symbol).isPresent();
    }
}
