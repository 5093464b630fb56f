package io.github.offload4j.codegen.emit;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.emit.global.Globals;
import io.github.offload4j.codegen.emit.global.Images;
import io.github.offload4j.codegen.emit.preset.DefaultPreset;
import io.github.offload4j.codegen.emit.preset.PresetCode;
import io.github.offload4j.codegen.emit.preset.RustcPreset;
import io.github.offload4j.codegen.emit.preset.RustcRestrictions;
import io.github.offload4j.codegen.emit.register.RegistrationCode;
import io.github.offload4j.codegen.emit.runtime.Conventions;
import io.github.offload4j.codegen.emit.runtime.RuntimeDeclarations;
import io.github.offload4j.codegen.emit.runtime.RuntimeTypes;
import io.github.offload4j.codegen.emit.site.DataCalls;
import io.github.offload4j.codegen.emit.site.LibraryCalls;
import io.github.offload4j.codegen.emit.site.Restrictions;
import io.github.offload4j.codegen.emit.site.Site;
import io.github.offload4j.codegen.emit.site.SiteParts;
import io.github.offload4j.codegen.emit.site.SitePlan;
import io.github.offload4j.codegen.emit.site.SiteRecord;
import io.github.offload4j.codegen.emit.site.SiteRules;
import io.github.offload4j.codegen.emit.site.TaskCode;
import io.github.offload4j.codegen.emit.support.Support;
import io.github.offload4j.codegen.image.DeviceImage;
import io.github.offload4j.codegen.image.HostKernels;
import io.github.offload4j.codegen.image.HostSystem;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrGlobal;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.OwnedModule;
import io.github.offload4j.codegen.option.Preset;
import io.github.offload4j.codegen.option.Registration;
import io.github.offload4j.codegen.option.Transfers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Owns what is emitted for a module: its globals, the functions that sites share, its sites and its registration. Those
 * who emit get what they use, and never this.
 */
public final class Emission {
    private final IrModule module;
    private final RuntimeDeclarations declarations;
    private final Globals globals;
    private final Support support;
    private final Restrictions restrictions;
    private final PresetCode preset;
    private final SiteParts sites;
    private final List<SiteRecord> records = new ArrayList<>();
    private boolean recording;
    private final List<byte[]> kernelSources = new ArrayList<>();
    private boolean used;

    /** Prepares a module; everything that its preset decides is chosen here. */
    public Emission(IrModule module, Conventions conventions) {
        this.module = module;
        RuntimeTypes types = new RuntimeTypes(module.context());
        this.declarations = new RuntimeDeclarations(module, types);
        boolean rustc = conventions.preset() == Preset.RUSTC;
        this.restrictions = rustc ? new RustcRestrictions() : Restrictions.NONE;
        boolean wrapped = conventions.registration() == Registration.LINKER_WRAPPER;
        this.globals = new Globals(module, types, conventions, rustc || wrapped);
        this.support = new Support(module, types, declarations);
        RegistrationCode registration = new RegistrationCode(module, types, declarations, conventions);
        this.sites =
                SiteParts.of(module, types, declarations, conventions, globals, support, restrictions, this::record);
        this.recording = conventions.transfers() == Transfers.RESIDENT
                || conventions.pinning().isOn();
        this.preset = rustc
                ? new RustcPreset(module, types, declarations, globals, registration)
                : new DefaultPreset(module, conventions, declarations, globals, support, registration, sites.code());
        preset.begin();
    }

    /** Returns the rules of sites and launches. */
    public SiteRules rules() {
        return sites.rules();
    }

    /** Returns the calls of host functions that work on a device. */
    public LibraryCalls libraryCalls() {
        return sites.libraryCalls();
    }

    /** Returns what spawns asynchronous sites, and waits for them. */
    public TaskCode tasks() {
        return sites.tasks();
    }

    /** Returns what changes data calls of sites that were emitted. */
    public DataCalls dataCalls() {
        return sites.dataCalls();
    }

