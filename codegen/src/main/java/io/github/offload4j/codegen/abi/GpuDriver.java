package io.github.offload4j.codegen.abi;

import java.util.List;

/**
 * A GPU driver that libraries do their work through. Emitted code finds it while the program runs, and asks it which device
 * some memory belongs to, makes that device the thread's own, and waits for the work on it.
 */
public enum GpuDriver {
    /** CUDA's driver API. A place is a context; attribute 1 of an address is {@code CU_POINTER_ATTRIBUTE_CONTEXT}. */
    CUDA(
            List.of("libcuda.so.1"),
            AbiType.POINTER,
            1,
            List.of("cuPointerGetAttribute", "cuCtxGetCurrent", "cuCtxSetCurrent", "cuCtxSynchronize")),
    /** HIP. A place is a device number; attribute 9 of an address is {@code HIP_POINTER_ATTRIBUTE_DEVICE_ORDINAL}. */
    HIP(
            List.of("libamdhip64.so.7", "libamdhip64.so.6", "libamdhip64.so.5"),
            AbiType.I32,
            9,
            List.of("hipPointerGetAttribute", "hipGetDevice", "hipSetDevice", "hipDeviceSynchronize"));

    private final List<String> libraries;
    private final AbiType place;
    private final int placeAttribute;
    private final List<String> functions;

    GpuDriver(List<String> libraries, AbiType place, int placeAttribute, List<String> functions) {
        this.libraries = libraries;
        this.place = place;
        this.placeAttribute = placeAttribute;
        this.functions = functions;
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

    /**
     * Returns the symbols of the four functions that emitted code calls, each with an i32 result that is 0 for success:
     * {@code (ptr result, i32 attribute, ptr address)}, {@code (ptr current place)}, {@code (place to make current)} and
     * {@code ()} to wait for all work on the current place.
     */
    public List<String> functions() {
        return functions;
    }
}
