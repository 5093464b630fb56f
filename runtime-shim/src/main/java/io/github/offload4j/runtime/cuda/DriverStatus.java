package io.github.offload4j.runtime.cuda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.bytedeco.cuda.global.cudart.cuGetErrorName;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import org.bytedeco.javacpp.BytePointer;

/** What the driver's functions return. */
final class DriverStatus {
    static final int SUCCESS = 0;

    private DriverStatus() {}

    /**
     * Checks what a function returned.
     *
     * @throws OffloadException with the function and the error's name
     */
    static void check(int status, String function) {
        check(status, function, Reason.EXECUTION);
    }

    static void check(int status, String function, Reason reason) {
        if (status != SUCCESS) {
            throw new OffloadException(reason, failure(status, function));
        }
    }

    static String failure(int status, String function) {
        return "the CUDA driver's " + function + " failed: " + name(status);
    }

    private static String name(int status) {
        try (BytePointer name = new BytePointer()) {
            return cuGetErrorName(status, name) == SUCCESS && !name.isNull()
                    ? new String(name.getStringBytes(), UTF_8)
                    : "error " + status;
        }
    }
}
