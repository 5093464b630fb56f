package io.github.offload4j.codegen.image;

/**
 * The target of an image in the words of clang, which link-time tools compare letter by letter: images of equal triple and
 * processor are linked into one, and an image in an archive is taken only where another has asked for its target.
 */
final class PackedTarget {
    /** Clang compiles host images for no processor in particular. */
    private static final String PLAIN = "generic";

    private PackedTarget() {}

    /** Returns the usual spelling of {@code -fopenmp-targets} for a host, which is clang's name for most machines. */
    static String triple(DeviceTarget target) {
        return target.architecture().host().map(HostSystem::clangTriple).orElse(target.triple());
    }

    static String processor(DeviceTarget target) {
        return target.isPlain() ? PLAIN : target.processor();
    }

    /** Returns the target of a processor as a tool has written it; some leave the host's out. */
    static DeviceTarget target(Architecture architecture, String processor) {
        boolean plain = processor.isEmpty() || processor.equals(PLAIN);
        return new DeviceTarget(
                architecture, plain ? architecture.plainProcessor().orElse(processor) : processor);
    }
}
