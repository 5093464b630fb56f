package io.github.offload4j.codegen.signature;

import io.github.offload4j.codegen.abi.GpuDriver;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrValue;
import java.util.Objects;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/**
 * What makes the work of a host function and the runtime's copies follow each other. A library such as cuBLAS returns before
 * its work on the device is done, and the runtime's streams do not wait for the library's.
 */
public sealed interface Ordering {
    /**
     * Waits for the device that holds the data, if the process has CUDA's or HIP's driver loaded and the data is in memory
     * of such a device. The function runs with that device as the thread's current one.
     */
    record Automatic() implements Ordering {}

    /**
     * Like {@link Automatic} for one driver, which the function cannot do without: the program stops with a message when
     * the driver is missing or the data is not in the memory of one of its devices.
     *
     * @param driver the driver
     */
    record Required(GpuDriver driver) implements Ordering {
        /** Checks the value. */
        public Required {
            Objects.requireNonNull(driver, "driver is null");
        }
    }

    /**
     * Like {@link Required}, for a function that leaves its work on one stream of the device, where it is done in order.
     * Calls of a function of the program whose streams are equal follow each other without a wait. The wait is behind the
     * last of them: before anything else is called, which may be a launch, a copy or the end of a region, and before the
     * function returns.
     *
     * @param driver the driver
     * @param stream a pointer or an integer that stands for the stream, such as the library's handle
     */
    record Streamed(GpuDriver driver, IrValue stream) implements Ordering {
        /** Checks the values. */
        public Streamed {
            Objects.requireNonNull(driver, "driver is null");
            Objects.requireNonNull(stream, "stream is null");
        }
    }

    /**
     * Calls a function afterwards, which returns when the work is done.
     *
     * @param function takes nothing; an i32 that it returns is 0 for success, and the program stops otherwise
     */
    record Called(IrFunction function) implements Ordering {
        /** Checks the value. */
        public Called {
            Objects.requireNonNull(function, "function is null");
        }
    }

    /** Does nothing: the function's work is done when it returns, or the program orders it by its own means. */
    record None() implements Ordering {}

    /** Waits where there is a device to wait for. */
    Ordering AUTOMATIC = new Automatic();

    /** Does nothing. */
    Ordering NONE = new None();

    /** Waits for a device of a driver, and stops the program where there is none. */
    static Ordering required(GpuDriver driver) {
        return new Required(driver);
    }

    /**
     * Waits for a device of a driver as {@link #required} does, but not between calls on one stream that follow each other.
     *
     * @param stream a pointer or an integer of at most 64 bits that stands for the stream: a handle of the library whose
     *     stream stays the same meanwhile, the stream itself, or 0 for the default one
     * @throws NullPointerException when the stream is null
     */
    static Ordering stream(GpuDriver driver, LLVMValueRef stream) {
        return new Streamed(driver, IrValue.of(stream, "stream"));
    }

    /**
     * Calls a function afterwards.
     *
     * @param function takes nothing and returns nothing or an i32 that is 0 for success
     * @throws NullPointerException when the handle is null
     * @throws io.github.offload4j.codegen.diagnostic.OffloadException when it is not a function
     */
    static Ordering by(LLVMValueRef function) {
        return new Called(IrFunction.of(function, "synchronize function"));
    }
}
