package io.github.offload4j.codegen.device.processor;

import io.github.offload4j.codegen.ir.Attributes;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;

/**
 * A processor in LLVM's words.
 *
 * @param name for example {@code skylake}
 * @param features what it has and lacks beside what its name says, for example {@code +avx2,-fma}
 */
public record Processor(String name, String features) {
    private static final String NAME = "target-cpu";
    private static final String FEATURES = "target-features";

    /** What front ends say of the processor that they would have compiled for. */
    private static final String TUNING = "tune-cpu";

    /** Returns the processor that has what its name says. */
    public static Processor named(String name) {
        return new Processor(name, "");
    }

    /** Removes from a module's functions for which processor they are. */
    public static void forget(IrModule module) {
        for (IrFunction function : module.functions()) {
            Attributes.removeText(function, NAME);
            Attributes.removeText(function, FEATURES);
            Attributes.removeText(function, TUNING);
        }
    }

    /** Says of every body in a module of which nothing is said that it is for this processor, whatever others are for. */
    public void mark(IrModule module) {
        module.functions().forEach(function -> mark(function, module));
    }

    /** Says of a function that it is for this processor, unless it has no body or something is said already. */
    public void mark(IrFunction function, IrModule module) {
        if (function.isDeclaration() || Attributes.hasText(function, NAME)) {
            return;
        }
        Attributes.addText(function, NAME, name, module.context());
        if (!features.isEmpty()) {
            Attributes.addText(function, FEATURES, features, module.context());
        }
    }
}
