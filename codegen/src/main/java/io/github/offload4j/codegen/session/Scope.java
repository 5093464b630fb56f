package io.github.offload4j.codegen.session;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.emit.site.LibraryCall;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrValue;
import java.util.List;

/** A part of a region in which the program calls a library itself. Scopes nest, and are closed before their region. */
public final class Scope {
    private final Session session;
    private final Region region;
    private final String what;
    private final LibraryCall call;
    private boolean open = true;

    Scope(Session session, Region region, String what, LibraryCall call) {
        this.session = session;
        this.region = region;
        this.what = what;
        this.call = call;
    }

    /** Returns how messages name the library's function. */
    String what() {
        return what;
    }

    /** Returns whether it has not been closed. */
    public boolean isOpen() {
        return open;
    }

    /**
     * Checks that it has not been closed.
     *
     * @throws OffloadException when it has
     */
    public void requireOpen() {
        if (!open) {
            throw new OffloadException(Reason.STATE, "the library scope is closed");
        }
    }

    /** Returns what to call in the place of a host function, with the same arguments: the function itself, or what calls it. */
    public IrFunction callee(IrFunction function, List<IrValue> arguments, IrBuilder at) {
        return call.callee(function, arguments, at);
    }

    /**
     * Stops the running program with a message unless a status is 0.
     *
     * @throws OffloadException when the status is no i32, or belongs elsewhere
     */
    public void checkStatus(IrValue status, IrBuilder at) {
        session.requireUsable(status, at.function(), "the status");
        if (!FunctionCall.isStatus(status.type())) {
            throw new OffloadException(Reason.ARGUMENT, "the status is " + status.type() + "; give an i32");
        }
        call.checkStatus(status, at);
    }

    /** Emits an end, and leaves the scope open. */
    public void end(IrBuilder at) {
        call.leave(at);
    }

    /**
     * Emits the end; the scope is closed then.
     *
     * @throws OffloadException when a scope that was entered later is open
     */
    public void close(IrBuilder at) {
        region.requireInnermost(this);
        end(at);
        open = false;
        region.closed(this);
    }
}
