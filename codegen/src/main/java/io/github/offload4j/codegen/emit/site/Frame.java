package io.github.offload4j.codegen.emit.site;

import io.github.offload4j.codegen.emit.global.ConstantTables;
import io.github.offload4j.codegen.emit.runtime.Conventions;
import io.github.offload4j.codegen.emit.runtime.RuntimeTypes;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where the memory of a site is that the runtime gets to see: its arrays, and {@code kernel_args}. They are stack slots of
 * the function's first block, so that a site in a loop does not grow the stack. Nobody else reserves any.
 */
final class Frame {
    private final Memory memory;
    private final SitePlan plan;
    private @Nullable ArgumentArrays arrays;
    private @Nullable KernelArguments kernelArguments;

    /** What frames of a module are made from. */
    record Memory(IrContext context, RuntimeTypes types, ConstantTables tables, Conventions conventions) {}

    Frame(Memory memory, SitePlan plan) {
        this.memory = memory;
        this.plan = plan;
    }

    /**
     * Reserves the arrays.
     *
     * @param entry a builder behind the stack slots of the function's first block
     */
    void reserveArrays(List<EntryShape> shapes, IrBuilder entry) {
        arrays = new ArgumentArrays(memory, plan.name(), shapes, plan.phases(), entry);
    }

    /**
     * Reserves the struct of launches, unless it was reserved before.
     *
     * @param entry a builder behind the stack slots of the function's first block
     */
    void reserveKernelArguments(IrBuilder entry) {
        if (kernelArguments == null) {
            kernelArguments = new KernelArguments(memory.context(), memory.types(), entry);
        }
    }

    /** Returns the arrays, once they are reserved. */
    ArgumentArrays arrays() {
        return Objects.requireNonNull(arrays, "the arrays are not reserved yet");
    }

    /** Returns the struct of launches, reserving it where no layout has. */
    KernelArguments kernelArguments(IrBuilder builder) {
        if (kernelArguments == null) {
            try (IrBuilder entry = builder.pastAllocas()) {
                reserveKernelArguments(entry);
            }
        }
        return Objects.requireNonNull(kernelArguments, "it was just reserved");
    }
}
