package io.github.offload4j.runtime.embedded.device;

import io.github.offload4j.codegen.abi.RuntimeAbi;
import io.github.offload4j.codegen.image.HostSystem;
import io.github.offload4j.runtime.binding.BinaryDescriptor;
import io.github.offload4j.runtime.nativecode.NativeMemory;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What one descriptor registered. Compared by identity. */
final class RegisteredLibrary {
    private static final int ELF_MAGIC = 0x464c457f;
    private static final int ELF_HEADER_BYTES = 64;
    private static final short TYPE_SHARED = 3;

    private final BinaryDescriptor descriptor;
    private final boolean takesFirst;
    private final Map<Long, String> kernels = new HashMap<>();

    RegisteredLibrary(BinaryDescriptor descriptor, RuntimeAbi version) {
        this.descriptor = descriptor;
        this.takesFirst = version.takesFirstFittingImage();
        for (BinaryDescriptor.Entry entry : descriptor.entries()) {
            if (entry.size() == 0 && entry.address() != 0) {
                kernels.put(entry.address(), entry.name());
            }
        }
    }

    BinaryDescriptor descriptor() {
        return descriptor;
    }

    /** Returns the name of the kernel that an address identifies. */
    Optional<String> kernel(long regionId) {
        return Optional.ofNullable(kernels.get(regionId));
    }

    /** Returns whether host and device both know a variable of it. */
    boolean hasVariables() {
        return descriptor.entries().stream().anyMatch(entry -> entry.size() > 0);
    }

    boolean hasKernels() {
        return !kernels.isEmpty();
    }

    /** Returns whether it has images, for whatever machine. */
    boolean hasImages() {
        return !descriptor.images().isEmpty();
    }

    /** Returns the bytes of the image that the runtime takes of those that are shared objects for this processor. */
    Optional<byte[]> image() {
        return descriptor.images().stream()
                .filter(RegisteredLibrary::fits)
                .reduce((one, next) -> takesFirst ? one : next)
                .map(image -> NativeMemory.bytes(image.begin(), image.size()));
    }

    private static boolean fits(BinaryDescriptor.Image image) {
        if (image.size() < ELF_HEADER_BYTES) {
            return false;
        }
        ByteBuffer header = NativeMemory.view(image.begin(), ELF_HEADER_BYTES);
        return header.getInt(0) == ELF_MAGIC
                && header.getShort(16) == TYPE_SHARED
                && HostSystem.ofThisProcess()
                        .filter(system ->
                                header.getShort(18) == system.architecture().elfMachine())
                        .isPresent();
    }
}
