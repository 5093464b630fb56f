package io.github.offload4j.tools.build;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.device.DeviceCode;
import io.github.offload4j.codegen.device.DeviceCompiler;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.TransferRemark;
import io.github.offload4j.codegen.image.DeviceImage;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.image.HostKernels;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.TargetMachine;
import io.github.offload4j.codegen.lower.Lowering;
import io.github.offload4j.codegen.option.Registration;
import io.github.offload4j.codegen.signature.KnownBlocks;
import io.github.offload4j.tools.check.ChecksOptions;
import io.github.offload4j.tools.check.ModuleCheck;
import io.github.offload4j.tools.cli.EmissionOptions;
import io.github.offload4j.tools.cli.GlobalOptions;
import io.github.offload4j.tools.diagnostic.InputException;
import io.github.offload4j.tools.input.HostTriple;
import io.github.offload4j.tools.input.IrInput;
import io.github.offload4j.tools.program.KernelFile;
import io.github.offload4j.tools.program.KernelSources;
import io.github.offload4j.tools.program.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The steps from a program to one object of the host with the kernels inside, for every command that takes them. */
final class BuildSteps {
    private final GlobalOptions global;
    private final DeviceOptions device;
    private final EmissionOptions emission;
    private final ChecksOptions checks;
    private final CommandSpec command;

    BuildSteps(
            GlobalOptions global,
            DeviceOptions device,
            EmissionOptions emission,
            ChecksOptions checks,
            CommandSpec command) {
        this.global = global;
        this.device = device;
        this.emission = emission;
        this.checks = checks;
        this.command = command;
    }

    /**
     * Makes a program of the host alone out of one with kernels: images inside, launches in place of marked calls.
     *
     * @param given kernels that the user names beside those of the program
     * @throws InputException when a kernel does not compile, or a marked call is wrong
     */
    void lower(Program program, Optional<KernelFile> given, OffloadOptions options) {
        IrInput module = program.module();
        Optional<KernelSources> own = program.kernels(device.marked(), given.isPresent());
        Optional<KernelFile> all = own.map(found -> KernelFile.of(found, program))
                .map(mine -> given.map(mine::and).orElse(mine))
                .or(() -> given);
        String triple = HostTriple.of(emission.givenTriple(), module);
        boolean marked = lower(
                program, own, options, images(all, options, triple, file -> program.blocks(options, file, own)), all);
        if (own.isPresent()) {
            program.leaveToHost();
        }
        if (marked) {
            check(module.name(), module.raw(), all);
        }
    }

    private void check(String name, LLVMModuleRef module, Optional<KernelFile> kernelFile) {
        try (IrInput bodies = bodies(kernelFile, global)) {
            new ModuleCheck(global.printer(), checks.toCheckOptions()).requireLowered(name, module, bodies);
        }
    }

    /** Parses the kernels' bodies, where they are known. */
    static @Nullable IrInput bodies(Optional<KernelFile> kernelFile, GlobalOptions global) {
        return kernelFile
                .map(known -> IrInput.of(known.name(), known.content(), global.notes()))
                .orElse(null);
    }

    /** Returns whether a call was marked. */
    private boolean lower(
            Program program,
            Optional<KernelSources> own,
            OffloadOptions options,
            List<DeviceImage> images,
            Optional<KernelFile> kernelFile) {
        IrInput module = program.module();
        HostTriple.giveOrDefault(emission.givenTriple(), module);
        List<TransferRemark> remarks = new ArrayList<>();
        Lowering lowering = Lowering.with(options)
                .embedding(images.toArray(DeviceImage[]::new))
                .remarkingTo(remarks::add);
        if (kernelFile.isPresent()) {
            lowering = lowering.knowingKernels(kernelFile.get().content());
        }
        boolean withHost = images.stream().anyMatch(image -> image.hostVersion().isPresent());
        if (kernelFile.isPresent() && own.isPresent() && !withHost) {
            Optional<HostKernels> onHost =
                    kernelFile.get().onHost(HostTriple.of(Optional.empty(), module), global.notes());
            lowering = onHost.isPresent() ? lowering.computingOnHost(onHost.get()) : lowering;
        }
        boolean marked = program.lower(lowering, own, options.transfers()) > 0;
        emission.print(remarks, module.name(), global.printer());
        if (!marked && kernelFile.isPresent()) {
            throw new InputException(module.name(), "no call is marked, so nothing would launch the kernels");
        }
        if (!marked && program.isCompiled()) {
            throw new InputException(
                    module.name(),
                    "no call is marked and no function is a kernel, so there is nothing for a device; what to write is"
                            + " in docs/marks.md");
        }
        return marked;
    }

    /**
     * Compiles the kernels for every target.
     *
     * @param triple of the host code
     * @param blocks reads what is known of their launches
     */
    List<DeviceImage> images(
            Optional<KernelFile> kernelFile,
            OffloadOptions options,
            String triple,
            Function<KernelFile, KnownBlocks> blocks) {
        if (kernelFile.isEmpty()) {
            if (!device.targets().isEmpty()) {
                throw new ParameterException(
                        command.commandLine(),
                        "--target compiles kernels, and the input has none; name the file that has them with --device");
            }
            return List.of();
        }
        KernelFile file = kernelFile.get();
        boolean forWrapper = options.registration() == Registration.LINKER_WRAPPER;
        List<DeviceTarget> targets = device.targetsOrHost(triple, global.printer()::note);
        DeviceCompiler compiler = file.prepare(
                device.compiler().forRuntime(emission.runtimeAbi()), targets, () -> blocks.apply(file), global.notes());
        return file.explaining(() -> {
            List<DeviceImage> images = new ArrayList<>();
            for (List<DeviceTarget> together : DeviceTarget.perImage(targets)) {
                try (DeviceCode code = compiler.lower(file.content(), file.name(), together)) {
                    images.add(forWrapper ? code.relocatable() : code.image());
                }
            }
            return images;
        });
    }

    /** Returns the target of a module. */
    static String triple(LLVMModuleRef module) {
        try (IrModule view = new IrModule(module)) {
            return view.triple();
        }
    }

    /**
     * Returns the object of a module.
     *
     * @param name what messages call it
     * @param abandon keeps the module from being disposed of, when LLVM gave up in the middle of it
     */
    byte[] object(String name, LLVMModuleRef module, Runnable abandon) {
        try (TargetMachine machine = TargetMachine.of(triple(module), "", device.hostLevel())) {
            machine.optimize(module, device.hostLevel());
            return machine.emitObject(module);
        } catch (OffloadException e) {
            if (e.reason() == OffloadException.Reason.LLVM) {
                abandon.run();
            }
            throw new InputException(name, Objects.requireNonNull(e.getMessage(), "message is null"));
        }
    }
}
