package io.github.offload4j.runtime.cuda;

/**
 * What a GPU's processors can do.
 *
 * @param major the generation
 * @param minor the member of the generation
 */
public record ComputeCapability(int major, int minor) {
    /** Returns LLVM's name for the processor, for example {@code sm_90}. */
    public String processor() {
        return "sm_" + major + minor;
    }

    /** Returns NVIDIA's notation, for example {@code 9.0}. */
    @Override
    public String toString() {
        return major + "." + minor;
    }
}
