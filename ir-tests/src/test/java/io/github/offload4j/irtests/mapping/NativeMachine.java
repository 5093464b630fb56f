package io.github.offload4j.irtests.mapping;

import io.github.offload4j.codegen.abi.MapFlag;
import io.github.offload4j.codegen.abi.MapType;
import io.github.offload4j.runtime.jit.NativeAddress;
import io.github.offload4j.runtime.jit.OffloadProgram;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Carries out the steps of one sequence. */
final class NativeMachine implements Step.Machine {
    private static final MapType VALUE = MapType.of(MapFlag.TARGET_PARAM, MapFlag.LITERAL, MapFlag.IMPLICIT);
    private static final MapType POINTER = MapType.of(MapFlag.TARGET_PARAM, MapFlag.LITERAL);
    private static final int SIGNAL = 0x7f;
    private static final int ABORT = 6;

    private final OffloadProgram program;
    private final ByteBuffer memory;
    private final long address;
    private final List<String> results = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();
    private final int host;
    private int number;
    private boolean attempt;
    private boolean aborted;

    private record Block(int device, NativeAddress address) {}

    private record Word(long base, long begin, long size, long type) {
        static Word value(long value, MapType type) {
            return new Word(value, value, Long.BYTES, type.bits());
        }
    }

    NativeMachine(OffloadProgram program, ByteBuffer memory) {
        this.program = program;
        this.memory = memory;
        this.address = NativeMemoryAddress.of(memory);
        this.host = program.function("host_number").call().asInt();
        for (int i = 0; i < Sequence.HOST; i++) {
            memory.put(i, (byte) i);
        }
    }

    /**
     * A step begins.
     *
     * @param inACopy whether its first call of the runtime is made by a copy of the process, since it is to abort
     */
    void step(int step, boolean inACopy) {
        number = step;
        attempt = inACopy;
    }

    /** Returns whether such a copy aborted. */
    boolean isAborted() {
        return aborted;
    }

    List<String> results() {
        return List.copyOf(results);
    }

    private void result(String text) {
        results.add(number + " " + text);
    }

    private NativeAddress place(int offset) {
        return new NativeAddress(address + offset);
    }

    /** Returns the host's memory. */
    String memory() {
        return text(memory, Sequence.HOST);
    }

