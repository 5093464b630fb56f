package io.github.offload4j.codegen.analysis;

import io.github.offload4j.codegen.flow.CodeFacts;
import io.github.offload4j.codegen.flow.ModuleFacts;
import io.github.offload4j.codegen.ir.IrModule;

/**
 * What is known of a module that is checked.
 *
 * @param facts where values of its functions come from
 * @param code what its functions do with memory
 */
record CheckedCode(ModuleFacts facts, CodeFacts code) implements AutoCloseable {
    static CheckedCode of(IrModule module) {
        return new CheckedCode(new ModuleFacts(module), CodeFacts.of(module));
    }

    @Override
    public void close() {
        code.close();
    }
}
