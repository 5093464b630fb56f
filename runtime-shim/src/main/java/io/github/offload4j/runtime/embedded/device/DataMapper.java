package io.github.offload4j.runtime.embedded.device;

import io.github.offload4j.codegen.abi.MapFlag;
import io.github.offload4j.runtime.binding.LentMemory;
import io.github.offload4j.runtime.binding.MapEntry;
import io.github.offload4j.runtime.binding.StridedSection;
import io.github.offload4j.runtime.embedded.device.MappingTable.Lookup;
import io.github.offload4j.runtime.embedded.device.MappingTable.Position;
import io.github.offload4j.runtime.nativecode.NativeMemory;
import io.github.offload4j.runtime.trace.OffloadEvent.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What begin, end and update calls do to a device. The caller has the device's lock. */
final class DataMapper {
    private static final int PARENT_ALIGNMENT = 16;
    private static final String OUTSIDE = "only partly: ";

    private final EmbeddedDevice device;
    private final Site site;
    private final Transfer transfer;
    private final MapperCalls mappers;

    /** What this call has made, and the pointers that wait until all is mapped. */
    private final Set<Mapping> made = new HashSet<>();

    private final List<MapEntry> attachments = new ArrayList<>();

    DataMapper(EmbeddedDevice device, Site site, MapperCalls mappers) {
        this.device = device;
        this.mappers = mappers;
        this.site = site;
        this.transfer = new Transfer(site.tracer());
    }

    /** Maps. */
    void begin(List<MapEntry> entries) {
        begin(entries, false);
        attachments.forEach(this::attach);
    }

    private void begin(List<MapEntry> entries, boolean fromMapper) {
        for (int i = 0; i < entries.size(); i++) {
            MapEntry entry = understood(entries.get(i));
            check(entry);
            if (entry.has(MapFlag.ATTACH)) {
                attachments.add(entry);
            } else if (entry.mapper() != 0) {
                begin(components(entry), true);
            } else if (entry.isMapped()) {
                beginMapped(entry, fromMapper && i == 0, padding(entries, i));
            } else {
                device.table().openEmpty(entry.begin());
            }
        }
    }

    /** A runtime that does not know of entries which only store an address maps what they name. */
    private MapEntry understood(MapEntry entry) {
        if (!entry.has(MapFlag.ATTACH) || site.runtime().attaches()) {
            return entry;
        }
        site.overlook(
                entry,
                "stores the address of what a pointer points to, which " + site.runtimeName()
                        + " takes for memory to map; emit the module for that runtime ABI, or portable");
        return entry.without(MapFlag.ATTACH);
    }

    private List<MapEntry> components(MapEntry entry) {
        List<MapEntry> components = mappers.components(entry);
        LentMemory.requireMappable(components, site.location());
        return components;
    }

    /** As libomptarget does: where both are mapped, and one of them only since this call began. */
    private void attach(MapEntry entry) {
        Optional<Mapping> pointer =
                device.table().find(entry.base(), Long.BYTES).mapping();
        Optional<Mapping> pointee = device.table().find(entry.begin(), 0).mapping();
        if (pointer.isEmpty() || pointee.isEmpty()) {
            return;
        }
        boolean wanted = made.contains(pointer.get()) || made.contains(pointee.get()) || entry.has(MapFlag.ALWAYS);
        if (wanted) {
            long hostValue = NativeMemory.getLong(entry.base());
            long deviceValue = pointee.get().translate(entry.begin()) - (entry.begin() - hostValue);
            transfer.attach(pointer.get(), entry.base(), new Mapping.Attached(hostValue, deviceValue), entry.name());
        }
    }

    /** The runtime does not count the first component of a mapper function. */
    private void beginMapped(MapEntry entry, boolean firstOfMapper, long padding) {
        boolean member = entry.type().memberOf() != 0 || firstOfMapper;
        Optional<Mapping> pointer = Optional.empty();
        MapEntry pointee = entry;
        if (entry.has(MapFlag.PTR_AND_OBJ)) {
            MapEntry cell = entry.withRegion(entry.base(), entry.base(), Long.BYTES);
            pointer = retain(cell, !member, false, 0);
            pointee = entry.withRegion(NativeMemory.getLong(entry.base()), entry.begin(), entry.size());
        }
        Optional<Mapping> mapping = retain(pointee, !member || (pointer.isPresent() && !firstOfMapper), true, padding);
        long offset = pointee.begin() - pointee.base();
        if (pointer.isPresent() && mapping.isPresent()) {
            long deviceValue = mapping.get().translate(pointee.begin()) - offset;
            transfer.attach(
                    pointer.get(), entry.base(), new Mapping.Attached(pointee.base(), deviceValue), entry.name());
        }
        if (entry.has(MapFlag.RETURN_PARAM)) {
            if (mapping.isPresent()) {
                NativeMemory.putLong(entry.baseSlot(), mapping.get().translate(entry.begin()) - offset);
            } else if (!site.runtime().returnsHostPointers()) {
                NativeMemory.putLong(entry.baseSlot(), -offset);
            }
        }
    }

