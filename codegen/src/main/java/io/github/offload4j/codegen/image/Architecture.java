package io.github.offload4j.codegen.image;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** The processor families that kernels are compiled for. */
public enum Architecture {
    /** NVIDIA's GPUs; images are linked cubins. */
    NVPTX64("nvptx64", "nvptx64-nvidia-cuda", 190, "sm_[1-9][0-9]{1,2}a?", "sm_90"),
    /** AMD's GPUs; images are ELF shared objects. */
    AMDGCN("amdgcn", "amdgcn-amd-amdhsa", 224, "gfx[0-9a-f]{3,4}", "gfx90a"),
    /** The host's own processor, through libomptarget's host plugin; images are ELF shared objects. */
    X86_64("x86_64", "x86_64-unknown-linux-gnu", 62, "[a-z0-9-]+", "x86-64"),
    /** The same for 64-bit Arm. */
    AARCH64("aarch64", "aarch64-unknown-linux-gnu", 183, "[a-z0-9-]+", "neoverse-v2");

    private final String optionName;
    private final String triple;
    private final int elfMachine;
    private final Pattern processors;
    private final String exampleProcessor;

    Architecture(String optionName, String triple, int elfMachine, String processors, String exampleProcessor) {
        this.optionName = optionName;
        this.triple = triple;
        this.elfMachine = elfMachine;
        this.processors = Pattern.compile(processors);
        this.exampleProcessor = exampleProcessor;
    }

    /** Returns the name that {@code --target} takes before the colon. */
    public String optionName() {
        return optionName;
    }

    /** Returns LLVM's triple. */
    public String triple() {
        return triple;
    }

    /** Returns the machine number in the header of an image. */
    public int elfMachine() {
        return elfMachine;
    }

    /** Returns whether a processor's name has the family's form. */
    boolean takes(String processor) {
        return processors.matcher(processor).matches();
    }

    String exampleProcessor() {
        return exampleProcessor;
    }

    /** Returns the system of which processors of the family are the host; a GPU's family has none. */
    public Optional<HostSystem> host() {
        return switch (this) {
            case NVPTX64, AMDGCN -> Optional.empty();
            case X86_64 -> Optional.of(HostSystem.X86_64);
            case AARCH64 -> Optional.of(HostSystem.AARCH64);
        };
    }

    /** Returns whether the host's own processor is of the family, so that its memory and its libraries are there. */
    public boolean isHost() {
        return host().isPresent();
    }

    /** Returns the processor whose code every machine of the family runs; a GPU's family has none. */
    public Optional<String> plainProcessor() {
        return host().map(HostSystem::plainProcessor);
    }

    /** Returns the family of a triple or of an option name, or nothing. */
    public static Optional<Architecture> of(String tripleOrName) {
        Objects.requireNonNull(tripleOrName, "tripleOrName is null");
        for (Architecture architecture : values()) {
            if (tripleOrName.split("-", 2)[0].equals(architecture.optionName)) {
                return Optional.of(architecture);
            }
        }
        return Optional.empty();
    }
}
