package io.github.offload4j.codegen.emit.site;

import io.github.offload4j.codegen.abi.RuntimeFunction;

/** The kinds of data calls. */
public enum DataCall {
    /** Maps, and copies in. */
    BEGIN(RuntimeFunction.DATA_BEGIN, Phase.BEGIN),
    /** Copies back, and unmaps. */
    END(RuntimeFunction.DATA_END, Phase.END),
    /** Copies what is mapped. */
    UPDATE(RuntimeFunction.DATA_UPDATE, Phase.UPDATE);

    private final RuntimeFunction function;
    private final Phase phase;

    DataCall(RuntimeFunction function, Phase phase) {
        this.function = function;
        this.phase = phase;
    }

    RuntimeFunction function() {
        return function;
    }

    Phase phase() {
        return phase;
    }
}
