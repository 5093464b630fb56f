package io.github.offload4j.codegen.analysis;

import io.github.offload4j.codegen.abi.MapFlag;
import io.github.offload4j.codegen.analysis.block.BlockRun;
import io.github.offload4j.codegen.analysis.block.Fault;
import io.github.offload4j.codegen.analysis.block.Launched;
import io.github.offload4j.codegen.analysis.block.LaunchsMemory;
import io.github.offload4j.codegen.analysis.site.Launch;
import io.github.offload4j.codegen.analysis.site.OffloadSite;
import io.github.offload4j.codegen.analysis.site.TableEntry;
import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.codegen.fact.Quantity;
import io.github.offload4j.codegen.ir.InlinedCopy;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What the threads of launched blocks do, each launch followed once. */
final class BlockRuns implements AutoCloseable {
    private static final int MOST_THREADS = 1024;
    private static final Result NOTHING = new Result(false, List.of());

    private final CheckContext context;
    private final IdentityHashMap<IrModule, Optional<InlinedCopy>> copies = new IdentityHashMap<>();
    private final Map<Launch, Result> known = new HashMap<>();

    BlockRuns(CheckContext context) {
        this.context = context;
    }

    /**
     * What is known of a launch.
     *
     * @param usesLaunchsMemory whether the kernel uses shared memory of the launch's size
     * @param faults what its threads certainly do wrong
     */
    record Result(boolean usesLaunchsMemory, List<Found> faults) {}

    /**
     * A fault, without the code that it is in.
     *
     * @param kind what
     * @param certain whether no device can make up for it
     * @param kernel the kernel's symbol
     * @param location where the source has it
     * @param message the fact and what to do
     */
    record Found(Fault.Kind kind, boolean certain, String kernel, Optional<SourceLocation> location, String message) {}

    Result of(OffloadSite site, Launch launch, KernelBody body) {
        Result result = known.get(launch);
        if (result == null) {
            result = follow(site, launch, body);
            known.put(launch, result);
        }
        return result;
    }

    private Result follow(OffloadSite site, Launch launch, KernelBody body) {
        IrModule original = body.module().facts().module();
        Optional<InlinedCopy> copy = copies.computeIfAbsent(
                original,
                module ->
                        LaunchsMemory.sharesAnything(module) ? Optional.of(new InlinedCopy(module)) : Optional.empty());
        if (copy.isEmpty()) {
            return NOTHING;
        }
        IrModule module = copy.get().module();
        Optional<IrFunction> kernel =
                module.findFunction(body.function().name()).filter(f -> !f.isDeclaration());
        // what a host's program keeps of a kernel in it is one thread, which asks for nothing and waits for nobody
        if (kernel.isEmpty() || !LaunchsMemory.isForDevice(kernel.get())) {
            return NOTHING;
        }
        List<Found> found = new ArrayList<>();
        Optional<List<Integer>> block = block(launch);
        boolean launches = launch.grid().stream().noneMatch(size -> size.is(0));
        if (block.isPresent() && launches) {
            Launched launched =
                    new Launched(module, kernel.get(), block.get(), grid(launch), arguments(site, launch, body));
            for (Fault fault : BlockRun.of(launched)) {
                found.add(new Found(
                        fault.kind(),
                        fault.certain(),
                        body.function().name(),
                        fault.at().location(),
                        fault.message()));
            }
        }
        return new Result(LaunchsMemory.isUsedBy(kernel.get()), List.copyOf(found));
    }

    private static Optional<List<Integer>> block(Launch launch) {
        List<Integer> sizes = new ArrayList<>();
        long threads = 1;
        for (Quantity size : launch.block()) {
            OptionalLong number = size.known();
            if (number.isEmpty() || number.getAsLong() < 0 || number.getAsLong() > MOST_THREADS) {
                return Optional.empty();
            }
            // the runtime takes 0 in y and z as 1; 0 in x is no block
            sizes.add(sizes.isEmpty() ? (int) number.getAsLong() : Math.max(1, (int) number.getAsLong()));
            threads *= sizes.get(sizes.size() - 1);
        }
        return threads >= 1 && threads <= MOST_THREADS ? Optional.of(sizes) : Optional.empty();
    }

    private static List<OptionalInt> grid(Launch launch) {
        return launch.grid().stream()
                .map(size -> size.known().isPresent()
                                && size.known().getAsLong() > 0
                                && size.known().getAsLong() <= Integer.MAX_VALUE
                        ? OptionalInt.of((int) size.known().getAsLong())
                        : OptionalInt.empty())
                .toList();
    }

    /** Returns the numbers that the program passes by value, by the index of the parameter, from 0. */
    private Map<Integer, Long> arguments(OffloadSite site, Launch launch, KernelBody body) {
        Map<Integer, Long> arguments = new HashMap<>();
        List<TableEntry> entries = launch.call().entries();
        List<IrType> types = body.function().parameterTypes();
        int parameter = body.shift();
        for (int i = 0; i < entries.size(); i++) {
            TableEntry entry = entries.get(i);
            boolean hidden = launch.isExtra(i);
            if (!entry.has(MapFlag.TARGET_PARAM) || hidden) {
                continue;
            }
            if (entry.has(MapFlag.LITERAL)
                    && parameter < types.size()
                    && types.get(parameter).isInteger()) {
                OptionalLong value =
                        context.facts(site).numbers().of(entry.base()).known();
                if (value.isPresent()) {
                    arguments.put(parameter, value.getAsLong());
                }
            }
            parameter++;
        }
        return arguments;
    }

    @Override
    public void close() {
        copies.values().forEach(copy -> copy.ifPresent(InlinedCopy::close));
    }
}
