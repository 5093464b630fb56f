package io.github.offload4j.irtests.mapping;

import static io.github.offload4j.codegen.abi.MapFlag.ALWAYS;
import static io.github.offload4j.codegen.abi.MapFlag.DELETE;
import static io.github.offload4j.codegen.abi.MapFlag.FROM;
import static io.github.offload4j.codegen.abi.MapFlag.HOLD;
import static io.github.offload4j.codegen.abi.MapFlag.IMPLICIT;
import static io.github.offload4j.codegen.abi.MapFlag.PRESENT;
import static io.github.offload4j.codegen.abi.MapFlag.TO;

import io.github.offload4j.irtests.mapping.DeviceTable.Mapping;
import io.github.offload4j.irtests.mapping.DeviceTable.Place;
import io.github.offload4j.irtests.mapping.DeviceTable.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The specification: what libomptarget 22 does, and where a strict embedded device does not go on. */
final class ReferenceModel implements Step.Machine {
    private static final String DONE = "status 0";
    private static final String FAILED = "status -1";

    private final Strictness strictness;
    private final Memory host = Sequence.hostMemory();
    private final List<DeviceTable> devices =
            Stream.generate(DeviceTable::new).limit(Sequence.DEVICES).toList();
    private final List<Block> blocks = new ArrayList<>();
    private final List<String> results = new ArrayList<>();
    private final List<String> transfers = new ArrayList<>();
    private int number;

    private record Block(int device, Memory memory) {}

    private ReferenceModel(boolean strict) {
        this.strictness = new Strictness(strict);
    }

    /**
     * Returns what a sequence does.
     *
     * @throws WildAccessException when that cannot be foretold
     */
    static Outcome run(List<Step> steps, boolean strict) {
        ReferenceModel model = new ReferenceModel(strict);
        String stop = model.perform(steps);
        return new Outcome(model.results, model.transfers, model.host.text(), stop);
    }

    /**
     * Returns whether a sequence is carried out to its end.
     *
     * @throws WildAccessException when what it does cannot be foretold
     */
    static boolean goesOn(List<Step> steps, boolean strict) {
        return new ReferenceModel(strict).perform(steps).isEmpty();
    }

    private String perform(List<Step> steps) {
        for (Step step : steps) {
            try {
                step.on(this);
            } catch (StopException e) {
                return number + " " + e.stop();
            }
            number++;
        }
        return "";
    }

    private void result(String text) {
        results.add(number + " " + text);
    }

    private void transfer(String kind, int size) {
        transfers.add(number + " " + kind + " " + size);
    }

    private Optional<DeviceTable> device(int device) {
        int resolved = device == Sequence.DEFAULT_DEVICE ? 0 : device;
        return resolved == Sequence.INITIAL_DEVICE ? Optional.empty() : Optional.of(devices.get(resolved));
    }

    @Override
    public void begin(Step.Begin step) {
        device(step.device()).ifPresent(table -> step.entries().forEach(entry -> begin(table, entry)));
    }

    private void begin(DeviceTable table, Entry entry) {
        Place place = table.find(entry.begin(), entry.size());
        if (place.position() == Position.ACROSS && !entry.has(IMPLICIT)) {
            throw new StopException(Stop.EXTENSION);
        }
        if (place.position() == Position.ACROSS) {
            strictness.mind(Stop.EXTENSION);
        }
        if (place.mapping().isEmpty() && entry.has(PRESENT)) {
            throw new StopException(Stop.PRESENT);
        }
        if (place.mapping().isEmpty() && entry.size() == 0) {
            strictness.opened(table, entry);
            return;
        }
        Mapping mapping = place.mapping().orElseGet(() -> create(table, entry));
        mapping.retain(entry.has(HOLD));
        boolean fresh = place.mapping().isEmpty();
        if (entry.has(TO) && (fresh || entry.has(ALWAYS)) && entry.size() > 0) {
            copyIn(mapping, entry);
        }
    }

    private Mapping create(DeviceTable table, Entry entry) {
        Mapping mapping = new Mapping(entry);
        table.add(mapping);
        transfer("alloc", entry.size());
        return mapping;
    }

    @Override
    public void end(Step.End step) {
        device(step.device()).ifPresent(table -> end(table, step.entries()));
    }

    /** Last to first. What is not counted any more goes when all copies are done, with the last entry that names it. */
    private void end(DeviceTable table, List<Entry> entries) {
        List<Mapping> named = new ArrayList<>();
        for (int i = entries.size() - 1; i >= 0; i--) {
            end(table, entries.get(i)).ifPresent(named::add);
        }
        for (int i = 0; i < named.size(); i++) {
            Mapping mapping = named.get(i);
            if (mapping.isUnused() && !named.subList(i + 1, named.size()).contains(mapping)) {
                table.remove(mapping);
                transfer("free", mapping.size());
            }
        }
    }

    private Optional<Mapping> end(DeviceTable table, Entry entry) {
        Place place = table.find(entry.begin(), entry.size());
        boolean ignored = place.mapping().isEmpty() || (place.position() == Position.ACROSS && !entry.has(IMPLICIT));
        if (ignored && entry.has(PRESENT)) {
            throw new StopException(Stop.PRESENT);
        }
        if (place.position() == Position.ACROSS) {
            strictness.mind(Stop.EXTENSION);
        } else if (ignored) {
            strictness.endedWithoutBegin(table, entry);
        }
        if (ignored) {
            return Optional.empty();
        }
        Mapping mapping = place.mapping().orElseThrow();
        boolean last = mapping.release(entry.has(HOLD), entry.has(DELETE));
        if (entry.has(FROM) && (last || entry.has(ALWAYS)) && entry.size() > 0) {
            if (last) {
                strictness.endedInPart(mapping, entry);
            }
            copyOut(mapping, entry);
        }
        return Optional.of(mapping);
    }

