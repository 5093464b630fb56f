package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.image.Architecture;
import io.github.offload4j.codegen.ir.Attributes;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.KernelAnnotations;
import io.github.offload4j.codegen.signature.KnownBlocks;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the source of a kernel promises about the blocks that it is launched with, so that a compiler can give a thread more
 * registers: CUDA's {@code __launch_bounds__}, HIP's and OpenCL's attributes.
 *
 * @param nvidia numbers by the names that NVIDIA's code has for them
 * @param threads of a block, the fewest and the most, with a comma, as AMD's code has them
 * @param waves that run at once on a unit, as AMD's code has them
 */
record BlockLimits(Map<String, Long> nvidia, Optional<String> threads, Optional<String> waves) {
    private static final String AMD_THREADS = "amdgpu-flat-work-group-size";
    private static final String AMD_WAVES = "amdgpu-waves-per-eu";

    /** Of a block, in up to three dimensions: the most, and exactly. */
    private static final List<String> SIZES = List.of("maxntid", "reqntid");

    private static final List<String> NUMBERS = List.of("minctasm", "maxnreg", "maxclusterrank");
    private static final String DIMENSIONS = "xyz";

    /** What GPUs run at most. */
    private static final long MOST_THREADS = 1024;

    BlockLimits {
        nvidia = Collections.unmodifiableMap(new LinkedHashMap<>(nvidia));
    }

    /** Reads what is said of a kernel, by attributes or by annotations. */
    static BlockLimits of(IrFunction kernel, IrModule module) {
        Map<String, Long> known = new LinkedHashMap<>();
        KernelAnnotations.of(module, kernel).forEach((name, number) -> {
            if (NUMBERS.contains(name) || SIZES.stream().anyMatch(size -> isDimension(name, size))) {
                known.put(name, number);
            }
        });
        for (String size : SIZES) {
            List<Long> numbers = numbers(kernel, size);
            for (int i = 0; i < numbers.size(); i++) {
                known.put(size + DIMENSIONS.charAt(i), numbers.get(i));
            }
        }
        for (String name : NUMBERS) {
            numbers(kernel, name).stream().findFirst().ifPresent(number -> known.put(name, number));
        }
        Optional<String> threads = Attributes.text(kernel, AMD_THREADS).or(() -> threads(known));
        return new BlockLimits(known, threads, Attributes.text(kernel, AMD_WAVES));
    }

    /**
     * Returns these limits, or where the source promises nothing, the block that every launch has.
     *
     * @param launched nothing when it is not known
     */
    BlockLimits orLaunched(Optional<KnownBlocks.Size> launched) {
        boolean promised = !nvidia.isEmpty() || threads.isPresent() || waves.isPresent();
        return promised
                ? this
                : launched.filter(BlockLimits::fits).map(BlockLimits::atMost).orElse(this);
    }

    private static boolean fits(KnownBlocks.Size block) {
        // one by one, since the product of numbers that are too large may wrap
        return block.x() <= MOST_THREADS
                && block.y() <= MOST_THREADS
                && block.z() <= MOST_THREADS
                && block.x() * block.y() * block.z() <= MOST_THREADS;
    }

    private static BlockLimits atMost(KnownBlocks.Size block) {
        Map<String, Long> known = Map.of("maxntidx", block.x(), "maxntidy", block.y(), "maxntidz", block.z());
        return new BlockLimits(known, threads(known), Optional.empty());
    }

    private static boolean isDimension(String name, String size) {
        return name.length() == size.length() + 1
                && name.startsWith(size)
                && DIMENSIONS.indexOf(name.charAt(size.length())) >= 0;
    }

    private static List<Long> numbers(IrFunction kernel, String name) {
        String text = Attributes.text(kernel, "nvvm." + name).orElse("");
        return text.matches("\\d{1,9}(,\\d{1,9}){0,2}")
                ? List.of(text.split(",")).stream().map(Long::valueOf).toList()
                : List.of();
    }

    private static Optional<String> threads(Map<String, Long> known) {
        if (known.containsKey("reqntidx")) {
            return Optional.of(product("reqntid", known) + "," + product("reqntid", known));
        }
        return known.containsKey("maxntidx") ? Optional.of("1," + product("maxntid", known)) : Optional.empty();
    }

    private static long product(String size, Map<String, Long> known) {
        return DIMENSIONS
                .chars()
                .mapToLong(dimension -> known.getOrDefault(size + (char) dimension, 1L))
                .reduce(1, (left, right) -> left * right);
    }

    /** Says the same of the function that takes the kernel's place on a target. */
    void apply(IrFunction wrapper, IrModule module, Architecture architecture) {
        switch (architecture) {
            case NVPTX64 -> {
                Map<String, Long> said = new LinkedHashMap<>(nvidia);
                if (said.keySet().stream()
                        .noneMatch(name -> name.startsWith("maxntid") || name.startsWith("reqntid"))) {
                    threads.map(text -> text.substring(text.indexOf(',') + 1))
                            .filter(text -> text.matches("\\d{1,9}"))
                            .ifPresent(text -> said.put("maxntidx", Long.valueOf(text)));
                }
                said.forEach((name, number) -> KernelAnnotations.add(module, wrapper, name, number));
            }
            case AMDGCN -> {
                threads.ifPresent(text -> Attributes.addText(wrapper, AMD_THREADS, text, module.context()));
                waves.ifPresent(text -> Attributes.addText(wrapper, AMD_WAVES, text, module.context()));
            }
            case AARCH64, X86_64 -> {}
        }
    }
}
