package io.github.offload4j.runtime.binding;

import static io.github.offload4j.runtime.nativecode.NativeType.I32;
import static io.github.offload4j.runtime.nativecode.NativeType.I64;
import static io.github.offload4j.runtime.nativecode.NativeType.POINTER;
import static io.github.offload4j.runtime.nativecode.NativeType.VOID;

import io.github.offload4j.runtime.nativecode.CallSignature;

/** The signatures of functions of OpenMP that programs may call and emitted code does not. */
public final class OpenMpSignatures {
    /** {@code omp_get_num_devices} and {@code omp_get_initial_device}. */
    public static final CallSignature NUMBER = CallSignature.of(I32);
    /** {@code omp_set_default_device}: device. */
    public static final CallSignature SET_DEFAULT_DEVICE = CallSignature.of(VOID, I32);
    /** {@code omp_target_is_present}: address, device. */
    public static final CallSignature IS_PRESENT = CallSignature.of(I32, POINTER, I32);
    /** {@code omp_target_alloc}: bytes, device. */
    public static final CallSignature ALLOCATE = CallSignature.of(POINTER, I64, I32);
    /** {@code omp_target_free}: address, device. */
    public static final CallSignature FREE = CallSignature.of(VOID, POINTER, I32);
    /** {@code omp_target_memcpy}: target, source, bytes, target offset, source offset, target and source device. */
    public static final CallSignature COPY = CallSignature.of(I32, POINTER, POINTER, I64, I64, I64, I32, I32);
    /** {@code omp_target_associate_ptr}: host address, device address, bytes, device offset, device. */
    public static final CallSignature ASSOCIATE = CallSignature.of(I32, POINTER, POINTER, I64, I64, I32);
    /** {@code omp_target_disassociate_ptr}: host address, device. */
    public static final CallSignature DISASSOCIATE = CallSignature.of(I32, POINTER, I32);

    private OpenMpSignatures() {}
}
