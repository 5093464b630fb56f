package io.github.offload4j.codegen.signature;

import io.github.offload4j.codegen.abi.GpuDriver;
import io.github.offload4j.codegen.ir.IrFunction;
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
