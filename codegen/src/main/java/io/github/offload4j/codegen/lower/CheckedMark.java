package io.github.offload4j.codegen.lower;

import io.github.offload4j.codegen.emit.site.SitePlan;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.session.CallPlan;
import io.github.offload4j.codegen.session.Session;

/** A marked call that keeps the rules of every offload site too. */
sealed interface CheckedMark {
    /** Returns what the call is to become. */
    MarkPlan marked();

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
     * Checks what the marks of a call say.
     *
     * @throws io.github.offload4j.codegen.diagnostic.OffloadException when it breaks a rule
     */
    static CheckedMark of(MarkPlan marked, Session session) {
        IrFunction function = marked.call().function();
        if (marked.purpose() instanceof MarkPlan.Launch launch) {
            return new Launch(marked, launch, session.plan(marked.request(launch), function));
        }
        return marked.purpose() instanceof MarkPlan.Data data
                ? new Data(marked, session.planForData(data.action(), marked.region(), function))
                : new Host(marked, session.planForHost(marked.region(), function));
    }
}
