package io.github.offload4j.codegen.device.math;

import io.github.offload4j.codegen.abi.RuntimeConstants;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.ir.IrGlobal;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.Linkage;
import java.util.Map;

/**
 * The constants by which ROCm's device libraries learn what they are compiled for. ROCm ships each value of each as a
 * library; they are no more than this, and are missing for processors that are newer than the libraries.
 */
final class LibraryControls {
    private static final String PREFIX = "__oclc_";

    private static final int WIDE_WAVEFRONT_UNTIL = 9;

    private LibraryControls() {}

    /** Defines those that a module asks for. */
    static void define(IrModule module, DeviceTarget target) {
        Map<String, Long> values = values(target.processor());
        for (IrGlobal global : module.globals()) {
            String name = global.value().name();
            if (!global.isDefinition() && name.startsWith(PREFIX)) {
                long value = values.getOrDefault(name.substring(PREFIX.length()), 0L);
                global.initialized(
                                module.context().constant(global.contentType().scalarBits(), value))
                        .setLinkage(Linkage.INTERNAL);
            }
        }
    }

    /**
     * Returns the values: exact results, subnormal numbers kept, infinities and NaNs respected.
     *
     * @param processor for example {@code gfx90a}: the generation in front of two digits, of which the last is hexadecimal
     */
    private static Map<String, Long> values(String processor) {
        String digits = processor.substring("gfx".length());
        long generation = Long.parseLong(digits.substring(0, digits.length() - 2));
        long minor = Character.digit(digits.charAt(digits.length() - 2), 16);
        long stepping = Character.digit(digits.charAt(digits.length() - 1), 16);
        return Map.of(
                "ISA_version", generation * 1000 + minor * 100 + stepping,
                "ABI_version", (long) RuntimeConstants.AMD_CODE_OBJECT_VERSION,
                "wavefrontsize64", generation <= WIDE_WAVEFRONT_UNTIL ? 1L : 0L,
                "correctly_rounded_sqrt32", 1L,
                "daz_opt", 0L,
                "finite_only_opt", 0L,
                "unsafe_math_opt", 0L);
    }
}
