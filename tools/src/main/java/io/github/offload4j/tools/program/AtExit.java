package io.github.offload4j.tools.program;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.ModuleLinker;
import io.github.offload4j.tools.diagnostic.InputException;
import io.github.offload4j.tools.input.IrInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;

/** Has a program that is run in this process call, at its own end, what it wants to be called at the process's. */
public final class AtExit {
    private static final String RESOURCE = "at-exit.ll";
    private static final String REGISTER = "__cxa_atexit";
    private static final String OBJECT = "__dso_handle";

    private AtExit() {}

    /** Links what that takes into a module that needs it. */
    public static void serve(IrInput input) {
        try (IrModule module = new IrModule(input.raw())) {
            Optional<IrFunction> register = module.findFunction(REGISTER).filter(IrFunction::isDeclaration);
            if (register.isEmpty()) {
                return;
            }
            register.get().rename("offload4j.cxa_atexit");
            module.findGlobal(OBJECT)
                    .filter(object -> !object.isDefinition())
                    .ifPresent(object -> object.rename("offload4j.dso_handle"));
            ModuleLinker.link(module, text());
        } catch (OffloadException e) {
            throw new InputException(input.name(), String.valueOf(e.getMessage()));
        }
    }

    private static byte[] text() {
        try (InputStream in = AtExit.class.getResourceAsStream(RESOURCE)) {
            return Objects.requireNonNull(in, RESOURCE).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
