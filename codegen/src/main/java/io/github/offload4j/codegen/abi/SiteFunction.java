package io.github.offload4j.codegen.abi;

/** A function of the runtime whose calls make a site, whoever emitted it; some of them this library never calls. */
public enum SiteFunction {
    /** Maps. */
    BEGIN(RuntimeFunction.DATA_BEGIN.symbol()),
    /** Maps, and does not wait. */
    BEGIN_NOWAIT("__tgt_target_data_begin_nowait_mapper"),
    /** Copies. */
    UPDATE(RuntimeFunction.DATA_UPDATE.symbol()),
    /** Copies, and does not wait. */
    UPDATE_NOWAIT("__tgt_target_data_update_nowait_mapper"),
    /** Unmaps. */
    END(RuntimeFunction.DATA_END.symbol()),
    /** Unmaps, and does not wait. */
    END_NOWAIT("__tgt_target_data_end_nowait_mapper"),
    /** Launches. */
    LAUNCH(RuntimeFunction.TARGET_KERNEL.symbol()),
    /** Launches, and does not wait. */
    LAUNCH_NOWAIT("__tgt_target_kernel_nowait"),
    /** Looks up what was mapped. */
    QUERY(RuntimeFunction.MAPPED_POINTER.symbol());

    private final String symbol;

    SiteFunction(String symbol) {
        this.symbol = symbol;
    }

    /** Returns the linker symbol. */
    public String symbol() {
        return symbol;
    }
}
