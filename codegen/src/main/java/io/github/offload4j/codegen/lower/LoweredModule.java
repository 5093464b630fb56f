package io.github.offload4j.codegen.lower;

import java.util.List;
import java.util.Optional;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;

/**
 * A module whose marked calls were lowered, with what is known of its sites from that. It is of use until the module is
 * freed, or somebody removes or replaces instructions, functions or variables of it.
 */
public final class LoweredModule {
    private final LLVMModuleRef module;
    private final int calls;
    private final Optional<List<LoweredFunction>> functions;

    private LoweredModule(LLVMModuleRef module, int calls, Optional<List<LoweredFunction>> functions) {
        this.module = module;
        this.calls = calls;
        this.functions = functions;
    }

    /** Returns a module of which nothing is known but how many calls were marked. */
    static LoweredModule unknown(LLVMModuleRef module, int calls) {
        return new LoweredModule(module, calls, Optional.empty());
    }

    static LoweredModule known(LLVMModuleRef module, int calls, List<LoweredFunction> functions) {
        return new LoweredModule(module, calls, Optional.of(List.copyOf(functions)));
    }

    /** Returns the module. */
    public LLVMModuleRef raw() {
        return module;
    }

    /** Returns how many calls were marked. */
    public int calls() {
        return calls;
    }

    /** Returns the functions with sites in the order of the module, when the module has no other sites. */
    public Optional<List<LoweredFunction>> functions() {
        return functions;
    }
}
