package io.github.offload4j.codegen.device;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.offload4j.codegen.image.Architecture;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.Linkage;
import io.github.offload4j.codegen.ir.ModuleLinker;
import java.util.List;
import java.util.Set;

/**
 * The {@link DeviceFunction}s that a GPU answers by more than an instruction: they get bodies, which are inlined. Values of 64
 * bits go through shuffles as two halves, and numbers as their bits.
 */
final class DefinedFunctions {
    private static final String CONVERGENT = "alwaysinline convergent nounwind";

    private static final String SHUFFLES_BY_HALVES = """
            define i64 @offload.shuffle.MODEi64(i64 %value, i32 %lane) ATTRIBUTES {
              %low = trunc i64 %value to i32
              %shifted = lshr i64 %value, 32
              %high = trunc i64 %shifted to i32
              %new.low = call i32 @offload.shuffle.MODEi32(i32 %low, i32 %lane)
              %new.high = call i32 @offload.shuffle.MODEi32(i32 %high, i32 %lane)
              %wide.low = zext i32 %new.low to i64
              %wide.high = zext i32 %new.high to i64
              %upper = shl i64 %wide.high, 32
              %new = or disjoint i64 %upper, %wide.low
              ret i64 %new
            }
            """;

    private static final String SHUFFLES_BY_BITS = """
            define TYPE @offload.shuffle.MODESUFFIX(TYPE %value, i32 %lane) ATTRIBUTES {
              %bits = bitcast TYPE %value to INTEGER
              %new.bits = call INTEGER @offload.shuffle.MODEINTEGER(INTEGER %bits, i32 %lane)
              %new = bitcast INTEGER %new.bits to TYPE
              ret TYPE %new
            }
            """;

    private DefinedFunctions() {}

    /** Defines what a module of checked kernels declares. */
    static void define(IrModule module, Architecture architecture) {
        if (module.functions().stream().noneMatch(DefinedFunctions::isToBeDefined)) {
            return;
        }
        Set<String> defined = ModuleLinker.linkNeeded(module, text(architecture).getBytes(UTF_8), "device functions");
        defined.forEach(name -> module.findFunction(name).ifPresent(function -> function.setLinkage(Linkage.INTERNAL)));
    }

    private static boolean isToBeDefined(IrFunction function) {
        return function.isDeclaration()
                && DeviceFunction.of(function.name())
                        .filter(device -> !device.isIndex() && device != DeviceFunction.BARRIER)
                        .isPresent();
    }

    private static String text(Architecture architecture) {
        StringBuilder text = new StringBuilder(
                switch (architecture) {
                    case NVPTX64 -> NvptxFunctions.TEXT;
                    case AMDGCN -> AmdgcnFunctions.TEXT;
                    case AARCH64, X86_64 -> throw new IllegalArgumentException("a host has no warps");
                });
        for (String mode : List.of("", "up.", "down.", "xor.")) {
            text.append(SHUFFLES_BY_HALVES.replace("MODE", mode));
            text.append(byBits(WarpType.F32, WarpType.I32, mode));
            text.append(byBits(WarpType.F64, WarpType.I64, mode));
        }
        return text.toString().replace("ATTRIBUTES", CONVERGENT);
    }

    private static String byBits(WarpType number, WarpType integer, String mode) {
        return SHUFFLES_BY_BITS
                .replace("MODE", mode)
                .replace("TYPE", number.spelling())
                .replace("SUFFIX", number.suffix())
                .replace("INTEGER", integer.spelling());
    }
}
