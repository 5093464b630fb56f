package io.github.offload4j.runtime.jit;

import io.github.offload4j.codegen.OffloadModule;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.VariableSigns;
import io.github.offload4j.codegen.option.Synchronization;
import io.github.offload4j.runtime.binding.LentMemory;
import io.github.offload4j.runtime.binding.Tracer;
import io.github.offload4j.runtime.nativecode.CallSignature;
import io.github.offload4j.runtime.nativecode.HostThreads;
import io.github.offload4j.runtime.nativecode.JitSession;
import io.github.offload4j.runtime.nativecode.NativeCalls;
import io.github.offload4j.runtime.nativecode.NativeLibrary;
import io.github.offload4j.runtime.nativecode.NativeType;
import io.github.offload4j.runtime.nativecode.StartupCode;
import io.github.offload4j.runtime.nativecode.Upcalls;
import io.github.offload4j.runtime.trace.OffloadEvent;
import io.github.offload4j.runtime.trace.OffloadEvent.Kind;
import io.github.offload4j.runtime.trace.TraceListener;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * A module that was compiled into this process. Its functions may be called by several threads at once; closing it waits
 * for calls under way.
 */
public final class OffloadProgram implements AutoCloseable {
    private static final CallSignature NOTHING = CallSignature.of(NativeType.VOID);
    private static final String REGISTER = "offload4j.register";
    private static final String UNREGISTER = "offload4j.unregister";

    private final OffloadRuntime runtime;
    private final TraceListener trace;
    private final JitSession session = new JitSession();
    private final Upcalls upcalls = new Upcalls();
    private final ProcessCalls process;
    private final List<NativeLibrary> libraries;
    private final Map<String, IrSignature> functions = new HashMap<>();
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private boolean closed;
    private boolean released;
    private boolean hasVariables;

    /** A function's types, or why Java cannot call it. */
    private record IrSignature(
            @Nullable CallSignature signature, @Nullable OffloadException refusal) {}

    private OffloadProgram(OffloadRuntime runtime, TraceListener trace, List<NativeLibrary> libraries) {
        this.runtime = runtime;
        this.trace = trace;
        this.process = new ProcessCalls(runtime.binding());
        this.libraries = libraries;
    }

    static OffloadProgram load(
            OffloadRuntime runtime,
            TraceListener trace,
            Map<String, JitSymbol> symbols,
            List<NativeLibrary> libraries,
            Synchronization synchronization,
            byte[] input,
            String name) {
        runtime.opened();
        OffloadProgram program = new OffloadProgram(runtime, trace, libraries);
        try {
            program.session.add(input, name, module -> {
                OffloadModule.synchronize(module.raw(), synchronization);
                program.prepare(module, symbols);
            });
            program.runIfDefined(StartupCode.START);
            program.runIfDefined(REGISTER);
            return program;
        } catch (RuntimeException | Error e) {
            program.abandonLoading(e);
            throw e;
        }
    }

    private void prepare(IrModule module, Map<String, JitSymbol> symbols) {
        UncollectedEntries.refuse(module);
        UnfinishedSites.refuse(module);
        StartupCode.extract(module);
        StraightCode.hasten(module);
        HostThreads.restrict(module);
        hasVariables = !VariableSigns.find(module).isEmpty();
        for (IrFunction function : module.functions()) {
            if (!function.isDeclaration() && !function.isLocal()) {
                functions.put(function.name(), signature(function));
            }
        }
        new ProgramLinker(session, upcalls, symbols, libraries, runtime.binding(), process, trace).link(module);
        // what host versions share with the program keeps them together
        if (!hasVariables) {
            new LateHostVersions(session, upcalls).takeFrom(module);
        }
    }

    private static IrSignature signature(IrFunction function) {
        try {
            return new IrSignature(CallSignature.of(function), null);
        } catch (OffloadException refusal) {
            return new IrSignature(null, refusal);
        }
    }

    private void runIfDefined(String function) {
        if (functions.containsKey(function)) {
            try {
                NativeCalls.callProgram(NOTHING, session.lookup(function));
            } finally {
                process.flush();
            }
        }
    }

    /**
     * Returns a function of the module.
     *
     * @throws OffloadException when the module has no such function that is visible outside, when its types cannot cross
     *     to Java, or when the program is closed
     */
    public ProgramFunction function(String name) {
        Objects.requireNonNull(name, "name is null");
        IrSignature found = functions.get(name);
        if (found == null) {
            throw new OffloadException(
                    Reason.ARGUMENT, "the program has no function '" + name + "'; it has " + namesOfUsers());
        }
        if (found.refusal() != null) {
            throw found.refusal();
        }
        CallSignature signature = Objects.requireNonNull(found.signature(), "signature is null");
        return new ProgramFunction(this, name, signature, session.lookup(name));
    }

