package io.github.offload4j.codegen.analysis;

import io.github.offload4j.codegen.analysis.site.ImageFormat;
import java.util.List;
import java.util.Optional;

/** Families of devices, with the largest launches that all their members take. */
public enum DeviceKind {
    /** NVIDIA GPUs, by the limits of compute capability 5.0 to 12.0. */
    NVPTX("NVIDIA GPUs", List.of((long) Integer.MAX_VALUE, 65535L, 65535L), List.of(1024L, 1024L, 64L), 1024),
    /** AMD GPUs. */
    AMDGPU(
            "AMD GPUs",
            List.of((long) Integer.MAX_VALUE, (long) Integer.MAX_VALUE, (long) Integer.MAX_VALUE),
            List.of(1024L, 1024L, 1024L),
            1024),
    /** The host's own processor, which runs the grid as a loop. */
    X86_64(
            "x86-64 images",
            List.of((long) Integer.MAX_VALUE, (long) Integer.MAX_VALUE, (long) Integer.MAX_VALUE),
            List.of((long) Integer.MAX_VALUE, (long) Integer.MAX_VALUE, (long) Integer.MAX_VALUE),
            Integer.MAX_VALUE),
    /** The same for 64-bit Arm. */
    AARCH64("aarch64 images", X86_64.grid, X86_64.block, X86_64.threads);

    private final String words;
    private final List<Long> grid;
    private final List<Long> block;
    private final long threads;

    DeviceKind(String words, List<Long> grid, List<Long> block, long threads) {
        this.words = words;
        this.grid = grid;
        this.block = block;
        this.threads = threads;
    }

    /** Returns the largest grid in blocks, by dimension. */
    List<Long> grid() {
        return grid;
    }

    /** Returns the largest block in threads, by dimension. */
    List<Long> block() {
        return block;
    }

    /** Returns the most threads of a block, all dimensions together. */
    long threads() {
        return threads;
    }

    /** Returns the devices that an image is for, when its format tells. */
    static Optional<DeviceKind> of(ImageFormat format) {
        return switch (format) {
            case CUBIN, PTX -> Optional.of(NVPTX);
            case AMDGPU_ELF -> Optional.of(AMDGPU);
            case X86_64_ELF -> Optional.of(X86_64);
            case AARCH64_ELF -> Optional.of(AARCH64);
            case OTHER_ELF, BITCODE, OFFLOAD_BINARY, UNKNOWN -> Optional.empty();
        };
    }

    /** Returns the kind in words, in the plural. */
    @Override
    public String toString() {
        return words;
    }
}
