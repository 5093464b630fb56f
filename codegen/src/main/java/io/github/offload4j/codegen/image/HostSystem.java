package io.github.offload4j.codegen.image;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** What differs between Linux on one family of hosts and on another: names, places and numbers. */
public enum HostSystem {
    /** x86-64. */
    X86_64(
            "x86-64",
            "x86_64",
            "amd64",
            "x86_64-pc-linux-gnu",
            "x86-64",
            "elf_x86_64",
            "ld-linux-x86-64.so.2",
            "lib64",
            "x86_64-linux"),
    /** 64-bit Arm, little-endian. */
    AARCH64(
            "aarch64",
            "aarch64",
            "aarch64",
            "aarch64-unknown-linux-gnu",
            "generic",
            "aarch64linux",
            "ld-linux-aarch64.so.1",
            "lib",
            "sbsa-linux");

    private final String words;
    private final String optionName;
    private final String javaName;
    private final String clangTriple;
    private final String plainProcessor;
    private final String emulation;
    private final String loader;
    private final String loaderFolder;
    private final String cudaTarget;

    HostSystem(
            String words,
            String optionName,
            String javaName,
            String clangTriple,
            String plainProcessor,
            String emulation,
            String loader,
            String loaderFolder,
            String cudaTarget) {
        this.words = words;
        this.optionName = optionName;
        this.javaName = javaName;
        this.clangTriple = clangTriple;
        this.plainProcessor = plainProcessor;
        this.emulation = emulation;
        this.loader = loader;
        this.loaderFolder = loaderFolder;
        this.cudaTarget = cudaTarget;
    }

    /**
     * Returns the system that a program of a triple runs on, or nothing when kernels are not compiled for it.
     *
     * @param triple for example {@code aarch64-linux-gnu}
     */
    public static Optional<HostSystem> ofTriple(String triple) {
        Objects.requireNonNull(triple, "triple is null");
        String family = triple.split("-", 2)[0];
        return find(system -> family.equals(system.optionName) || (family.equals("arm64") && system == AARCH64));
    }

    /** Returns the system that this process runs on, or nothing when kernels are not compiled for it. */
    public static Optional<HostSystem> ofThisProcess() {
        String name = System.getProperty("os.arch", "");
        return find(system -> name.equals(system.javaName));
    }

    private static Optional<HostSystem> find(Predicate<HostSystem> wanted) {
        for (HostSystem system : values()) {
            if (wanted.test(system)) {
                return Optional.of(system);
            }
        }
        return Optional.empty();
    }

    /** Returns the target of kernels that run on every machine of this kind. */
    public DeviceTarget target() {
        return new DeviceTarget(architecture(), plainProcessor);
    }

    /** Returns the family of processors. */
    public Architecture architecture() {
        return switch (this) {
            case X86_64 -> Architecture.X86_64;
            case AARCH64 -> Architecture.AARCH64;
        };
    }

    /** Returns how {@code --target} and a triple begin. */
    public String optionName() {
        return optionName;
    }

    /** Returns the processor whose code every machine of the family runs. */
    String plainProcessor() {
        return plainProcessor;
    }

    /** Returns what clang on Debian calls the system, which link-time tools compare letter by letter. */
    String clangTriple() {
        return clangTriple;
    }

    /** Returns the linker's name for the format of programs. */
    public String emulation() {
        return emulation;
    }

    /** Returns the file name of the dynamic loader. */
    public String loader() {
        return loader;
    }

    /** Returns the path by which programs ask for the dynamic loader. */
    public String loaderPath() {
        return "/" + loaderFolder + "/" + loader;
    }

    /** Returns the name of the folder that Debian keeps libraries of the system in. */
    public String libraryFolder() {
        return optionName + "-linux-gnu";
    }

    /** Returns the name of the folder of CUDA's toolkit with the libraries of the system. */
    public String cudaTarget() {
        return cudaTarget;
    }

    /** Returns the name in words. */
    @Override
    public String toString() {
        return words;
    }
}
