package io.github.offload4j.codegen.emit.site;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrValue;
import java.util.Optional;

/** A site that was opened: the runtime calls that still can be put on its data. */
public interface Site {
    /** Launches a kernel on the site's arguments. */
    void launch(LaunchPlan launch, IrBuilder builder);

    /** Copies back and unmaps. */
    void end(IrBuilder builder);

    /** Returns whether device addresses can be had from this site. */
    boolean hasDevicePointers();

    /** Returns the device address of a mapped host pointer, or nothing when the site does not have it. */
    Optional<IrValue> devicePointer(IrValue hostPointer);

    /** Returns an address that tells which device the data is on; null where there is none, or nobody is to know. */
    IrValue deviceMemory(IrBuilder builder);

    /** Returns the function that the site's stack slots are in. */
    IrFunction function();

    /**
     * Checks that a builder stands where the site's stack slots are.
     *
     * @throws OffloadException when it stands in another function
     */
    default void requireSameFunction(IrBuilder builder) {
        if (!builder.function().value().equals(function().value())) {
            throw new OffloadException(
                    Reason.POSITION,
                    "the region was opened in function '" + function().name() + "', the builder stands in '"
                            + builder.function().name() + "'");
        }
    }
}
