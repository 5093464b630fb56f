package io.github.offload4j.irtests.structures;

import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.DataAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The specification: what a program leaves in the host's memory, and what is copied for it. */
final class Model {
    private final boolean joins;
    private final long[] host = World.fresh();
    private final List<Region> regions = new ArrayList<>();
    private final List<String> events = new ArrayList<>();
    private final List<Region> made = new ArrayList<>();
    private long numbers;
    private boolean told = true;

    /** What a call maps: words, which way they go, and the pointer to them. */
    private record Entry(int place, int words, Access access, Optional<Integer> cell) {}

    /**
     * Makes a model.
     *
     * @param joins whether pointers are stored where structure and pointee are there already; clang's are not
     */
    Model(boolean joins) {
        this.joins = joins;
    }

    /** Returns the host's memory, pointers as places of words from 1. */
    List<Long> memory() {
        List<Long> words = new ArrayList<>();
        for (int i = 0; i < World.WORDS; i++) {
            words.add(World.isPointer(i) && host[i] != 0 ? World.place(host[i]) + 1L : host[i]);
        }
        return words;
    }

    long word(int place) {
        return host[place];
    }

    /** Returns what was allocated, copied, launched and freed, but for stored pointers. */
    List<String> events() {
        return List.copyOf(events);
    }

    /** Returns whether libomptarget 22 can tell of the program: not of a structure with stored pointers that is updated. */
    boolean isTold() {
        return told;
    }

    /** Returns what the device has. */
    List<Region> regions() {
        return List.copyOf(regions);
    }

    /**
     * Does a statement.
     *
     * @throws UnforetoldException when what it does cannot be foretold; the model is of no use then
     */
    void run(Statement statement) {
        if (statement instanceof Statement.Act act) {
            act(act.action(), entries(act.shape()));
        } else if (statement instanceof Statement.ActOnArray act) {
            act(act.action(), List.of(entry(act.part(), act.access())));
        } else if (statement instanceof Statement.Walk walk) {
            List<Entry> entries = entries(walk.shape());
            begin(entries);
            events.add("launch");
            walk(walk);
            end(entries);
        } else if (statement instanceof Statement.Change change) {
            List<Entry> entries = List.of(entry(change.part(), change.access()));
            begin(entries);
            events.add("launch");
            change(find(change.part().place(), 1).orElseThrow(), change.part(), change.summand());
            end(entries);
        } else if (statement instanceof Statement.Set set) {
            host[set.place()] = set.value();
        } else if (statement instanceof Statement.GiveUp give) {
            Region region = find(give.place(), give.words()).orElseThrow();
            region.release(true);
            free(region);
        }
    }

    private void act(DataAction action, List<Entry> entries) {
        switch (action) {
            case ENTER -> begin(entries);
            case EXIT -> end(entries);
            case UPDATE -> entries.forEach(this::update);
        }
    }

    private static Entry entry(Statement.Part part, Access access) {
        return new Entry(part.place(), part.count(), access, Optional.empty());
    }

    private List<Entry> entries(Statement.Shape shape) {
        List<Entry> entries = new ArrayList<>();
        int node = World.node(shape.node());
        entries.add(new Entry(node, World.NODE, shape.root(), Optional.empty()));
        for (int i = 0; i < shape.levels().size(); i++) {
            Statement.Level level = shape.levels().get(i);
            if (level.values()) {
                add(entries, node + World.VALUES, Math.toIntExact(host[node + World.COUNT]), shape.data());
            }
            if (level.other()) {
                add(entries, node + World.OTHERS, World.OTHER, shape.data());
            }
            if (i + 1 == shape.levels().size() || host[node + World.NEXT] == 0) {
                break;
            }
            add(entries, node + World.NEXT, World.NODE, shape.inner());
            node = World.place(host[node + World.NEXT]);
        }
        requireOneDirection(entries);
        return entries;
    }

    /** What is known to be the same memory travels in both directions then, and what is not does as the runtime has it. */
    private static void requireOneDirection(List<Entry> entries) {
        for (Entry one : entries) {
            for (Entry other : entries) {
                if (one.place() == other.place() && one.access() != other.access()) {
                    throw new UnforetoldException("one memory in two directions");
                }
            }
        }
    }

    private void add(List<Entry> entries, int cell, int words, Access access) {
        if (host[cell] != 0) {
            entries.add(new Entry(World.place(host[cell]), words, access, Optional.of(cell)));
        }
    }

    /** Finds what contains words; a region across an edge stops a program. */
    private Optional<Region> find(int place, int words) {
        for (Region region : regions) {
            if (region.contains(place, Math.max(words, 1))) {
                return Optional.of(region);
            }
            if (words > 0 && place < region.begin() + region.words() && region.begin() < place + words) {
                throw new UnforetoldException("a part of it is mapped");
            }
        }
        return Optional.empty();
    }

    private void begin(List<Entry> entries) {
        made.clear();
        entries.forEach(this::begin);
        entries.forEach(this::attach);
    }

    private void begin(Entry entry) {
        Optional<Region> there = find(entry.place(), entry.words());
        if (there.isEmpty() && entry.words() == 0) {
            return;
        }
        Region region = there.orElseGet(() -> create(entry));
        region.retain();
        if (there.isEmpty() && (entry.access() == Access.TO || entry.access() == Access.TOFROM)) {
            copyIn(region, entry);
        }
    }

