package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMCloneModule;
import static org.bytedeco.llvm.global.LLVM.LLVMDisposeModule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;

/**
 * A private form of a module in which LLVM's own passes have said what functions do with memory: variables are values
 * instead of stack slots, and parameters and functions carry every attribute that follows from their bodies. Bodies that the
 * linker may replace give none.
 *
 * <p>The functions keep their parameters. The module that this was made of is never changed.
 */
public final class ReadableModule implements AutoCloseable {
    /** Promotes slots and joins copies of values, then infers attributes from callees to callers and back. */
    private static final String PASSES =
            "inferattrs,function(sroa,early-cse,instcombine<no-verify-fixpoint>,simplifycfg,sroa),"
                    + "cgscc(function-attrs),rpo-function-attrs,cgscc(function-attrs)";

    private final IrModule module;
    private final Runnable disposal;
    private final Map<IrValue, IrFunction> counterparts = new HashMap<>();

    private ReadableModule(IrModule module, Runnable disposal) {
        this.module = module;
        this.disposal = disposal;
    }

    /**
     * Copies a module.
     *
     * @param original what {@link #counterpart} is asked about
     * @return nothing when LLVM's verifier refuses the module, of which nothing can be said then
     */
    public static Optional<ReadableModule> copyOf(IrModule original) {
        return copyOf(original, Set.of());
    }

    /**
     * Copies a module without instructions of which nothing is to be said.
     *
     * @param original what {@link #counterpart} is asked about
     * @param quiet instructions that do nothing to memory in the copy, and give a value of which nothing is known
     * @return nothing when LLVM's verifier refuses the module, of which nothing can be said then
     */
    public static Optional<ReadableModule> copyOf(IrModule original, Set<IrInstruction> quiet) {
        if (!original.isWellFormed()) {
            return Optional.empty();
        }
        LLVMModuleRef copy = LLVMCloneModule(original.raw());
        IrModule module = new IrModule(copy);
        ReadableModule readable = new ReadableModule(module, () -> {
            module.close();
            LLVMDisposeModule(copy);
        });
        List<IrFunction> before = original.functions();
        List<IrFunction> after = readable.module.functions();
        for (int i = 0; i < before.size(); i++) {
            readable.counterparts.put(before.get(i).value(), after.get(i));
        }
        if (!quiet.isEmpty()) {
            QuietedCalls quieted = new QuietedCalls(module);
            for (int i = 0; i < before.size(); i++) {
                quieted.replace(before.get(i), after.get(i), quiet);
            }
        }
        readable.simplify();
        return Optional.of(readable);
    }

    /**
     * Reads a module from LLVM IR text or bitcode.
     *
     * @param name what LLVM's messages call the input
     * @throws io.github.offload4j.codegen.diagnostic.OffloadException with LLVM's words when the input does not parse or is
     *     not well formed
     */
    public static ReadableModule parse(byte[] input, String name) {
        OwnedModule owned = OwnedModule.parse(input, name);
        ReadableModule readable = new ReadableModule(owned.module(), owned::close);
        try {
            owned.module().verify();
            owned.module().functions().forEach(f -> readable.counterparts.put(f.value(), f));
            readable.simplify();
            return readable;
        } catch (RuntimeException e) {
            readable.close();
            throw e;
        }
    }

    private void simplify() {
        for (IrFunction function : module.functions()) {
            // Functions that nobody may optimise do what they do all the same.
            Attributes.removeFromFunction(function, "optnone");
            CaptureAttributes.respell(function, module.context());
        }
        Passes.run(module.raw(), PASSES, null);
    }

    /** Returns the module in its readable form. */
    public IrModule module() {
        return module;
    }

    /** Returns the readable form of a function of the module that was copied, or parsed. */
    public Optional<IrFunction> counterpart(IrFunction original) {
        return Optional.ofNullable(counterparts.get(original.value()));
    }

    @Override
    public void close() {
        disposal.run();
    }
}
