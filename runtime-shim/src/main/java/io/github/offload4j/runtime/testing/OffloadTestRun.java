package io.github.offload4j.runtime.testing;

import io.github.offload4j.codegen.ir.ModuleWriter;
import io.github.offload4j.runtime.embedded.EmbeddedOptions;
import io.github.offload4j.runtime.jit.CallResult;
import io.github.offload4j.runtime.jit.HostCallback;
import io.github.offload4j.runtime.jit.OffloadJit;
import io.github.offload4j.runtime.jit.OffloadProgram;
import io.github.offload4j.runtime.jit.OffloadRuntime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.jspecify.annotations.Nullable;

/**
 * Runs a module on fresh embedded devices and records what it does.
 *
 * <pre>{@code
 * try (OffloadTestRun run = OffloadTestRun.of(module)) {
 *     run.call("run_saxpy", 256L, 2f, x, y);
 *     assertTrace(run.trace()).movedIn(2048).movedOut(1024).launched("saxpy");
 * }
 * }</pre>
 *
 * <p>Closing it fails the test when data was mapped and never unmapped.
 */
public final class OffloadTestRun implements AutoCloseable {
    private final OffloadRuntime runtime;
    private final OffloadProgram program;
    private final RecordedTrace trace;

    private OffloadTestRun(OffloadRuntime runtime, OffloadProgram program, RecordedTrace trace) {
        this.runtime = runtime;
        this.program = program;
        this.trace = trace;
    }

    /**
     * Compiles a copy of a module; it stays the caller's.
     *
     * @throws io.github.offload4j.codegen.diagnostic.OffloadException when it cannot be made runnable
     */
    public static OffloadTestRun of(LLVMModuleRef module) {
        return new Builder().of(module);
    }

    /** Returns a builder, for runs with other devices or with Java methods that the module calls. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Calls a function of the module.
     *
     * @see io.github.offload4j.runtime.jit.ProgramFunction#call
     */
    public CallResult call(String function, @Nullable Object... arguments) {
        Objects.requireNonNull(function, "function is null");
        Objects.requireNonNull(arguments, "arguments is null");
        return program.function(function).call(arguments);
    }

    /** Returns what the module did so far. */
    public RecordedTrace trace() {
        return trace;
    }

    /** Ends the program, then the devices. */
    @Override
    public void close() {
        try {
            program.close();
        } finally {
            runtime.close();
        }
    }

    /** Collects what a run needs. Not safe for use by two threads at once. */
    public static final class Builder {
        private final Map<String, HostCallback> methods = new LinkedHashMap<>();
        private EmbeddedOptions options = EmbeddedOptions.defaults();

        private Builder() {}

        /** Sets how the devices behave. */
        public Builder devices(EmbeddedOptions embedded) {
            this.options = Objects.requireNonNull(embedded, "embedded is null");
            return this;
        }

        /** Binds a function that the module declares to a Java method. */
        public Builder define(String symbol, HostCallback method) {
            Objects.requireNonNull(symbol, "symbol is null");
            Objects.requireNonNull(method, "method is null");
            methods.put(symbol, method);
            return this;
        }

        /**
         * Compiles a copy of a module; it stays the caller's.
         *
         * @throws io.github.offload4j.codegen.diagnostic.OffloadException when it cannot be made runnable
         */
        public OffloadTestRun of(LLVMModuleRef module) {
            return of(ModuleWriter.bitcode(module), "module");
        }

        /**
         * Compiles a module given as LLVM IR text or bitcode.
         *
         * @param name what messages call it
         * @throws io.github.offload4j.codegen.diagnostic.OffloadException when it cannot be made runnable
         */
        public OffloadTestRun of(byte[] module, String name) {
            OffloadRuntime runtime = OffloadRuntime.embedded(options);
            RecordedTrace trace = new RecordedTrace();
            OffloadJit.Builder jit = OffloadJit.on(runtime).trace(trace);
            methods.forEach(jit::define);
            try {
                return new OffloadTestRun(runtime, jit.build().load(module, name), trace);
            } catch (RuntimeException e) {
                runtime.close();
                throw e;
            }
        }
    }
}
