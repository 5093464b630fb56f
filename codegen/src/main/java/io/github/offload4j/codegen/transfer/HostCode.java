package io.github.offload4j.codegen.transfer;

import io.github.offload4j.codegen.flow.CodeFacts;
import io.github.offload4j.codegen.flow.ModuleFacts;
import io.github.offload4j.codegen.ir.IrModule;

/**
 * What is known of a host module's code while transfers are planned; it must not change meanwhile.
 *
 * @param facts where values of its functions come from
 * @param code what its functions do with memory
 * @param runtime which of its calls reach the runtime
 */
record HostCode(ModuleFacts facts, CodeFacts code, RuntimeCalls runtime) implements AutoCloseable {
    static HostCode of(IrModule module) {
        return new HostCode(new ModuleFacts(module), CodeFacts.of(module), new RuntimeCalls());
    }

    @Override
    public void close() {
        code.close();
    }
}
