package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.image.DeviceImage;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.ir.OptimizationLevel;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Compiles kernels for devices.
 *
 * <p>A kernel is a {@code void} function with the string attribute or the annotation {@code offload-kernel}, or in the
 * section {@code offload.kernel}, written once in target-neutral IR; the module may be one for a host. It takes pointers, integers up to 64 bits, {@code half}, {@code float} and {@code double}, and may call
 * {@code i32 @offload.thread.id(i32)}, {@code i32 @offload.block.id(i32)}, {@code i32 @offload.block.size(i32)},
 * {@code i32 @offload.grid.size(i32)}, each with a constant dimension 0, 1 or 2 (a grid's size counts blocks), and
 * {@code void @offload.barrier()}, or the same with underscores in place of the dots. Immutable.
 *
 * <p>Where LLVM's code generators give up on what is well formed, the exception has LLVM's words and {@link
 * OffloadException.Reason#LLVM}, and one thread and the memory of that module are lost for as long as the process lives.
 */
public final class DeviceCompiler {
    private final OptimizationLevel level;
    private final CubinLinker cubinLinker;
    private final List<String> marked;
    private final Consumer<String> notes;

    private DeviceCompiler(
            OptimizationLevel level, CubinLinker cubinLinker, List<String> marked, Consumer<String> notes) {
        this.level = level;
        this.cubinLinker = cubinLinker;
        this.marked = marked;
        this.notes = notes;
    }

    /** Returns a compiler that optimises with {@code default<O2>} and assembles NVIDIA's code with {@code ptxas}. */
    public static DeviceCompiler create() {
        return new DeviceCompiler(OptimizationLevel.O2, Ptxas.onThisMachine(), List.of(), note -> {});
    }

    /** Returns this compiler with another optimisation level. */
    public DeviceCompiler withLevel(OptimizationLevel other) {
        return new DeviceCompiler(Objects.requireNonNull(other, "level is null"), cubinLinker, marked, notes);
    }

    /** Returns this compiler with another way to make cubins. */
    public DeviceCompiler withCubinLinker(CubinLinker other) {
        return new DeviceCompiler(level, Objects.requireNonNull(other, "cubin linker is null"), marked, notes);
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
        return new DeviceCompiler(level, cubinLinker, List.copyOf(names), notes);
    }

    /**
     * Returns this compiler telling what it does to kernels so that they fit a device.
     *
     * @param listener gets a line for each thing, every time that a module is read
     */
    public DeviceCompiler notingTo(Consumer<String> listener) {
        return new DeviceCompiler(level, cubinLinker, marked, Objects.requireNonNull(listener, "listener is null"));
    }

    /**
     * Lowers and optimises kernels for one target.
     *
     * @param kernels LLVM IR text or bitcode
     * @param name what messages call it
     * @return the code, which the caller closes
     * @throws OffloadException when the processor is unknown, the input does not parse or has no kernel, or a function
     *     cannot be compiled; the message names the function and the reason
     */
    public DeviceCode lower(byte[] kernels, String name, DeviceTarget target) {
        Objects.requireNonNull(kernels, "kernels is null");
        Objects.requireNonNull(name, "name is null");
        Objects.requireNonNull(target, "target is null");
        return DeviceCode.lower(new KernelSource(kernels, name, marked, notes), target, level, cubinLinker);
    }

    /**
     * Compiles kernels into a linked image.
     *
     * @param kernels LLVM IR text or bitcode
     * @param name what messages call it
     * @throws OffloadException as {@link #lower}, and when linking fails or its tool is missing
     */
    public DeviceImage compile(byte[] kernels, String name, DeviceTarget target) {
        try (DeviceCode code = lower(kernels, name, target)) {
            return code.image();
        }
    }
}
