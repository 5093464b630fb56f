package io.github.offload4j.codegen.emit.site;

import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrValue;
import java.util.List;
import java.util.Optional;

/** What goes behind the call of a host function that works on a device: the check of its status, and the wait for it. */
public final class LibraryCall {
    private final LibraryCalls code;
    private final Optional<Entered> entered;
    private final Optional<IrFunction> synchronize;
    private final String callee;
    private final String place;

    /**
     * A device that was made the thread's current one.
     *
     * @param driver the driver's functions, null where there is none
     * @param previous where what was current before is saved
     * @param waitsLater whether the wait comes when something follows that is not on the call's stream
     */
    record Entered(IrValue driver, IrValue previous, boolean waitsLater) {}

    LibraryCall(
            LibraryCalls code,
            Optional<Entered> entered,
            Optional<IrFunction> synchronize,
            String callee,
            String place) {
        this.code = code;
        this.entered = entered;
        this.synchronize = synchronize;
        this.callee = callee;
        this.place = place;
    }

    /**
     * Emits what the arguments are checked for, and returns what to call with them in the place of a host function: the function
     * itself, or what calls it.
     */
    public IrFunction callee(IrFunction function, List<IrValue> arguments, IrBuilder builder) {
        return code.callee(function, arguments, place, builder);
    }

    /** Emits the check of a status: the program stops unless it is 0. */
    public void checkStatus(IrValue status, IrBuilder builder) {
        code.statusCheck().emit(status, place + ": error: '" + callee + "' returned status", builder);
    }

    /** Emits what goes after the call; more than once where there is more than one way out. */
    public void leave(IrBuilder builder) {
        if (entered.isPresent()) {
            List<IrValue> saved = List.of(entered.get().driver(), entered.get().previous());
            if (entered.get().waitsLater()) {
                builder.call(code.drivers().restore(), saved, "");
                return;
            }
            IrFunction leave = code.drivers().leave();
            checkWait(builder.call(leave, saved, ""), builder);
        } else if (synchronize.isPresent()) {
            IrValue waited = builder.call(synchronize.get(), List.of(), "");
            if (!synchronize.get().returnType().isVoid()) {
                checkWait(waited, builder);
            }
        }
    }

    private void checkWait(IrValue waited, IrBuilder builder) {
        code.statusCheck().emit(waited, LibraryCalls.waitFailed(place, callee), builder);
    }
}
