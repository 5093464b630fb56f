package io.github.offload4j.codegen.emit.preset;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.emit.site.Restrictions;
import io.github.offload4j.codegen.signature.DataAction;

/** What rustc's lowering does not know. */
public final class RustcRestrictions implements Restrictions {
    @Override
    public void checkArgument(String fact) {
        throw new OffloadException(Reason.ARGUMENT, fact + ", which rustc's lowering does not know");
    }

    @Override
    public void checkFallback() {
        throw new OffloadException(
                Reason.ARGUMENT, "rustc's lowering ignores a refused launch, so a fallback would never run");
    }

    @Override
    public void checkData(DataAction action) {
        throw new OffloadException(
                Reason.OPTION, "rustc's lowering has no " + action.noun() + "s; use preset default, which has them");
    }

    @Override
    public void checkTasks() {
        throw new OffloadException(
                Reason.OPTION, "rustc's lowering has no asynchronous sites; use preset default, which has them");
    }

    @Override
    public void checkImages() {
        throw new OffloadException(
                Reason.STATE, "rustc's lowering leaves images to a later tool; use preset default to embed them");
    }

    @Override
    public boolean ordersLibraryCalls() {
        return false;
    }
}
