package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.abi.RuntimeAbi;
import io.github.offload4j.codegen.device.block.BlockForm;
import io.github.offload4j.codegen.device.math.LibraryPlaces;
import io.github.offload4j.codegen.device.processor.Processor;
import io.github.offload4j.codegen.device.processor.ProcessorChoice;
import io.github.offload4j.codegen.device.processor.Processors;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.image.Architecture;
import io.github.offload4j.codegen.image.DeviceImage;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.image.HostKernels;
import io.github.offload4j.codegen.ir.OptimizationLevel;
import io.github.offload4j.codegen.signature.KnownBlocks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Compiles kernels for devices.
 *
 * <p>A kernel is a {@code void} function with the string attribute or the annotation {@code offload-kernel}, or in the
 * section {@code offload.kernel}, written once in target-neutral IR; the module may be one for a host. It takes pointers,
 * numbers, and structures, arrays and vectors of up to 4096 bytes by value, and may call every {@link DeviceFunction}: what
 * asks for a number in one dimension with a constant 0, 1 or 2. Immutable.
 *
 * <p>Where LLVM's code generators give up on what is well formed, the exception has LLVM's words and {@link
 * OffloadException.Reason#LLVM}, and one thread and the memory of that module are lost for as long as the process lives.
 */
public final class DeviceCompiler {
    private final OptimizationLevel level;
    private final CubinLinker cubinLinker;
    private final List<String> marked;
    private final List<KernelSource.Linked> linked;
    private final List<Path> libraries;
    private final KernelNotes notes;
    private final BlockForm.Choice threads;
    private final KnownBlocks blocks;
    private final SyncScope unscoped;
    private final RuntimeAbi runtime;

    private DeviceCompiler(
            OptimizationLevel level,
            CubinLinker cubinLinker,
            List<String> marked,
            List<KernelSource.Linked> linked,
            List<Path> libraries,
            KernelNotes notes,
            BlockForm.Choice threads,
            KnownBlocks blocks,
            SyncScope unscoped,
            RuntimeAbi runtime) {
        this.level = level;
        this.cubinLinker = cubinLinker;
        this.marked = marked;
        this.linked = linked;
        this.libraries = libraries;
        this.notes = notes;
        this.threads = threads;
        this.blocks = blocks;
        this.unscoped = unscoped;
        this.runtime = runtime;
    }

    /**
     * Returns a compiler that optimises with {@code default<O3>} and assembles NVIDIA's code with {@code ptxas}, for {@link
     * RuntimeAbi#LLVM_22}.
     */
    public static DeviceCompiler create() {
        return new DeviceCompiler(
                OptimizationLevel.O3,
                Ptxas.onThisMachine(),
                List.of(),
                List.of(),
                List.of(),
                KernelNotes.silent(),
                BlockForm.Choice.BEST,
                KnownBlocks.none(),
                SyncScope.SYSTEM,
                RuntimeAbi.LLVM_22);
    }

    /**
     * Returns this compiler with another optimisation level.
     *
     * @throws NullPointerException when the level is null
     */
    public DeviceCompiler withLevel(OptimizationLevel other) {
        Objects.requireNonNull(other, "level is null");
        return new DeviceCompiler(
                other, cubinLinker, marked, linked, libraries, notes, threads, blocks, unscoped, runtime);
    }

    /**
     * Returns this compiler with another way to make cubins.
     *
     * @throws NullPointerException when the linker is null
     */
    public DeviceCompiler withCubinLinker(CubinLinker other) {
        Objects.requireNonNull(other, "cubin linker is null");
        return new DeviceCompiler(level, other, marked, linked, libraries, notes, threads, blocks, unscoped, runtime);
    }

    /**
     * Returns this compiler taking functions for kernels that are not marked as such.
     *
     * @param names their symbols, or their names in source code, with or without parameters
     * @throws NullPointerException when the list or a name is null
     */
    public DeviceCompiler markingKernels(List<String> names) {
        Objects.requireNonNull(names, "names is null");
        names.forEach(name -> Objects.requireNonNull(name, "name is null"));
        return new DeviceCompiler(
                level, cubinLinker, List.copyOf(names), linked, libraries, notes, threads, blocks, unscoped, runtime);
    }

    /**
     * Returns this compiler trying these device libraries before those that it finds: NVIDIA's libdevice, ROCm's ocml.
     *
     * @param files bitcode
     * @throws NullPointerException when the list or a file is null
     */
    public DeviceCompiler withDeviceLibraries(List<Path> files) {
        Objects.requireNonNull(files, "files is null");
        files.forEach(file -> Objects.requireNonNull(file, "file is null"));
        return new DeviceCompiler(
                level, cubinLinker, marked, linked, List.copyOf(files), notes, threads, blocks, unscoped, runtime);
    }

    /**
     * Returns this compiler linking into every kernel module what that calls of another one.
     *
     * @param content LLVM IR text or bitcode
     * @param name what messages call it
     * @throws NullPointerException when an argument is null
     */
    public DeviceCompiler linking(byte[] content, String name) {
        Objects.requireNonNull(content, "content is null");
        Objects.requireNonNull(name, "name is null");
        List<KernelSource.Linked> more = new ArrayList<>(linked);
        more.add(new KernelSource.Linked(content.clone(), name));
        return new DeviceCompiler(
                level, cubinLinker, marked, List.copyOf(more), libraries, notes, threads, blocks, unscoped, runtime);
    }

    /**
     * Returns this compiler telling what it does to kernels so that they fit a device.
     *
     * @param listener gets a line for each thing, every time that a module is read
     * @throws NullPointerException when the listener is null
     */
    public DeviceCompiler notingTo(Consumer<String> listener) {
        Objects.requireNonNull(listener, "listener is null");
        return noting(new KernelNotes(listener, true));
    }

    /**
     * Returns this compiler telling what a device does otherwise than the source of kernels says, for IR that a compiler has
     * just made and nobody has seen: as {@link #notingTo}, without what is done to what the compiler has put in.
     *
     * @param listener gets a line for each thing, every time that a module is read
     * @throws NullPointerException when the listener is null
     */
    public DeviceCompiler notingOfSourcesTo(Consumer<String> listener) {
        Objects.requireNonNull(listener, "listener is null");
        return noting(new KernelNotes(listener, false));
    }

    private DeviceCompiler noting(KernelNotes other) {
        return new DeviceCompiler(
                level, cubinLinker, marked, linked, libraries, other, threads, blocks, unscoped, runtime);
    }

    /**
     * Returns this compiler running every thread of a block as a coroutine on hosts, wherever threads wait for each other. That
     * is right for any kernel and slow: by itself it is done only where loops over the threads may not be. To compare with.
     */
    public DeviceCompiler withCoroutines() {
        return new DeviceCompiler(
                level,
                cubinLinker,
                marked,
                linked,
                libraries,
                notes,
                BlockForm.Choice.COROUTINES,
                blocks,
                unscoped,
                runtime);
    }

    /**
     * Returns this compiler giving kernels that promise nothing of their blocks themselves the block that they are launched
     * with for a launch bound, so that a thread gets the registers of a GPU that such a block leaves it. A launch of more
     * threads fails there, so say only what holds of every launch, as {@link
     * io.github.offload4j.codegen.lower.Lowering#blocks} finds it. Blocks of more than 1024 threads are passed over, since no
     * GPU runs one.
     *
     * @throws NullPointerException when the blocks are null
     */
    public DeviceCompiler withBlocks(KnownBlocks known) {
        Objects.requireNonNull(known, "known is null");
        return new DeviceCompiler(
                level, cubinLinker, marked, linked, libraries, notes, threads, known, unscoped, runtime);
    }

    /**
     * Returns this compiler taking atomic accesses and fences that name no scope for ones of the device, as those of CUDA's
     * {@code atomicAdd} are, where LLVM's IR means the whole system: other devices, other processes that share the memory, and
     * the signal handlers of a host are not promised to see them as one access. C and Rust have no words for scopes, and GPUs
     * and hosts do less for this one: a host does without locking while its process has one thread.
     */
    public DeviceCompiler withAtomicsOfDevice() {
        return new DeviceCompiler(
                level, cubinLinker, marked, linked, libraries, notes, threads, blocks, SyncScope.DEVICE, runtime);
    }

    /**
     * Returns this compiler making kernels that another runtime calls. Those for any of 19 to 22 are the same; so are those
     * for GPUs under {@link RuntimeAbi#PORTABLE}, which 23 takes too, at some cost a launch.
     *
     * @throws NullPointerException when the runtime is null
     */
    public DeviceCompiler forRuntime(RuntimeAbi other) {
        Objects.requireNonNull(other, "runtime is null");
        return new DeviceCompiler(
                level, cubinLinker, marked, linked, libraries, notes, threads, blocks, unscoped, other);
    }

    /**
     * Lowers and optimises kernels for one target.
     *
     * @param kernels LLVM IR text or bitcode
     * @param name what messages call it
     * @return the code, which the caller closes
     * @throws OffloadException when the processor is unknown, the input does not parse or has no kernel, or a function
     *     cannot be compiled; the message names the function and the reason
     * @throws NullPointerException when an argument is null
     */
    public DeviceCode lower(byte[] kernels, String name, DeviceTarget target) {
        Objects.requireNonNull(kernels, "kernels is null");
        Objects.requireNonNull(name, "name is null");
        Objects.requireNonNull(target, "target is null");
        Processor processor = Processors.of(target);
        DeviceCode code = lower(source(kernels, name, notes), target.architecture(), processor);
        return ProcessorChoice.guarding(target)
                .map(choice -> code.guardedBy(choice, target))
                .orElse(code);
    }

    /**
     * Lowers and optimises kernels for several processors of one family of hosts. The code has a version of each kernel for
     * each processor, and takes the best that the machine is like, which it finds out at the first launch; where there is
     * none the program ends with a message. Host versions choose the same way.
     *
     * @param kernels LLVM IR text or bitcode
     * @param name what messages call it
     * @param targets at least one; a single one may be anything that the other method takes
     * @return the code, which the caller closes
     * @throws OffloadException as the other method, and when the targets are not of one family of hosts or a program could
     *     not find out whether its machine is like one of them; also when there is no target
     * @throws NullPointerException when an argument or a target is null
     */
    public DeviceCode lower(byte[] kernels, String name, List<DeviceTarget> targets) {
        Objects.requireNonNull(kernels, "kernels is null");
        Objects.requireNonNull(name, "name is null");
        Objects.requireNonNull(targets, "targets is null");
        targets.forEach(target -> Objects.requireNonNull(target, "target is null"));
        if (targets.isEmpty()) {
            throw new OffloadException(Reason.ARGUMENT, "there is no target to compile for");
        }
        if (targets.size() == 1) {
            return lower(kernels, name, targets.get(0));
        }
        ProcessorChoice choice = ProcessorChoice.of(targets);
        List<DeviceCode> codes = new ArrayList<>();
        try {
            for (Processor processor : choice.processors()) {
                // what is told of the kernels is the same for every processor
                KernelNotes heard = codes.isEmpty() ? notes : KernelNotes.silent();
                codes.add(lower(source(kernels, name, heard), targets.get(0).architecture(), processor));
            }
        } catch (RuntimeException e) {
            codes.forEach(DeviceCode::close);
            throw e;
        }
        return codes.size() == 1 ? codes.get(0) : DeviceCode.choosing(choice, codes);
    }

    private DeviceCode lower(KernelSource source, Architecture architecture, Processor processor) {
        return DeviceCode.lower(source, architecture, processor, level, cubinLinker, threads, runtime);
    }

    private KernelSource source(byte[] kernels, String name, KernelNotes heard) {
        return new KernelSource(
                kernels, name, marked, linked, LibraryPlaces.onThisMachine(libraries), heard, blocks, unscoped);
    }

    /**
     * Compiles kernels into a linked image.
     *
     * @param kernels LLVM IR text or bitcode
     * @param name what messages call it
     * @throws OffloadException as {@link #lower}, and when linking fails or its tool is missing
     * @throws NullPointerException when an argument is null
     */
    public DeviceImage compile(byte[] kernels, String name, DeviceTarget target) {
        try (DeviceCode code = lower(kernels, name, target)) {
            return code.image();
        }
    }

    /**
     * Compiles kernels into linked images: one for each GPU, and one for all processors of a family of hosts, since the
     * runtime takes one image of a family whatever the processor.
     *
     * @param kernels LLVM IR text or bitcode
     * @param name what messages call it
     * @return the images in the order in which their targets are first named, none where there is no target
     * @throws OffloadException as {@link #lower(byte[], String, List)}, and when linking fails or its tool is missing
     * @throws NullPointerException when an argument or a target is null
     */
    public List<DeviceImage> compile(byte[] kernels, String name, List<DeviceTarget> targets) {
        Objects.requireNonNull(kernels, "kernels is null");
        Objects.requireNonNull(name, "name is null");
        List<DeviceImage> images = new ArrayList<>();
        for (List<DeviceTarget> together : DeviceTarget.perImage(targets)) {
            try (DeviceCode code = lower(kernels, name, together)) {
                images.add(code.image());
            }
        }
        return images;
    }

    /**
     * Compiles kernels into functions of the host, for where the runtime refuses a launch. An image for a host has them by
     * itself.
     *
     * @param kernels LLVM IR text or bitcode
     * @param name what messages call it
     * @param host a target that is a host's; with the processor {@code native} they are for this machine
     * @throws OffloadException as {@link #lower}, and when the target is a GPU
     * @throws NullPointerException when an argument is null
     */
    public HostKernels compileForHost(byte[] kernels, String name, DeviceTarget host) {
        Objects.requireNonNull(host, "host is null");
        if (!host.architecture().isHost()) {
            throw new OffloadException(Reason.ARGUMENT, "'" + host + "' is a GPU, on which no host function runs");
        }
        try (DeviceCode code = lower(kernels, name, host)) {
            return code.onHost();
        }
    }
}
