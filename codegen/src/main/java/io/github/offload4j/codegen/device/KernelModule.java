package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.device.math.MathLowering;
import io.github.offload4j.codegen.device.processor.Processor;
import io.github.offload4j.codegen.device.refusal.Refusals;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.image.Architecture;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.image.DeviceVariable;
import io.github.offload4j.codegen.ir.Attributes;
import io.github.offload4j.codegen.ir.DiagnosticLog;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrGlobal;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.KeptSymbols;
import io.github.offload4j.codegen.ir.Linkage;
import io.github.offload4j.codegen.ir.ModuleLinker;
import io.github.offload4j.codegen.ir.ModuleParts;
import io.github.offload4j.codegen.ir.ModuleWriter;
import io.github.offload4j.codegen.ir.OptimizationLevel;
import io.github.offload4j.codegen.ir.OwnedModule;
import io.github.offload4j.codegen.ir.ParameterText;
import io.github.offload4j.codegen.ir.TargetMachine;
import io.github.offload4j.codegen.signature.KernelSignature;
import io.github.offload4j.codegen.signature.KnownBlocks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** A kernel module as the user wrote it, read into a context of its own and given a target. */
final class KernelModule implements AutoCloseable {
    /** Marks the functions that are kernels, as rustc does. */
    static final String KERNEL_ATTRIBUTE = "offload-kernel";

    /** The pass that deletes what nothing reaches that the linker can see. */
    private static final String DROP_UNREACHABLE = "globaldce";

    private static final String DEVICE_PREFIX = "offload.";

    private final OwnedModule owned;
    private final DiagnosticLog log;
    private final List<IrFunction> kernels;
    private final ModuleVariables variables;
    private List<KernelSignature> signatures = List.of();
    private List<DeviceVariable> described = List.of();
    private KnownBlocks blocks = KnownBlocks.none();

    private KernelModule(OwnedModule owned, ModuleVariables variables) {
        this.owned = owned;
        this.variables = variables;
        this.log = new DiagnosticLog(owned.module().context());
        this.kernels = owned.module().functions().stream()
                .filter(function -> Attributes.hasText(function, KERNEL_ATTRIBUTE))
                .toList();
    }

    /**
     * Reads text or bitcode and checks its kernels.
     *
     * @throws OffloadException when it does not parse, has no kernel, or a kernel cannot be compiled for the target
     */
    static KernelModule read(KernelSource source, DeviceTarget target, TargetMachine machine, OptimizationLevel level) {
        OwnedModule owned = parse(source, target, level);
        KernelModule module;
        try {
            owned.module().verify();
            source.linked().forEach(more -> ModuleLinker.linkNeeded(owned.module(), more.content(), more.name()));
            KernelMarks.apply(owned.module(), source.marked(), source.name());
            Promises.keep(owned.module());
            module = new KernelModule(owned, ModuleVariables.of(owned.module(), target, source.name()));
        } catch (RuntimeException e) {
            owned.close();
            throw e;
        }
        try {
            module.blocks = source.blocks();
            module.dropHostPart(source.name(), machine);
            UnrollCounts.tellOfForbidden(owned.module(), source.notes());
            List<IrFunction> stops = ForeignCode.drop(owned.module(), source.notes());
            SharedVariables.place(owned.module());
            ForeignIntrinsics.translate(owned.module(), target);
            DeviceDeclarations.unify(owned.module());
            Refusals refusals = new Refusals(target);
            Printing.lower(owned.module(), target.architecture(), refusals, source.notes());
            machine.withRoom(() -> module.check(source.name(), target, refusals));
            refusals.throwIfAny(DemangledNames::of);
            StopMessages messages = new StopMessages(owned.module(), target.architecture());
            messages.add(stops);
            // what only code for the host used that is gone now
            machine.runPasses(owned.module().raw(), DROP_UNREACHABLE);
            machine.apply(module.module().raw());
            module.sign();
            Processor.forget(module.module()); // the target decides
            module.variables.export(target.architecture());
            module.described = module.variables.described();
            MathLowering.lower(module.module(), target, machine, level, source.libraries(), refusals);
            refusals.throwIfAny(DemangledNames::of);
            Fences.lower(module.module());
            SyncScopes.translate(module.module(), target, source.unscoped());
            WideAtomics.lower(module.module(), target, machine);
            return module;
        } catch (RuntimeException e) {
            module.closeUnlessAbandoned(machine);
            throw e;
        }
    }

    /**
     * Returns a module with the kernels of a source and what they reach, and nothing else that a linker sees.
     *
     * @return bitcode
     * @throws OffloadException when it does not parse, a name is no function's or that of several, or a kernel uses a
     *     variable that code which runs at load time uses too
     */
    static byte[] part(KernelSource source) {
        OwnedModule owned = OwnedModule.parse(source.content(), source.name());
        KernelModule module;
        try {
            owned.module().verify();
            KernelMarks.apply(owned.module(), source.marked(), source.name());
            module = new KernelModule(owned, ModuleVariables.defined(owned.module()));
        } catch (RuntimeException e) {
            owned.close();
            throw e;
        }
        TargetMachine machine = TargetMachine.of(TargetMachine.hostTriple());
        try {
            module.dropHostPart(source.name(), machine);
            return ModuleWriter.bitcode(module.module().raw());
        } finally {
            module.closeUnlessAbandoned(machine);
            machine.close();
        }
    }

