package io.github.offload4j.runtime.libomptarget;

import io.github.offload4j.codegen.abi.KernelForm;
import io.github.offload4j.codegen.abi.RuntimeFunction;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.runtime.binding.RuntimeBinding;
import io.github.offload4j.runtime.binding.RuntimeSymbol;
import io.github.offload4j.runtime.locate.RuntimeLibrary;
import io.github.offload4j.runtime.nativecode.CallSignature;
import io.github.offload4j.runtime.nativecode.NativeCalls;
import io.github.offload4j.runtime.nativecode.NativeLibrary;
import io.github.offload4j.runtime.nativecode.NativeType;
import io.github.offload4j.runtime.nativecode.UpcallHandler;
import io.github.offload4j.runtime.trace.TraceListener;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The libomptarget of this process. It is loaded once and never unloaded: its policy is decided once a process, and when
 * the last reference to it goes it destroys what every later call needs.
 */
public final class LibomptargetBinding implements RuntimeBinding {
    private static final List<String> PREFIXES = List.of("__tgt_", "omp_", "ompx_", "llvm_omp_", "__kmpc_", "kmp_");

    private static final List<RuntimeFunction> MAPPING = List.of(
            RuntimeFunction.DATA_BEGIN,
            RuntimeFunction.DATA_UPDATE,
            RuntimeFunction.DATA_END,
            RuntimeFunction.TARGET_KERNEL);

    private static @Nullable LibomptargetBinding loaded;

    private final RuntimeLibrary library;
    private final NativeLibrary code;
    private final Registrations registrations;
    private final HeldData held = new HeldData(this);
    private final LibraryTasks tasks = new LibraryTasks(this);
    private final Map<String, Long> addresses = new ConcurrentHashMap<>();

    private LibomptargetBinding(RuntimeLibrary library, NativeLibrary code) {
        this.library = library;
        this.code = code;
        this.registrations = new Registrations(this, library.abi());
    }

    /**
     * Returns the libomptarget of this process, loading it when there is none.
     *
     * @throws OffloadException when it cannot be loaded, or another one is loaded
     */
    public static synchronized LibomptargetBinding load(RuntimeLibrary library) {
        if (loaded == null) {
            LibomptargetBinding binding = new LibomptargetBinding(library, NativeLibrary.open(library.path()));
            // Before the first reference is taken every other call reads a null pointer.
            NativeCalls.callLibrary(CallSignature.of(NativeType.VOID), binding.address("__tgt_rtl_init"));
            loaded = binding;
        } else if (!loaded.library.path().equals(library.path())) {
            throw new OffloadException(
                    Reason.RUNTIME_LIBRARY,
                    "this process has loaded " + loaded.library + " already, and has room for one; use " + library
                            + " in a process of its own");
        }
        return loaded;
    }

    @Override
    public String description() {
        return library.toString();
    }

    @Override
    public Optional<RuntimeSymbol> find(String symbol, TraceListener trace) {
        if (PREFIXES.stream().noneMatch(symbol::startsWith)) {
            return Optional.empty();
        }
        if (symbol.equals(RuntimeFunction.REGISTER_LIBRARY.symbol())) {
            return method(RuntimeFunction.REGISTER_LIBRARY, words -> registrations.register(words[0], trace));
        }
        if (symbol.equals(RuntimeFunction.UNREGISTER_LIBRARY.symbol())) {
            return method(RuntimeFunction.UNREGISTER_LIBRARY, words -> registrations.unregister(words[0], trace));
        }
        CheckedCalls checked = new CheckedCalls(this, registrations, held, trace);
        for (RuntimeFunction function : MAPPING) {
            if (symbol.equals(function.symbol())) {
                return method(function, words -> checked.call(function, words));
            }
        }
        Optional<RuntimeSymbol> task = tasks.find(symbol);
        if (task.isPresent()) {
            return task;
        }
        Optional<RuntimeSymbol> memory = new CheckedMemory(this, trace).find(symbol);
        if (memory.isPresent()) {
            return memory;
        }
        OptionalLong address = code.find(symbol);
        return address.isPresent() ? Optional.of(new RuntimeSymbol.Native(address.getAsLong())) : Optional.empty();
    }

    private static Optional<RuntimeSymbol> method(RuntimeFunction function, UpcallHandler handler) {
        return Optional.of(new RuntimeSymbol.Method(CallSignature.of(function), handler));
    }

    /** Returns whether it calls kernels as the versions up to 22 do. */
    boolean isBefore23() {
        return library.abi().kernelForm(true) == KernelForm.POINTER_FIRST;
    }

    /** Calls one of the library's functions. */
    long call(CallSignature signature, String symbol, long... words) {
        return NativeCalls.callLibrary(signature, address(symbol), words);
    }

    /** Observed calls ask for the same few symbols all the time; the library never leaves the process. */
    private long address(String symbol) {
        return addresses.computeIfAbsent(
                symbol,
                missing -> code.find(missing)
                        .orElseThrow(() -> new OffloadException(
                                Reason.RUNTIME_LIBRARY, library.path() + " has no '" + missing + "'")));
    }

    @Override
    public void abandoned(long sinceNanos) {
        tasks.finish();
        held.drop(sinceNanos);
    }

    /** Tasks run of their own accord; those that still do end here. */
    @Override
    public List<String> pendingTasks() {
        tasks.finish();
        return List.of();
    }

    @Override
    public void ending() {
        tasks.finish();
    }

    /** Nothing takes the mapping of such a variable back, and other data at its address would be taken for it. */
    @Override
    public boolean keepsVariables() {
        return true;
    }

    @Override
    public boolean hasMapped(long begin, long bytes) {
        return held.has(begin, bytes);
    }

    @Override
    public OptionalLong deviceBytesAt(long address) {
        return OptionalLong.empty();
    }

    @Override
    public void close() {
        TemporaryImages.delete();
    }
}
