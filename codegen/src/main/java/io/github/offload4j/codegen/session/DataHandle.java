package io.github.offload4j.codegen.session;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.emit.site.SiteRequest;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.Argument;
import io.github.offload4j.codegen.signature.DataAction;
import io.github.offload4j.codegen.signature.MapModifier;
import io.github.offload4j.codegen.signature.Parameter;
import io.github.offload4j.codegen.signature.Passing;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Data that an enter has mapped, until an exit that follows from the same request. */
public final class DataHandle {
    private final Session session;
    private final SiteRequest request;
    private boolean exited;

    DataHandle(Session session, SiteRequest request) {
        this.session = session;
        this.request = request;
    }

    /** Returns what the data is named. */
    public String name() {
        return request.name();
    }

    /** Returns whether an exit has ended it. */
    public boolean isExited() {
        return exited;
    }

    /**
     * Emits an exit of the values that were entered.
     *
     * @param last whether the handle ends with it
     * @throws OffloadException when the handle has ended, or the builder's function cannot use a value of the enter's
     */
    public void exit(boolean last, IrBuilder at) {
        exit(last, request, at);
    }

    /**
     * Emits an exit with the values that another function has for those that were entered.
     *
     * @param last whether the handle ends with it
     * @param here these values, with the mappings of the enter
     * @throws OffloadException when the handle has ended, or the values do not fit what was entered
     */
    public void exit(boolean last, SiteRequest here, IrBuilder at) {
        requireEntered();
        requireSame(here.arguments());
        List<Argument> leaving =
                here.arguments().stream().map(DataHandle::leaving).toList();
        SiteRequest exit = new SiteRequest(name(), leaving, here.device(), here.location());
        session.act(session.planForData(DataAction.EXIT, exit, at.function()), at);
        exited |= last;
    }

    private void requireEntered() {
        if (exited) {
            throw new OffloadException(Reason.STATE, "data '" + name() + "' has been exited; enter it again");
        }
    }

    /** What an exit has in another way than the enter would count other references, or copy back what was not meant. */
    private void requireSame(List<Argument> here) {
        List<Argument> entered = request.arguments();
        if (here.size() != entered.size()) {
            throw new OffloadException(
                    Reason.ARGUMENT,
                    "data '" + name() + "' was entered with " + entered.size() + " arguments, and is exited with "
                            + here.size() + "; give each its value here");
        }
        for (int i = 0; i < here.size(); i++) {
            if (!(here.get(i).passing() instanceof Passing.Mapped mapped)
                    || !(entered.get(i).passing() instanceof Passing.Mapped before)
                    || mapped.access() != before.access()
                    || !mapped.modifiers().equals(before.modifiers())) {
                throw new OffloadException(
                        Reason.ARGUMENT,
                        "argument " + (i + 1) + " of data '" + name()
                                + "' is mapped in another way than when it was entered; map it the same way");
            }
        }
    }

    private static Argument leaving(Argument argument) {
        Passing.Mapped mapped = (Passing.Mapped) argument.passing();
        boolean back = mapped.access() == Access.FROM || mapped.access() == Access.TOFROM;
        Set<MapModifier> modifiers = EnumSet.noneOf(MapModifier.class);
        if (mapped.modifiers().contains(MapModifier.HOLD)) {
            modifiers.add(MapModifier.HOLD);
        }
        if (back && mapped.modifiers().contains(MapModifier.ALWAYS)) {
            modifiers.add(MapModifier.ALWAYS);
        }
        Passing passing = new Passing.Mapped(back ? Access.FROM : Access.ALLOC, modifiers, mapped.extent());
        return new Argument(argument.value(), new Parameter(argument.parameter().name(), passing));
    }
}
