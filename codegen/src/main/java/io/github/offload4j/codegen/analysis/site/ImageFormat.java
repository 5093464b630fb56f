package io.github.offload4j.codegen.analysis.site;

import java.nio.charset.StandardCharsets;

/** Formats of device images, told apart by their first bytes. */
public enum ImageFormat {
    /** A shared object for x86-64. */
    X86_64_ELF("x86-64 ELF"),
    /** A shared object for 64-bit Arm. */
    AARCH64_ELF("aarch64 ELF"),
    /** A linked CUDA binary. */
    CUBIN("NVIDIA cubin"),
    /** A shared object for AMD GPUs. */
    AMDGPU_ELF("AMDGPU ELF"),
    /** An ELF file for another machine. */
    OTHER_ELF("ELF for another machine"),
    /** LLVM bitcode. */
    BITCODE("LLVM bitcode"),
    /** The container that clang's tools use before linking. */
    OFFLOAD_BINARY("OffloadBinary"),
    /** NVIDIA assembly. */
    PTX("PTX text"),
    /** Something else, or content that cannot be read. */
    UNKNOWN("unknown format");

    private static final int MACHINE_OFFSET = 18;
    private static final int MACHINE_X86_64 = 62;
    private static final int MACHINE_AARCH64 = 183;
    private static final int MACHINE_CUDA = 190;
    private static final int MACHINE_AMDGPU = 224;

    private final String words;

    ImageFormat(String words) {
        this.words = words;
    }

    /** Returns the format of an image. */
    static ImageFormat of(byte[] image) {
        if (beginsWith(image, 0x7F, 'E', 'L', 'F')) {
            return image.length < MACHINE_OFFSET + 2 ? UNKNOWN : ofMachine(image);
        }
        if (beginsWith(image, 'B', 'C', 0xC0, 0xDE)) {
            return BITCODE;
        }
        if (beginsWith(image, 0x10, 0xFF, 0x10, 0xAD)) {
            return OFFLOAD_BINARY;
        }
        String head = new String(image, 0, Math.min(image.length, 4096), StandardCharsets.ISO_8859_1);
        return head.contains(".version") && head.contains(".target sm_") ? PTX : UNKNOWN;
    }

    private static ImageFormat ofMachine(byte[] elf) {
        int machine = (elf[MACHINE_OFFSET] & 0xFF) | (elf[MACHINE_OFFSET + 1] & 0xFF) << Byte.SIZE;
        return switch (machine) {
            case MACHINE_X86_64 -> X86_64_ELF;
            case MACHINE_AARCH64 -> AARCH64_ELF;
            case MACHINE_CUDA -> CUBIN;
            case MACHINE_AMDGPU -> AMDGPU_ELF;
            default -> OTHER_ELF;
        };
    }

    private static boolean beginsWith(byte[] image, int... bytes) {
        if (image.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((image[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /** Returns the format in words. */
    @Override
    public String toString() {
        return words;
    }
}
