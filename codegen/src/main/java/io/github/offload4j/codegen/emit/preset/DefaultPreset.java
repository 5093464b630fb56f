package io.github.offload4j.codegen.emit.preset;

import io.github.offload4j.codegen.emit.global.Globals;
import io.github.offload4j.codegen.emit.register.RegistrationCode;
import io.github.offload4j.codegen.emit.register.RuntimeSide;
import io.github.offload4j.codegen.emit.runtime.Conventions;
import io.github.offload4j.codegen.emit.runtime.RuntimeDeclarations;
import io.github.offload4j.codegen.emit.site.Site;
import io.github.offload4j.codegen.emit.site.SiteCode;
import io.github.offload4j.codegen.emit.site.SitePlan;
import io.github.offload4j.codegen.emit.support.Support;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrModule;

/** A module that registers what it has when it is finished, and knows nothing of offloading before its first site. */
public final class DefaultPreset implements PresetCode {
    private final IrModule module;
    private final Conventions conventions;
    private final RuntimeDeclarations declarations;
    private final Globals globals;
    private final Support support;
    private final RegistrationCode registration;
    private final SiteCode sites;

    /** Makes the code of one module. */
    public DefaultPreset(
            IrModule module,
            Conventions conventions,
            RuntimeDeclarations declarations,
            Globals globals,
            Support support,
            RegistrationCode registration,
            SiteCode sites) {
        this.module = module;
        this.conventions = conventions;
        this.declarations = declarations;
        this.globals = globals;
        this.support = support;
        this.registration = registration;
        this.sites = sites;
    }

    @Override
    public void begin() {
        // a module that is taken on and gets no site stays as it is
    }

    @Override
    public void beforeFirstSite() {
        declarations.check(conventions.runtimeFunctions());
    }

    @Override
    public Site open(SitePlan plan, boolean alone, IrBuilder builder) {
        return sites.open(plan, alone, builder);
    }

    @Override
    public void finish() {
        globals.images().checkKernels(globals.kernels().launched());
        globals.variables().add(globals.images());
        globals.variables().whileVisible(() -> support.hostVersions().link());
        boolean named =
                !globals.kernels().launched().isEmpty() || !globals.variables().isEmpty();
        if (support.guardedLaunch().isEither()) {
            RuntimeSide.addConstructor(
                    module, declarations, support.guardedLaunch().since23());
        }
        registration.emit(globals.entries().constants(), named, globals.images());
        registration.addModuleFlag();
    }

    @Override
    public boolean recordsSites() {
        return true;
    }
}
