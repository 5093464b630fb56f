package io.github.offload4j.runtime.jit;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.runtime.binding.RuntimeBinding;
import io.github.offload4j.runtime.embedded.EmbeddedOptions;
import io.github.offload4j.runtime.embedded.device.EmbeddedRuntime;
import io.github.offload4j.runtime.libomptarget.LibomptargetBinding;
import io.github.offload4j.runtime.locate.RuntimeLibrary;
import java.util.Objects;

/**
 * The offload runtime that programs of this process are bound to. Safe for use by several threads; close it after its
 * programs.
 */
public final class OffloadRuntime implements AutoCloseable {
    private final RuntimeBinding binding;
    private int programs;
    private boolean closed;

    private OffloadRuntime(RuntimeBinding binding) {
        this.binding = binding;
    }

    /** Returns devices that this library implements itself, as {@code OMP_*} variables ask for them. */
    public static OffloadRuntime embedded() {
        return embedded(EmbeddedOptions.fromEnvironment());
    }

    /** Returns devices that this library implements itself. */
    public static OffloadRuntime embedded(EmbeddedOptions options) {
        Objects.requireNonNull(options, "options is null");
        return new OffloadRuntime(new EmbeddedRuntime(options));
    }

    /**
     * Loads libomptarget. It stays loaded until the process ends, and a process has one: asking for the same one again is
     * free.
     *
     * @throws OffloadException when it cannot be loaded, or another one is loaded already
     */
    public static OffloadRuntime libomptarget(RuntimeLibrary library) {
        return new OffloadRuntime(LibomptargetBinding.load(Objects.requireNonNull(library, "library is null")));
    }

    /** Returns the runtime in words: what it is, and its version. */
    public String description() {
        return binding.description();
    }

    RuntimeBinding binding() {
        return binding;
    }

    synchronized void opened() {
        if (closed) {
            throw new OffloadException(Reason.STATE, "the offload runtime is closed");
        }
        programs++;
    }

    synchronized void released() {
        programs--;
    }

    /**
     * Gives back what the runtime holds. A second call does nothing.
     *
     * @throws OffloadException when a program that is bound to it is still open; on embedded devices also when data was
     *     mapped and never unmapped
     */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        if (programs > 0) {
            throw new OffloadException(
                    Reason.STATE, programs + " programs are still open; close them before the runtime");
        }
        closed = true;
        binding.close();
    }
}
