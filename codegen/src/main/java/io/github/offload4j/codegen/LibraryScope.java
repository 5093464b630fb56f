package io.github.offload4j.codegen;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.emit.LibraryCall;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import org.bytedeco.llvm.LLVM.LLVMBuilderRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/**
 * The part of a region in which the program calls a library itself. The device of the region's data is the thread's current
 * one in it, and its end waits for the library's work. It is closed before its region, as scopes nest.
 */
public final class LibraryScope implements AutoCloseable {
    private final DataRegion region;
    private final LLVMBuilderRef builder;
    private final String what;
    private final LibraryCall call;
    private boolean open = true;

    LibraryScope(DataRegion region, LLVMBuilderRef builder, String what, LibraryCall call) {
        this.region = region;
        this.builder = builder;
        this.what = what;
        this.call = call;
    }

    /**
     * Stops the running program with a message unless a status is 0.
     *
     * @param at where the check is emitted
     * @param status an i32
     * @throws OffloadException when the status has another type or belongs elsewhere, the scope is closed, or the builder
     *     stands in another function
     */
    public void checkStatus(LLVMBuilderRef at, LLVMValueRef status) {
        IrValue value = IrValue.of(status, "status");
        IrBuilder place = borrow(at);
        region.requireUsable(value, place, "the status");
        if (!isStatus(value.type())) {
            throw new OffloadException(Reason.ARGUMENT, "the status is " + value.type() + "; give an i32");
        }
        call.checkStatus(value, place);
    }

    static boolean isStatus(IrType type) {
        return type.isInteger() && type.integerBits() == Integer.SIZE;
    }

    /**
     * Emits another end of the scope, for a second way out of it, and leaves it open.
     *
     * @param at where the end is emitted
     * @throws OffloadException when the scope is closed, or the builder has no position in the region's function
     */
    public void end(LLVMBuilderRef at) {
        call.leave(borrow(at));
    }

    /**
     * Emits the end of the scope where the builder that entered it stands now. A second call does nothing.
     *
     * @throws OffloadException when a scope that was entered later is open, or the builder has no position in the region's
     *     function any more
     */
    @Override
    public void close() {
        if (open) {
            region.requireInnermost(this);
            end(builder);
            open = false;
            region.closed(this);
        }
    }

    String what() {
        return what;
    }

    private IrBuilder borrow(LLVMBuilderRef at) {
        if (!open) {
            throw new OffloadException(Reason.STATE, "the library scope is closed");
        }
        return region.borrow(at);
    }
}
