package io.github.offload4j.codegen.session;

import io.github.offload4j.codegen.emit.site.LaunchPlan;
import io.github.offload4j.codegen.emit.site.SitePlan;

/** A call that keeps every rule; only {@link Session#plan} makes one. */
public sealed interface CallPlan {
    /**
     * A launch.
     *
     * @param site the site
     * @param launch the one launch
     */
    record Launch(SitePlan site, LaunchPlan launch) implements CallPlan {}

    /**
     * A call of a host function.
     *
     * @param site the site
     * @param request what was asked for
     * @param call how the function is called
     */
    record Host(SitePlan site, CallRequest request, FunctionCall call) implements CallPlan {}
}
