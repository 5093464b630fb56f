package io.github.offload4j.irtests.mapping;

import static io.github.offload4j.codegen.abi.MapFlag.ALWAYS;
import static io.github.offload4j.codegen.abi.MapFlag.CLOSE;
import static io.github.offload4j.codegen.abi.MapFlag.DELETE;
import static io.github.offload4j.codegen.abi.MapFlag.FROM;
import static io.github.offload4j.codegen.abi.MapFlag.HOLD;
import static io.github.offload4j.codegen.abi.MapFlag.IMPLICIT;
import static io.github.offload4j.codegen.abi.MapFlag.PRESENT;
import static io.github.offload4j.codegen.abi.MapFlag.RETURN_PARAM;
import static io.github.offload4j.codegen.abi.MapFlag.TARGET_PARAM;
import static io.github.offload4j.codegen.abi.MapFlag.TO;

import io.github.offload4j.codegen.abi.MapFlag;
import io.github.offload4j.codegen.abi.MapType;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A sequence of steps made by chance: mostly what compilers emit, sometimes what they should not. Its host memory is three
 * arrays without a gap between them. It ends where the runtime refuses to go on, and does nothing whose effect cannot be
 * foretold.
 */
final class Sequence {
    static final int DEVICES = 4;
    static final int DEFAULT_DEVICE = -1;
    static final int INITIAL_DEVICE = DEVICES;

    /** Bytes of a block of device memory. */
    static final int BLOCK = 64;

    private static final int ARRAY = 64;
    private static final int ARRAYS = 3;

    /** Bytes of host memory. */
    static final int HOST = ARRAY * ARRAYS;

    private static final int LONGEST = 16;
    private static final int TRIALS = 40;

    private final Random random;
    private final int device;
    /** Whether the sequence does nothing that a strict embedded device minds, except perhaps at its end. */
    private final boolean careful;

    private final List<Step> steps = new ArrayList<>();
    private final List<Step.Begin> open = new ArrayList<>();
    private final List<Region> regions = new ArrayList<>();
    private int blocks;

    private record Region(int begin, int size) {}

    private Sequence(Random random) {
        this.random = random;
        this.device = random.nextInt(DEVICES);
        this.careful = random.nextBoolean();
    }

    /** Returns the sequence with a number, of those that a seed stands for. */
    static List<Step> of(long seed, int number) {
        return new Sequence(new Random(seed * 1_000_003 + number)).make();
    }

    /** Returns the host memory that sequences begin with. */
    static Memory hostMemory() {
        Memory memory = Memory.fresh(HOST);
        memory.change(0, HOST, new Change(0, 0));
        return memory;
    }

    private List<Step> make() {
        int length = 4 + random.nextInt(LONGEST - 4);
        boolean goesOn = true;
        for (int i = 0; i < length && goesOn; i++) {
            goesOn = add();
        }
        while (goesOn && !open.isEmpty() && random.nextInt(8) > 0) {
            goesOn = tryOut(close(), true);
        }
        return List.copyOf(steps);
    }

    private boolean add() {
        for (int trial = 0; trial < TRIALS; trial++) {
            int before = steps.size();
            boolean goesOn = tryOut(draw(), random.nextInt(12) == 0);
            if (steps.size() > before) {
                return goesOn;
            }
        }
        return true;
    }

    /**
     * Adds a step unless its effect cannot be foretold, or it ends the sequence and is not to.
     *
     * @return whether the sequence can go on
     */
    private boolean tryOut(Step step, boolean mayStop) {
        steps.add(step);
        boolean goesOn;
        try {
            goesOn = ReferenceModel.goesOn(steps, false) && (!careful || ReferenceModel.goesOn(steps, true));
        } catch (WildAccessException e) {
            steps.remove(steps.size() - 1);
            return true;
        }
        if (!goesOn && !mayStop) {
            steps.remove(steps.size() - 1);
            return true;
        }
        if (step instanceof Step.Begin begin) {
            open.add(begin);
        } else if (step instanceof Step.Allocate) {
            blocks++;
        }
        return goesOn;
    }

    private boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private Step draw() {
        return switch (random.nextInt(24)) {
            case 0, 1, 2, 3, 4 -> new Step.Begin(device(), entries());
            case 5, 6, 7 -> open.isEmpty() || oneIn(12) ? new Step.End(device(), entries()) : close();
            case 8, 9 -> oneIn(3) ? withGaps() : new Step.Update(device(), updates());
            case 10, 11, 12, 13 -> new Step.Launch(device(), List.of(operand(), operand()), change());
            case 14, 15 -> hostCall();
            case 16, 17 -> hostWrite();
            case 18, 19, 20 -> peek();
            default -> withBlock();
        };
    }

    private Step hostCall() {
        List<Entry> entries =
                entries().stream().map(entry -> entry.with(RETURN_PARAM)).toList();
        return new Step.HostCall(device(), entries, change());
    }

    private Step hostWrite() {
        Region region = region();
        return new Step.HostWrite(region.begin(), region.size(), change());
    }

    private Step peek() {
        Region region = region();
        return new Step.Peek(oneIn(6) ? random.nextInt(DEVICES) : device, region.begin(), region.size());
    }

