package io.github.offload4j.codegen.device;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.offload4j.codegen.device.processor.Processor;
import io.github.offload4j.codegen.device.processor.ProcessorChoice;
import io.github.offload4j.codegen.image.Architecture;
import io.github.offload4j.codegen.image.DeviceVariable;
import io.github.offload4j.codegen.ir.Attributes;
import io.github.offload4j.codegen.ir.Comparison;
import io.github.offload4j.codegen.ir.IrBlock;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrGlobal;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Linkage;
import io.github.offload4j.codegen.ir.ModuleLinker;
import io.github.offload4j.codegen.ir.ModuleWriter;
import io.github.offload4j.codegen.ir.OwnedModule;
import io.github.offload4j.codegen.signature.KernelSignature;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The same kernels lowered for several processors, in one module. Under a kernel's symbol stands a function that calls the
 * version for the best processor that the machine is like, which the module finds out at the first launch.
 */
final class Versions {
    private static final String PREFIX = "offload.version.";

    private final ProcessorChoice choice;
    private final List<KernelSignature> kernels;
    private final IrModule module;
    private final Processor plain;

    private Versions(ProcessorChoice choice, List<KernelSignature> kernels, IrModule module, Architecture family) {
        this.choice = choice;
        this.kernels = kernels;
        this.module = module;
        this.plain = Processor.named(family.plainProcessor().orElseThrow());
    }

    /**
     * Joins kernels.
     *
     * @param lowered one for each processor of the choice, in its order; the last gets the others linked into it
     * @param variables what the host knows by name, of which there is one for all versions
     */
    static void join(
            ProcessorChoice choice, List<KernelModule> lowered, List<DeviceVariable> variables, Architecture family) {
        int last = lowered.size() - 1;
        KernelModule least = lowered.get(last);
        Versions versions = new Versions(choice, least.signatures(), least.module(), family);
        versions.rename(least.module(), last);
        for (int i = 0; i < last; i++) {
            versions.link(lowered.get(i), i, variables);
        }
        versions.choose();
    }

    /** Names the kernels of one version, so that none is taken for another. */
    private void rename(IrModule version, int index) {
        choice.processors().get(index).mark(version);
        for (KernelSignature kernel : kernels) {
            version.findFunction(kernel.name()).orElseThrow().rename(symbol(index, kernel));
        }
    }

    private void link(KernelModule version, int index, List<DeviceVariable> variables) {
        byte[] bitcode = ModuleWriter.bitcode(version.module().raw());
        try (OwnedModule copy = OwnedModule.parse(bitcode, "kernels")) {
            rename(copy.module(), index);
            for (DeviceVariable variable : variables) {
                copy.module().findGlobal(variable.name()).ifPresent(IrGlobal::undefined);
            }
            ModuleLinker.link(module, ModuleWriter.bitcode(copy.module().raw()));
        }
    }

    private static String symbol(int index, KernelSignature kernel) {
        return PREFIX + index + "." + kernel.name();
    }

    private void choose() {
        IrContext context = module.context();
        IrFunction chosen = module.addFunction(
                ProcessorChoice.FUNCTION, context.function(context.integer(Integer.SIZE), List.of()), Linkage.EXTERNAL);
        for (KernelSignature kernel : kernels) {
            List<IrFunction> versions = IntStream.range(0, choice.processors().size())
                    .mapToObj(index -> symbol(index, kernel))
                    .map(symbol -> module.findFunction(symbol).orElseThrow())
                    .toList();
            IrFunction function =
                    module.addFunction(kernel.name(), versions.get(0).type(), Linkage.EXTERNAL);
            emit(function, chosen, versions);
            for (int i = 0; i < versions.size(); i++) {
                IrFunction version = versions.get(i);
                version.rename(kernel.name() + "." + choice.processors().get(i).name());
                version.setLinkage(Linkage.INTERNAL);
            }
        }
        ModuleLinker.link(module, choice.function().getBytes(UTF_8));
        module.findFunction(ProcessorChoice.FUNCTION).orElseThrow().setLinkage(Linkage.INTERNAL);
        // the choice has to run wherever the program does
        plain.mark(module);
    }

    private void emit(IrFunction function, IrFunction chosen, List<IrFunction> versions) {
        IrContext context = module.context();
        List<IrValue> arguments = new ArrayList<>();
        for (int i = 0; i < function.parameterTypes().size(); i++) {
            function.nameParameter(i, versions.get(0).parameter(i).name());
            Attributes.copyParameter(versions.get(0), i, function, i);
            arguments.add(function.parameter(i));
        }
        try (IrBuilder builder = IrBuilder.atEnd(function.appendBlock("entry"), context)) {
            IrValue index = builder.call(chosen, List.of(), "processor");
            int asked = choice.isTotal() ? versions.size() - 1 : versions.size();
            for (int i = 0; i < asked; i++) {
                IrBlock here = function.appendBlock("this." + i);
                IrBlock next = function.appendBlock("other." + i);
                IrValue number = context.constant(Integer.SIZE, i);
                builder.branch(builder.compare(Comparison.EQUAL, index, number, ""), here, next);
                builder.moveToEnd(here);
                call(versions.get(i), arguments, builder);
                builder.moveToEnd(next);
            }
            if (choice.isTotal()) {
                call(versions.get(asked), arguments, builder);
            } else {
                new HostStop(module).emit(refusal(function), builder);
            }
        }
    }

    private static void call(IrFunction version, List<IrValue> arguments, IrBuilder builder) {
        builder.call(version, arguments, "");
        builder.returnVoid();
    }

    private String refusal(IrFunction kernel) {
        return "kernel '" + kernel.name() + "' is compiled for "
                + choice.processors().stream().map(Processor::name).collect(Collectors.joining(" and "))
                + ", and this machine lacks what they have; compile it for " + plain.name() + " as well";
    }
}
