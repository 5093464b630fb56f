package io.github.offload4j.codegen.emit;

import io.github.offload4j.codegen.abi.RuntimeConstants;
import io.github.offload4j.codegen.abi.RuntimeFunction;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.helper.HelperFunctions;
import io.github.offload4j.codegen.image.DeviceImage;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.ModuleFlags;
import io.github.offload4j.codegen.ir.OwnedModule;
import io.github.offload4j.codegen.ir.TypeText;
import io.github.offload4j.codegen.option.Transfers;
import java.util.ArrayList;
import java.util.List;

/** Everything that is emitted once for a module, and shared by its sites. */
public final class Emission {
    private final IrModule module;
    private final Conventions conventions;
    private final RuntimeTypes types;
    private final RuntimeDeclarations declarations;
    private final Ident idents;
    private final ArgumentNames names;
    private final ConstantTables tables;
    private final KernelEntries entries;
    private final HelperFunctions helpers;
    private final LaunchCheck launchCheck;
    private final GuardedLaunch guardedLaunch;
    private final AliasUnion aliasUnion;
    private final AliasCheck aliasCheck;
    private final RegistrationCode registration;
    private final ArgumentRules rules;
    private final SlotBuilder slots;
    private final Images images;
    private final HostVersions hostVersions;
    private final DriverCode drivers;
    private final StatusCheck statusCheck;
    private final List<SiteRecord> records = new ArrayList<>();
    private final List<byte[]> kernelSources = new ArrayList<>();
    private boolean used;

    /** Prepares a module; preset {@code rustc} declares the runtime now, as rustc does for every codegen unit. */
    public Emission(IrModule module, Conventions conventions) {
        this.module = module;
        this.conventions = conventions;
        this.types = new RuntimeTypes(module.context());
        this.declarations = new RuntimeDeclarations(module, types);
        this.idents = new Ident(module, types);
        this.names = new ArgumentNames(module);
        this.tables = new ConstantTables(module);
        this.entries = new KernelEntries(module, types, conventions);
        this.helpers = new HelperFunctions(module);
        this.launchCheck = new LaunchCheck(module, declarations, helpers);
        this.guardedLaunch = new GuardedLaunch(module, declarations, helpers);
        this.aliasUnion = new AliasUnion(module, helpers);
        this.aliasCheck = new AliasCheck(module, declarations, helpers);
        this.registration = new RegistrationCode(module, types, declarations, conventions);
        this.images = new Images(module, types, conventions);
        this.hostVersions = new HostVersions(module);
        this.drivers = new DriverCode(module, types, declarations, helpers);
        this.statusCheck = new StatusCheck(module, declarations, helpers);
        Extents extents = new Extents(module, new TypeText(module.context()), conventions);
        this.rules = new ArgumentRules(module, extents, conventions);
        this.slots = new SlotBuilder(module.context(), conventions, extents);
        if (conventions.rustc()) {
            declarations.check(conventions.runtimeFunctions());
            declareAhead();
        }
    }

    private void declareAhead() {
        idents.unknown();
        declarations.get(RuntimeFunction.DATA_BEGIN);
        declarations.get(RuntimeFunction.DATA_UPDATE);
        declarations.get(RuntimeFunction.DATA_END);
        declarations.get(RuntimeFunction.TARGET_KERNEL);
        addModuleFlag();
    }

    private void addModuleFlag() {
        ModuleFlags.addIfAbsent(
                module,
                RuntimeConstants.MODULE_FLAG_MAX,
                RuntimeConstants.OPENMP_MODULE_FLAG,
                RuntimeConstants.OPENMP_MODULE_FLAG_VALUE);
    }

    /**
     * Notes that a site is coming.
     *
     * @throws OffloadException when the module has a symbol that a site needs as something else; nothing is emitted then
     */
    void begin() {
        if (!used) {
            declarations.check(conventions.runtimeFunctions());
            if (conventions.rustc()) {
                registration.emitEmpty();
            }
        }
        used = true;
    }

    /** Keeps a site's record where somebody will ask for it. */
    SiteRecord record(SiteRecord record) {
        if (conventions.transfers() == Transfers.RESIDENT) {
            records.add(record);
        }
        return record;
    }

    /** Returns the sites in the order in which they were emitted, when transfers are resident. */
    public List<SiteRecord> records() {
        return List.copyOf(records);
    }

    /** Adds what closes the module: entries, descriptor, registration and module flag. Adds nothing without a site. */
    public void finish() {
        tables.deleteUnused();
        if (!used || conventions.rustc()) {
            return;
        }
        images.checkKernels(entries.launched());
        hostVersions.link();
        registration.emit(entries.entryConstants(), !entries.launched().isEmpty(), images);
        addModuleFlag();
    }

    /**
     * Adds device images. Those for the host must come before the first site, since they change how kernels are launched.
     *
     * @throws OffloadException when one comes too late, the runtime would skip one, or the preset has no images; none is
     *     added then
     */
    public void embed(List<DeviceImage> added) {
        if (conventions.rustc() && !added.isEmpty()) {
            throw new OffloadException(
                    Reason.STATE, "rustc's lowering leaves images to a later tool; use preset default to embed them");
        }
        for (DeviceImage image : added) {
            images.check(image);
            if (used && Images.needsBounds(image) && !images.needBounds()) {
                throw new OffloadException(
                        Reason.STATE,
                        "the image for " + image.target() + " comes after the first site; embed it before");
            }
        }
        for (DeviceImage image : added) {
            images.add(image);
            image.hostVersion().ifPresent(bitcode -> hostVersions.add(bitcode, image.kernels()));
        }
    }

    Images images() {
        return images;
    }

    /** Returns the kernels that device images carry as functions of the host, as bitcode. */
    public List<byte[]> kernelsOnHost() {
        return hostVersions.bitcodes();
    }

    /**
     * Adds what device images were compiled from.
     *
     * @throws OffloadException when it does not parse, or is not well formed
     */
    public void knowKernels(byte[] kernels) {
        try (OwnedModule parsed = OwnedModule.parse(kernels, "kernels")) {
            parsed.module().verify();
        }
        kernelSources.add(kernels.clone());
    }

    /** Returns what device images were compiled from, as far as somebody has said. */
    public List<byte[]> kernelSources() {
        return List.copyOf(kernelSources);
    }

    HostVersions hostVersions() {
        return hostVersions;
    }

    DriverCode drivers() {
        return drivers;
    }

    StatusCheck statusCheck() {
        return statusCheck;
    }

    /** Returns the rules that arguments must keep. */
    public ArgumentRules rules() {
        return rules;
    }

    /** Returns the choices that hold for the module. */
    public Conventions conventions() {
        return conventions;
    }

    IrModule module() {
        return module;
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

    Ident idents() {
        return idents;
    }

    ArgumentNames names() {
        return names;
    }

    ConstantTables tables() {
        return tables;
    }

    KernelEntries entries() {
        return entries;
    }

    HelperFunctions helpers() {
        return helpers;
    }

    LaunchCheck launchCheck() {
        return launchCheck;
    }

    GuardedLaunch guardedLaunch() {
        return guardedLaunch;
    }

    AliasUnion aliasUnion() {
        return aliasUnion;
    }

    AliasCheck aliasCheck() {
        return aliasCheck;
    }

    SlotBuilder slots() {
        return slots;
    }
}
