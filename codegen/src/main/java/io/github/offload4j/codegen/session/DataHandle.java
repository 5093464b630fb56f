package io.github.offload4j.codegen.session;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.emit.site.SiteRequest;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.Argument;
import io.github.offload4j.codegen.signature.DataAction;
import io.github.offload4j.codegen.signature.MapModifier;
import io.github.offload4j.codegen.signature.Member;
import io.github.offload4j.codegen.signature.Parameter;
import io.github.offload4j.codegen.signature.Passing;
import io.github.offload4j.codegen.signature.Reach;
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
                    || !mapped.modifiers().equals(before.modifiers())
                    || !isSame(mapped.reach(), before.reach())) {
                throw new OffloadException(
                        Reason.ARGUMENT,
                        "argument " + (i + 1) + " of data '" + name()
                                + "' is mapped in another way than when it was entered; map it the same way");
            }
        }
    }

    private static boolean isSame(Reach here, Reach entered) {
        return (here instanceof Reach.Members inside && entered instanceof Reach.Members before)
                ? areSame(inside.members(), before.members())
                : here.equals(entered);
    }

    /** How many bytes they have another function says by other values. */
    private static boolean areSame(List<Member> here, List<Member> entered) {
        boolean same = here.size() == entered.size();
        for (int i = 0; same && i < here.size(); i++) {
            same = here.get(i).at() == entered.get(i).at()
                    && here.get(i).access() == entered.get(i).access()
                    && here.get(i).modifiers().equals(entered.get(i).modifiers())
                    && areSame(here.get(i).members(), entered.get(i).members());
        }
        return same;
    }

    private static Argument leaving(Argument argument) {
        Passing.Mapped mapped = (Passing.Mapped) argument.passing();
        Reach reach = mapped.reach() instanceof Reach.Members inside
                ? new Reach.Members(
                        inside.members().stream().map(DataHandle::leaving).toList())
                : mapped.reach();
        Passing passing = new Passing.Mapped(
                leaving(mapped.access()), leaving(mapped.access(), mapped.modifiers()), mapped.extent(), reach);
        return new Argument(argument.value(), new Parameter(argument.parameter().name(), passing));
    }

    private static Member leaving(Member member) {
        return new Member(
                member.at(),
                leaving(member.access()),
                leaving(member.access(), member.modifiers()),
                member.extent(),
                member.members().stream().map(DataHandle::leaving).toList());
    }

    private static Access leaving(Access access) {
        return access == Access.FROM || access == Access.TOFROM ? Access.FROM : Access.ALLOC;
    }

    private static Set<MapModifier> leaving(Access access, Set<MapModifier> entered) {
        Set<MapModifier> modifiers = EnumSet.noneOf(MapModifier.class);
        if (entered.contains(MapModifier.HOLD)) {
            modifiers.add(MapModifier.HOLD);
        }
        if (leaving(access) == Access.FROM && entered.contains(MapModifier.ALWAYS)) {
            modifiers.add(MapModifier.ALWAYS);
        }
        return modifiers;
    }
}
