package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.ir.Attributes;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.Linkage;
import java.util.List;

/**
 * Functions that end the program and are defined elsewhere: {@code abort}, what {@code assert} calls, Rust's panics. A
 * device has none of them; a kernel that comes there is stopped.
 */
final class NeverReturning {
    private static final String TRAP = "llvm.trap";
    private static final String NO_RETURN = "noreturn";

    private NeverReturning() {}

    /** Gives each of them a body that stops the kernel. */
    static void trap(IrModule module) {
        for (IrFunction function : module.functions()) {
            if (function.isDeclaration() && !function.isIntrinsic() && Attributes.onFunction(function, NO_RETURN)) {
                define(function, module);
            }
        }
    }

    private static void define(IrFunction function, IrModule module) {
        try (IrBuilder builder = IrBuilder.atEnd(function.appendBlock("entry"), module.context())) {
            builder.call(module.intrinsic(TRAP), List.of(), "");
            builder.unreachable();
        }
        function.setLinkage(Linkage.INTERNAL);
    }
}