    /**
     * Opens a site; see {@link PresetCode#open}.
     *
     * @param alone whether nothing but its call runs while the data is mapped, in its thread
     * @throws OffloadException when the module has a symbol that a site needs as something else; nothing is emitted then
     */
    public Site open(SitePlan plan, boolean alone, IrBuilder builder) {
        use();
        return preset.open(plan, alone, builder);
    }

    /**
     * Emits what is done to data; see {@link io.github.offload4j.codegen.emit.site.SiteCode#data}.
     *
     * @throws OffloadException when the module has a symbol that a site needs as something else; nothing is emitted then
     */
    public void data(SitePlan plan, IrBuilder builder) {
        use();
        sites.code().data(plan, builder);
    }

    private void use() {
        if (!used) {
            preset.beforeFirstSite();
        }
        used = true;
    }

    /**
     * Returns the host's variable of a name, made when the module has none.
     *
     * @throws OffloadException when no image has one either
     */
    public IrGlobal deviceVariable(String name) {
        return globals.variables().onHost(name);
    }

    /** Keeps a site's record where somebody will ask for it. */
    private void record(SiteRecord record) {
        if (recording) {
            records.add(record);
        }
    }

    /** Returns whether somebody may ask for the records of sites. */
    public boolean recordsSites() {
        return preset.recordsSites();
    }

    /** Has sites recorded from now on also where transfers are not resident. */
    public void recordSites() {
        recording = true;
    }

    /** Returns the recorded sites in the order in which they were emitted, without those of tasks: nobody changes them. */
    public List<SiteRecord> records() {
        return records.stream()
                .filter(record -> !tasks().routines().contains(record.function()))
                .toList();
    }

    /** Returns the site that was recorded last. */
    public SiteRecord lastRecord() {
        return records.get(records.size() - 1);
    }

    /** Returns the sites that were recorded since the last time, and forgets them. */
    public List<SiteRecord> takeRecords() {
        List<SiteRecord> taken = List.copyOf(records);
        records.clear();
        return taken;
    }

    /** Adds what closes the module: entries, descriptor, registration and module flag. Adds nothing without a site. */
    public void finish() {
        globals.tables().deleteUnused();
        if (used) {
            preset.finish();
        }
    }

    /**
     * Adds device images. Those for the host must come before the first site, since they change how kernels are launched.
     *
     * @throws OffloadException when one comes too late, the runtime would skip one, or the preset has no images; none is
     *     added then
     */
    public void embed(List<DeviceImage> added) {
        if (!added.isEmpty()) {
            restrictions.checkImages();
        }
        Images images = globals.images();
        for (DeviceImage image : added) {
            images.check(image);
            requireSameHost(image);
            if (used && Images.needsBounds(image) && !images.needBounds()) {
                throw new OffloadException(
                        Reason.STATE,
                        "the image for " + image.target() + " comes after the first site; embed it before");
            }
        }
        for (DeviceImage image : added) {
            images.add(image);
            globals.variables().know(image.variables());
            image.hostVersion().ifPresent(bitcode -> support.hostVersions().add(bitcode, image.kernels()));
        }
    }

    /** A program on one host never opens an image for another. */
    private void requireSameHost(DeviceImage image) {
        Optional<HostSystem> own = HostSystem.ofTriple(module.triple());
        Optional<HostSystem> images = image.target().architecture().host();
        if (own.isPresent() && images.isPresent() && !own.equals(images)) {
            throw new OffloadException(
                    Reason.ARGUMENT,
                    "the image for " + image.target() + " is of no use to a program for '" + module.triple()
                            + "'; compile the kernels for " + own.get().optionName());
        }
    }

    /** Adds kernels that the host computes when a launch is refused; images for the host bring theirs with them. */
    public void addHostKernels(HostKernels kernels) {
        globals.variables().know(kernels.variables());
        support.hostVersions().add(kernels.bitcode(), kernels.kernels());
    }

    /** Returns the kernels that device images carry as functions of the host, as bitcode. */
    public List<byte[]> kernelsOnHost() {
        return support.hostVersions().bitcodes();
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
}
