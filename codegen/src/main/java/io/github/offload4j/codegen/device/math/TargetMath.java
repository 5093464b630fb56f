package io.github.offload4j.codegen.device.math;

import io.github.offload4j.codegen.image.Architecture;
import java.util.List;
import java.util.Optional;

/** What the processors of one family have of math, and where the rest comes from. */
sealed interface TargetMath permits AmdMath, HostMath, NvidiaMath {
    static TargetMath of(Architecture architecture) {
        return switch (architecture) {
            case NVPTX64 -> new NvidiaMath();
            case AMDGCN -> new AmdMath();
            case AARCH64, X86_64 -> new HostMath();
        };
    }

    /** Returns whether LLVM makes good code of the function as it stands. */
    boolean isNative(MathUse use);

    /** Returns what defines a function that is not native, or nothing when the target has none. */
    Optional<Definition> definition(MathUse use);

    /** Returns how the library's symbols begin, empty when the target needs none that is linked into the kernels. */
    String libraryPrefix();

    /** Returns how symbols begin that a kernel may call by itself, since the library or the target answers. */
    List<String> ownSymbols();

    /** Returns the words for the library in a message. */
    String libraryName();
}
