package io.github.offload4j.codegen;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.session.Region;
import io.github.offload4j.codegen.session.Scope;
import io.github.offload4j.codegen.session.Session;
import org.bytedeco.llvm.LLVM.LLVMBuilderRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/**
 * The part of a region in which the program calls a library itself. The device of the region's data is the thread's current
 * one in it, and its end waits for the library's work. It is closed before its region, as scopes nest.
 */
public final class LibraryScope implements AutoCloseable {
    private final Session session;
    private final Region region;
    private final LLVMBuilderRef builder;
    private final Scope scope;

    LibraryScope(Session session, Region region, LLVMBuilderRef builder, Scope scope) {
        this.session = session;
        this.region = region;
        this.builder = builder;
        this.scope = scope;
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
        scope.checkStatus(value, borrow(at));
    }

    /**
     * Emits another end of the scope, for a second way out of it, and leaves it open.
     *
     * @param at where the end is emitted
     * @throws OffloadException when the scope is closed, or the builder has no position in the region's function
     */
    public void end(LLVMBuilderRef at) {
        scope.end(borrow(at));
    }

    /**
     * Emits the end of the scope where the builder that entered it stands now. A second call does nothing.
     *
     * @throws OffloadException when a scope that was entered later is open, or the builder has no position in the region's
     *     function any more
     */
    @Override
    public void close() {
        if (scope.isOpen()) {
            scope.close(borrow(builder));
        }
    }

    private IrBuilder borrow(LLVMBuilderRef at) {
        scope.requireOpen();
        return Builders.borrow(at, session, region);
    }
}
