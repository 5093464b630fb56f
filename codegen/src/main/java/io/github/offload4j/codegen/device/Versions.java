package io.github.offload4j.codegen.device;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.offload4j.codegen.device.processor.Processor;
import io.github.offload4j.codegen.device.processor.ProcessorChoice;
import io.github.offload4j.codegen.image.Architecture;
import io.github.offload4j.codegen.image.DeviceTarget;
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
    private static final String CHOOSING = ".choosing";

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
        versions.choose(List.of());
    }

    /**
     * Has kernels for one processor refuse to run on other machines.
     *
     * @param choice of the processor, and of what the others are called
     * @param target what the user calls the processor
     */
    static void guard(ProcessorChoice choice, KernelModule lowered, DeviceTarget target) {
        Versions versions = new Versions(choice, lowered.signatures(), lowered.module(), target.architecture());
        versions.rename(lowered.module(), 0);
        versions.choose(List.of(target));
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

    /**
     * Puts what chooses under the kernels' symbols, in front of their versions.
     *
     * @param guarded the target of the only version, where there is one
     */
    private void choose(List<DeviceTarget> guarded) {
        IrContext context = module.context();
        IrFunction chosen = module.addFunction(
                ProcessorChoice.FUNCTION, context.function(context.integer(Integer.SIZE), List.of()), Linkage.EXTERNAL);
        module.addGlobal(ProcessorChoice.CHOSEN, context.integer(Integer.SIZE), Linkage.EXTERNAL);
        int count = guarded.isEmpty() ? choice.processors().size() : 1;
        for (KernelSignature kernel : kernels) {
            List<IrFunction> versions = IntStream.range(0, count)
                    .mapToObj(index -> symbol(index, kernel))
                    .map(symbol -> module.findFunction(symbol).orElseThrow())
                    .toList();
            IrFunction function =
                    module.addFunction(kernel.name(), versions.get(0).type(), Linkage.EXTERNAL);
            emit(function, chosen, versions, guarded);
            for (int i = 0; i < versions.size(); i++) {
                IrFunction version = versions.get(i);
                version.rename(kernel.name() + "." + choice.processors().get(i).name());
                version.setLinkage(Linkage.INTERNAL);
            }
        }
        ModuleLinker.link(module, choice.function().getBytes(UTF_8));
        module.findFunction(ProcessorChoice.FUNCTION).orElseThrow().setLinkage(Linkage.INTERNAL);
        module.findGlobal(ProcessorChoice.CHOSEN).orElseThrow().setLinkage(Linkage.INTERNAL);
        // the choice has to run wherever the program does
        plain.mark(module);
    }

    /** Emits a function that jumps to the best version once that is known to be it, and else to one that chooses. */
    private void emit(IrFunction function, IrFunction chosen, List<IrFunction> versions, List<DeviceTarget> guarded) {
        IrFunction choosing = module.addFunction(function.name() + CHOOSING, function.type(), Linkage.INTERNAL);
        List<IrValue> arguments = take(versions.get(0), function);
        try (IrBuilder builder = IrBuilder.atEnd(function.appendBlock("entry"), module.context())) {
            IrValue memory =
                    module.findGlobal(ProcessorChoice.CHOSEN).orElseThrow().value();
            IrValue known = builder.loadRelaxed(module.context().integer(Integer.SIZE), memory, Integer.BYTES, "known");
            onlyIf(known, 0, () -> call(versions.get(0), arguments, builder), builder);
            call(choosing, arguments, builder);
        }
        choose(function, choosing, chosen, versions, guarded);
    }

    private static List<IrValue> take(IrFunction like, IrFunction function) {
        List<IrValue> arguments = new ArrayList<>();
        for (int i = 0; i < function.parameterTypes().size(); i++) {
            function.nameParameter(i, like.parameter(i).name());
            Attributes.copyParameter(like, i, function, i);
            arguments.add(function.parameter(i));
        }
        return arguments;
    }

    private void choose(
            IrFunction kernel,
            IrFunction function,
            IrFunction chosen,
            List<IrFunction> versions,
            List<DeviceTarget> guarded) {
        List<IrValue> arguments = take(versions.get(0), function);
        try (IrBuilder builder = IrBuilder.atEnd(function.appendBlock("entry"), module.context())) {
            IrValue index = builder.call(chosen, List.of(), "processor");
            List<Processor> processors = choice.processors();
            for (int i = 0; i < processors.size() - 1; i++) {
                int number = i;
                onlyIf(
                        index,
                        i,
                        () -> {
                            if (number < versions.size()) {
                                call(versions.get(number), arguments, builder);
                            } else {
                                stop(refusal(kernel, guarded.get(0), processors.get(number)), builder);
                            }
                        },
                        builder);
            }
            Processor least = processors.get(processors.size() - 1);
            if (!guarded.isEmpty()) {
                stop(refusal(kernel, guarded.get(0), least), builder);
            } else if (choice.isTotal()) {
                call(versions.get(versions.size() - 1), arguments, builder);
            } else {
                onlyIf(
                        index,
                        processors.size() - 1,
                        () -> call(versions.get(versions.size() - 1), arguments, builder),
                        builder);
                stop(refusal(kernel), builder);
            }
        }
    }

    /** Emits what runs where an index is a certain number, and leaves the builder where it is not. */
    private void onlyIf(IrValue index, int number, Runnable emission, IrBuilder builder) {
        IrFunction function = builder.function();
        IrBlock here = function.appendBlock("this." + number);
        IrBlock next = function.appendBlock("other." + number);
        IrValue constant = module.context().constant(Integer.SIZE, number);
        builder.branch(builder.compare(Comparison.EQUAL, index, constant, ""), here, next);
        builder.moveToEnd(here);
        emission.run();
        builder.moveToEnd(next);
    }

    private void stop(String why, IrBuilder builder) {
        new HostStop(module).emit(why, builder);
    }

    private static void call(IrFunction version, List<IrValue> arguments, IrBuilder builder) {
        builder.call(version, arguments, "").asInstruction().orElseThrow().allowTailCall();
        builder.returnVoid();
    }

    private static String refusal(IrFunction kernel, DeviceTarget target, Processor machine) {
        String family = target.architecture().optionName();
        return "kernel '" + kernel.name() + "' is compiled for " + target.processor() + ", and this machine is "
                + machine.name() + "; compile it for both, with --target=" + family + ":"
                + ProcessorChoice.choosable(target)
                + " --target=" + family + ":" + machine.name();
    }

    private String refusal(IrFunction kernel) {
        return "kernel '" + kernel.name() + "' is compiled for "
                + choice.processors().stream().map(Processor::name).collect(Collectors.joining(" and "))
                + ", and this machine lacks what they have; compile it for " + plain.name() + " as well";
    }
}
