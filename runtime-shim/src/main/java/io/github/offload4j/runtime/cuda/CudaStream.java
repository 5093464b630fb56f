package io.github.offload4j.runtime.cuda;

import static org.bytedeco.cuda.global.cudart.CU_STREAM_NON_BLOCKING;
import static org.bytedeco.cuda.global.cudart.cuStreamCreate;
import static org.bytedeco.cuda.global.cudart.cuStreamDestroy;
import static org.bytedeco.cuda.global.cudart.cuStreamSynchronize;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.runtime.jit.NativeAddress;
import org.bytedeco.cuda.cudart.CUstream_st;

/** A queue of work for a GPU: what is given to one runs in order. Closing it lets work under way finish. */
public final class CudaStream implements AutoCloseable {
    private final PrimaryContext context;
    private final CUstream_st stream;
    private int handles;
    private boolean closed;

    private CudaStream(PrimaryContext context, CUstream_st stream) {
        this.context = context;
        this.stream = stream;
    }

    static CudaStream create(PrimaryContext context) {
        context.opened();
        try {
            CUstream_st stream = new CUstream_st();
            DriverStatus.check(
                    context.whileCurrent(() -> cuStreamCreate(stream, CU_STREAM_NON_BLOCKING)), "cuStreamCreate");
            return new CudaStream(context, stream);
        } catch (RuntimeException | Error e) {
            context.released();
            throw e;
        }
    }

    /**
     * Returns the {@code CUstream}, to be passed to a program.
     *
     * @throws OffloadException when the stream is closed
     */
    public NativeAddress address() {
        return new NativeAddress(pointer().address());
    }

    synchronized CUstream_st pointer() {
        if (closed) {
            throw new OffloadException(Reason.STATE, "the CUDA stream is closed");
        }
        return stream;
    }

    /** Counts a cuBLAS handle that works in the stream. */
    synchronized void used() {
        pointer();
        handles++;
    }

    synchronized void unused() {
        handles--;
    }

    PrimaryContext context() {
        return context;
    }

    /**
     * Waits for everything that was given to the stream.
     *
     * @throws OffloadException when the stream is closed, or the work failed
     */
    public void synchronize() {
        CUstream_st open = pointer();
        DriverStatus.check(context.whileCurrent(() -> cuStreamSynchronize(open)), "cuStreamSynchronize");
    }

    /**
     * Destroys the stream. A second call does nothing.
     *
     * @throws OffloadException when a cuBLAS handle still works in it, or the driver fails
     */
    @Override
    public synchronized void close() {
        if (handles > 0) {
            throw new OffloadException(
                    Reason.STATE, "a cuBLAS handle still works in the CUDA stream; close the handle before the stream");
        }
        if (!closed) {
            closed = true;
            int status = context.whileCurrent(() -> cuStreamDestroy(stream));
            context.released();
            DriverStatus.check(status, "cuStreamDestroy");
        }
    }
}
