package io.github.offload4j.codegen.lower.call;

import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrValue;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Which calls marks are for. Where {@code offload_for} names a function, its call; otherwise, for a launch, the call of a
 * function that is known as a kernel. That leaves marks without a call where kernels come from elsewhere and nothing is
 * named: for those it is the call that the marks describe.
 */
final class Targets {
    private final Facts facts;
    private final Set<String> kernels;
    private final Set<MarkCall> undecided;

    /**
     * Prepares to ask.
     *
     * @param kernels the symbols of the functions that are known as kernels
     * @param undecided what begins those groups that find no call by their name
     */
    Targets(Facts facts, Set<String> kernels, Set<MarkCall> undecided) {
        this.facts = facts;
        this.kernels = kernels;
        this.undecided = undecided;
    }

    /**
     * Returns whether marks are for a call.
     *
     * @param complete whether no more of these marks may follow
     */
    boolean isFor(Pending.Group marks, IrInstruction call, boolean complete) {
        OptionalLong host = marks.isForData()
                ? OptionalLong.empty()
                : facts.constant(marks.head().first(), 0);
        if (host.isEmpty()) {
            return false;
        }
        Optional<Entry> named = marks.find(MarkFunction.FOR);
        if (named.isPresent()) {
            return facts.calls(call, named.get().first());
        }
        boolean launch = host.getAsLong() == 0;
        if (launch && isKernel(call)) {
            return true;
        }
        return complete
                && undecided.contains(marks.head().first())
                && (launch ? mayBeLaunched(call) : marks.direct())
                && describes(marks, call);
    }

    private boolean isKernel(IrInstruction call) {
        return call.calledFunction().filter(f -> kernels.contains(f.name())).isPresent();
    }

    /** Returns whether a call may be one of a kernel, for all that can be seen of it. */
    static boolean mayBeLaunched(IrInstruction call) {
        return call.value().type().isVoid()
                && call.calledFunction().filter(f -> !f.isVariadic()).isPresent();
    }

    /** Returns whether the arguments of a call are what the marks speak of. */
    private boolean describes(Pending.Group marks, IrInstruction call) {
        boolean byPointer = false;
        for (Entry entry : marks.entries()) {
            if (entry.function().namesByPointer()) {
                byPointer = true;
                if (facts.matching(entry.first(), call).isEmpty()) {
                    return false;
                }
            }
            if (entry.function().namesByNumber() && !hasPointer(call, facts.constant(entry.first(), 0))) {
                return false;
            }
        }
        return byPointer || (marks.direct() && !isInline(call));
    }

    private static boolean hasPointer(IrInstruction call, OptionalLong number) {
        return number.isPresent()
                && number.getAsLong() >= 0
                && number.getAsLong() < call.arguments().size()
                && call.arguments().get((int) number.getAsLong()).type().isPointer();
    }

    /** Returns whether a call is of something like {@code size()}, which stands between marks and call without being meant. */
    private static boolean isInline(IrInstruction call) {
        IrValue callee = call.calledValue();
        return callee.isInlineAssembly()
                || callee.asFunction().filter(IrFunction::isDiscardable).isPresent();
    }
}
