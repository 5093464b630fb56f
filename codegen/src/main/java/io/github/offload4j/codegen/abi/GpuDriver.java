package io.github.offload4j.codegen.abi;

import java.util.List;

/**
 * A GPU driver that libraries do their work through. Emitted code finds it while the program runs, and asks it which device
 * some memory belongs to, makes that device the thread's own, and waits for the work on it.
 */
public enum GpuDriver {
    /**
     * CUDA's driver API. A place is a context; attributes of an address are {@code CU_POINTER_ATTRIBUTE_CONTEXT} and
     * {@code CU_POINTER_ATTRIBUTE_DEVICE_ORDINAL}.
     */
    CUDA(
            List.of("libcuda.so.1"),
            AbiType.POINTER,
            1,
            9,
            List.of("cuPointerGetAttribute", "cuCtxGetCurrent", "cuCtxSetCurrent", "cuCtxSynchronize"),
            "cuMemcpy",
            "MPIX_Query_cuda_support"),
    /** HIP. A place is a device number; attribute 9 of an address is {@code HIP_POINTER_ATTRIBUTE_DEVICE_ORDINAL}. */
    HIP(
            List.of("libamdhip64.so.7", "libamdhip64.so.6", "libamdhip64.so.5"),
            AbiType.I32,
            9,
            9,
            List.of("hipPointerGetAttribute", "hipGetDevice", "hipSetDevice", "hipDeviceSynchronize"),
            "hipMemcpy",
            "MPIX_Query_rocm_support");

    private final List<String> libraries;
    private final AbiType place;
    private final int placeAttribute;
    private final int numberAttribute;
    private final List<String> functions;
    private final String copy;
    private final String mpiQuery;

    GpuDriver(
            List<String> libraries,
            AbiType place,
            int placeAttribute,
            int numberAttribute,
            List<String> functions,
            String copy,
            String mpiQuery) {
        this.libraries = libraries;
        this.place = place;
        this.placeAttribute = placeAttribute;
        this.numberAttribute = numberAttribute;
        this.functions = functions;
        this.copy = copy;
        this.mpiQuery = mpiQuery;
    }

    /** Returns the names that the dynamic linker knows the driver by, the newest first. */
    public List<String> libraries() {
        return libraries;
    }

    /** Returns the type of what stands for a device: a context, or a number. */
    public AbiType place() {
        return place;
    }

    /** Returns the number of the attribute of an address that is its place. */
    public int placeAttribute() {
        return placeAttribute;
    }

    /** Returns the number of the attribute of an address that is its device's number, an i32. */
    public int numberAttribute() {
        return numberAttribute;
    }

    /**
     * Returns the symbols of the four functions that emitted code calls, each with an i32 result that is 0 for success:
     * {@code (ptr result, i32 attribute, ptr address)}, {@code (ptr current place)}, {@code (place to make current)} and
     * {@code ()} to wait for all work on the current place.
     */
    public List<String> functions() {
        return functions;
    }

    /**
     * Returns the symbol of the function that copies between any addresses: {@code (ptr to, ptr from, i64 bytes)}, in HIP
     * followed by an i32 for the direction, of which 4 lets the addresses tell. The i32 result is 0 for success.
     */
    public String copy() {
        return copy;
    }

    /** Returns the symbol of MPI's function that returns whether it takes addresses of the driver's devices, as an i32. */
    public String mpiQuery() {
        return mpiQuery;
    }
}
