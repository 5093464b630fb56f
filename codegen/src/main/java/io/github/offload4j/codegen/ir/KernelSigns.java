package io.github.offload4j.codegen.ir;

import java.util.LinkedHashSet;
import java.util.Set;

/** How a module itself says which of its functions are kernels. */
public final class KernelSigns {
    /** The string attribute, and the annotation, that make a function a kernel. */
    public static final String ATTRIBUTE = "offload-kernel";

    /** The section that kernels are put into in source code. */
    public static final String SECTION = "offload.kernel";

    private KernelSigns() {}

    /** Returns the kernels of a module, declared ones too, in its order. */
    public static Set<IrFunction> find(IrModule module) {
        Set<IrFunction> annotated = new LinkedHashSet<>(Annotations.functions(module, ATTRIBUTE));
        Set<IrFunction> kernels = new LinkedHashSet<>();
        for (IrFunction function : module.functions()) {
            if (annotated.contains(function)
                    || Attributes.hasText(function, ATTRIBUTE)
                    || ForeignFunctions.section(function).equals(SECTION)) {
                kernels.add(function);
            }
        }
        return kernels;
    }
}
