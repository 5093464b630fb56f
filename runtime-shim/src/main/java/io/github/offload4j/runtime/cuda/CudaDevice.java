package io.github.offload4j.runtime.cuda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.bytedeco.cuda.global.cudart.CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MAJOR;
import static org.bytedeco.cuda.global.cudart.CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MINOR;
import static org.bytedeco.cuda.global.cudart.cuDeviceGet;
import static org.bytedeco.cuda.global.cudart.cuDeviceGetAttribute;
import static org.bytedeco.cuda.global.cudart.cuDeviceGetCount;
import static org.bytedeco.cuda.global.cudart.cuDeviceGetName;
import static org.bytedeco.cuda.global.cudart.cuDeviceGetPCIBusId;
import static org.bytedeco.cuda.global.cudart.cuDeviceGetUuid;
import static org.bytedeco.cuda.global.cudart.cuDeviceTotalMem;
import static org.bytedeco.cuda.global.cudart.cuInit;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.image.Architecture;
import io.github.offload4j.codegen.image.DeviceTarget;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bytedeco.cuda.cudart.CUuuid;
import org.bytedeco.javacpp.SizeTPointer;

/**
 * A GPU as the CUDA driver sees it.
 *
 * @param ordinal its number in this process, which {@code CUDA_VISIBLE_DEVICES} may change; libomptarget's CUDA devices
 *     have the same order
 * @param name what its maker calls it
 * @param memoryBytes its memory in bytes
 * @param computeCapability what its processors can do
 * @param pciBusId where it is plugged in, for example {@code 0000:3b:00.0}
 * @param uuid the same in every process and on every day
 */
public record CudaDevice(
        int ordinal, String name, long memoryBytes, ComputeCapability computeCapability, String pciBusId, UUID uuid) {
    private static final int TEXT_BYTES = 256;
    private static final int UUID_BYTES = 16;
    /** {@code CUDA_ERROR_NO_DEVICE}, which the driver's initialisation returns where there is a driver and no GPU. */
    private static final int NO_DEVICE = 100;

    /** Checks the values. */
    public CudaDevice {
        Objects.requireNonNull(name, "name is null");
        Objects.requireNonNull(computeCapability, "computeCapability is null");
        Objects.requireNonNull(pciBusId, "pciBusId is null");
        Objects.requireNonNull(uuid, "uuid is null");
    }

    /**
     * Returns the GPUs that this process sees, in the order of their numbers; none where there is a driver and no GPU.
     *
     * @throws OffloadException when the binding or a library is missing or does not fit, or the driver fails
     */
    public static List<CudaDevice> all() {
        return IntStream.range(0, count()).mapToObj(CudaDevice::read).toList();
    }

    /**
     * Returns a GPU.
     *
     * @throws OffloadException when there is none of this number, the binding or a library is missing or does not fit, or
     *     the driver fails
     */
    public static CudaDevice of(int ordinal) {
        int count = count();
        if (ordinal < 0 || ordinal >= count) {
            throw new OffloadException(
                    Reason.ARGUMENT,
                    "there is no GPU " + ordinal + "; "
                            + (count == 0
                                    ? "the CUDA driver sees none (CUDA_VISIBLE_DEVICES may hide them)"
                                    : "the CUDA driver sees " + count + ", numbered from 0"));
        }
        return read(ordinal);
    }

    /** Returns the target that kernels for this GPU are compiled for. */
    public DeviceTarget target() {
        return new DeviceTarget(Architecture.NVPTX64, computeCapability.processor());
    }

    /**
     * Retains the primary context, the one that libomptarget and the CUDA runtime use too.
     *
     * @return the context, which the caller closes
     * @throws OffloadException when the driver fails
     */
    public PrimaryContext retainPrimaryContext() {
        return PrimaryContext.retain(this, Scheduling.AUTO);
    }

    /**
     * Retains the primary context, and says how threads wait for it.
     *
     * @return the context, which the caller closes
     * @throws OffloadException when the driver fails
     */
    public PrimaryContext retainPrimaryContext(Scheduling scheduling) {
        return PrimaryContext.retain(this, Objects.requireNonNull(scheduling, "scheduling is null"));
    }

    private static int count() {
        CudaBinding.requireDriver();
        int status = cuInit(0);
        if (status == NO_DEVICE) {
            return 0;
        }
        DriverStatus.check(status, "cuInit");
        int[] count = new int[1];
        DriverStatus.check(cuDeviceGetCount(count), "cuDeviceGetCount");
        return count[0];
    }

    private static CudaDevice read(int ordinal) {
        int device = handle(ordinal);
        byte[] name = new byte[TEXT_BYTES];
        DriverStatus.check(cuDeviceGetName(name, TEXT_BYTES, device), "cuDeviceGetName");
        byte[] pciBusId = new byte[TEXT_BYTES];
        DriverStatus.check(cuDeviceGetPCIBusId(pciBusId, TEXT_BYTES, device), "cuDeviceGetPCIBusId");
        return new CudaDevice(
                ordinal,
                text(name),
                memory(device),
                new ComputeCapability(
                        attribute(CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MAJOR, device),
                        attribute(CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MINOR, device)),
                text(pciBusId),
                uuid(device));
    }

    /** Returns the driver's handle of a GPU. */
    static int handle(int ordinal) {
        int[] device = new int[1];
        DriverStatus.check(cuDeviceGet(device, ordinal), "cuDeviceGet");
        return device[0];
    }

    private static long memory(int device) {
        try (SizeTPointer bytes = new SizeTPointer(1)) {
            DriverStatus.check(cuDeviceTotalMem(bytes, device), "cuDeviceTotalMem");
            return bytes.get();
        }
    }

    private static int attribute(int attribute, int device) {
        int[] value = new int[1];
        DriverStatus.check(cuDeviceGetAttribute(value, attribute, device), "cuDeviceGetAttribute");
        return value[0];
    }

    private static UUID uuid(int device) {
        try (CUuuid uuid = new CUuuid()) {
            DriverStatus.check(cuDeviceGetUuid(uuid, device), "cuDeviceGetUuid");
            byte[] bytes = new byte[UUID_BYTES];
            for (int i = 0; i < UUID_BYTES; i++) {
                bytes[i] = uuid.bytes(i);
            }
            ByteBuffer words = ByteBuffer.wrap(bytes);
            return new UUID(words.getLong(), words.getLong());
        }
    }

    /** The driver ends texts with a zero byte. */
    private static String text(byte[] bytes) {
        int end = 0;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        return new String(Arrays.copyOf(bytes, end), UTF_8);
    }
}
