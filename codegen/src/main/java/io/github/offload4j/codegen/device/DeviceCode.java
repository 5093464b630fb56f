package io.github.offload4j.codegen.device;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.offload4j.codegen.abi.KernelForm;
import io.github.offload4j.codegen.abi.RuntimeAbi;
import io.github.offload4j.codegen.device.block.BlockForm;
import io.github.offload4j.codegen.device.math.HostLibrary;
import io.github.offload4j.codegen.device.math.VectorMath;
import io.github.offload4j.codegen.device.processor.Processor;
import io.github.offload4j.codegen.device.processor.ProcessorChoice;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.image.Architecture;
import io.github.offload4j.codegen.image.DeviceImage;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.image.HostKernels;
import io.github.offload4j.codegen.image.ImageKind;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.ModuleWriter;
import io.github.offload4j.codegen.ir.OptimizationLevel;
import io.github.offload4j.codegen.ir.TargetMachine;
import java.util.List;

/** Kernels lowered and optimised for one target: to be looked at, or to be linked. */
public final class DeviceCode implements AutoCloseable {
    private final KernelModule kernels;
    private final TargetMachine machine;
    private final DeviceTarget target;
    private final Processor processor;
    private final OptimizationLevel level;
    private final CubinLinker cubinLinker;
    private final KernelForm form;
    private boolean entered;

    private DeviceCode(
            KernelModule kernels,
            TargetMachine machine,
            DeviceTarget target,
            Processor processor,
            OptimizationLevel level,
            CubinLinker cubinLinker,
            KernelForm form) {
        this.kernels = kernels;
        this.machine = machine;
        this.target = target;
        this.processor = processor;
        this.level = level;
        this.cubinLinker = cubinLinker;
        this.form = form;
    }

    static DeviceCode lower(
            KernelSource source,
            Architecture architecture,
            Processor processor,
            OptimizationLevel level,
            CubinLinker cubinLinker,
            BlockForm.Choice threads,
            RuntimeAbi runtime) {
        DeviceTarget target = new DeviceTarget(architecture, processor.name());
        TargetMachine machine = TargetMachine.of(target.triple(), processor.name(), processor.features(), level);
        KernelModule kernels;
        try {
            kernels = KernelModule.read(source, target, machine, level);
        } catch (RuntimeException e) {
            machine.close();
            throw e;
        }
        KernelForm form = runtime.kernelForm(architecture.isHost());
        DeviceCode code = new DeviceCode(kernels, machine, target, processor, level, cubinLinker, form);
        try {
            machine.withRoom(() -> TargetLowering.of(target.architecture())
                    .lower(kernels, machine, new HostLowering.Threads(level, threads), form));
            UnrollCounts.choose(kernels.module(), machine, target.architecture(), level);
            optimize(kernels.module(), machine, target, level);
            kernels.module().verify();
            kernels.requireNoErrors();
            return code;
        } catch (RuntimeException e) {
            code.close();
            throw e;
        }
    }

    /**
     * Makes one code of several that chooses among them when it runs.
     *
     * @param codes one for each processor of the choice, in its order; they are this class's from now on
     */
    static DeviceCode choosing(ProcessorChoice choice, List<DeviceCode> codes) {
        DeviceCode least = codes.get(codes.size() - 1);
        try {
            Versions.join(
                    choice,
                    codes.stream().map(code -> code.kernels).toList(),
                    least.kernels.variables(),
                    least.target.architecture());
            least.kernels.module().verify();
        } catch (RuntimeException e) {
            least.close();
            throw e;
        } finally {
            codes.stream().filter(code -> code != least).forEach(DeviceCode::close);
        }
        return least;
    }

