package io.github.offload4j.runtime.cuda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.bytedeco.cuda.global.cudart.CU_JIT_ERROR_LOG_BUFFER;
import static org.bytedeco.cuda.global.cudart.CU_JIT_ERROR_LOG_BUFFER_SIZE_BYTES;
import static org.bytedeco.cuda.global.cudart.CU_JIT_INPUT_PTX;
import static org.bytedeco.cuda.global.cudart.CU_JIT_OPTIMIZATION_LEVEL;
import static org.bytedeco.cuda.global.cudart.CU_JIT_TARGET;
import static org.bytedeco.cuda.global.cudart.cuCtxPopCurrent;
import static org.bytedeco.cuda.global.cudart.cuCtxPushCurrent;
import static org.bytedeco.cuda.global.cudart.cuDevicePrimaryCtxRelease;
import static org.bytedeco.cuda.global.cudart.cuDevicePrimaryCtxRetain;
import static org.bytedeco.cuda.global.cudart.cuInit;
import static org.bytedeco.cuda.global.cudart.cuLinkAddData;
import static org.bytedeco.cuda.global.cudart.cuLinkComplete;
import static org.bytedeco.cuda.global.cudart.cuLinkCreate;
import static org.bytedeco.cuda.global.cudart.cuLinkDestroy;

import io.github.offload4j.codegen.device.CubinLinker;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.ir.OptimizationLevel;
import java.util.Optional;
import org.bytedeco.cuda.cudart.CUctx_st;
import org.bytedeco.cuda.cudart.CUlinkState_st;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.javacpp.SizeTPointer;

/** The linker inside the CUDA driver, which makes cubins on machines without the CUDA toolkit's {@code ptxas}. */
public final class DriverCubinLinker implements CubinLinker {
    private static final int LOG_BYTES = 8192;
    private static final int OPTIONS = 4;

    private DriverCubinLinker() {}

    /**
     * Returns the driver's linker, or nothing where there is no CUDA driver, no GPU, or no CUDA library that the binding
     * fits.
     */
    public static Optional<CubinLinker> onThisMachine() {
        try {
            CudaBinding.requireDriver();
            return cuInit(0) == DriverStatus.SUCCESS ? Optional.of(new DriverCubinLinker()) : Optional.empty();
        } catch (OffloadException notHere) {
            return Optional.empty();
        }
    }

    @Override
    public byte[] link(byte[] ptx, String processor, OptimizationLevel level) {
        int device = CudaDevice.handle(0);
        CUctx_st context = new CUctx_st();
        check(cuDevicePrimaryCtxRetain(context, device), "cuDevicePrimaryCtxRetain");
        try {
            check(cuCtxPushCurrent(context), "cuCtxPushCurrent");
            try {
                return linkHere(ptx, processor, level);
            } finally {
                cuCtxPopCurrent(new CUctx_st());
            }
        } finally {
            cuDevicePrimaryCtxRelease(device);
        }
    }

    private static byte[] linkHere(byte[] ptx, String processor, OptimizationLevel level) {
        try (BytePointer log = new BytePointer(LOG_BYTES);
                IntPointer options = new IntPointer(OPTIONS);
                PointerPointer<Pointer> values = new PointerPointer<>(OPTIONS);
                // The driver reads PTX up to its zero byte.
                BytePointer text = new BytePointer(java.util.Arrays.copyOf(ptx, ptx.length + 1));
                BytePointer name = new BytePointer("kernels.ptx\0".getBytes(UTF_8))) {
            log.put(0, (byte) 0);
            setNumber(options, values, 0, CU_JIT_TARGET, number(processor));
            setNumber(options, values, 1, CU_JIT_OPTIMIZATION_LEVEL, number(level.name()));
            setNumber(options, values, 2, CU_JIT_ERROR_LOG_BUFFER_SIZE_BYTES, LOG_BYTES);
            options.put(3, CU_JIT_ERROR_LOG_BUFFER);
            values.put(3, log);
            CUlinkState_st state = new CUlinkState_st();
            check(cuLinkCreate(OPTIONS, options, values, state), "cuLinkCreate");
            try {
                int added = cuLinkAddData(
                        state, CU_JIT_INPUT_PTX, text, ptx.length + 1L, name, 0, (IntPointer) null, (PointerPointer<?>)
                                null);
                checkWithLog(added, "cuLinkAddData", log);
                return complete(state, log);
            } finally {
                cuLinkDestroy(state);
            }
        }
    }

    private static byte[] complete(CUlinkState_st state, BytePointer log) {
        try (BytePointer cubin = new BytePointer();
                SizeTPointer size = new SizeTPointer(1)) {
            checkWithLog(cuLinkComplete(state, cubin, size), "cuLinkComplete", log);
            byte[] bytes = new byte[Math.toIntExact(size.get())];
            cubin.get(bytes);
            return bytes;
        }
    }

    /** The driver takes numbers in the place of addresses. */
    private static void setNumber(
            IntPointer options, PointerPointer<Pointer> values, int index, int option, long number) {
        options.put(index, option);
        values.put(index, new Address(number));
    }

    private static long number(String text) {
        return Long.parseLong(text.replaceAll("[^0-9]", ""));
    }

    private static void check(int status, String function) {
        DriverStatus.check(status, function, Reason.TOOL);
    }

    private static void checkWithLog(int status, String function, BytePointer log) {
        if (status != DriverStatus.SUCCESS) {
            throw new OffloadException(Reason.TOOL, DriverStatus.failure(status, function) + ": " + text(log));
        }
    }

    /** Returns what the driver wrote, up to its zero byte. */
    private static String text(BytePointer log) {
        return new String(log.getStringBytes(), UTF_8)
                .lines()
                .findFirst()
                .orElse("")
                .split("\0", 2)[0]
                .strip();
    }

    private static final class Address extends Pointer {
        Address(long value) {
            this.address = value;
        }
    }
}
