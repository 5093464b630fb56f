package io.github.offload4j.codegen;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.session.Session;
import io.github.offload4j.codegen.session.TaskHandle;
import org.bytedeco.llvm.LLVM.LLVMBuilderRef;

/**
 * An asynchronous site that {@link OffloadModule#spawn} has emitted. Until the program has waited for it, the memory of its
 * arguments belongs to it.
 *
 * <p>Where something else waits, {@link OffloadModule#await} in another function for example, the handle is simply dropped.
 * Whoever owes the program a wait closes it.
 */
public final class OffloadTask implements AutoCloseable {
    private final Session session;
    private final TaskHandle handle;

    OffloadTask(Session session, TaskHandle handle) {
        this.session = session;
        this.handle = handle;
    }

    /**
     * Emits a wait for this site alone. Where a loop spawns it several times, the wait is for all of them. It may be emitted
     * several times, for several ways through the function.
     *
     * @param at where the wait is emitted
     * @throws NullPointerException when the builder is null
     * @throws OffloadException when the builder stands in another function than the one that spawns the site
     */
    public void await(LLVMBuilderRef at) {
        handle.await(Builders.borrow(at, session));
    }

    /**
     * Checks that a wait for this site was emitted. Emits nothing.
     *
     * @throws OffloadException when none was
     */
    @Override
    public void close() {
        if (!handle.isAwaited()) {
            throw new OffloadException(
                    Reason.STATE, "site '" + handle.name() + "' is spawned, and never waited for; emit a wait");
        }
    }
}
