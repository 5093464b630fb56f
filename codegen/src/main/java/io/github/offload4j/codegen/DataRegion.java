package io.github.offload4j.codegen;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.codegen.emit.LibraryCall;
import io.github.offload4j.codegen.emit.Site;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Ownership;
import io.github.offload4j.codegen.signature.Argument;
import io.github.offload4j.codegen.signature.Ordering;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bytedeco.llvm.LLVM.LLVMBuilderRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.jspecify.annotations.Nullable;

/**
 * Data that is mapped between two places of a function. Opening it copies in, closing it copies back and unmaps.
 *
 * <p>While it is open the host must not touch the mapped memory: what it reads is stale, what it writes is lost.
 */
public final class DataRegion implements AutoCloseable {
    private final OffloadModule owner;
    private final LLVMBuilderRef builder;
    private final Site site;
    private final List<Argument> arguments;
    private final List<LibraryScope> openScopes = new ArrayList<>();
    private boolean open = true;

    DataRegion(OffloadModule owner, LLVMBuilderRef builder, Site site, List<Argument> arguments) {
        this.owner = owner;
        this.builder = builder;
        this.site = site;
        this.arguments = arguments;
    }

    /**
     * Returns the device address of a mapped argument.
     *
     * @param hostPointer the value that was mapped
     * @throws OffloadException when the region was opened for launches only, or does not map the pointer
     */
    public LLVMValueRef devicePointer(LLVMValueRef hostPointer) {
        IrValue pointer = IrValue.of(hostPointer, "pointer");
        requireDevicePointers(owner);
        return site.devicePointer(pointer)
                .orElseThrow(() -> new OffloadException(Reason.ARGUMENT, "the region does not map " + pointer))
                .raw();
    }

    /**
     * Begins a part of the region in which the program calls a library itself. {@link HostFunction} is the short form for
     * one call.
     *
     * @param builder where it begins; {@link LibraryScope#close} ends it where this builder stands then
     * @param ordering what makes the library's work and the runtime's copies follow each other
     * @param what how messages name the library's function
     * @return what ends it
     * @throws OffloadException when the region was opened for launches only, or the ordering does not fit
     */
    public LibraryScope enterLibrary(LLVMBuilderRef builder, Ordering ordering, String what) {
        Objects.requireNonNull(ordering, "ordering is null");
        Objects.requireNonNull(what, "what is null");
        requireDevicePointers(owner);
        IrBuilder at = borrow(builder);
        owner.checkOrdering(ordering, at.function());
        return enter(builder, at, ordering, what, null, List.of());
    }

    LibraryScope enter(
            LLVMBuilderRef builder,
            IrBuilder at,
            Ordering ordering,
            String what,
            @Nullable SourceLocation location,
            List<IrValue> devicePointers) {
        IrValue memory = site.deviceMemory(at);
        if (memory.isNullConstant() && !devicePointers.isEmpty()) {
            memory = devicePointers.get(0);
        }
        LibraryCall call = LibraryCall.enter(
                owner.emission(), ordering, what, Optional.ofNullable(location).or(at::sourceLocation), memory, at);
        LibraryScope scope = new LibraryScope(this, builder, what, call);
        openScopes.add(scope);
        return scope;
    }

    /** Scopes nest: the device that is current before one is current after it. */
    void requireInnermost(LibraryScope scope) {
        LibraryScope innermost = openScopes.get(openScopes.size() - 1);
        if (innermost != scope) {
            throw new OffloadException(
                    Reason.STATE,
                    "the library scope of '" + innermost.what() + "' is open inside that of '" + scope.what()
                            + "'; close it first");
        }
    }

    void closed(LibraryScope scope) {
        openScopes.remove(scope);
    }

    void requireUsable(IrValue value, IrBuilder at, String what) {
        Ownership.requireUsable(value, at.function(), owner.module(), what);
    }

    void requireDevicePointers(OffloadModule module) {
        requireOpen(module);
        if (!site.hasDevicePointers()) {
            throw new OffloadException(
                    Reason.STATE,
                    "the region was opened for launches; open it with openWithDevicePointers to get device pointers");
        }
    }

    /**
     * Emits another end of the region, for a second way out of it, and leaves it open.
     *
     * @param at where the end is emitted
     * @throws OffloadException when the region is closed, or the builder has no position in the region's function
     */
    public void end(LLVMBuilderRef at) {
        requireOpen(owner);
        site.end(borrow(at));
    }

    /**
     * Emits the end of the region where the builder that opened it stands now. A second call does nothing.
     *
     * @throws OffloadException when a library scope of the region is open, or the builder has no position in the region's
     *     function any more
     */
    @Override
    public void close() {
        if (open) {
            IrBuilder at = borrow(builder);
            if (!openScopes.isEmpty()) {
                throw new OffloadException(
                        Reason.STATE,
                        "the library scope of '"
                                + openScopes.get(openScopes.size() - 1).what()
                                + "' is open; close it before its region");
            }
            open = false;
            site.end(at);
            owner.closed(this);
        }
    }

    void requireOpen(OffloadModule module) {
        if (owner != module) {
            throw new OffloadException(Reason.STATE, "the region belongs to another module");
        }
        if (!open) {
            throw new OffloadException(Reason.STATE, "the region is closed");
        }
    }

    /** Returns a view of a builder that stands in the function that the region was opened in. */
    IrBuilder borrow(LLVMBuilderRef at) {
        IrBuilder borrowed = owner.borrow(at);
        site.requireSameFunction(borrowed);
        return borrowed;
    }

    Site site() {
        return site;
    }

    List<Argument> arguments() {
        return arguments;
    }
}
