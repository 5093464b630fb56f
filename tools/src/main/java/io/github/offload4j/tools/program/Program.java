package io.github.offload4j.tools.program;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.device.KernelModules;
import io.github.offload4j.codegen.device.KernelsInHost;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.ir.IrGlobal;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.ModuleWriter;
import io.github.offload4j.codegen.ir.VariableSigns;
import io.github.offload4j.codegen.lower.Lowering;
import io.github.offload4j.codegen.option.Transfers;
import io.github.offload4j.codegen.signature.KnownBlocks;
import io.github.offload4j.tools.diagnostic.InputException;
import io.github.offload4j.tools.diagnostic.InputNotes;
import io.github.offload4j.tools.input.IrInput;
import io.github.offload4j.tools.input.MarkedCalls;
import io.github.offload4j.tools.source.CompiledSource;
import io.github.offload4j.tools.source.Language;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A program as one module, and the source files that it was made of; {@link #close()} frees the module. */
public final class Program implements AutoCloseable {
    private final IrInput module;
    private final List<CompiledSource> sources;
    private final boolean compiled;
    private final Function<List<CompiledSource>, IrInput> kernelModule;

    /**
     * Makes a program.
     *
     * @param kernelModule reads it again for the sake of its kernels, given what was compiled for the host
     */
    Program(IrInput module, List<CompiledSource> sources, Function<List<CompiledSource>, IrInput> kernelModule) {
        this(module, sources, !sources.isEmpty(), kernelModule);
    }

    private Program(
            IrInput module,
            List<CompiledSource> sources,
            boolean compiled,
            Function<List<CompiledSource>, IrInput> kernelModule) {
        this.module = module;
        this.compiled = compiled;
        if (compiled) {
            HostPasses.inlineWrappers(module);
        }
        this.sources = List.copyOf(sources);
        this.kernelModule = kernelModule;
    }

    /** Returns a program that is a module which was read already. */
    public static Program of(IrInput module) {
        return new Program(module, List.of(), false, Program::neverCompiled);
    }

    /** Returns a program that is a module which somebody else has just compiled from source files. */
    public static Program ofCompiled(IrInput module) {
        return new Program(module, List.of(), true, Program::neverCompiled);
    }

    private static IrInput neverCompiled(List<CompiledSource> sources) {
        throw new IllegalStateException("no source was compiled");
    }

    /** Returns whether it comes from source files, so that nobody has seen its module. */
    public boolean isCompiled() {
        return compiled;
    }

    /** Returns the module, which stays this object's. */
    public IrInput module() {
        return module;
    }

    /** Returns what was compiled. */
    public List<CompiledSource> sources() {
        return sources;
    }

    /**
     * Finds the kernels that are in the program itself, and the device variables that kernels elsewhere may use. This comes
     * before anything changes the module.
     *
     * @param marked functions that the user says are kernels
     * @param elsewhere whether the user has named a file with kernels: then only what is marked as a kernel is one
     * @return nothing when there is none
     * @throws InputException when a name is no function's, or that of several
     */
    public Optional<KernelSources> kernels(List<String> marked, boolean elsewhere) {
        Set<String> names = new LinkedHashSet<>();
        try (IrModule view = new IrModule(module.raw())) {
            names.addAll(KernelsInHost.find(view, elsewhere ? List.of() : marked, module.name()));
        } catch (OffloadException e) {
            throw new InputException(module.name(), String.valueOf(e.getMessage()));
        }
        if (!elsewhere) {
            names.addAll(LaunchedFunctions.of(module.raw()));
        }
        return names.isEmpty() && !(elsewhere && definesVariables())
                ? Optional.empty()
                : Optional.of(new KernelSources(module.name(), cut(List.copyOf(names)), List.copyOf(names)));
    }

    /** Kernels that are elsewhere may use variables that begin with what the program says. */
    private boolean definesVariables() {
        try (IrModule view = new IrModule(module.raw())) {
            return VariableSigns.find(view).stream().anyMatch(IrGlobal::isDefinition);
        }
    }

    /** The rest of a program can be large, and is read for each device. */
    private byte[] cut(List<String> names) {
        try {
            return KernelModules.part(new KernelModules.Part(kernelContent(), module.name(), names));
        } catch (OffloadException e) {
            throw new InputException(module.name(), String.valueOf(e.getMessage()));
        }
    }

    /** Rust's compiler leaves other code in kernels than in the host's part, so it is called once more. */
    private byte[] kernelContent() {
        if (sources.stream().noneMatch(source -> source.language() == Language.RUST)) {
            return ModuleWriter.bitcode(module.raw());
        }
        try (IrInput again = kernelModule.apply(sources)) {
            return ModuleWriter.bitcode(again.raw());
        }
    }

    /**
     * Makes the module one for the host alone, once it is lowered.
     *
     * @throws InputException when the program declares a device function with another type than it has
     */
    public void leaveToHost() {
        leaveToHost(module);
    }

    /** Does the same to a module that was read alone. */
    public static void leaveToHost(IrInput input) {
        try (IrModule view = new IrModule(input.raw())) {
            KernelsInHost.leaveToHost(view);
        } catch (OffloadException e) {
            throw new InputException(input.name(), String.valueOf(e.getMessage()));
        }
    }

    /**
     * Returns the blocks that the program's marked calls always launch its kernels with.
     *
     * @param launched all kernels of the program
     * @param kernels those that are in the program itself
     * @return none when the marks or the kernels are wrong, which is said when they are lowered and compiled
     */
    public KnownBlocks blocks(OffloadOptions options, KernelFile launched, Optional<KernelSources> kernels) {
        try {
            Lowering lowering = Lowering.with(options).knowingKernels(launched.signed());
            if (!compiled) {
                return lowering.blocks(module.raw());
            }
            // a compiler that leaves code unoptimised hides which numbers are constants
            try (IrInput copy = IrInput.of(module.name(), ModuleWriter.bitcode(module.raw()), InputNotes.silent())) {
                MarkedCalls.attach(copy, lowering);
                HostPasses.run(copy, kernels.map(KernelSources::kernels).orElse(List.of()));
                return lowering.blocks(copy.raw());
            }
        } catch (OffloadException | InputException wrong) {
            return KnownBlocks.none();
        }
    }

    /**
     * Lowers the program. What a compiler left unoptimised is optimised first, and only that: a module of the user's own is
     * as the user wants it.
     *
     * @param kernels those that are in the program itself
     * @param transfers when data is to travel: where it may stay, more is done to find out what memory is mapped
     * @return how many calls were marked
     * @throws InputException with all that is wrong with the marked calls
     */
    public int lower(Lowering lowering, Optional<KernelSources> kernels, Transfers transfers) {
        if (compiled) {
            MarkedCalls.attach(module, lowering);
            List<String> left = kernels.map(KernelSources::kernels).orElse(List.of());
            if (transfers == Transfers.RESIDENT) {
                HostPasses.runToFollowMemory(module, left);
            } else {
                HostPasses.run(module, left);
            }
        }
        return MarkedCalls.lower(module, lowering);
    }

    @Override
    public void close() {
        module.close();
    }
}
