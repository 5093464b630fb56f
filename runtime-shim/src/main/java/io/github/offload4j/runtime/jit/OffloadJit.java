package io.github.offload4j.runtime.jit;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.ir.ModuleWriter;
import io.github.offload4j.codegen.option.Synchronization;
import io.github.offload4j.runtime.nativecode.NativeLibrary;
import io.github.offload4j.runtime.trace.TraceListener;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;

/**
 * Compiles modules into this process, so that their functions can be called from Java.
 *
 * <pre>{@code
 * try (OffloadRuntime runtime = OffloadRuntime.embedded();
 *         OffloadProgram program = OffloadJit.on(runtime).build().load(module)) {
 *     program.function("run_saxpy").call(256L, 2f, x, y);
 * }
 * }</pre>
 *
 * <p>Immutable, and safe for use by several threads.
 */
public final class OffloadJit {
    private final OffloadRuntime runtime;
    private final TraceListener trace;
    private final Map<String, JitSymbol> symbols;
    private final List<Path> libraries;
    private final Synchronization synchronization;

    private OffloadJit(Builder builder) {
        this.runtime = builder.runtime;
        this.trace = builder.trace;
        this.symbols = Map.copyOf(builder.symbols);
        this.libraries = List.copyOf(builder.libraries);
        this.synchronization = builder.synchronization;
    }

    /** Returns a builder for programs that are bound to a runtime. */
    public static Builder on(OffloadRuntime runtime) {
        return new Builder(Objects.requireNonNull(runtime, "runtime is null"));
    }

    /**
     * Compiles a module given as LLVM IR text, and runs its constructors.
     *
     * @throws OffloadException when the text does not parse, does not fit this machine, needs a symbol that nothing
     *     has, or leaves its offload entries to a linker; and whatever a constructor runs into
     */
    public OffloadProgram load(String text) {
        Objects.requireNonNull(text, "text is null");
        return load(text.getBytes(StandardCharsets.UTF_8), "module");
    }

    /**
     * Compiles a copy of a module, and runs its constructors. The module stays the caller's.
     *
     * @throws OffloadException when it does not fit this machine, or needs a symbol that nothing has; and whatever a
     *     constructor runs into
     */
    public OffloadProgram load(LLVMModuleRef module) {
        return load(ModuleWriter.bitcode(module), "module");
    }

    /**
     * Compiles a module given as LLVM IR text or bitcode, and runs its constructors.
     *
     * @param name what messages call it
     * @throws OffloadException when the input does not parse, does not fit this machine, or needs a symbol that nothing
     *     has; and whatever a constructor runs into
     */
    public OffloadProgram load(byte[] input, String name) {
        Objects.requireNonNull(input, "input is null");
        Objects.requireNonNull(name, "name is null");
        List<NativeLibrary> opened = new ArrayList<>();
        try {
            for (Path library : libraries) {
                opened.add(NativeLibrary.open(library));
            }
            return OffloadProgram.load(runtime, trace, symbols, opened, synchronization, input, name);
        } catch (RuntimeException | Error e) {
            opened.forEach(NativeLibrary::close);
            throw e;
        }
    }

    /** Collects what programs are bound to. Not safe for use by two threads at once. */
    public static final class Builder {
        private final OffloadRuntime runtime;
        private final Map<String, JitSymbol> symbols = new HashMap<>();
        private final List<Path> libraries = new ArrayList<>();
        private TraceListener trace = TraceListener.NONE;
        private Synchronization synchronization = Synchronization.DEFAULT;

        private Builder(OffloadRuntime runtime) {
            this.runtime = runtime;
        }

        /** Sets what hears of everything that the programs do. */
        public Builder trace(TraceListener listener) {
            this.trace = Objects.requireNonNull(listener, "listener is null");
            return this;
        }

        /**
         * Binds a function that the programs declare to a Java method.
         *
         * @throws OffloadException when the symbol is empty or contains a zero character
         */
        public Builder define(String symbol, HostCallback method) {
            symbols.put(
                    requireSymbol(symbol), new JitSymbol.Callback(Objects.requireNonNull(method, "method is null")));
            return this;
        }

        /**
         * Binds a symbol that the programs declare to native code or data.
         *
         * @throws OffloadException when the symbol is empty or contains a zero character
         */
        public Builder define(String symbol, NativeAddress address) {
            symbols.put(requireSymbol(symbol), new JitSymbol.Code(Objects.requireNonNull(address, "address is null")));
            return this;
        }

        /**
         * Has a Java method hear of each call of a function that a library has, before the library gets it. Such a call
         * costs microseconds, and has to be of a function without structures by value and variable arguments.
         *
         * @throws OffloadException when the symbol is empty or contains a zero character
         */
        public Builder watch(String symbol, Consumer<CallbackArguments> listener) {
            symbols.put(
                    requireSymbol(symbol), new JitSymbol.Watched(Objects.requireNonNull(listener, "listener is null")));
            return this;
        }

        private static String requireSymbol(String symbol) {
            Objects.requireNonNull(symbol, "symbol is null");
            if (symbol.isEmpty() || symbol.indexOf('\0') >= 0) {
                throw new OffloadException(Reason.ARGUMENT, "a symbol is not empty and has no zero character");
            }
            return symbol;
        }

        /** Adds a shared library in which the symbols that the programs declare are looked for. */
        public Builder library(Path library) {
            libraries.add(Objects.requireNonNull(library, "library is null"));
            return this;
        }

        /**
         * Sets how the host waits for CUDA devices, for this whole process. It has to come with the first program that
         * uses one: libomptarget decides when it makes a device's context.
         */
        public Builder synchronization(Synchronization synchronization) {
            this.synchronization = Objects.requireNonNull(synchronization, "synchronization is null");
            return this;
        }

        /** Returns the compiler. */
        public OffloadJit build() {
            return new OffloadJit(this);
        }
    }
}
