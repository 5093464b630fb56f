package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.ir.Attributes;
import io.github.offload4j.codegen.ir.ForeignFunctions;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.Linkage;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Functions that end the program: those that are defined elsewhere, {@code abort} and what {@code assert} calls among them,
 * and Rust's panics, with or without a body. A device has none of them; a kernel that comes there is stopped.
 */
final class NeverReturning {
    private static final String TRAP = "llvm.trap";
    private static final String NO_RETURN = "noreturn";

    /** A symbol of Rust's own crates, in both ways that rustc spells them. */
    private static final Pattern RUST_LIBRARY =
            Pattern.compile("_ZN(?:4core|3std|5alloc)\\d.*|_R.*Cs[0-9A-Za-z]+_(?:4core|3std|5alloc)\\d.*");

    private NeverReturning() {}

    /** Gives each of them a body that stops the kernel, and returns them. */
    static List<IrFunction> trap(IrModule module) {
        List<IrFunction> stops = new ArrayList<>();
        for (IrFunction function : module.functions()) {
            if (!function.isIntrinsic() && Attributes.onFunction(function, NO_RETURN)) {
                if (function.isDeclaration()) {
                    define(function, module);
                    stops.add(function);
                } else if (RUST_LIBRARY.matcher(function.name()).matches()) {
                    // what it has for the host looks at threads, takes locks and walks the stack
                    IrFunction stop = ForeignFunctions.replaceByDeclaration(function, module);
                    define(stop, module);
                    stops.add(stop);
                }
            }
        }
        return stops;
    }

    private static void define(IrFunction function, IrModule module) {
        try (IrBuilder builder = IrBuilder.atEnd(function.appendBlock("entry"), module.context())) {
            builder.call(module.intrinsic(TRAP), List.of(), "");
            builder.unreachable();
        }
        function.setLinkage(Linkage.INTERNAL);
    }
}
