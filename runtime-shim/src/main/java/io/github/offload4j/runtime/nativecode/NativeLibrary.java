package io.github.offload4j.runtime.nativecode;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;

/**
 * A shared library, loaded by the C library's {@code dlopen} with local scope: its symbols are found by asking it, and
 * nothing else in the process sees them.
 */
public final class NativeLibrary implements AutoCloseable {
    private static final int RTLD_NOW = 2;
    private static final CallSignature OPEN = CallSignature.of(NativeType.POINTER, NativeType.POINTER, NativeType.I32);
    private static final CallSignature FIND =
            CallSignature.of(NativeType.POINTER, NativeType.POINTER, NativeType.POINTER);
    private static final CallSignature CLOSE = CallSignature.of(NativeType.I32, NativeType.POINTER);
    private static final CallSignature MESSAGE = CallSignature.of(NativeType.POINTER);

    private final Path path;
    private long handle;

    private NativeLibrary(Path path, long handle) {
        this.path = path;
        this.handle = handle;
    }

    /**
     * Loads a library.
     *
     * @throws OffloadException with the loader's words when it cannot be loaded
     */
    public static NativeLibrary open(Path path) {
        // Looking up a symbol clears the loader's message, so nothing may be looked up between failing and asking.
        long dlerror = inProcess("dlerror");
        NativeCalls.callLibrary(MESSAGE, dlerror);
        long handle =
                withText(path.toString(), text -> NativeCalls.callLibrary(OPEN, inProcess("dlopen"), text, RTLD_NOW));
        if (handle == 0) {
            long message = NativeCalls.callLibrary(MESSAGE, dlerror);
            throw new OffloadException(
                    Reason.RUNTIME_LIBRARY,
                    "cannot load " + path + (message == 0 ? "" : ": " + NativeMemory.text(message)));
        }
        return new NativeLibrary(path, handle);
    }

    /** Returns the address of a symbol of the library or of one that it depends on. */
    public synchronized OptionalLong find(String symbol) {
        if (handle == 0) {
            throw new OffloadException(Reason.STATE, path + " is closed");
        }
        long address = withText(symbol, text -> NativeCalls.callLibrary(FIND, inProcess("dlsym"), handle, text));
        return address == 0 ? OptionalLong.empty() : OptionalLong.of(address);
    }

    /** Returns the address of a symbol that the whole process sees. */
    public static OptionalLong findInProcess(String symbol) {
        Pointer address = Loader.addressof(symbol);
        return address == null || address.isNull() ? OptionalLong.empty() : OptionalLong.of(address.address());
    }

    private static long inProcess(String symbol) {
        return findInProcess(symbol)
                .orElseThrow(() -> new OffloadException(
                        Reason.RUNTIME_LIBRARY,
                        "the C library has no '" + symbol + "'; this platform is not supported"));
    }

    private static long withText(String text, LongFunction<Long> action) {
        byte[] bytes = text.getBytes(UTF_8);
        long copy = NativeMemory.allocate(bytes.length + 1L);
        try {
            NativeMemory.view(copy, bytes.length + 1L).put(Arrays.copyOf(bytes, bytes.length + 1));
            return action.apply(copy);
        } finally {
            NativeMemory.free(copy);
        }
    }

    /** Returns the file. */
    public Path path() {
        return path;
    }

    /** Unloads the library. */
    @Override
    public synchronized void close() {
        if (handle != 0) {
            long closing = handle;
            handle = 0;
            NativeCalls.callLibrary(CLOSE, inProcess("dlclose"), closing);
        }
    }
}
