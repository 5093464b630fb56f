package io.github.offload4j.codegen.analysis.site;

import io.github.offload4j.codegen.flow.FunctionFacts;
import io.github.offload4j.codegen.flow.ModuleFacts;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrModule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads every offload site of a module back from its IR, whether this library, clang or rustc emitted it.
 *
 * <p>Reading does not change the module. Tables that the program computes are read as far as they are certain.
 */
public final class SiteReader {
    private static final String GUARD = ".offload_launch";

    private final ModuleFacts facts;

    /** Creates a reader of a module, which must not change until it was read. */
    public SiteReader(IrModule module) {
        this(new ModuleFacts(module));
    }

    /** Creates a reader of a module about which the checks ask too. */
    @SuppressWarnings("exports") // for the checks of this library
    public SiteReader(ModuleFacts facts) {
        this.facts = facts;
    }

    /** Returns everything about offloading that the module holds. */
    public OffloadInventory read() {
        List<OffloadEntry> entries = new EntryReader(facts.module()).read();
        KernelNames kernels = new KernelNames(entries);
        List<OffloadSite> sites = new ArrayList<>();
        for (IrFunction function : facts.module().functions()) {
            if (!function.isDeclaration() && !isGuard(function) && callsRuntime(function)) {
                sites.addAll(sites(facts.of(function), kernels));
            }
        }
        return new OffloadInventory(sites, entries, new ImageReader(facts.module()).read());
    }

    /** Returns whether a function is a guard in front of our own calls: part of each of them, not a site. */
    private static boolean isGuard(IrFunction function) {
        return function.name().equals(GUARD) || CallReader.isGuard(function);
    }

    private static boolean callsRuntime(IrFunction function) {
        for (IrInstruction instruction : function.instructions()) {
            if (CallReader.kind(instruction).isPresent() || LaunchReader.isLaunch(instruction)) {
                return true;
            }
        }
        return false;
    }

    private List<OffloadSite> sites(FunctionFacts function, KernelNames kernels) {
        CallReader calls = new CallReader(facts.module(), function);
        LaunchReader launches = new LaunchReader(function, calls, kernels);
        SiteBuilder builder = new SiteBuilder(new DevicePointerFinder(function));
        for (IrInstruction instruction : function.flow().instructions()) {
            Optional<RuntimeCall.Kind> kind = CallReader.kind(instruction);
            if (kind.isPresent()) {
                calls.read(kind.get(), instruction).ifPresent(builder::add);
            } else if (LaunchReader.isLaunch(instruction)) {
                launches.read(instruction).ifPresent(builder::add);
            }
        }
        return builder.build();
    }
}
