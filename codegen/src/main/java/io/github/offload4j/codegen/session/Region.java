package io.github.offload4j.codegen.session;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.codegen.emit.site.LaunchRequest;
import io.github.offload4j.codegen.emit.site.LibraryCall;
import io.github.offload4j.codegen.emit.site.Site;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.signature.Argument;
import io.github.offload4j.codegen.signature.Ordering;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A site that is open from one place of a function to another. Every builder stands in that function. */
public final class Region {
    private final Session session;
    private final Site site;
    private final List<Argument> arguments;
    private final List<Scope> openScopes = new ArrayList<>();
    private boolean open = true;

    Region(Session session, Site site, List<Argument> arguments) {
        this.session = session;
        this.site = site;
        this.arguments = arguments;
    }

    /** Returns whether it has not been closed. */
    public boolean isOpen() {
        return open;
    }

    /**
     * Checks that the region can be used.
     *
     * @throws OffloadException when it is closed, or of another session
     */
    public void requireOpen(Session expected) {
        if (session != expected) {
            throw new OffloadException(Reason.STATE, "the region belongs to another module");
        }
        if (!open) {
            throw new OffloadException(Reason.STATE, "the region is closed; use it before it is");
        }
    }

    /**
     * Checks that device pointers can be had.
     *
     * @throws OffloadException when it was opened for launches, is closed, or of another session
     */
    public void requireDevicePointers(Session expected) {
        requireOpen(expected);
        if (!site.hasDevicePointers()) {
            throw new OffloadException(
                    Reason.STATE,
                    "the region was opened for launches; open it with openWithDevicePointers to get device pointers");
        }
    }

    /**
     * Checks where a builder stands.
     *
     * @throws OffloadException when it stands in another function than the region
     */
    public void requireSameFunction(IrBuilder at) {
        site.requireSameFunction(at);
    }

    /** Returns the device address of a mapped argument, or nothing when the region does not map it. */
    public Optional<IrValue> devicePointer(IrValue hostPointer) {
        return site.devicePointer(hostPointer);
    }

    /**
     * Launches a kernel on the region's arguments.
     *
     * @throws OffloadException when the bounds or the fallback do not fit; nothing is emitted then
     */
    public void launch(LaunchRequest request, IrBuilder at) {
        site.launch(session.planLaunch(request, arguments, at.function()), at);
    }

    /**
     * Calls a function of the host. An argument that the region maps is given as its device address.
     *
     * @return what the function returns; nothing for a {@code void} function
     * @throws OffloadException when the arguments or the ordering do not fit; nothing is emitted then
     */
    public Optional<IrValue> call(FunctionCall call, List<IrValue> values, IrBuilder at) {
        List<IrValue> onDevice = values.stream()
                .map(value -> site.devicePointer(value).orElse(value))
                .toList();
        session.check(call, onDevice, at.function());
        return session.call(call, site, onDevice, List.of(), at);
    }

    /**
     * Begins a part in which the program calls a library itself; it ends before the region does.
     *
     * @param what how messages name the library's function
     * @throws OffloadException when the ordering does not fit
     */
    public Scope enterLibrary(Ordering ordering, String what, IrBuilder at) {
        session.check(ordering, at.function());
        LibraryCall call = session.enter(site, ordering, what, Optional.<SourceLocation>empty(), List.of(), at);
        Scope scope = new Scope(session, this, what, call);
        openScopes.add(scope);
        return scope;
    }

    /** Scopes nest: the device that is current before one is current after it. */
    void requireInnermost(Scope scope) {
        Scope innermost = openScopes.get(openScopes.size() - 1);
        if (innermost != scope) {
            throw new OffloadException(
                    Reason.STATE,
                    "the library scope of '" + innermost.what() + "' is open inside that of '" + scope.what()
                            + "'; close it first");
        }
    }

    void closed(Scope scope) {
        openScopes.remove(scope);
    }

    /** Emits an end, and leaves the region open. */
    public void end(IrBuilder at) {
        site.end(at);
    }

    /**
     * Emits the end; the region is closed then.
     *
     * @throws OffloadException when a library scope of it is open
     */
    public void close(IrBuilder at) {
        if (!openScopes.isEmpty()) {
            throw new OffloadException(
                    Reason.STATE,
                    "the library scope of '"
                            + openScopes.get(openScopes.size() - 1).what()
                            + "' is open; close it before its region");
        }
        open = false;
        site.end(at);
        session.closed(this);
    }
}
