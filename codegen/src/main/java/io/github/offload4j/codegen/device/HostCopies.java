package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.image.Architecture;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Linkage;
import java.util.List;
import java.util.function.Supplier;

/**
 * The {@code memcpy} of images for x86-64. They are linked without the C library, so that they load with old and new ones, and
 * so ask for no version of a symbol; glibc then takes its first {@code memcpy}, of 2.2.5, which is kept for old programs and
 * takes twice as long. Of {@code memmove} it has one version, as fast as its new {@code memcpy}.
 */
final class HostCopies {
    private static final String COPY = "memcpy";
    private static final String MOVE = "memmove";
    private static final String INTRINSIC = "llvm.memcpy.";

    private HostCopies() {}

    /** Compiles a module that has a {@code memcpy} of its own meanwhile, where its architecture needs one. */
    static byte[] in(IrModule module, Architecture architecture, Supplier<byte[]> compilation) {
        if (!isNeeded(module, architecture)) {
            return compilation.get();
        }
        boolean moves = module.findFunction(MOVE).isPresent();
        IrFunction copy = define(module);
        try {
            return compilation.get();
        } finally {
            copy.delete();
            if (!moves) {
                module.findFunction(MOVE).ifPresent(IrFunction::delete);
            }
        }
    }

    private static boolean isNeeded(IrModule module, Architecture architecture) {
        return switch (architecture) {
            case X86_64 ->
                module.findFunction(COPY).isEmpty()
                        && module.functions().stream()
                                .anyMatch(function -> function.name().startsWith(INTRINSIC)
                                        && !function.value().users().isEmpty());
            case AARCH64, AMDGCN, NVPTX64 -> false;
        };
    }

    private static IrFunction define(IrModule module) {
        IrContext context = module.context();
        IrType pointer = context.pointer();
        IrType type = context.function(pointer, List.of(pointer, pointer, context.integer(Long.SIZE)));
        IrFunction move = module.findFunction(MOVE).orElseGet(() -> module.addFunction(MOVE, type, Linkage.EXTERNAL));
        IrFunction copy = module.addFunction(COPY, type, Linkage.EXTERNAL);
        copy.hide();
        try (IrBuilder builder = IrBuilder.atEnd(copy.appendBlock("entry"), context)) {
            IrValue moved =
                    builder.call(move, List.of(copy.parameter(0), copy.parameter(1), copy.parameter(2)), "moved");
            moved.asInstruction().orElseThrow().allowTailCall();
            builder.returnValue(moved);
        }
        return copy;
    }
}
