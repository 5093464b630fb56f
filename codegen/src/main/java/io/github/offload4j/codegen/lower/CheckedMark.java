package io.github.offload4j.codegen.lower;

import io.github.offload4j.codegen.emit.site.SitePlan;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.session.CallPlan;
import io.github.offload4j.codegen.session.CallRequest;
import io.github.offload4j.codegen.session.Session;
import io.github.offload4j.codegen.signature.Dependence;
import java.util.List;

/** A marked call that keeps the rules of every offload site too. */
sealed interface CheckedMark {
    /** Returns what the call is to become. */
    MarkPlan marked();

    /** Returns whether it goes on while the program does, or waits for what does. */
    default boolean isAsynchronous() {
        return this instanceof Spawned || this instanceof Wait;
    }

    /**
     * A launch.
     *
     * @param marked what the marks say
     * @param launch the part of kernel mode
     * @param call the same by the rules
     */
    record Launch(MarkPlan marked, MarkPlan.Launch launch, CallPlan call) implements CheckedMark {}

    /**
     * A call of a host function.
     *
     * @param marked what the marks say
     * @param region the region around it
     */
    record Host(MarkPlan marked, SitePlan region) implements CheckedMark {}

    /**
     * What is done to data without calling anything.
     *
     * @param marked what the marks say
     * @param data the same by the rules
     */
    record Data(MarkPlan marked, SitePlan data) implements CheckedMark {}

    /**
     * Something that goes on while the program does.
     *
     * @param marked what the marks say
     */
    record Spawned(MarkPlan marked) implements CheckedMark {}

    /**
     * A wait for what goes on.
     *
     * @param marked what the marks say
     */
    record Wait(MarkPlan marked) implements CheckedMark {}

    /**
     * Checks what the marks of a call say.
     *
     * @throws io.github.offload4j.codegen.diagnostic.OffloadException when it breaks a rule
     */
    static CheckedMark of(MarkPlan marked, Session session) {
        IrFunction function = marked.call().function();
        if (marked.purpose() instanceof MarkPlan.Wait) {
            session.tasks().checkWait(marked.asynchronous().orElse(List.of()), function);
            return new Wait(marked);
        }
        if (marked.asynchronous().isPresent()) {
            checkSpawned(marked, marked.asynchronous().get(), session);
            return new Spawned(marked);
        }
        if (marked.purpose() instanceof MarkPlan.Launch launch) {
            return new Launch(marked, launch, session.plan(marked.request(launch), function));
        }
        return marked.purpose() instanceof MarkPlan.Data data
                ? new Data(marked, session.planForData(data.action(), marked.region(), function))
                : new Host(marked, session.planForHost(marked.region(), function));
    }

    private static void checkSpawned(MarkPlan marked, List<Dependence> dependences, Session session) {
        IrFunction function = marked.call().function();
        if (marked.purpose() instanceof MarkPlan.Data data) {
            session.tasks().check(data.action(), marked.region(), dependences, function);
        } else {
            session.tasks().check(request(marked), dependences, function);
        }
    }

    /** Returns an asynchronous call. */
    static CallRequest request(MarkPlan marked) {
        return marked.purpose() instanceof MarkPlan.Launch launch ? marked.request(launch) : marked.hostRequest();
    }
}
