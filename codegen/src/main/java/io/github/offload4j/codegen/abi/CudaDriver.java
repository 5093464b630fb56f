package io.github.offload4j.codegen.abi;

import static io.github.offload4j.codegen.abi.AbiType.I32;
import static io.github.offload4j.codegen.abi.AbiType.I64;
import static io.github.offload4j.codegen.abi.AbiType.POINTER;

import java.util.List;

/**
 * A function of the CUDA driver that emitted code looks up when it runs, with its symbol and parameters; each returns a
 * 32-bit {@code CUresult}. Devices are 32-bit {@code CUdevice} handles. Symbols and numbers are those of {@code cuda.h}.
 */
public enum CudaDriver {
    /** Starts the driver; flags, which must be 0. */
    INITIALIZE("cuInit", List.of(I32)),
    /** Counts the devices that the process sees; where to store an i32. */
    COUNT_DEVICES("cuDeviceGetCount", List.of(POINTER)),
    /** Finds a device; where to store its handle, and its number from 0. */
    GET_DEVICE("cuDeviceGet", List.of(POINTER, I32)),
    /** Sets how the device's primary context behaves; its handle and the flags. Since CUDA 11. */
    SET_PRIMARY_CONTEXT_FLAGS("cuDevicePrimaryCtxSetFlags_v2", List.of(I32, I32)),
    /** Makes the device's primary context, or counts one more user; where to store the context, and the handle. */
    RETAIN_PRIMARY_CONTEXT("cuDevicePrimaryCtxRetain", List.of(POINTER, I32)),
    /** Asks for the thread's context; where to store it, null for none. */
    GET_CONTEXT("cuCtxGetCurrent", List.of(POINTER)),
    /** Gives the thread a context on top of those that it has; the context. */
    PUSH_CONTEXT("cuCtxPushCurrent_v2", List.of(POINTER)),
    /** Takes the topmost away; where to store it. */
    POP_CONTEXT("cuCtxPopCurrent_v2", List.of(POINTER)),
    /** Pins memory; its address, its bytes and flags, of which 1 is for all contexts ({@code CU_MEMHOSTREGISTER_PORTABLE}). */
    REGISTER_MEMORY("cuMemHostRegister_v2", List.of(POINTER, I64, I32)),
    /** Undoes that; the address. */
    UNREGISTER_MEMORY("cuMemHostUnregister", List.of(POINTER));

    /** The driver's library, which no program links: only machines with an NVIDIA driver have it. */
    public static final String LIBRARY = "libcuda.so.1";

    /** What a function returns when it did what it was asked ({@code CUDA_SUCCESS}). */
    public static final int SUCCESS = 0;

    /** Context flag: a waiting thread spins ({@code CU_CTX_SCHED_SPIN}). */
    public static final int SCHEDULE_SPIN = 1;

    /** Context flag: a waiting thread yields its core ({@code CU_CTX_SCHED_YIELD}). */
    public static final int SCHEDULE_YIELD = 2;

    private final String symbol;
    private final List<AbiType> parameters;

    CudaDriver(String symbol, List<AbiType> parameters) {
        this.symbol = symbol;
        this.parameters = parameters;
    }

    /** Returns the symbol in {@link #LIBRARY}. */
    public String symbol() {
        return symbol;
    }

    /** Returns the parameter types. */
    public List<AbiType> parameters() {
        return parameters;
    }
}
