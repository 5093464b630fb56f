package io.github.offload4j.runtime.embedded.device;

import io.github.offload4j.codegen.abi.MapFlag;
import io.github.offload4j.runtime.binding.LaunchArguments;
import io.github.offload4j.runtime.binding.MapEntry;
import io.github.offload4j.runtime.embedded.device.MappingTable.Lookup;
import io.github.offload4j.runtime.embedded.device.MappingTable.Position;
import io.github.offload4j.runtime.nativecode.NativeMemory;
import io.github.offload4j.runtime.trace.OffloadEvent.Kind;
import java.util.ArrayList;
import java.util.List;

/** One launch: maps, runs the kernel over the grid, unmaps. */
final class KernelLaunch {
    private final EmbeddedDevice device;
    private final Site site;
    private final MapperCalls mappers;
    private final long struct;
    private final LaunchArguments launch;
    private final List<MapEntry> entries;
    private final CallForm form;
    private final List<Long> privateCopies = new ArrayList<>();

    KernelLaunch(EmbeddedDevice device, Site site, MapperCalls mappers, long struct, LaunchArguments launch) {
        this.device = device;
        this.site = site;
        this.mappers = mappers;
        this.struct = struct;
        this.launch = launch;
        this.entries = MapEntry.read(launch.arrays());
        this.form = new CallForm(site, launch, entries, struct);
    }

    /**
     * Runs a kernel.
     *
     * @param code its address
     */
    void run(String kernel, long code) {
        requireThreads(kernel);
        form.require(kernel);
        DataMapper mapper = new DataMapper(device, site, mappers);
        long[] words;
        synchronized (device) {
            requireMappedBefore();
            mapper.begin(entries);
            words = words();
        }
        long start = System.nanoTime();
        form.call(code, words);
        site.tracer().launched(kernel, launch.shape(), start);
        synchronized (device) {
            privateCopies.forEach(this::freePrivate);
            mapper.end(entries);
        }
    }

    private void requireThreads(String kernel) {
        if (launch.shape().grid().count() == 0 || launch.shape().block().count() == 0) {
            throw site.refuse("kernel '" + kernel + "' is launched with an empty grid: "
                    + launch.shape().grid() + " blocks of " + launch.shape().block() + " threads");
        }
    }

    /**
     * A launch whose data should be on the device already looks like one that allocates it: the runtime would give the
     * kernel fresh memory, and throw away what it writes. Such a launch has no other effect when it takes nothing in, gives
     * nothing out and has no device pointer, so it is taken for a mistake.
     */
    private void requireMappedBefore() {
        boolean hasOtherEffect = entries.stream()
                .anyMatch(entry -> entry.has(MapFlag.TO)
                        || entry.has(MapFlag.FROM)
                        || (entry.has(MapFlag.LITERAL)
                                && !entry.has(MapFlag.IMPLICIT)
                                && !entry.isHidden()
                                && entry.base() != struct));
        for (MapEntry entry : entries) {
            boolean absent = entry.isMapped()
                    && entry.begin() != 0
                    && !device.table().isOpenEmpty(entry.begin())
                    && device.table().find(entry.begin(), entry.size()).position() == Position.ABSENT;
            boolean expected = entry.size() > 0 ? !hasOtherEffect : entry.has(MapFlag.IMPLICIT);
            if (absent && expected) {
                site.overlook(entry, "is not mapped on device " + device.number() + ", and the kernel uses it");
            }
        }
    }

    private long[] words() {
        List<Long> words = new ArrayList<>();
        form.first().ifPresent(word -> words.add(word));
        for (MapEntry entry : entries) {
            if (entry.has(MapFlag.TARGET_PARAM)) {
                words.add(word(entry));
            }
        }
        return words.stream().mapToLong(Long::longValue).toArray();
    }

    private long word(MapEntry entry) {
        if (entry.has(MapFlag.LITERAL)) {
            return entry.base();
        }
        if (entry.has(MapFlag.PRIVATE)) {
            return privateCopy(entry) - (entry.begin() - entry.base());
        }
        long base = entry.has(MapFlag.PTR_AND_OBJ) ? NativeMemory.getLong(entry.base()) : entry.base();
        Lookup lookup = device.table().find(entry.begin(), entry.size());
        return lookup.mapping()
                .map(mapping -> mapping.translate(entry.begin()) - (entry.begin() - base))
                .orElse(base);
    }

    private long privateCopy(MapEntry entry) {
        long start = System.nanoTime();
        long copy = device.memory().allocate(entry.size()).orElseThrow(() -> site.outOfMemory(entry, device));
        privateCopies.add(copy);
        site.tracer().ended(Kind.ALLOCATE, entry.size(), entry.name(), start);
        if (entry.has(MapFlag.TO)) {
            start = System.nanoTime();
            NativeMemory.copy(copy, entry.begin(), entry.size());
            site.tracer().ended(Kind.COPY_IN, entry.size(), entry.name(), start);
        }
        return copy;
    }

    private void freePrivate(long copy) {
        long start = System.nanoTime();
        site.tracer().ended(Kind.FREE, device.memory().free(copy).orElse(0), "", start);
    }
}
