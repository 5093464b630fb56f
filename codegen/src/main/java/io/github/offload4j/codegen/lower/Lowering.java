package io.github.offload4j.codegen.lower;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.TransferRemark;
import io.github.offload4j.codegen.emit.site.SiteRecord;
import io.github.offload4j.codegen.image.DeviceImage;
import io.github.offload4j.codegen.image.HostKernels;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.KernelSigns;
import io.github.offload4j.codegen.ir.ModuleCopy;
import io.github.offload4j.codegen.ir.OwnedModule;
import io.github.offload4j.codegen.lower.call.CallMarks;
import io.github.offload4j.codegen.lower.call.MarkFunction;
import io.github.offload4j.codegen.option.Registration;
import io.github.offload4j.codegen.session.Session;
import io.github.offload4j.codegen.signature.KnownBlocks;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;

/**
 * Turns the marked calls of modules into offload sites, whether operand bundles mark them or calls in front of them; the
 * package says how.
 *
 * <p>A module is lowered on a copy first, so that a module with a fault in it is left exactly as it was, unless
 * {@link #withoutCopy} says that nobody minds. A module without marked calls is left as it is, and so a module that was
 * lowered before. Immutable.
 */
public final class Lowering {
    /** What is known of a site takes more memory than its text, so no more of it is kept: others are read back. */
    private static final int MOST_KNOWN_SITES = 2000;

    private final OffloadOptions options;
    private final List<DeviceImage> images;
    private final List<byte[]> kernels;
    private final List<HostKernels> hostKernels;
    private final boolean copying;
    private final Consumer<TransferRemark> remarks;

    private Lowering(
            OffloadOptions options,
            List<DeviceImage> images,
            List<byte[]> kernels,
            List<HostKernels> hostKernels,
            boolean copying,
            Consumer<TransferRemark> remarks) {
        this.options = options;
        this.images = images;
        this.kernels = kernels;
        this.hostKernels = hostKernels;
        this.copying = copying;
        this.remarks = remarks;
    }

    /** Returns a lowering for a runtime and a set of choices. */
    public static Lowering with(OffloadOptions options) {
        return new Lowering(
                Objects.requireNonNull(options, "options is null"),
                List.of(),
                List.of(),
                List.of(),
                true,
                remark -> {});
    }

    /** Returns this lowering with device images, which modules with marked calls get embedded. */
    public Lowering embedding(DeviceImage... embedded) {
        Objects.requireNonNull(embedded, "embedded is null");
        for (DeviceImage image : embedded) {
            Objects.requireNonNull(image, "image is null");
        }
        return new Lowering(options, List.of(embedded), kernels, hostKernels, copying, remarks);
    }

    /**
     * Returns this lowering with what the device images were compiled from, so that resident transfers can leave out copies
     * that a kernel makes no use of, and marks that are calls find the calls of its kernels. Kernels of embedded images are
     * found without, and those for the host are known without.
     *
     * @param source LLVM IR text or bitcode with the kernels under their symbols, just as the images have them; it is read
     *     when a module is lowered
     */
    public Lowering knowingKernels(byte[] source) {
        Objects.requireNonNull(source, "source is null");
        List<byte[]> known = new ArrayList<>(kernels);
        known.add(source.clone());
        return new Lowering(options, images, List.copyOf(known), hostKernels, copying, remarks);
    }

    /**
     * Returns this lowering with kernels that the host computes when the runtime refuses a launch. Embedded images for the
     * host bring theirs with them.
     */
    public Lowering computingOnHost(HostKernels added) {
        List<HostKernels> all = new ArrayList<>(hostKernels);
        all.add(Objects.requireNonNull(added, "added is null"));
        return new Lowering(options, images, kernels, List.copyOf(all), copying, remarks);
    }

    /**
     * Returns this lowering for modules that are thrown away when it fails: it may leave them half lowered then, and takes
     * half the time.
     */
    public Lowering withoutCopy() {
        return new Lowering(options, images, kernels, hostKernels, false, remarks);
    }

    /** Returns this lowering with somebody who hears what becomes of the transfers of each site. */
    public Lowering remarkingTo(Consumer<TransferRemark> listener) {
        return new Lowering(
                options, images, kernels, hostKernels, copying, Objects.requireNonNull(listener, "listener is null"));
    }

    /** Returns whether a module has marked calls, or calls that mark. */
    public static boolean hasMarks(LLVMModuleRef module) {
        try (IrModule view = new IrModule(module)) {
            return hasMarks(view);
        }
    }

    private static boolean hasMarks(IrModule view) {
        return CallMarks.present(view) || MarkIndex.hasMarks(view);
    }

    /**
     * Turns marks that are calls into the operand bundles that say the same, and lowers nothing: passes that run before the
     * lowering leave bundles with their call, and can part a call from calls in front of it.
     *
     * @param module changed in place, and half changed when this fails
     * @throws NullPointerException when the module is null
     * @throws LoweringException with all that is wrong with the marks themselves
     * @throws OffloadException when the kernels do not parse
     */
    public void attach(LLVMModuleRef module) {
        try (IrModule view = new IrModule(module)) {
            if (CallMarks.present(view)) {
                requireRight(new CalledMarks(CallMarks.attach(view, kernelNames()), Optional::empty));
            }
        }
    }

