package io.github.offload4j.codegen;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.emit.LibraryCall;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import org.bytedeco.llvm.LLVM.LLVMBuilderRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/**
 * The part of a region in which the program calls a library itself. The device of the region's data is the thread's current
 * one in it, and its end waits for the library's work.
 */
public final class LibraryScope {
    private final DataRegion region;
    private final LibraryCall call;

    LibraryScope(DataRegion region, LibraryCall call) {
        this.region = region;
        this.call = call;
    }

    /**
     * Stops the running program with a message unless a status is 0.
     *
     * @param at where the check is emitted
     * @param status an i32
     * @throws OffloadException when the status has another type, or the builder stands in another function
     */
    public void checkStatus(LLVMBuilderRef at, LLVMValueRef status) {
        IrValue value = IrValue.of(status, "status");
        if (!isStatus(value.type())) {
            throw new OffloadException(Reason.ARGUMENT, "the status is " + value.type() + "; give an i32");
        }
        call.checkStatus(value, region.borrow(at));
    }

    static boolean isStatus(IrType type) {
        return type.isInteger() && type.integerBits() == Integer.SIZE;
    }

    /**
     * Emits the end, once on every way out.
     *
     * @param at where it is emitted
     * @throws OffloadException when the builder stands in another function
     */
    public void leave(LLVMBuilderRef at) {
        call.leave(region.borrow(at));
    }
}