    @Override
    public void update(Step.Update step) {
        device(step.device()).ifPresent(table -> step.entries().forEach(entry -> update(table, entry)));
    }

    @Override
    public void updateWithGaps(Step.UpdateWithGaps step) {
        if (step.first().size() > 0) {
            device(step.device()).ifPresent(table -> step.pieces().forEach(entry -> update(table, entry)));
        }
    }

    private void update(DeviceTable table, Entry entry) {
        Place place = table.find(entry.begin(), entry.size());
        if (!place.isInside()) {
            if (entry.has(PRESENT)) {
                throw new StopException(Stop.PRESENT);
            }
            strictness.updatedInVain(entry);
            return;
        }
        if (entry.has(TO) && entry.size() > 0) {
            copyIn(place.mapping().orElseThrow(), entry);
        }
        if (entry.has(FROM) && entry.size() > 0) {
            copyOut(place.mapping().orElseThrow(), entry);
        }
    }

    private void copyIn(Mapping mapping, Entry entry) {
        mapping.copy().read(inside(mapping, entry.begin(), entry.size()), host, entry.begin(), entry.size());
        transfer("in", entry.size());
    }

    private void copyOut(Mapping mapping, Entry entry) {
        host.read(entry.begin(), mapping.copy(), inside(mapping, entry.begin(), entry.size()), entry.size());
        transfer("out", entry.size());
    }

    /** Returns where host memory is in its device copy. */
    private static int inside(Mapping mapping, int begin, int size) {
        int place = begin - mapping.begin();
        if (!mapping.copy().contains(place, size)) {
            throw new WildAccessException();
        }
        return place;
    }

    @Override
    public void launch(Step.Launch step) {
        Optional<DeviceTable> device = device(step.device());
        if (device.isEmpty()) {
            result("not launched");
            return;
        }
        DeviceTable table = device.get();
        strictness.launched(table, step);
        List<Entry> entries = step.entries();
        entries.forEach(entry -> begin(table, entry));
        transfer("launch", 0);
        for (Step.Operand operand : step.operands()) {
            if (operand instanceof Step.Mapped mapped) {
                change(table, mapped.entry(), step.change());
            } else if (operand instanceof Step.DevicePointer pointer) {
                blocks.get(pointer.block()).memory().change(pointer.begin(), pointer.size(), step.change());
            }
        }
        end(table, entries);
    }

    private static void change(DeviceTable table, Entry entry, Change change) {
        if (entry.size() > 0) {
            Mapping mapping = table.find(entry.begin(), entry.size()).mapping().orElseThrow();
            mapping.copy().change(inside(mapping, entry.begin(), entry.size()), entry.size(), change);
        }
    }

    @Override
    public void hostCall(Step.HostCall step) {
        Optional<DeviceTable> device = device(step.device());
        if (device.isEmpty()) {
            step.entries().forEach(entry -> result("pointer host"));
            step.entries().forEach(entry -> host.change(entry.begin(), entry.size(), step.change()));
            return;
        }
        DeviceTable table = device.get();
        List<String> pointers = new ArrayList<>();
        for (Entry entry : step.entries()) {
            begin(table, entry);
            boolean mapped = table.find(entry.begin(), entry.size()).mapping().isPresent();
            pointers.add(mapped ? "pointer device" : "pointer host");
        }
        pointers.forEach(this::result);
        step.entries().forEach(entry -> change(table, entry, step.change()));
        end(table, step.entries());
    }

    @Override
    public void hostWrite(Step.HostWrite step) {
        host.change(step.begin(), step.size(), step.change());
    }

    @Override
    public void peek(Step.Peek step) {
        DeviceTable table = devices.get(step.device());
        Optional<Mapping> mapping = table.find(step.begin(), 1).mapping();
        if (mapping.isEmpty()) {
            strictness.askedInVain(table, step.begin());
            result("absent");
            return;
        }
        if (step.size() == 0) {
            result("present");
            return;
        }
        int place = inside(mapping.get(), step.begin(), step.size());
        transfer("out", step.size());
        result("peek " + mapping.get().copy().text(place, step.size()));
    }

    @Override
    public void allocate(Step.Allocate step) {
        blocks.add(new Block(step.device(), Memory.fresh(Sequence.BLOCK)));
    }

    @Override
    public void push(Step.Push step) {
        blocks.get(step.block()).memory().read(0, host, step.begin(), step.size());
        transfer("in", step.size());
    }

    @Override
    public void pull(Step.Pull step) {
        host.read(step.begin(), blocks.get(step.block()).memory(), 0, step.size());
        transfer("out", step.size());
    }

    @Override
    public void associate(Step.Associate step) {
        Block block = blocks.get(step.block());
        DeviceTable table = devices.get(block.device());
        Optional<Mapping> there = table.beginningAt(step.begin());
        if (there.isPresent()) {
            boolean same = there.get().size() == step.size() && there.get().copy() == block.memory();
            result(same ? DONE : FAILED);
        } else if (table.find(step.begin(), step.size()).position() != Position.APART) {
            // libomptarget would let it overlap
            throw new WildAccessException();
        } else {
            table.add(Mapping.associated(step.begin(), step.size(), block.memory()));
            result(DONE);
        }
    }

    @Override
    public void disassociate(Step.Disassociate step) {
        DeviceTable table = devices.get(step.device());
        Optional<Mapping> mapping = table.beginningAt(step.begin()).filter(Mapping::isOnlyAssociated);
        mapping.ifPresent(table::remove);
        result(mapping.isPresent() ? DONE : FAILED);
    }
}