    private Region create(Entry entry) {
        Region region = new Region(++numbers, entry.place(), entry.words());
        regions.add(region);
        made.add(region);
        events.add("alloc " + place(entry));
        return region;
    }

    private void attach(Entry entry) {
        if (entry.cell().isEmpty()) {
            return;
        }
        int cell = entry.cell().get();
        Optional<Region> pointer = find(cell, 1);
        Optional<Region> pointee = find(entry.place(), 0);
        if (pointer.isPresent()
                && pointee.isPresent()
                && (joins || made.contains(pointer.get()) || made.contains(pointee.get()))) {
            long device = pointee.get().device(entry.place());
            pointer.get().attach(cell, new Region.Attached(host[cell], device));
        }
    }

    private void end(List<Entry> entries) {
        List<Region> named = new ArrayList<>();
        for (int i = entries.size() - 1; i >= 0; i--) {
            Entry entry = entries.get(i);
            Optional<Region> there = find(entry.place(), entry.words());
            if (there.isEmpty() && entry.words() == 0) {
                continue;
            }
            Region region = there.orElseThrow(() -> new UnforetoldException("it is not there"));
            if (region.references() == 0) {
                throw new UnforetoldException("it is given up in this call already");
            }
            region.release(entry.access() == Access.DELETE);
            boolean last = region.references() == 0;
            boolean whole = entry.words() == region.words();
            if (last && !whole) {
                throw new UnforetoldException("its last end names a part");
            }
            if (entry.access() == Access.FROM || entry.access() == Access.TOFROM) {
                region.attached().forEach((cell, pointer) -> requireKept(cell, pointer.host()));
                if (last) {
                    copyOut(region, entry);
                }
            }
            named.add(region);
        }
        for (int i = 0; i < named.size(); i++) {
            Region region = named.get(i);
            if (region.references() == 0 && !named.subList(i + 1, named.size()).contains(region)) {
                free(region);
            }
        }
    }

    private void free(Region region) {
        regions.remove(region);
        events.add("free " + region.begin() * Long.BYTES);
    }

    private void update(Entry entry) {
        if (entry.words() == 0) {
            return;
        }
        Region region =
                find(entry.place(), entry.words()).orElseThrow(() -> new UnforetoldException("it is not there"));
        if (entry.access() == Access.TO) {
            copyIn(region, entry);
        } else {
            copyOut(region, entry);
        }
    }

    private void copyIn(Region region, Entry entry) {
        for (int i = entry.place(); i < entry.place() + entry.words(); i++) {
            Region.Attached pointer = region.attached().get(i);
            region.put(i, pointer == null ? host[i] : pointer.device());
            told &= pointer == null;
        }
        events.add("in " + place(entry));
    }

    private void copyOut(Region region, Entry entry) {
        for (int i = entry.place(); i < entry.place() + entry.words(); i++) {
            Region.Attached pointer = region.attached().get(i);
            long value = pointer == null ? region.get(i) : pointer.host();
            if (World.isPointer(i)) {
                requireKept(i, value);
            }
            host[i] = value;
        }
        events.add("out " + place(entry));
    }

    /** libomptarget gives pointers their old values again, also where nothing is copied since others have the data still. */
    private void requireKept(int cell, long value) {
        if (value != host[cell]) {
            throw new UnforetoldException("the host has changed the pointer since");
        }
    }

    private static String place(Entry entry) {
        return entry.place() * Long.BYTES + " " + entry.words() * Long.BYTES;
    }

    private void walk(Statement.Walk walk) {
        int place = World.node(walk.shape().node());
        Region node = find(place, World.NODE).orElseThrow();
        for (int i = 0; i < walk.shape().levels().size(); i++) {
            Statement.Level level = walk.shape().levels().get(i);
            node.put(place + World.SUM, node.get(place + World.SUM) + walk.summand());
            if (level.values()) {
                int count = Math.toIntExact(node.get(place + World.COUNT));
                change(node, place + World.VALUES, count, walk.summand());
            }
            if (level.other()) {
                change(node, place + World.OTHERS, World.OTHER, walk.summand());
            }
            long next = node.get(place + World.NEXT);
            if (i + 1 == walk.shape().levels().size() || (next == 0 && host[place + World.NEXT] == 0)) {
                return;
            }
            Region following = follow(node, place + World.NEXT, World.NODE);
            place = following.place(next);
            node = following;
        }
    }

    private void change(Region node, int cell, int count, int summand) {
        if ((node.get(cell) == 0 && host[cell] == 0) || count == 0) {
            return;
        }
        Region region = follow(node, cell, count);
        int place = region.place(node.get(cell));
        for (int i = 0; i < count; i++) {
            region.put(place + i, region.get(place + i) * 3 + summand + i);
        }
    }

    private void change(Region region, Statement.Part part, int summand) {
        for (int i = 0; i < part.count(); i++) {
            region.put(part.place() + i, region.get(part.place() + i) * 3 + summand + i);
        }
    }

    /** Follows a pointer of the device, which has to be that of the host now. */
    private Region follow(Region node, int cell, int words) {
        long device = node.get(cell);
        Region region = regions.stream()
                .filter(there -> there.holds(device))
                .findFirst()
                .orElseThrow(() -> new UnforetoldException("a wild pointer"));
        int place = region.place(device);
        if (host[cell] != World.address(place) || !region.contains(place, words)) {
            throw new UnforetoldException("not what the host's pointer points to");
        }
        return region;
    }
}
