package io.github.offload4j.codegen.option;

/** How host mode learns the device addresses of mapped arguments. */
public enum DevicePointers {
    /** The begin call writes them into the base array ({@code RETURN_PARAM}). */
    RETURN_PARAM,
    /** One {@code omp_get_mapped_ptr} call an argument. */
    GET_MAPPED_PTR
}