    /** Finds or makes the mapping of a region; there is none for a region of no bytes that nothing contains. */
    private Optional<Mapping> retain(MapEntry entry, boolean count, boolean copies, long padding) {
        Lookup lookup = device.table().find(entry.begin(), entry.size());
        requireNoOverlap(lookup, entry);
        if (lookup.mapping().isPresent()) {
            Mapping mapping = lookup.mapping().get();
            if (count) {
                mapping.retain(entry.has(MapFlag.HOLD));
            }
            if (copies && entry.has(MapFlag.TO) && entry.has(MapFlag.ALWAYS) && entry.size() > 0) {
                transfer.in(mapping, entry.begin(), entry.size(), entry.name());
            }
            return lookup.mapping();
        }
        if (entry.has(MapFlag.PRESENT)) {
            throw site.refuse(entry, "must be mapped already ('present'), and is not");
        }
        if (entry.size() == 0) {
            device.table().openEmpty(entry.begin());
            return Optional.empty();
        }
        Mapping mapping = allocate(entry, padding);
        mapping.retain(entry.has(MapFlag.HOLD));
        made.add(mapping);
        if (copies && entry.has(MapFlag.TO)) {
            transfer.in(mapping, entry.begin(), entry.size(), entry.name());
        }
        return Optional.of(mapping);
    }

    private Mapping allocate(MapEntry entry, long padding) {
        long start = System.nanoTime();
        long memory =
                device.memory().allocate(entry.size(), padding).orElseThrow(() -> site.outOfMemory(entry, device));
        Mapping mapping = new Mapping(
                entry.base(),
                entry.begin(),
                entry.size(),
                memory,
                entry.name(),
                entry.location().or(site::location));
        device.table().add(mapping);
        site.tracer().ended(Kind.ALLOCATE, entry.size(), entry.name(), start);
        return mapping;
    }

    /** A mapping that an end call has named, and what the call calls it. */
    private record Ended(Mapping mapping, String name) {}

    /** Unmaps, in the reverse order. What nobody counts any more stays until all of the call's copies are done. */
    void end(List<MapEntry> entries) {
        List<Ended> ended = new ArrayList<>();
        end(entries, false, ended);
        for (int i = 0; i < ended.size(); i++) {
            Mapping mapping = ended.get(i).mapping();
            boolean again = ended.subList(i + 1, ended.size()).stream().anyMatch(later -> later.mapping() == mapping);
            if (mapping.references() == 0 && !again) {
                free(mapping, ended.get(i).name());
            }
        }
    }

    private void end(List<MapEntry> entries, boolean fromMapper, List<Ended> ended) {
        for (int i = entries.size() - 1; i >= 0; i--) {
            MapEntry entry = understood(entries.get(i));
            check(entry);
            if (entry.has(MapFlag.ATTACH)) {
                continue;
            }
            if (entry.mapper() != 0) {
                end(components(entry), true, ended);
            } else if (entry.isMapped()) {
                endMapped(entry, fromMapper && i == 0, ended);
            } else {
                device.table().closeEmpty(entry.begin());
            }
        }
    }

    private void endMapped(MapEntry entry, boolean firstOfMapper, List<Ended> ended) {
        Lookup lookup = device.table().find(entry.begin(), entry.size());
        boolean across = lookup.position() == Position.OVERLAPPING;
        if (lookup.mapping().isEmpty() || (across && !entry.has(MapFlag.IMPLICIT))) {
            endAbsent(entry, lookup);
            return;
        }
        if (across) {
            site.overlook(entry, outside(entry, lookup));
        }
        Mapping mapping = lookup.mapping().get();
        boolean counted = (entry.type().memberOf() == 0 || entry.has(MapFlag.PTR_AND_OBJ)) && !firstOfMapper;
        boolean last = counted && mapping.release(entry.has(MapFlag.HOLD), entry.has(MapFlag.DELETE));
        if (entry.has(MapFlag.FROM) && entry.size() > 0 && (last || entry.has(MapFlag.ALWAYS))) {
            requireWhole(last, mapping, entry);
            transfer.out(mapping, entry.begin(), entry.size(), entry.name());
        }
        if (counted) {
            ended.add(new Ended(mapping, entry.name()));
        }
        if (entry.has(MapFlag.PTR_AND_OBJ) && entry.type().memberOf() == 0) {
            releasePointer(entry, ended);
        }
    }

    /** An end of what is not mapped does nothing in libomptarget, and an end across an edge ends nothing either. */
    private void endAbsent(MapEntry entry, Lookup lookup) {
        if (entry.has(MapFlag.PRESENT)) {
            throw site.refuse(entry, "must be mapped still ('present'), and is not");
        }
        if (lookup.mapping().isPresent()) {
            site.overlook(entry, outside(entry, lookup));
        } else if (!device.table().closeEmpty(entry.begin()) && entry.begin() != 0) {
            site.overlook(entry, "ends without having begun: it is not mapped on device " + device.number());
        }
    }

