package io.github.offload4j.codegen.emit.site;

/** A launch that keeps every rule; only {@link SiteRules} makes one. */
public final class LaunchPlan {
    private final LaunchRequest request;

    LaunchPlan(LaunchRequest request) {
        this.request = request;
    }

    /** Returns what was asked for. */
    public LaunchRequest request() {
        return request;
    }
}
