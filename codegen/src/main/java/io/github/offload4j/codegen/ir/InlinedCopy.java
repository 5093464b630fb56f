package io.github.offload4j.codegen.ir;

/**
 * A private copy of a module, in a context of its own, in which functions are inlined wherever they are called by name, and
 * variables are values instead of stack slots. Lines of debug information stay.
 */
public final class InlinedCopy implements AutoCloseable {
    private final ModuleCopy owner;
    private final IrModule module;

    /** Copies a module that LLVM's verifier accepts. */
    public InlinedCopy(IrModule original) {
        this.owner = new ModuleCopy(original.raw());
        this.module = new IrModule(owner.raw());
        for (IrFunction function : module.functions()) {
            Attributes.removeFromFunction(function, "noinline");
            Attributes.removeFromFunction(function, "optnone");
            if (!function.isDeclaration()) {
                Attributes.addToFunction(function, "alwaysinline", module.context());
            }
        }
        Passes.run(module.raw(), "always-inline,function(sroa)", null);
    }

    /** Returns the copy. */
    public IrModule module() {
        return module;
    }

    @Override
    public void close() {
        module.close();
        owner.close();
    }
}
