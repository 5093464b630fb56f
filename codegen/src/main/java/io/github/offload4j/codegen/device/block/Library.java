package io.github.offload4j.codegen.device.block;

import io.github.offload4j.codegen.abi.RuntimeFunction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.Linkage;
import io.github.offload4j.codegen.ir.ModuleLinker;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** Code that is the same for every kernel, as text. */
public enum Library {
    /** Runs coroutines in turn. */
    SCHEDULER("scheduler.ll"),
    /** What the lanes of a warp do together. */
    WARP("warp.ll");

    private static final List<RuntimeFunction> FOREIGN =
            List.of(RuntimeFunction.PRINT, RuntimeFunction.ABORT, RuntimeFunction.ALLOCATE, RuntimeFunction.FREE);

    private static final String LOCAL_SUFFIX = ".local";

    private final String file;

    Library(String file) {
        this.file = file;
    }

    /** Links what a module refers to, which nobody else can see. */
    public void link(IrModule module) {
        giveWay(module);
        for (String defined : ModuleLinker.linkNeeded(module, content(), file)) {
            module.findFunction(defined).ifPresent(function -> function.setLinkage(Linkage.INTERNAL));
        }
    }

    /** The user's own functions of the names that the C library has are local, and can have others. */
    static void giveWay(IrModule module) {
        for (RuntimeFunction function : FOREIGN) {
            module.findFunction(function.symbol())
                    .filter(own -> !own.isDeclaration())
                    .ifPresent(own -> own.rename(function.symbol() + LOCAL_SUFFIX));
        }
    }

    private byte[] content() {
        try (InputStream stream = Library.class.getResourceAsStream(file)) {
            return Objects.requireNonNull(stream, file).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
