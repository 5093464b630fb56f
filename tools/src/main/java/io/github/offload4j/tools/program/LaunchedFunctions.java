package io.github.offload4j.tools.program;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.analysis.site.Launch;
import io.github.offload4j.codegen.analysis.site.SiteReader;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.ModuleCopy;
import io.github.offload4j.codegen.lower.Lowering;
import io.github.offload4j.codegen.lower.LoweringException;
import java.util.List;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;

/** The functions of a module that its own marked calls launch. */
final class LaunchedFunctions {
    private LaunchedFunctions() {}

    /**
     * Returns the symbols of those with a body.
     *
     * @param module left as it is
     */
    static List<String> of(LLVMModuleRef module) {
        if (!Lowering.hasMarks(module)) {
            return List.of();
        }
        try (ModuleCopy copy = new ModuleCopy(module)) {
            Lowering.with(OffloadOptions.defaults()).withoutCopy().lower(copy.raw());
            try (IrModule view = new IrModule(copy.raw())) {
                return new SiteReader(view)
                        .read().sites().stream()
                                .flatMap(site -> site.launches().stream())
                                .map(Launch::kernel)
                                .flatMap(kernel -> kernel.stream())
                                .distinct()
                                .filter(kernel -> isDefined(view, kernel))
                                .toList();
            }
        } catch (LoweringException marksAreWrong) {
            return List.of(); // which is said when the module itself is lowered
        } catch (OffloadException e) {
            if (e.reason() == OffloadException.Reason.VERIFICATION) {
                throw e;
            }
            return List.of();
        }
    }

    private static boolean isDefined(IrModule module, String kernel) {
        return module.findFunction(kernel)
                .filter(function -> !function.isDeclaration())
                .map(IrFunction::name)
                .isPresent();
    }
}
