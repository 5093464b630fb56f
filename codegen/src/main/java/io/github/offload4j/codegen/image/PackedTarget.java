package io.github.offload4j.codegen.image;

/**
 * The target of an image in the words of clang, which link-time tools compare letter by letter: images of equal triple and
 * processor are linked into one, and an image in an archive is taken only where another has asked for its target.
 */
final class PackedTarget {
    /** The usual spelling of {@code -fopenmp-targets} for the host, and clang's name for the machine on most systems. */
    private static final String HOST_TRIPLE = "x86_64-pc-linux-gnu";

    /** Clang compiles host images for no processor in particular. */
    private static final String HOST_PROCESSOR = "generic";

    private PackedTarget() {}

    static String triple(DeviceTarget target) {
        return target.architecture() == Architecture.X86_64 ? HOST_TRIPLE : target.triple();
    }

    static String processor(DeviceTarget target) {
        return isPlain(target) ? HOST_PROCESSOR : target.processor();
    }

    private static boolean isPlain(DeviceTarget target) {
        return target.architecture() == Architecture.X86_64
                && target.processor().equals(Architecture.X86_64.exampleProcessor());
    }

    /** Returns the target of a processor as a tool has written it; some leave the host's out. */
    static DeviceTarget target(Architecture architecture, String processor) {
        boolean plain =
                architecture == Architecture.X86_64 && (processor.isEmpty() || processor.equals(HOST_PROCESSOR));
        return new DeviceTarget(architecture, plain ? architecture.exampleProcessor() : processor);
    }
}