    private Step withBlock() {
        if (blocks == 0 || oneIn(8)) {
            return new Step.Allocate(device);
        }
        int block = random.nextInt(blocks);
        Region region = region();
        int size = Math.max(1, Math.min(region.size(), BLOCK));
        int begin = Math.min(region.begin(), HOST - size);
        return switch (random.nextInt(5)) {
            case 0, 1 -> new Step.Push(block, begin, size);
            case 2 -> new Step.Pull(block, begin, size);
            case 3 -> new Step.Associate(block, begin, size);
            default -> new Step.Disassociate(device, begin);
        };
    }

    private int device() {
        return switch (random.nextInt(20)) {
            case 0, 1, 2 -> random.nextInt(DEVICES);
            case 3 -> DEFAULT_DEVICE;
            case 4 -> INITIAL_DEVICE;
            default -> device;
        };
    }

    private Change change() {
        return new Change(random.nextInt(3) * 5, random.nextInt(256));
    }

    private Region region() {
        Region region = fresh();
        if (!regions.isEmpty() && random.nextInt(3) > 0) {
            Region known = any(regions);
            region = random.nextBoolean() ? known : part(known);
        }
        regions.add(region);
        return region;
    }

    private Region fresh() {
        Region array = new Region(random.nextInt(ARRAYS) * ARRAY, ARRAY);
        return switch (random.nextInt(10)) {
            case 0, 1, 2, 3, 4 -> array;
            case 5, 6, 7 -> part(array);
            case 8 -> part(new Region(0, HOST));
            default -> new Region(part(array).begin(), 0);
        };
    }

    private Region part(Region region) {
        int begin = random.nextInt(region.size() + 1);
        return new Region(region.begin() + begin, random.nextInt(region.size() - begin + 1));
    }

    private Entry entry(MapFlag... flags) {
        Region region = region();
        int base = oneIn(5) ? region.begin() / ARRAY * ARRAY : region.begin();
        return new Entry(base, region.begin(), region.size(), type().or(MapType.of(flags)));
    }

    private MapType type() {
        MapType type = MapType.NONE;
        type = random.nextInt(5) < 3 ? type.with(TO) : type;
        type = random.nextInt(5) < 3 ? type.with(FROM) : type;
        type = oneIn(6) ? type.with(ALWAYS) : type;
        type = oneIn(8) ? type.with(PRESENT) : type;
        type = oneIn(12) ? type.with(CLOSE) : type;
        type = oneIn(8) ? type.with(HOLD) : type;
        return oneIn(10) ? type.with(IMPLICIT) : type;
    }

    private List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            entries.add(entry());
        }
        return List.copyOf(entries);
    }

    private List<Entry> updates() {
        return entries().stream()
                .map(entry -> {
                    MapType direction = MapType.of(random.nextBoolean() ? TO : FROM);
                    MapType other = entry.type().without(MapType.of(TO, FROM, ALWAYS, CLOSE, HOLD, IMPLICIT));
                    return new Entry(entry.base(), entry.begin(), entry.size(), other.or(direction));
                })
                .toList();
    }

    /** Up to three loops, mostly inside of an array; dimensions may fill one another, and a count may be zero. */
    private Step withGaps() {
        Entry entry = updates().get(0);
        int size = oneIn(12) ? 0 : 1 + random.nextInt(8);
        List<Step.Loop> loops = new ArrayList<>();
        int span = size;
        for (int i = random.nextInt(3); i >= 0; i--) {
            int stride = Math.max(1, span + random.nextInt(4) - (oneIn(8) ? 2 : 0));
            int count = oneIn(15) ? 0 : 1 + random.nextInt(4);
            span += Math.max(0, count - 1) * stride;
            loops.add(0, new Step.Loop(count, stride));
        }
        int begin = Math.max(0, Math.min(entry.begin(), HOST - span));
        if (begin + span > HOST) {
            return new Step.Update(device(), List.of(entry));
        }
        return new Step.UpdateWithGaps(device(), new Entry(begin, begin, size, entry.type()), loops);
    }

    private Step.Operand operand() {
        if (blocks > 0 && oneIn(4)) {
            int block = random.nextInt(blocks);
            // perhaps another device's: here all of them can use it
            Region region = part(new Region(0, BLOCK));
            return new Step.DevicePointer(block, region.begin(), region.size());
        }
        return new Step.Mapped(entry(TARGET_PARAM));
    }

    /** The end of an open region, as it began or with a fault. */
    private Step close() {
        Step.Begin begin = open.remove(oneIn(4) ? random.nextInt(open.size()) : open.size() - 1);
        List<Entry> entries = new ArrayList<>(begin.entries());
        if (oneIn(6)) {
            int place = random.nextInt(entries.size());
            entries.set(place, spoiled(entries.get(place)));
        }
        return new Step.End(begin.device(), List.copyOf(entries));
    }

    private Entry spoiled(Entry entry) {
        Region part = part(new Region(entry.begin(), entry.size()));
        return switch (random.nextInt(4)) {
            case 0 -> entry.with(DELETE);
            case 1 -> new Entry(entry.base(), part.begin(), part.size(), entry.type());
            case 2 -> new Entry(entry.base(), entry.begin(), entry.size(), type());
            default -> entry();
        };
    }
}
