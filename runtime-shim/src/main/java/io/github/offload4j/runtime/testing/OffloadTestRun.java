package io.github.offload4j.runtime.testing;

import io.github.offload4j.codegen.ir.ModuleWriter;
import io.github.offload4j.runtime.embedded.EmbeddedOptions;
import io.github.offload4j.runtime.jit.CallResult;
import io.github.offload4j.runtime.jit.HostCallback;
import io.github.offload4j.runtime.jit.OffloadJit;
import io.github.offload4j.runtime.jit.OffloadProgram;
import io.github.offload4j.runtime.jit.OffloadRuntime;
import io.github.offload4j.runtime.locate.RuntimeLibrary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.jspecify.annotations.Nullable;

/**
 * Runs a module on fresh embedded devices, or on a libomptarget, and records what it does.
 *
 * <pre>{@code
 * try (OffloadTestRun run = OffloadTestRun.of(module)) {
 *     run.call("run_saxpy", 256L, 2f, x, y);
 *     assertTrace(run.trace()).movedIn(2048).movedOut(1024).launched("saxpy");
 * }
 * }</pre>
 *
 * <p>Closing it fails the test when data was mapped and never unmapped, on embedded devices.
 *
 * <p>A program that calls a library names it, and the functions whose calls matter:
 *
 * <pre>{@code
 * try (OffloadTestRun run = OffloadTestRun.builder().library(Path.of("libopenblas.so.0")).watch("cblas_sgemv").of(module)) {
 *     run.call("run_sgemv", a, x, y);
 *     assertTrace(run.trace()).called("cblas_sgemv");
 * }
 * }</pre>
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

    /** Returns a builder, for runs on other devices, or with libraries or Java methods that the module calls. */
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
        private final List<Path> libraries = new ArrayList<>();
        private final Set<String> watched = new LinkedHashSet<>();
        private Supplier<OffloadRuntime> runtime = () -> OffloadRuntime.embedded(EmbeddedOptions.defaults());

        private Builder() {}

        /** Runs on embedded devices that behave so. */
        public Builder devices(EmbeddedOptions embedded) {
            Objects.requireNonNull(embedded, "embedded is null");
            this.runtime = () -> OffloadRuntime.embedded(embedded);
            return this;
        }

        /** Runs on a libomptarget, of which a process has one, until it ends. */
        public Builder runtime(RuntimeLibrary libomptarget) {
            Objects.requireNonNull(libomptarget, "libomptarget is null");
            this.runtime = () -> OffloadRuntime.libomptarget(libomptarget);
            return this;
        }

        /** Adds a shared library in which the functions that the module declares are looked for. */
        public Builder library(Path library) {
            libraries.add(Objects.requireNonNull(library, "library is null"));
            return this;
        }

        /**
         * Records the calls of a function of a library, which gets them all the same. It takes no structures by value and
         * no variable arguments.
         */
        public Builder watch(String symbol) {
            watched.add(Objects.requireNonNull(symbol, "symbol is null"));
            return this;
        }

        /** Binds a function that the module declares to a Java method, and records the calls of it. */
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
            OffloadRuntime started = runtime.get();
            try {
                RecordedTrace trace = new RecordedTrace();
                OffloadJit.Builder jit = OffloadJit.on(started).trace(trace);
                libraries.forEach(jit::library);
                watched.forEach(
                        symbol -> jit.watch(symbol, arguments -> trace.add(RecordedCall.of(symbol, arguments))));
                methods.forEach((symbol, method) -> jit.define(symbol, arguments -> {
                    trace.add(RecordedCall.of(symbol, arguments));
                    return method.call(arguments);
                }));
                return new OffloadTestRun(started, jit.build().load(module, name), trace);
            } catch (RuntimeException e) {
                started.close();
                throw e;
            }
        }
    }
}
