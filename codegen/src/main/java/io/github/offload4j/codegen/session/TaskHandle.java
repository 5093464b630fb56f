package io.github.offload4j.codegen.session;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.signature.Dependence;
import java.util.List;
import java.util.Optional;

/** An asynchronous site that was spawned. */
public final class TaskHandle {
    private final Session session;
    private final String name;
    private final IrFunction spawner;
    private final Optional<IrValue> token;
    private boolean awaited;

    /**
     * Makes a handle of a task that was spawned.
     *
     * @param token what stands for it in dependences
     */
    TaskHandle(Session session, String name, IrFunction spawner, Optional<IrValue> token) {
        this.session = session;
        this.name = name;
        this.spawner = spawner;
        this.token = token;
    }

    /** Returns what the site is named. */
    public String name() {
        return name;
    }

    /** Returns whether a wait for it was emitted. */
    public boolean isAwaited() {
        return awaited;
    }

    /**
     * Emits a wait for this site.
     *
     * @throws OffloadException when the builder stands in another function than the one that spawns it
     */
    public void await(IrBuilder at) {
        if (!at.function().equals(spawner)) {
            throw new OffloadException(
                    Reason.POSITION,
                    "site '" + name + "' is spawned in function '" + spawner.name()
                            + "', and the builder stands in '" + at.function().name()
                            + "'; wait there for everything, or for its dependences");
        }
        Dependence last = new Dependence(token.orElseThrow(), Dependence.Kind.INOUT);
        session.tasks().await(List.of(last), at);
        awaited = true;
    }
}
