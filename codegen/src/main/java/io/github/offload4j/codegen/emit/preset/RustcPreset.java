package io.github.offload4j.codegen.emit.preset;

import io.github.offload4j.codegen.abi.RuntimeFunction;
import io.github.offload4j.codegen.emit.global.Globals;
import io.github.offload4j.codegen.emit.register.RegistrationCode;
import io.github.offload4j.codegen.emit.runtime.RuntimeDeclarations;
import io.github.offload4j.codegen.emit.runtime.RuntimeTypes;
import io.github.offload4j.codegen.emit.site.Extents;
import io.github.offload4j.codegen.emit.site.Site;
import io.github.offload4j.codegen.emit.site.SitePlan;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrValue;
import java.util.EnumSet;
import java.util.Set;

/**
 * A module as rustc makes it: the runtime is declared in every one, and the first site registers an empty descriptor, since
 * a later tool brings the images.
 */
public final class RustcPreset implements PresetCode {
    private static final Set<RuntimeFunction> FUNCTIONS = EnumSet.of(
            RuntimeFunction.DATA_BEGIN,
            RuntimeFunction.DATA_UPDATE,
            RuntimeFunction.DATA_END,
            RuntimeFunction.TARGET_KERNEL,
            RuntimeFunction.MAPPED_POINTER,
            RuntimeFunction.REGISTER_LIBRARY,
            RuntimeFunction.UNREGISTER_LIBRARY,
            RuntimeFunction.INITIALIZE_ALL,
            RuntimeFunction.AT_EXIT);

    private final IrModule module;
    private final RuntimeTypes types;
    private final RuntimeDeclarations declarations;
    private final Globals globals;
    private final RegistrationCode registration;
    private final Extents extents;

    /**
     * Makes the code of one module.
     *
     * @param globals which leave entries to the linker
     */
    public RustcPreset(
            IrModule module,
            RuntimeTypes types,
            RuntimeDeclarations declarations,
            Globals globals,
            RegistrationCode registration) {
        this.module = module;
        this.types = types;
        this.declarations = declarations;
        this.globals = globals;
        this.registration = registration;
        this.extents = new Extents(module);
    }

    IrContext context() {
        return module.context();
    }

    RuntimeTypes types() {
        return types;
    }

    RuntimeDeclarations declarations() {
        return declarations;
    }

    Globals globals() {
        return globals;
    }

    Extents extents() {
        return extents;
    }

    /** Returns the one source location that rustc has. */
    IrValue ident() {
        return globals.idents().unknown();
    }

    @Override
    public void begin() {
        declarations.check(FUNCTIONS);
        ident();
        declarations.get(RuntimeFunction.DATA_BEGIN);
        declarations.get(RuntimeFunction.DATA_UPDATE);
        declarations.get(RuntimeFunction.DATA_END);
        declarations.get(RuntimeFunction.TARGET_KERNEL);
        registration.addModuleFlag();
    }

    @Override
    public void beforeFirstSite() {
        declarations.check(FUNCTIONS);
        registration.emitEmpty();
    }

    @Override
    public Site open(SitePlan plan, boolean alone, IrBuilder builder) {
        return RustcSite.open(this, plan, builder);
    }

    @Override
    public void finish() {
        // the entries are where the linker collects them, and the descriptor has been there from the first site on
    }

    /** rustc's sites are never changed afterwards, so nobody asks what was stored where. */
    @Override
    public boolean recordsSites() {
        return false;
    }
}
