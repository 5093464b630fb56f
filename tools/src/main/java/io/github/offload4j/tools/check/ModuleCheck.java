package io.github.offload4j.tools.check;

import io.github.offload4j.codegen.analysis.CheckOptions;
import io.github.offload4j.codegen.analysis.Finding;
import io.github.offload4j.codegen.analysis.OffloadChecker;
import io.github.offload4j.codegen.lower.LoweredModule;
import io.github.offload4j.tools.diagnostic.DiagnosticPrinter;
import io.github.offload4j.tools.diagnostic.InputException;
import io.github.offload4j.tools.diagnostic.ReportedException;
import io.github.offload4j.tools.input.IrInput;
import java.util.List;
import java.util.Optional;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.jspecify.annotations.Nullable;

/** Checks the offload sites of a module that a command has made or was given, and prints what it finds. */
public final class ModuleCheck {
    private final DiagnosticPrinter printer;
    private final CheckOptions options;

    /** Creates a check that prints what it finds. */
    public ModuleCheck(DiagnosticPrinter printer, CheckOptions options) {
        this.printer = printer;
        this.options = options;
    }

    /**
     * Checks a module, which may have marked calls.
     *
     * @param name what messages call it
     * @param kernels the kernels' bodies, where they are known
     * @throws ReportedException when it has an error
     */
    public void require(String name, LLVMModuleRef module, @Nullable IrInput kernels) {
        print(name, InputException.whenRefused(name, () -> OffloadChecker.check(module, raw(kernels), options)));
    }

    /**
     * Checks a module whose marked calls were just lowered, or that never had any.
     *
     * @param name what messages call it
     * @param kernels the kernels' bodies, where they are known
     * @throws ReportedException when it has an error
     */
    public void requireLowered(String name, LLVMModuleRef module, @Nullable IrInput kernels) {
        print(name, InputException.whenRefused(name, () -> OffloadChecker.checkLowered(module, raw(kernels), options)));
    }

    /**
     * Checks a module whose marked calls were just lowered, by what is known of its sites from that.
     *
     * @param name what messages call it
     * @param kernels the kernels' bodies, where they are known
     * @throws ReportedException when it has an error
     */
    public void requireLowered(String name, LoweredModule module, @Nullable IrInput kernels) {
        print(name, InputException.whenRefused(name, () -> OffloadChecker.checkLowered(module, raw(kernels), options)));
    }

    private static Optional<LLVMModuleRef> raw(@Nullable IrInput kernels) {
        return Optional.ofNullable(kernels).map(IrInput::raw);
    }

    private void print(String name, List<Finding> findings) {
        if (new FindingPrinter(printer, name).print(findings)) {
            throw new ReportedException(name);
        }
    }
}
