package io.github.offload4j.codegen;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.emit.site.SiteRequest;
import io.github.offload4j.codegen.session.DataHandle;
import io.github.offload4j.codegen.session.Session;
import io.github.offload4j.codegen.signature.Device;
import java.util.Objects;
import org.bytedeco.llvm.LLVM.LLVMBuilderRef;

/**
 * Data that {@link OffloadModule#enter} has mapped, until an exit in this function or another. The exit copies back what was
 * mapped {@code from} or {@code tofrom}, and releases the rest.
 *
 * <p>Where the data is to stay mapped, or something else unmaps it, the handle is simply dropped. Whoever owes the program an
 * exit closes it.
 */
public final class EnteredData implements AutoCloseable {
    private final Session session;
    private final DataHandle handle;

    EnteredData(Session session, DataHandle handle) {
        this.session = session;
        this.handle = handle;
    }

    /**
     * Emits the exit, with the values that were entered; the handle ends with it.
     *
     * @param at where the exit is emitted, where these values can be used
     * @throws OffloadException when the handle has ended, or the builder stands in another module or where the values cannot
     *     be used
     */
    public void exit(LLVMBuilderRef at) {
        handle.exit(true, Builders.borrow(at, session));
    }

    /**
     * Emits the exit in a function that has other values for what was entered, its parameters for example; the handle ends
     * with it.
     *
     * @param at where the exit is emitted
     * @param arguments the values there, mapped as they were when they were entered
     * @param device the device that they were entered on
     * @throws OffloadException when the handle has ended, the builder stands in another module, or the arguments do not fit
     */
    public void exit(LLVMBuilderRef at, OffloadArguments arguments, Device device) {
        Objects.requireNonNull(arguments, "arguments is null");
        Objects.requireNonNull(device, "device is null");
        SiteRequest request = new SiteRequest(handle.name(), arguments.toList(), device, arguments.location());
        handle.exit(true, request, Builders.borrow(at, session));
    }

    /**
     * Emits another exit, for a second way on which the data ends, and leaves the handle as it is.
     *
     * @param at where the exit is emitted, where the values that were entered can be used
     * @throws OffloadException when the handle has ended, or the builder stands in another module or where the values cannot
     *     be used
     */
    public void end(LLVMBuilderRef at) {
        handle.exit(false, Builders.borrow(at, session));
    }

    /**
     * Checks that the data has been exited. Emits nothing.
     *
     * @throws OffloadException when it has not
     */
    @Override
    public void close() {
        if (!handle.isExited()) {
            throw new OffloadException(
                    Reason.STATE, "data '" + handle.name() + "' was entered, and is never exited; emit its exit");
        }
    }
}