    private static OwnedModule parse(KernelSource source, DeviceTarget target, OptimizationLevel level) {
        OwnedModule owned = OwnedModule.parse(source.content(), source.name());
        owned.note().ifPresent(source.notes()::ofIr);
        if (target.architecture() != Architecture.NVPTX64 || level == OptimizationLevel.O0) {
            return owned;
        }
        try {
            Optional<OwnedModule> reduced = DebugDirectives.reduced(owned, source.name());
            reduced.ifPresent(copy -> {
                owned.close();
                source.notes()
                        .ofIr("debug information reduced to line numbers, as ptxas takes no more beside optimisation;"
                                + " -O=0 keeps all of it");
            });
            return reduced.orElse(owned);
        } catch (RuntimeException e) {
            owned.close();
            throw e;
        }
    }

    /** Leaves the kernels and what they come to. */
    private void dropHostPart(String name, TargetMachine machine) {
        // one that only its own file sees would go as well
        kernels.forEach(kernel -> kernel.setLinkage(Linkage.EXTERNAL));
        variables.keep();
        HostPart.drop(module(), kernels, name);
        Printing.forgetInline(module());
        internalize();
        // one without a body is refused by the compiler, or is another module's
        KeptSymbols.keep(
                module(), kernels.stream().filter(IrFunction::isDeclaration).toList());
        machine.runPasses(module().raw(), DROP_UNREACHABLE);
        KeptSymbols.drop(module());
    }

    private void check(String name, DeviceTarget target, Refusals refusals) {
        if (kernels.isEmpty()) {
            throw new OffloadException(
                    Reason.KERNEL,
                    name + " has no kernel: no function is in the section \"" + KernelMarks.SECTION
                            + "\", or has the attribute or the annotation \"" + KERNEL_ATTRIBUTE + "\"");
        }
        String triple = module().triple();
        if (!triple.isEmpty()
                && !triple.startsWith(target.architecture().optionName())
                && !triple.startsWith(Architecture.NVPTX64.optionName())
                && !ForeignCode.isHost(triple)) {
            throw new OffloadException(
                    Reason.KERNEL,
                    name + " is for '" + triple + "', not for " + target
                            + "; leave out the target triple and data layout of a kernel module");
        }
        ModuleParts.firstAlias(module()).ifPresent(alias -> {
            throw new OffloadException(
                    Reason.KERNEL,
                    name + " has the alias " + alias + ", which not every device can link; use what it stands for");
        });
        if (ModuleParts.hasAssembly(module())) {
            throw new OffloadException(Reason.KERNEL, name + " has assembly outside of functions");
        }
        KernelRules.check(kernels, module(), target, refusals);
    }

    /** Notes what the kernels take, in the sizes that the target's data layout gives. */
    private void sign() {
        signatures = kernels.stream().map(this::signature).toList();
    }

    private KernelSignature signature(IrFunction kernel) {
        List<IrType> types = kernel.parameterTypes();
        List<String> spelled = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            OptionalLong copied = Attributes.copiedType(kernel, i)
                    .map(module().layout()::bytes)
                    .orElse(OptionalLong.empty());
            spelled.add(
                    copied.isPresent()
                            ? ParameterText.of(copied.getAsLong())
                            : ParameterText.of(types.get(i), module().layout()));
        }
        return new KernelSignature(kernel.name(), spelled);
    }

    /** Hides every body but the kernels, and every variable that the host does not know, from whoever is not in the module. */
    void internalize() {
        for (IrFunction function : module().functions()) {
            if (!function.isDeclaration() && !kernels.contains(function)) {
                function.setLinkage(Linkage.INTERNAL);
            }
        }
        for (IrGlobal global : module().globals()) {
            if (global.isDefinition()
                    && !variables.contains(global)
                    && !global.value().name().startsWith("llvm.")) {
                global.setLinkage(Linkage.INTERNAL);
            }
        }
        KeptSymbols.drop(module());
    }

    /** Replaces characters in the names of everything local; LLVM keeps the names apart. */
    void renameLocals(Pattern characters) {
        for (IrFunction function : module().functions()) {
            if (function.isLocal()) {
                function.rename(characters.matcher(function.name()).replaceAll("_"));
            }
        }
        for (IrGlobal global : module().globals()) {
            if (global.isDefinition() && !variables.contains(global)) {
                global.rename(characters.matcher(global.value().name()).replaceAll("_"));
            }
        }
    }

    /** Deletes the declarations of device functions, to which no call is left. */
    void dropDeviceDeclarations() {
        for (IrFunction function : module().functions()) {
            boolean device = function.name().startsWith(DEVICE_PREFIX)
                    || DeviceFunction.of(function.name()).isPresent();
            if (device && function.isDeclaration()) {
                if (!function.value().users().isEmpty()) {
                    throw new OffloadException(
                            Reason.KERNEL,
                            "'" + function.name()
                                    + "' is called by a function that is itself called through a pointer; call it"
                                    + " directly");
                }
                function.delete();
            }
        }
    }

    IrModule module() {
        return owned.module();
    }

    List<IrFunction> kernels() {
        return kernels;
    }

    /** Returns what is known of the launches. */
    KnownBlocks blocks() {
        return blocks;
    }

    List<KernelSignature> signatures() {
        return signatures;
    }

    /** Returns the variables that the host knows, as they were when the module was read: code generators replace them. */
    List<DeviceVariable> variables() {
        return described;
    }

    /** Throws when LLVM has reported an error about this module. */
    void requireNoErrors() {
        if (!log.errors().isEmpty()) {
            throw new OffloadException(Reason.KERNEL, String.join("; ", log.errors()));
        }
    }

    /** LLVM stands in the middle of what it gave up on, for ever. */
    void closeUnlessAbandoned(TargetMachine machine) {
        if (!machine.isAbandoned()) {
            close();
        }
    }

    @Override
    public void close() {
        log.close();
        owned.close();
    }
}
