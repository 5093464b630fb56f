package io.github.offload4j.codegen.signature;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.ir.IrValue;
import java.util.Objects;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/** The device that a site uses, in every one of its calls. */
public sealed interface Device {
    /** The one that {@code omp_get_default_device} names when the site begins. */
    record Default() implements Device {}

    /**
     * A device known now.
     *
     * @param number from 0
     */
    record Numbered(int number) implements Device {
        /** Checks the value. */
        public Numbered {
            if (number < 0) {
                throw new OffloadException(
                        Reason.LAUNCH_BOUNDS, "device " + number + " is negative; -1 stands for the default");
            }
        }
    }

    /**
     * A device known when the program runs; -1 stands for the default.
     *
     * @param number an integer of at most 64 bits
     */
    record Computed(IrValue number) implements Device {
        /** Checks the value. */
        public Computed {
            Objects.requireNonNull(number, "number is null");
        }
    }

    /** The default device. */
    Device DEFAULT = new Default();

    /**
     * Returns a device known now.
     *
     * @param number from 0, or -1 for the default
     * @throws OffloadException when it is less than -1
     */
    static Device of(int number) {
        return number == -1 ? DEFAULT : new Numbered(number);
    }

    /** Returns a device known when the program runs, an integer of at most 64 bits; -1 stands for the default. */
    static Device of(LLVMValueRef number) {
        return new Computed(IrValue.of(number, "device"));
    }
}