    /**
     * Returns the blocks of the kernels that the marked calls of a module always launch with the same constant block. Nobody
     * else launches the kernels of images that are embedded in this module and nowhere else, so this is what {@link
     * io.github.offload4j.codegen.device.DeviceCompiler#withBlocks} may be told of such images. Nothing is known of a module
     * that launches kernels without marks, that has a fault in a mark, or that is for the linker wrapper, which gives modules
     * a common image.
     *
     * @param module left as it is
     * @throws NullPointerException when the module is null
     * @throws OffloadException when the module or the kernels are not well formed
     */
    public KnownBlocks blocks(LLVMModuleRef module) {
        try (IrModule view = new IrModule(module)) {
            view.verify();
            if (options.registration() == Registration.LINKER_WRAPPER) {
                return KnownBlocks.none();
            }
            if (!CallMarks.present(view)) {
                return LaunchedBlocks.of(view);
            }
        }
        try (ModuleCopy copy = new ModuleCopy(module);
                IrModule view = new IrModule(copy.raw())) {
            boolean right = CallMarks.attach(view, kernelNames()).problems().isEmpty();
            return right ? LaunchedBlocks.of(view) : KnownBlocks.none();
        }
    }

    private static void requireRight(CalledMarks called) {
        if (!called.problems().isEmpty()) {
            throw new LoweringException(called.problems());
        }
    }

    /**
     * Lowers every marked call.
     *
     * @param module a module that nothing else adds offload sites to
     * @return how many there were
     * @throws NullPointerException when the module is null
     * @throws LoweringException with all that is wrong with the marked calls
     * @throws OffloadException when the module or the kernels are not well formed, or the module is for a target without
     *     offloading or has a symbol that stands in the way
     */
    public int lower(LLVMModuleRef module) {
        return lowered(module, Optional::empty).calls();
    }

    /**
     * Lowers every marked call of a module that was parsed from text, and gives problems their place in it.
     *
     * @param module a module that nothing else adds offload sites to
     * @param text what it was parsed from, unchanged
     * @return how many there were
     * @throws NullPointerException when an argument is null
     * @throws LoweringException with all that is wrong with the marked calls
     * @throws OffloadException when the module or the kernels are not well formed, or the module is for a target without
     *     offloading or has a symbol that stands in the way
     */
    public int lower(LLVMModuleRef module, String text) {
        Objects.requireNonNull(text, "text is null");
        return lowered(module, () -> Optional.of(text)).calls();
    }

    /**
     * Lowers every marked call, and returns what is known of the sites from that, which saves the checks from reading them
     * back.
     *
     * @param module a module that nothing else adds offload sites to
     * @param text what it was parsed from, unchanged; asked for when something is wrong, to give that its place in it
     * @throws NullPointerException when an argument is null
     * @throws LoweringException with all that is wrong with the marked calls
     * @throws OffloadException when the module or the kernels are not well formed, or the module is for a target without
     *     offloading or has a symbol that stands in the way
     */
    public LoweredModule lowered(LLVMModuleRef module, Supplier<Optional<String>> text) {
        Objects.requireNonNull(text, "text is null");
        try (IrModule view = new IrModule(module)) {
            if (!hasMarks(view)) {
                return LoweredModule.unknown(module, 0);
            }
            view.verify();
        }
        if (copying) {
            try (ModuleCopy copy = new ModuleCopy(module)) {
                apply(copy.raw(), text, remark -> {});
            }
        }
        return apply(module, text, remarks);
    }

    /** Returns what is known as a kernel beside what the module says itself. */
    private Set<String> kernelNames() {
        Set<String> names = new HashSet<>();
        images.forEach(image -> image.kernels().forEach(kernel -> names.add(kernel.name())));
        for (byte[] source : kernels) {
            try (OwnedModule owned = OwnedModule.parse(source, "kernels")) {
                KernelSigns.find(owned.module()).forEach(kernel -> names.add(kernel.name()));
            }
        }
        return names;
    }

    private LoweredModule apply(
            LLVMModuleRef module, Supplier<Optional<String>> text, Consumer<TransferRemark> listener) {
        try (Session session = Session.open(new IrModule(module), options.conventions())) {
            boolean told = session.tellSites();
            boolean asynchronous = false;
            session.embed(images);
            kernels.forEach(session::knowKernels);
            hostKernels.forEach(session::addHostKernels);
            MarkIndex written = new MarkIndex(session.module());
            MarkPositions positions = MarkPositions.of(written.tags(), text);
            boolean byCalls = CallMarks.present(session.module());
            CalledMarks called = new CalledMarks(CallMarks.attach(session.module(), kernelNames()), text);
            requireRight(called);
            MarkIndex marks = byCalls ? new MarkIndex(session.module()) : written;
            List<LoweredFunction> lowered = new ArrayList<>();
            int known = 0;
            Planner planner = new Planner(session, positions, called);
            for (List<IrInstruction> calls : marks.functions()) {
                IrFunction function = calls.get(0).function();
                List<CheckedMark> plans = calls.stream()
                        .flatMap(call -> planner.next(call).stream())
                        .toList();
                // their sites are in functions of their own
                asynchronous |= plans.stream().anyMatch(CheckedMark::isAsynchronous);
                if (planner.problems().isEmpty()) {
                    boolean replaced = new FunctionLowering(session).run(plans);
                    if (told) {
                        List<SiteRecord> sites = session.takeSites();
                        boolean deep = sites.stream().anyMatch(SiteRecord::isDeep);
                        boolean kept = !replaced && !deep && known < MOST_KNOWN_SITES;
                        lowered.add(new LoweredFunction(function, kept ? sites : List.of(), !kept));
                        known += sites.size();
                    }
                }
            }
            if (!planner.problems().isEmpty()) {
                throw new LoweringException(planner.problems());
            }
            session.module()
                    .findFunction(MarkFunction.DATA)
                    .filter(data -> data.isDeclaration() && data.value().users().isEmpty())
                    .ifPresent(IrFunction::delete);
            session.finish();
            session.remarks().forEach(listener);
            int count = marks.tags().size();
            return told && !asynchronous
                    ? LoweredModule.known(module, count, lowered)
                    : LoweredModule.unknown(module, count);
        }
    }
}
