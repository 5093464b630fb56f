package io.github.offload4j.codegen.image;

import io.github.offload4j.codegen.abi.RuntimeAbi;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import java.util.Objects;

/**
 * Whether a runtime will load an image. The runtime itself skips an image that it does not like without a word, and the
 * program then finds no device.
 */
public final class ImageRules {
    /** Version of cubins that CUDA 13's tools make. */
    private static final int CUDA_13_ABI_VERSION = 8;

    /** Newest processor that runtimes 19 and 20 know, as in {@code sm_90}. */
    private static final int NEWEST_FOR_20 = 90;

    private ImageRules() {}

    /**
     * Checks a linked image.
     *
     * @throws OffloadException saying why the runtime would skip it
     */
    public static void check(DeviceImage image, RuntimeAbi abi) {
        Objects.requireNonNull(image, "image is null");
        Objects.requireNonNull(abi, "abi is null");
        ElfHeader header = ElfHeader.read(image.content())
                .orElseThrow(() -> refused(image, "it is not a 64-bit ELF file; " + expected(image)));
        if (header.machine() != image.target().architecture().elfMachine()) {
            throw refused(image, "it is code for ELF machine " + header.machine() + ", not for its target");
        }
        if (header.type() != ElfHeader.EXECUTABLE && header.type() != ElfHeader.SHARED) {
            throw refused(image, "it is not linked; " + expected(image));
        }
        if (image.target().architecture() == Architecture.NVPTX64) {
            checkCubin(image, header, abi);
        }
    }

    /**
     * Checks that launches for a runtime reach the kernels of an image. Of an image whose kernels are not known that is not
     * known either.
     *
     * @throws OffloadException when they are called in another way
     */
    public static void checkForm(DeviceImage image, RuntimeAbi abi) {
        Objects.requireNonNull(image, "image is null");
        Objects.requireNonNull(abi, "abi is null");
        boolean taken = image.kernels().isEmpty()
                || abi.takes(image.form(), image.target().architecture().isHost());
        if (!taken) {
            throw new OffloadException(
                    Reason.RUNTIME_ABI,
                    "the kernels in the image for " + image.target() + " are called as those for "
                            + image.form().runtimes() + " are, and the module is for " + abi.optionName()
                            + "; compile them for that runtime ABI too");
        }
    }

    private static void checkCubin(DeviceImage image, ElfHeader header, RuntimeAbi abi) {
        if (abi.takesNewCubins()) {
            return;
        }
        if (header.abiVersion() >= CUDA_13_ABI_VERSION) {
            throw refused(
                    image,
                    "CUDA 13 made it, and runtime ABI " + abi.optionName()
                            + " takes cubins of CUDA 12 and older; use an older ptxas, or llvm-21 or later");
        }
        int processor = header.flags() & 0xFF;
        if (processor > NEWEST_FOR_20) {
            throw refused(
                    image,
                    "runtime ABI " + abi.optionName() + " knows processors up to sm_" + NEWEST_FOR_20
                            + ", and this is sm_" + processor + "; use llvm-21 or later");
        }
    }

    private static String expected(DeviceImage image) {
        return switch (image.target().architecture()) {
            case NVPTX64 -> "the runtime takes a cubin linked by ptxas, and neither PTX nor a fat binary";
            case AMDGCN, AARCH64, X86_64 -> "the runtime takes a shared object";
        };
    }

    private static OffloadException refused(DeviceImage image, String why) {
        return new OffloadException(
                Reason.ARGUMENT, "the runtime would skip the image for " + image.target() + ": " + why);
    }
}
