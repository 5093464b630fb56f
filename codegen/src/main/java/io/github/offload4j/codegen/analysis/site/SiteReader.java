package io.github.offload4j.codegen.analysis.site;

import io.github.offload4j.codegen.flow.FunctionFacts;
import io.github.offload4j.codegen.flow.ModuleFacts;
import io.github.offload4j.codegen.helper.Helper;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrModule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads every offload site of a module back from its IR, whether this library, clang or rustc emitted it.
 *
 * <p>Reading does not change the module. Tables that the program computes are read as far as they are certain.
 */
public final class SiteReader {
    private final ModuleFacts facts;
    private final List<OffloadEntry> entries;
    private final KernelNames kernels;

    /** Creates a reader of a module, which must not change until it was read. */
    public SiteReader(IrModule module) {
        this(new ModuleFacts(module));
    }

    /** Creates a reader of a module about which the checks ask too. */
    @SuppressWarnings("exports") // for the checks of this library
    public SiteReader(ModuleFacts facts) {
        this.facts = facts;
        this.entries = new EntryReader(facts.module()).read();
        this.kernels = new KernelNames(entries);
    }

    /** Returns everything about offloading that the module holds. */
    public OffloadInventory read() {
        List<OffloadSite> sites = new ArrayList<>();
        functions().forEach(function -> sites.addAll(sites(function)));
        return new OffloadInventory(sites, entries, images(facts.module()));
    }

    /** Returns the device images of a module. */
    public static List<OffloadImage> images(IrModule module) {
        return new ImageReader(module).read();
    }

    /** Returns the offload entries of a module. */
    public static List<OffloadEntry> entries(IrModule module) {
        return new EntryReader(module).read();
    }

    /** Returns the functions with sites, in the order of the module. */
    public List<IrFunction> functions() {
        Set<IrFunction> callers = new HashSet<>();
        Stream.concat(CallReader.symbols().stream(), LaunchReader.symbols().stream())
                .flatMap(symbol -> facts.module().findFunction(symbol).stream())
                .forEach(callee -> addCallers(callee, callers));
        return facts.module().functions().stream().filter(callers::contains).toList();
    }

    /** A helper in front of a call of the runtime is no site, but a part of each site that calls it. */
    private static void addCallers(IrFunction callee, Set<IrFunction> callers) {
        for (IrInstruction call : callee.calls()) {
            IrFunction caller = call.function();
            if (callers.add(caller) && isHelper(caller)) {
                callers.remove(caller);
                addCallers(caller, callers);
            }
        }
    }

    private static boolean isHelper(IrFunction function) {
        return Helper.of(function).flatMap(Helper::wrapped).isPresent();
    }

    /** Returns the sites of one function. */
    public List<OffloadSite> sites(IrFunction caller) {
        FunctionFacts function = facts.of(caller);
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