    /** libomptarget copies back the part that the last end names, and drops the rest. */
    private void requireWhole(boolean last, Mapping mapping, MapEntry entry) {
        boolean whole = entry.begin() == mapping.begin() && entry.size() == mapping.size();
        if (last && !whole) {
            site.overlook(
                    entry,
                    "is the last end of " + mapping + ", of which it copies back only " + entry.size()
                            + " bytes; end with the region that began");
        }
    }

    private void releasePointer(MapEntry entry, List<Ended> ended) {
        device.table().find(entry.base(), Long.BYTES).mapping().ifPresent(pointer -> {
            pointer.release(entry.has(MapFlag.HOLD), entry.has(MapFlag.DELETE));
            ended.add(new Ended(pointer, entry.name()));
        });
    }

    private void free(Mapping mapping, String name) {
        long start = System.nanoTime();
        device.table().remove(mapping);
        device.memory().free(mapping.device());
        site.tracer().ended(Kind.FREE, mapping.size(), name, start);
    }

    /** Copies without touching reference counts. */
    void update(List<MapEntry> entries) {
        for (MapEntry entry : entries) {
            check(entry);
            if (entry.mapper() != 0) {
                update(components(entry));
            } else if (entry.isMapped() && !entry.has(MapFlag.ATTACH)) {
                updateMapped(entry);
            }
        }
    }

    private void updateMapped(MapEntry entry) {
        if (entry.has(MapFlag.NON_CONTIGUOUS)) {
            updateStrided(entry);
            return;
        }
        Lookup lookup = device.table().find(entry.begin(), entry.size());
        boolean contained = lookup.position() == Position.CONTAINED;
        if (entry.size() == 0 && (contained || !entry.has(MapFlag.PRESENT))) {
            return;
        }
        if (!contained) {
            if (entry.has(MapFlag.PRESENT)) {
                throw site.refuse(entry, "must be mapped already ('present'), and is not");
            }
            site.overlook(
                    entry,
                    lookup.mapping()
                            .map(mapping -> "is updated with " + entry.size() + " bytes, of which the device has "
                                    + OUTSIDE + mapping)
                            .orElse("is updated, and is not mapped on device " + device.number()));
            return;
        }
        Mapping mapping = lookup.mapping().orElseThrow();
        if (entry.has(MapFlag.FROM)) {
            transfer.out(mapping, entry.begin(), entry.size(), entry.name());
        }
        if (entry.has(MapFlag.TO)) {
            transfer.in(mapping, entry.begin(), entry.size(), entry.name());
        }
    }

    /** Every piece is looked up and copied for itself. */
    private void updateStrided(MapEntry entry) {
        if (!StridedSection.isOne(entry)) {
            throw site.refuse(entry, "is a section with gaps of " + entry.size() + " dimensions");
        }
        StridedSection section = StridedSection.of(entry);
        if (section.loses()) {
            site.overlook(
                    entry,
                    "is a section with gaps of which one dimension fills another, and libomptarget copies a part of"
                            + " that; name neighbours in one dimension");
        }
        section.forEachPiece(address -> updateMapped(entry.withoutGaps(address, section.pieceBytes())));
    }

    private void requireNoOverlap(Lookup lookup, MapEntry entry) {
        if (lookup.position() != Position.OVERLAPPING) {
            return;
        }
        if (entry.has(MapFlag.IMPLICIT)) {
            site.overlook(entry, outside(entry, lookup));
        } else {
            throw site.refuse(entry, outside(entry, lookup));
        }
    }

    private static String outside(MapEntry entry, Lookup lookup) {
        return "has " + entry.size() + " bytes, which are mapped " + OUTSIDE
                + lookup.mapping().orElseThrow() + "; map the same region, or one inside it";
    }

    private void check(MapEntry entry) {
        if (!entry.isMapped()) {
            return;
        }
        if (entry.has(MapFlag.ATTACH)) {
            return; // maps nothing: its size is that of a pointer
        }
        if (entry.size() < 0) {
            throw site.refuse(entry, entry.negativeSize());
        }
        if (entry.begin() == 0 && entry.size() > 0) {
            throw site.refuse(entry, "is a null pointer with " + entry.size() + " bytes");
        }
        if (entry.begin() != 0 && Long.compareUnsigned(entry.begin() + entry.size(), entry.begin()) < 0) {
            throw site.refuse(entry, "reaches beyond the end of memory with " + entry.size() + " bytes");
        }
    }

    /** The copy of a struct whose members follow is aligned to sixteen bytes as the struct is, as libomptarget has it. */
    private static long padding(List<MapEntry> entries, int index) {
        MapEntry entry = entries.get(index);
        boolean parent =
                index + 1 < entries.size() && entries.get(index + 1).type().memberOf() == index + 1;
        return entry.type().memberOf() == 0 && parent ? entry.begin() % PARENT_ALIGNMENT : 0;
    }
}
