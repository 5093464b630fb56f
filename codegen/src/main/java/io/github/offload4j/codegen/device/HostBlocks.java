package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.device.block.BlockForm;
import io.github.offload4j.codegen.device.block.BlockFunction;
import io.github.offload4j.codegen.device.block.CommonCode;
import io.github.offload4j.codegen.device.block.ItemFunction;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.ir.Attributes;
import io.github.offload4j.codegen.ir.IrBlock;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Linkage;
import io.github.offload4j.codegen.ir.Opcode;
import io.github.offload4j.codegen.ir.OptimizationLevel;
import io.github.offload4j.codegen.ir.SharedMemory;
import io.github.offload4j.codegen.ir.TargetMachine;
import java.util.Collection;
import java.util.List;

/** A kernel for the host whose threads have something to do with each other: they wait, or share memory, or a warp. */
final class HostBlocks {
    private final IrModule module;
    private final String kernel;
    private final BlockFunction item;
    private final boolean copied;

    private HostBlocks(IrModule module, String kernel, BlockFunction item, boolean copied) {
        this.module = module;
        this.kernel = kernel;
        this.item = item;
        this.copied = copied;
    }

    /** Returns whether a kernel is one of these. */
    static boolean isOne(IrFunction kernel) {
        return Reach.of(List.of(kernel)).stream()
                .anyMatch(value -> (value.isGlobalVariable() && SharedMemory.isShared(value))
                        || value.asFunction()
                                .flatMap(f -> DeviceFunction.of(f.name()))
                                .filter(DeviceFunction::isOfBlock)
                                .isPresent());
    }

    /**
     * Begins with one: a function for one thread, which calls the kernel and which that is to be inlined into.
     *
     * @param symbol the kernel's own
     */
    static HostBlocks of(IrFunction body, String symbol, IrModule module) {
        IrFunction function = module.addFunction(
                symbol + ".item", BlockFunction.type(body.parameterTypes(), module.context()), Linkage.INTERNAL);
        BlockFunction item = new BlockFunction(function);
        item.nameParameters();
        boolean copied = MeetingCalls.mayBeCopies(Reach.of(List.of(body)));
        try (IrBuilder builder = IrBuilder.atEnd(function.appendBlock("entry"), module.context())) {
            builder.call(body, item.arguments(), "");
            builder.returnVoid();
        }
        Collection<IrValue> parameters = item.arguments();
        int first = function.parameterCount() - parameters.size();
        for (int i = 0; i < parameters.size(); i++) {
            function.nameParameter(first + i, body.parameter(i).name());
            if (body.parameterTypes().get(i).isPointer()) {
                Attributes.copyParameter(body, i, function, first + i);
            }
        }
        return new HostBlocks(module, symbol, item, copied);
    }

    IrFunction function() {
        return item.function();
    }

    /** Makes the function one that runs a block, once everything has been inlined into it. */
    HostBlock lower(TargetMachine machine, OptimizationLevel level, BlockForm.Choice choice) {
        requireFixedSlots();
        MeetingCalls meetings = MeetingCalls.replace(item, module, copied);
        CommonCode.WARP.link(module);
        machine.runPasses(module.raw(), "always-inline");
        HostShared shared = HostShared.place(item, module, kernel);
        HostAtomics.ofBlock(item, module.context());
        BlockForm form = BlockForm.of(item, module, machine, level, kernel, meetings.places(), choice);
        Attributes.addToFunction(form.block().function(), "alwaysinline", module.context());
        return new HostBlock(form, shared);
    }

    private void requireFixedSlots() {
        IrBlock entry = item.function().blocks().get(0);
        for (IrInstruction instruction : item.function().instructions()) {
            if (instruction.opcode() == Opcode.ALLOCA
                    && !(instruction.operand(0).isConstantInteger()
                            && instruction.block().equals(entry))) {
                throw new OffloadException(
                        Reason.KERNEL,
                        "'" + kernel
                                + "' cannot be compiled for " + HostShared.family(module)
                                + ": it has a stack slot whose size is computed, or that"
                                + " is reserved behind the first block"
                                + instruction
                                        .location()
                                        .map(l -> " (" + l + ")")
                                        .orElse("")
                                + ", and every thread of a block that waits for others would need its own");
            }
        }
    }

    /** Forgets what only the lowering has called. */
    static void finish(IrModule module) {
        ItemFunction.forget(module);
    }
}
