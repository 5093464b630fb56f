package io.github.offload4j.codegen;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.session.Region;
import io.github.offload4j.codegen.session.Scope;
import io.github.offload4j.codegen.session.Session;
import io.github.offload4j.codegen.signature.Ordering;
import java.util.Objects;
import org.bytedeco.llvm.LLVM.LLVMBuilderRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/**
 * Data that is mapped between two places of a function. Opening it copies in, closing it copies back and unmaps.
 *
 * <p>While it is open the host must not touch the mapped memory: what it reads is stale, what it writes is lost.
 */
public final class DataRegion implements AutoCloseable {
    private final Session session;
    private final LLVMBuilderRef builder;
    private final Region region;

    DataRegion(Session session, LLVMBuilderRef builder, Region region) {
        this.session = session;
        this.builder = builder;
        this.region = region;
    }

    /**
     * Returns the device address of a mapped argument.
     *
     * @param hostPointer the value that was mapped
     * @throws OffloadException when the region was opened for launches only, or does not map the pointer
     */
    public LLVMValueRef devicePointer(LLVMValueRef hostPointer) {
        IrValue pointer = IrValue.of(hostPointer, "pointer");
        region.requireDevicePointers(session);
        return region.devicePointer(pointer)
                .orElseThrow(() -> new OffloadException(Reason.ARGUMENT, "the region does not map " + pointer))
                .raw();
    }

    /**
     * Begins a part of the region in which the program calls a library itself. {@link HostFunction} is the short form for
     * one call.
     *
     * @param at where it begins; {@link LibraryScope#close} ends it where this builder stands then
     * @param ordering what makes the library's work and the runtime's copies follow each other
     * @param what how messages name the library's function
     * @return what ends it
     * @throws OffloadException when the region was opened for launches only, or the ordering does not fit
     */
    public LibraryScope enterLibrary(LLVMBuilderRef at, Ordering ordering, String what) {
        Objects.requireNonNull(ordering, "ordering is null");
        Objects.requireNonNull(what, "what is null");
        region.requireDevicePointers(session);
        Scope scope = region.enterLibrary(ordering, what, Builders.borrow(at, session, region));
        return new LibraryScope(session, region, at, scope);
    }

    /**
     * Emits another end of the region, for a second way out of it, and leaves it open.
     *
     * @param at where the end is emitted
     * @throws OffloadException when the region is closed, or the builder has no position in the region's function
     */
    public void end(LLVMBuilderRef at) {
        region.requireOpen(session);
        region.end(Builders.borrow(at, session, region));
    }

    /**
     * Emits the end of the region where the builder that opened it stands now. A second call does nothing.
     *
     * @throws OffloadException when a library scope of the region is open, or the builder has no position in the region's
     *     function any more
     */
    @Override
    public void close() {
        if (region.isOpen()) {
            region.close(Builders.borrow(builder, session, region));
        }
    }

    Region region() {
        return region;
    }
}
