package io.github.offload4j.codegen.image;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;

/** What the bytes of an image are, with LLVM's numbers ({@code OffloadBinary.h}). */
public enum ImageKind {
    /** Not said. */
    NONE(0),
    /** An object file, relocatable or linked. */
    OBJECT(1),
    /** LLVM bitcode. */
    BITCODE(2),
    /** A linked NVIDIA object. */
    CUBIN(3),
    /** Several NVIDIA images in one. */
    FATBINARY(4),
    /** NVIDIA's assembly. */
    PTX(5),
    /** A SPIR-V module. */
    SPIRV(6);

    private final int code;

    ImageKind(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static ImageKind of(int code) {
        for (ImageKind kind : values()) {
            if (kind.code == code) {
                return kind;
            }
        }
        throw new OffloadException(Reason.SYNTAX, "the offload binary has an image of unknown kind " + code);
    }
}