    private static String text(ByteBuffer bytes, int size) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < size; i++) {
            text.append(HexFormat.of().toHexDigits(bytes.get(i)));
        }
        return text.toString();
    }

    /** Gives the blocks of device memory back. */
    void release() {
        blocks.forEach(block -> program.function("release").call(block.address(), block.device()));
    }

    private List<Word> words(List<Entry> entries) {
        return entries.stream().map(this::word).toList();
    }

    private Word word(Entry entry) {
        return new Word(
                address + entry.base(),
                address + entry.begin(),
                entry.size(),
                entry.type().bits());
    }

    /** Makes a call; returns its result and the bases as the runtime left them. */
    private long[] call(String function, int device, List<Word> words) {
        long[] bases = words.stream().mapToLong(Word::base).toArray();
        long[] begins = words.stream().mapToLong(Word::begin).toArray();
        long[] sizes = words.stream().mapToLong(Word::size).toArray();
        long[] types = words.stream().mapToLong(Word::type).toArray();
        String name = attempt ? "attempt_" + function : function;
        int code = program.function(name)
                .call((long) device, words.size(), bases, begins, sizes, types)
                .asInt();
        if (attempt) {
            aborted = (code & SIGNAL) == ABORT;
            if (!aborted) {
                result("status " + code);
            }
        } else if (code != 0) {
            result("not launched");
        }
        return bases;
    }

    @Override
    public void begin(Step.Begin step) {
        call("begin", step.device(), words(step.entries()));
    }

    @Override
    public void end(Step.End step) {
        call("end", step.device(), words(step.entries()));
    }

    @Override
    public void update(Step.Update step) {
        call("update", step.device(), words(step.entries()));
    }

    /** Describes the section as this library does. */
    @Override
    public void updateWithGaps(Step.UpdateWithGaps step) {
        int dimensions = 2 * step.loops().size() + 1;
        ByteBuffer description =
                ByteBuffer.allocateDirect(3 * Long.BYTES * dimensions).order(ByteOrder.nativeOrder());
        boolean empty = step.first().size() == 0 || step.loops().stream().anyMatch(loop -> loop.count() == 0);
        for (int i = 0; i < step.loops().size(); i++) {
            Step.Loop loop = step.loops().get(i);
            description.putLong(0).putLong(empty && i == 0 ? 0 : loop.count()).putLong(loop.stride());
            description.putLong(0).putLong(1).putLong(0);
        }
        description.putLong(0).putLong(step.first().size()).putLong(1);
        Word word = new Word(
                address + step.first().begin(),
                NativeMemoryAddress.of(description),
                dimensions,
                step.first().type().with(MapFlag.NON_CONTIGUOUS).bits());
        try {
            call("update", step.device(), List.of(word));
        } finally {
            Reference.reachabilityFence(description);
        }
    }

    @Override
    public void launch(Step.Launch step) {
        List<Word> words = new ArrayList<>();
        words.add(Word.value(0, POINTER));
        for (Step.Operand operand : step.operands()) {
            if (operand instanceof Step.Mapped mapped) {
                Entry entry = mapped.entry();
                words.add(word(entry));
                words.add(Word.value(entry.begin() - entry.base(), VALUE));
                words.add(Word.value(entry.size(), VALUE));
            } else if (operand instanceof Step.DevicePointer pointer) {
                words.add(Word.value(blocks.get(pointer.block()).address().value(), POINTER));
                words.add(Word.value(pointer.begin(), VALUE));
                words.add(Word.value(pointer.size(), VALUE));
            }
        }
        words.add(Word.value(step.change().factor(), VALUE));
        words.add(Word.value(step.change().summand(), VALUE));
        call("launch", step.device(), words);
    }

    @Override
    public void hostCall(Step.HostCall step) {
        List<Word> words = words(step.entries());
        long[] bases = call("begin", step.device(), words);
        if (aborted) {
            return;
        }
        for (int i = 0; i < bases.length; i++) {
            Word word = words.get(i);
            // before 22, null stands for what is not mapped
            boolean absent = bases[i] == word.base() || bases[i] == word.base() - word.begin();
            result(absent ? "pointer host" : "pointer device");
        }
        for (int i = 0; i < bases.length; i++) {
            long device = bases[i] + words.get(i).begin() - words.get(i).base();
            change(new NativeAddress(device), words.get(i).size(), step.change());
        }
        call("end", step.device(), words);
    }

    private void change(NativeAddress at, long size, Change change) {
        program.function("library").call(at, size, (long) change.factor(), (long) change.summand());
    }

    @Override
    public void hostWrite(Step.HostWrite step) {
        change(place(step.begin()), step.size(), step.change());
    }

    @Override
    public void peek(Step.Peek step) {
        NativeAddress mapped = program.function("mapped")
                .call(place(step.begin()), step.device())
                .asAddress();
        if (mapped.value() == 0) {
            result("absent");
            return;
        }
        if (step.size() == 0) {
            result("present");
            return;
        }
        ByteBuffer found = ByteBuffer.allocateDirect(Sequence.HOST);
        program.function("copy").call(found, mapped, (long) step.size(), host, step.device());
        result("peek " + text(found, step.size()));
    }

    @Override
    public void allocate(Step.Allocate step) {
        blocks.add(new Block(
                step.device(),
                program.function("allocate")
                        .call((long) Sequence.BLOCK, step.device())
                        .asAddress()));
    }

    @Override
    public void push(Step.Push step) {
        Block block = blocks.get(step.block());
        program.function("copy").call(block.address(), place(step.begin()), (long) step.size(), block.device(), host);
    }

    @Override
    public void pull(Step.Pull step) {
        Block block = blocks.get(step.block());
        program.function("copy").call(place(step.begin()), block.address(), (long) step.size(), host, block.device());
    }

    @Override
    public void associate(Step.Associate step) {
        Block block = blocks.get(step.block());
        int code = program.function("associate")
                .call(place(step.begin()), block.address(), (long) step.size(), block.device())
                .asInt();
        result("status " + code);
    }

    @Override
    public void disassociate(Step.Disassociate step) {
        int code = program.function("disassociate")
                .call(place(step.begin()), step.device())
                .asInt();
        result("status " + code);
    }
}
