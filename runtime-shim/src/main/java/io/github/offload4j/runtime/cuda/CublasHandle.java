package io.github.offload4j.runtime.cuda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.bytedeco.cuda.global.cublas.cublasCreate_v2;
import static org.bytedeco.cuda.global.cublas.cublasDestroy_v2;
import static org.bytedeco.cuda.global.cublas.cublasGetStatusName;
import static org.bytedeco.cuda.global.cublas.cublasGetVersion_v2;
import static org.bytedeco.cuda.global.cublas.cublasSetStream_v2;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.runtime.jit.NativeAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.bytedeco.cuda.cublas.cublasContext;
import org.bytedeco.cuda.cudart.CUstream_st;
import org.bytedeco.javacpp.BytePointer;
import org.jspecify.annotations.Nullable;

/**
 * What cuBLAS keeps for a GPU. A program that calls cuBLAS takes its {@link #address()} as a host pointer, and is bound to
 * {@link #library()}. Scalars are read from the host. Use it in one thread at a time, as cuBLAS asks.
 */
public final class CublasHandle implements AutoCloseable {
    private static final Path MAPPED_FILES = Path.of("/proc/self/maps");

    private final PrimaryContext context;
    private final cublasContext handle;
    private @Nullable CudaStream stream;
    private boolean closed;

    private CublasHandle(PrimaryContext context, cublasContext handle) {
        this.context = context;
        this.handle = handle;
    }

    static CublasHandle create(PrimaryContext context) {
        CudaBinding.requireCublas();
        context.opened();
        try {
            cublasContext handle = new cublasContext();
            check(context.whileCurrent(() -> cublasCreate_v2(handle)), "cublasCreate");
            return new CublasHandle(context, handle);
        } catch (RuntimeException | Error e) {
            context.released();
            throw e;
        }
    }

    /**
     * Returns the file of the cuBLAS that handles come from, for
     * {@link io.github.offload4j.runtime.jit.OffloadJit.Builder#library}: a handle of one copy of cuBLAS means nothing to
     * another.
     *
     * @throws OffloadException when cuBLAS is missing, or does not fit
     */
    public static Path library() {
        CudaBinding.requireCublas();
        try (Stream<String> lines = Files.lines(MAPPED_FILES, UTF_8)) {
            return lines.filter(line -> line.contains("/libcublas.so"))
                    .map(line -> Path.of(line.substring(line.indexOf('/'))))
                    .findFirst()
                    .orElseThrow(() -> new OffloadException(
                            Reason.RUNTIME_LIBRARY, "cuBLAS is loaded, and no file of the process is libcublas.so"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns the {@code cublasHandle_t}, to be passed to a program as a host pointer.
     *
     * @throws OffloadException when the handle is closed
     */
    public NativeAddress address() {
        return new NativeAddress(pointer().address());
    }

    /**
     * Makes the calls that follow queue their work in a stream, in place of the default one.
     *
     * @param other of the same GPU; it cannot be closed before the handle, or before the handle gets another one
     * @throws OffloadException when the stream is of another GPU, one of the two is closed, or cuBLAS fails
     */
    public synchronized void setStream(CudaStream other) {
        if (other.context().device().ordinal() != context.device().ordinal()) {
            throw new OffloadException(
                    Reason.ARGUMENT,
                    "the stream is of GPU " + other.context().device().ordinal() + ", and the cuBLAS handle of GPU "
                            + context.device().ordinal());
        }
        cublasContext open = pointer();
        CUstream_st queue = other.pointer();
        other.used();
        int status = context.whileCurrent(() -> cublasSetStream_v2(open, queue));
        if (status != 0) {
            other.unused();
        }
        check(status, "cublasSetStream");
        leaveStream();
        stream = other;
    }

    private void leaveStream() {
        if (stream != null) {
            stream.unused();
            stream = null;
        }
    }

    /** Returns the stream that was set; null for the default one. */
    public synchronized @Nullable CudaStream stream() {
        return stream;
    }

    /**
     * Returns the version of cuBLAS, as the library counts: 130100 is 13.1.0.
     *
     * @throws OffloadException when the handle is closed, or cuBLAS fails
     */
    public int version() {
        int[] version = new int[1];
        check(cublasGetVersion_v2(pointer(), version), "cublasGetVersion");
        return version[0];
    }

    private synchronized cublasContext pointer() {
        if (closed) {
            throw new OffloadException(Reason.STATE, "the cuBLAS handle is closed");
        }
        return handle;
    }

    /**
     * Destroys the handle, after the work that it was used for. A second call does nothing.
     *
     * @throws OffloadException when cuBLAS fails
     */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            int status = context.whileCurrent(() -> cublasDestroy_v2(handle));
            leaveStream();
            context.released();
            check(status, "cublasDestroy");
        }
    }

    private static void check(int status, String function) {
        if (status != 0) {
            try (BytePointer name = cublasGetStatusName(status)) {
                throw new OffloadException(
                        Reason.EXECUTION,
                        "cuBLAS's " + function + " failed: "
                                + (name == null ? "status " + status : new String(name.getStringBytes(), UTF_8)));
            }
        }
    }
}