    /** Makes of a code for one processor of hosts one that ends with a message on machines that are not like it. */
    DeviceCode guardedBy(ProcessorChoice choice, DeviceTarget named) {
        try {
            Versions.guard(choice, kernels, named);
            kernels.module().verify();
            return this;
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private static void optimize(IrModule module, TargetMachine machine, DeviceTarget target, OptimizationLevel level) {
        switch (target.architecture()) {
            case X86_64 -> VectorMath.optimize(module, machine, level);
            // glibc before 2.38 has no functions of vectors for it
            case AARCH64, AMDGCN -> machine.optimize(module.raw(), level);
            case NVPTX64 -> {
                machine.optimize(module.raw(), level);
                LoopBranches.backFirst(module);
            }
        }
    }

    /** Returns the code as text of LLVM IR, with what the runtime calls. */
    public String ir() {
        addEntries();
        return ModuleWriter.text(kernels.module().raw());
    }

    /**
     * Returns the code as assembly: PTX for NVIDIA's GPUs.
     *
     * @throws OffloadException when LLVM cannot translate a function
     */
    public String assembly() {
        return new String(emit(true), UTF_8);
    }

    /**
     * Returns the code as an object that is still to be linked, for the linker wrapper: PTX for NVIDIA's GPUs, a
     * relocatable object for the others.
     *
     * @throws OffloadException when LLVM cannot translate a function
     */
    public DeviceImage relocatable() {
        // who links it has not been told what it needs
        HostVersion.defineVectorMath(kernels.module());
        boolean ptx = target.architecture() == Architecture.NVPTX64;
        return image(ptx ? ImageKind.PTX : ImageKind.OBJECT, emit(ptx));
    }

    /**
     * Returns the code as a linked image.
     *
     * @throws OffloadException when LLVM cannot translate a function, or linking fails or its tool is missing
     */
    public DeviceImage image() {
        return switch (target.architecture()) {
            case NVPTX64 -> image(ImageKind.CUBIN, cubinLinker.link(emit(true), target.processor(), level));
            case AMDGCN, AARCH64, X86_64 ->
                image(ImageKind.OBJECT, SharedObjects.link(emit(false), target, HostLibrary.usedBy(kernels.module())));
        };
    }

    /** Returns the code as functions of the host; it was lowered for one. */
    HostKernels onHost() {
        return new HostKernels(kernels.signatures(), kernels.variables(), hostVersion());
    }

    /** Puts in front of kernels on hosts what the runtime calls, once; it is taken out of host versions again. */
    private void addEntries() {
        if (!entered && target.architecture().isHost() && form != KernelForm.POINTER_FIRST) {
            HostEntries.add(kernels.module(), kernels.signatures(), form);
            entered = true;
        }
    }

    private byte[] emit(boolean assembly) {
        addEntries();
        Cores.define(kernels.module());
        HostCopies.settle(kernels.module(), target.architecture());
        byte[] bytes;
        try {
            bytes = assembly ? text() : machine.emitObject(kernels.module().raw());
        } catch (OffloadException e) {
            if (e.reason() != Reason.LLVM) {
                throw e;
            }
            throw new OffloadException(
                    Reason.LLVM, "the kernels cannot be compiled for " + target + ": " + e.getMessage());
        }
        kernels.requireNoErrors();
        return bytes;
    }

    private byte[] text() {
        byte[] bytes = machine.emitAssembly(kernels.module().raw());
        return target.architecture() == Architecture.NVPTX64
                ? WideAtomics.inItsVersion(PtxCalls.inOnePiece(new String(bytes, UTF_8)))
                        .getBytes(UTF_8)
                : bytes;
    }

    private DeviceImage image(ImageKind kind, byte[] content) {
        byte[] hostVersion = target.architecture().isHost() ? hostVersion() : new byte[0];
        return new DeviceImage(target, kind, content, kernels.signatures(), hostVersion)
                .withVariables(kernels.variables())
                .withForm(form);
    }

    private byte[] hostVersion() {
        return HostVersion.of(kernels, entered, processor, target.isPlain());
    }

    @Override
    public void close() {
        kernels.closeUnlessAbandoned(machine);
        machine.close();
    }
}
