package io.github.offload4j.codegen.signature;

import io.github.offload4j.codegen.abi.TaskLayout;
import io.github.offload4j.codegen.ir.IrValue;
import java.util.Objects;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/**
 * What orders asynchronous sites: those that name the same address follow each other in the order in which the program spawns
 * them, unless all of them only read. Only the address counts, not how many bytes are there.
 *
 * @param address the address, a pointer of the host
 * @param kind what is done to what is there
 */
public record Dependence(IrValue address, Kind kind) {
    /** What a site does to what it depends on. */
    public enum Kind {
        /** It reads, and follows the last site that changes. */
        IN(TaskLayout.IN),
        /** It changes, and follows every site before it; OpenMP's {@code out} is the same. */
        INOUT(TaskLayout.INOUT);

        private final int bits;

        Kind(int bits) {
            this.bits = bits;
        }

        /** Returns the number that the runtime knows it by. */
        public int bits() {
            return bits;
        }
    }

    /** Checks the values. */
    public Dependence {
        Objects.requireNonNull(address, "address is null");
        Objects.requireNonNull(kind, "kind is null");
    }

    /** Returns a dependence on what a site reads. */
    public static Dependence in(LLVMValueRef address) {
        return new Dependence(IrValue.of(address, "address"), Kind.IN);
    }

    /** Returns a dependence on what a site changes. */
    public static Dependence inout(LLVMValueRef address) {
        return new Dependence(IrValue.of(address, "address"), Kind.INOUT);
    }
}
