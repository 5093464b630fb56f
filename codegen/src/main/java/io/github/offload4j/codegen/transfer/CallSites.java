package io.github.offload4j.codegen.transfer;

import io.github.offload4j.codegen.diagnostic.TransferRemark;
import io.github.offload4j.codegen.emit.site.DataCalls;
import io.github.offload4j.codegen.emit.site.SiteRecord;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Sites around calls of functions that map the same data themselves. What a caller holds on the device, such a function
 * finds there, and copies nothing: the runtime counts who has mapped an address.
 */
final class CallSites {
    private final Map<SiteRecord, Held> held = new LinkedHashMap<>();
    private final Set<IrInstruction> calls = new HashSet<>();
    private final List<TransferRemark> left = new ArrayList<>();

    /**
     * A call with a site around it.
     *
     * @param call the call
     * @param always whether the function maps what the site does whichever way control takes in it
     * @param sizes what computes the sizes, in order
     */
    private record Held(IrInstruction call, boolean always, List<IrInstruction> sizes) {}

    void add(SiteRecord site, IrInstruction call, boolean always, List<IrInstruction> sizes) {
        held.put(site, new Held(call, always, sizes));
        calls.add(call);
    }

    /**
     * Notes that there is no site around a call of a function that maps something.
     *
     * @param reason why, as a clause about the function
     */
    void leave(IrInstruction call, String reason) {
        left.add(new TransferRemark(
                TransferRemark.Kind.KEPT,
                call.calledFunction().orElseThrow().name(),
                call.function().name(),
                call.location(),
                "kept what it maps: " + reason,
                OptionalLong.of(0)));
    }

    /** Returns a remark for each call without a site around it. */
    List<TransferRemark> left() {
        return left;
    }

    boolean isEmpty() {
        return held.isEmpty();
    }

    /** Adds the sites to those of the functions that they stand in. */
    void addTo(Map<IrFunction, List<SiteRecord>> sites) {
        held.forEach((site, around) -> sites.computeIfAbsent(around.call().function(), f -> new ArrayList<>())
                .add(site));
    }

    /** Returns the call that a site is around. */
    Optional<IrInstruction> call(SiteRecord site) {
        return Optional.ofNullable(held.get(site)).map(Held::call);
    }

    /** Returns whether a site is around a call of a function that maps what it does only perhaps, so that it maps nothing. */
    boolean isPerhaps(SiteRecord site) {
        Held around = held.get(site);
        return around != null && !around.always();
    }

    /** Returns whether all that a call maps is what the sites around it map. */
    boolean contains(IrInstruction call) {
        return calls.contains(call);
    }

    /** Deletes the sites, for those that only wanted to know where data could stay. */
    void erase() {
        held.forEach((site, around) -> {
            IrValue device = DataCalls.deviceOf(site.begin().orElseThrow());
            site.ends().forEach(IrInstruction::erase);
            site.begin().orElseThrow().erase();
            DeadSlots.remove(site);
            sweep(site);
            DeadSlots.removeQuestion(device);
        });
    }

    /** Deletes the computations that a site has brought with it and nobody needs any more. */
    void sweep(SiteRecord site) {
        Held swept = held.get(site);
        if (swept == null) {
            return;
        }
        for (int i = swept.sizes().size() - 1; i >= 0; i--) {
            if (swept.sizes().get(i).value().users().isEmpty()) {
                swept.sizes().get(i).erase();
            }
        }
    }
}