    /** The functions that can be called and are of use to a program: not those by which it is registered and started. */
    private Set<String> namesOfUsers() {
        Set<String> names = new TreeSet<>(functions.keySet());
        names.removeAll(List.of(REGISTER, UNREGISTER, StartupCode.START, StartupCode.STOP));
        return names;
    }

    CallResult call(ProgramFunction function, @Nullable Object[] arguments) {
        List<NativeType> parameters = function.signature().parameters();
        if (arguments.length != parameters.size()) {
            throw new OffloadException(
                    Reason.SIGNATURE,
                    "'" + function.name() + "' takes " + parameters.size() + " arguments, " + arguments.length
                            + " are given");
        }
        lock.readLock().lock();
        try (ArgumentFrame frame = new ArgumentFrame()) {
            requireOpen();
            long[] words = new long[arguments.length];
            for (int i = 0; i < words.length; i++) {
                words[i] = frame.word(
                        arguments[i], parameters.get(i), "argument " + (i + 1) + " of '" + function.name() + "'");
            }
            return run(function, words, frame);
        } finally {
            lock.readLock().unlock();
        }
    }

    private CallResult run(ProgramFunction function, long[] words, ArgumentFrame frame) {
        long start = System.nanoTime();
        boolean done = false;
        try {
            long result = NativeCalls.callProgram(function.signature(), function.code(), words);
            requireUnmapped(function, frame);
            done = true;
            return new CallResult(function.signature().result(), result);
        } finally {
            if (!done) {
                runtime.binding().abandoned(start);
            }
            frame.copyBack();
            process.flush();
            new Tracer(trace, OffloadEvent.NO_DEVICE, Optional.empty())
                    .ended(Kind.HOST_CALL, 0, function.name(), start);
        }
    }

    /** A device that kept it would copy back to memory that is somebody else's by then. */
    private void requireUnmapped(ProgramFunction function, ArgumentFrame frame) {
        requireWaited(function, frame);
        for (LentMemory copy : frame.copies()) {
            if (runtime.binding().hasMapped(copy.begin(), copy.bytes())) {
                throw new OffloadException(
                        Reason.EXECUTION,
                        copy.what() + " is an array, of which the program has a copy until '" + function.name()
                                + "' returns, and it is mapped still; give a direct buffer, or end the mapping");
            }
        }
    }

    /** What an asynchronous site writes later must not be somebody else's by then. */
    private void requireWaited(ProgramFunction function, ArgumentFrame frame) {
        if (frame.copies().isEmpty()) {
            return;
        }
        List<String> waiting = runtime.binding().pendingTasks();
        if (!waiting.isEmpty()) {
            throw new OffloadException(
                    Reason.EXECUTION,
                    frame.copies().iterator().next().what() + " is an array, of which the program has a copy until '"
                            + function.name() + "' returns, and asynchronous sites have not run: "
                            + String.join("; ", waiting) + "; give a direct buffer, or wait for them");
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new OffloadException(Reason.STATE, "the program is closed");
        }
    }

    /**
     * Takes the registration back, runs what the program wants to run at its end, and frees its code; on libomptarget, which
     * never unmaps them, the memory of a program with device variables stays. A second call does nothing.
     *
     * @throws OffloadException when the program itself closes itself while it runs; on embedded devices also when an
     *     asynchronous site was spawned that nothing has waited for
     */
    @Override
    public void close() {
        if (lock.getReadHoldCount() > 0) {
            throw new OffloadException(Reason.STATE, "the program cannot be closed by a method that it calls");
        }
        lock.writeLock().lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            runtime.binding().ending();
            runIfDefined(UNREGISTER);
            process.runExitHandlers();
            runIfDefined(StartupCode.STOP);
        } finally {
            if (closed) {
                release();
            }
            lock.writeLock().unlock();
        }
    }

    /** What a constructor has registered must not outlive the code. */
    private void abandonLoading(Throwable reason) {
        try {
            process.runExitHandlers();
        } catch (RuntimeException e) {
            reason.addSuppressed(e);
        } finally {
            release();
        }
    }

    private void release() {
        if (!released) {
            released = true;
            // the memory of what stays mapped must never become somebody else's
            if (!hasVariables || !runtime.binding().keepsVariables()) {
                session.close();
            }
            upcalls.close();
            libraries.forEach(NativeLibrary::close);
            runtime.released();
        }
    }
}
