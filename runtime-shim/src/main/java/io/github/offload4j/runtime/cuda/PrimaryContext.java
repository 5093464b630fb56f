package io.github.offload4j.runtime.cuda;

import static org.bytedeco.cuda.global.cudart.cuCtxPopCurrent;
import static org.bytedeco.cuda.global.cudart.cuCtxPushCurrent;
import static org.bytedeco.cuda.global.cudart.cuCtxSynchronize;
import static org.bytedeco.cuda.global.cudart.cuDevicePrimaryCtxRelease;
import static org.bytedeco.cuda.global.cudart.cuDevicePrimaryCtxRetain;
import static org.bytedeco.cuda.global.cudart.cuDevicePrimaryCtxSetFlags;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import java.util.function.IntSupplier;
import org.bytedeco.cuda.cudart.CUctx_st;

/**
 * A hold on the primary context of a GPU, in which libomptarget and the CUDA runtime work too. Safe for use by several
 * threads; close it after its streams and handles.
 */
public final class PrimaryContext implements AutoCloseable {
    private final CudaDevice device;
    private final int handle;
    private final CUctx_st context;
    private int dependents;
    private boolean closed;

    private PrimaryContext(CudaDevice device, int handle, CUctx_st context) {
        this.device = device;
        this.handle = handle;
        this.context = context;
    }

    static PrimaryContext retain(CudaDevice device, Scheduling scheduling) {
        int handle = CudaDevice.handle(device.ordinal());
        if (scheduling != Scheduling.AUTO) {
            DriverStatus.check(cuDevicePrimaryCtxSetFlags(handle, scheduling.flag()), "cuDevicePrimaryCtxSetFlags");
        }
        CUctx_st context = new CUctx_st();
        DriverStatus.check(cuDevicePrimaryCtxRetain(context, handle), "cuDevicePrimaryCtxRetain");
        return new PrimaryContext(device, handle, context);
    }

    /** Returns the GPU. */
    public CudaDevice device() {
        return device;
    }

    /**
     * Creates a stream, whose work does not wait for that of other streams.
     *
     * @return the stream, which the caller closes before the context
     * @throws OffloadException when the context is closed, or the driver fails
     */
    public CudaStream newStream() {
        return CudaStream.create(this);
    }

    /**
     * Creates a cuBLAS handle, which works on this GPU.
     *
     * @return the handle, which the caller closes before the context
     * @throws OffloadException when cuBLAS is missing or does not fit, or fails, or the context is closed
     */
    public CublasHandle newCublasHandle() {
        return CublasHandle.create(this);
    }

    /**
     * Waits for everything that was given to this GPU in this process.
     *
     * @throws OffloadException when the context is closed, or the work failed
     */
    public void synchronize() {
        DriverStatus.check(whileCurrent(() -> cuCtxSynchronize()), "cuCtxSynchronize");
    }

    /** Runs a step with this context current on the thread, and leaves the thread as it was. */
    int whileCurrent(IntSupplier step) {
        requireOpen();
        DriverStatus.check(cuCtxPushCurrent(context), "cuCtxPushCurrent");
        try {
            return step.getAsInt();
        } finally {
            cuCtxPopCurrent(new CUctx_st());
        }
    }

    synchronized void opened() {
        requireOpen();
        dependents++;
    }

    synchronized void released() {
        dependents--;
    }

    private synchronized void requireOpen() {
        if (closed) {
            throw new OffloadException(Reason.STATE, "the primary context of GPU " + device.ordinal() + " is closed");
        }
    }

    /**
     * Gives the hold back. A second call does nothing.
     *
     * @throws OffloadException when a stream or a handle is still open, or the driver fails
     */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        if (dependents > 0) {
            throw new OffloadException(
                    Reason.STATE,
                    "streams or cuBLAS handles of GPU " + device.ordinal() + " are still open (" + dependents
                            + "); close them before the primary context");
        }
        closed = true;
        DriverStatus.check(cuDevicePrimaryCtxRelease(handle), "cuDevicePrimaryCtxRelease");
    }
}
