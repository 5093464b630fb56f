package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.image.Architecture;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.Linkage;
import java.util.OptionalLong;

/**
 * Which function of the C library copies for images of x86-64. They are linked without that library, so that they load with old
 * and new ones, and so ask for no version of a symbol; glibc then takes its first {@code memcpy}, of 2.2.5, which is kept for
 * old programs and takes twice as long. Of {@code memmove} it has one version, as fast as its new {@code memcpy}.
 */
final class HostCopies {
    private static final String COPY = "llvm.memcpy.";
    private static final String MOVE = "llvm.memmove.";
    private static final int LENGTH = 2;

    /** Bytes that LLVM copies by itself. */
    private static final int FEW = 64;

    private HostCopies() {}

    /** Settles it in a module that is optimised, in place. */
    static void settle(IrModule module, Architecture architecture) {
        switch (architecture) {
            case X86_64 ->
                module.functions().stream()
                        .filter(function -> function.name().startsWith(COPY))
                        .forEach(function -> move(function, module));
            case AARCH64, AMDGCN, NVPTX64 -> {}
        }
    }

    private static void move(IrFunction copy, IrModule module) {
        String name = MOVE + copy.name().substring(COPY.length());
        for (IrInstruction call : copy.calls()) {
            OptionalLong length = call.arguments().get(LENGTH).constantInteger();
            if (length.isEmpty() || length.getAsLong() > FEW) {
                call.setCalledFunction(module.findFunction(name)
                        .orElseGet(() -> module.addFunction(name, copy.type(), Linkage.EXTERNAL)));
            }
        }
    }
}
