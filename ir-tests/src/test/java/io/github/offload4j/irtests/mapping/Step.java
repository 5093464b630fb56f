package io.github.offload4j.irtests.mapping;

import java.util.List;
import java.util.stream.IntStream;

/** One thing that a sequence does. Places are bytes from the start of the sequence's host memory. */
sealed interface Step {
    /** Calls the method of a machine that is named after the step. */
    void on(Machine machine);

    /** What carries steps out. */
    interface Machine {
        void begin(Begin step);

        void end(End step);

        void update(Update step);

        void updateWithGaps(UpdateWithGaps step);

        void launch(Launch step);

        void hostCall(HostCall step);

        void hostWrite(HostWrite step);

        void peek(Peek step);

        void allocate(Allocate step);

        void push(Push step);

        void pull(Pull step);

        void associate(Associate step);

        void disassociate(Disassociate step);
    }

    /** A data region opens. */
    record Begin(int device, List<Entry> entries) implements Step {
        @Override
        public void on(Machine machine) {
            machine.begin(this);
        }
    }

    /** A data region closes. */
    record End(int device, List<Entry> entries) implements Step {
        @Override
        public void on(Machine machine) {
            machine.end(this);
        }
    }

    /** Mapped data is copied. */
    record Update(int device, List<Entry> entries) implements Step {
        @Override
        public void on(Machine machine) {
            machine.update(this);
        }
    }

    /** A loop around pieces of a section: how many rounds, and how many bytes from one to the next. */
    record Loop(int count, int stride) {}

    /** A section of mapped data is copied, piece by piece: the first one, and those that loops lead to. */
    record UpdateWithGaps(int device, Entry first, List<Loop> loops) implements Step {
        @Override
        public void on(Machine machine) {
            machine.updateWithGaps(this);
        }

        /** Returns the pieces in their order. */
        List<Entry> pieces() {
            List<Entry> pieces = List.of(first);
            for (Loop loop : loops) {
                pieces = pieces.stream()
                        .flatMap(piece -> IntStream.range(0, loop.count())
                                .map(i -> piece.begin() + i * loop.stride())
                                .mapToObj(begin -> new Entry(begin, begin, piece.size(), piece.type())))
                        .toList();
            }
            return pieces;
        }
    }

    /** What a launch gives its kernel to change. */
    sealed interface Operand {}

    /** Memory that the launch maps. */
    record Mapped(Entry entry) implements Operand {}

    /** Device memory, by its address. */
    record DevicePointer(int block, int begin, int size) implements Operand {}

    /** A kernel changes its operands, one after the other. */
    record Launch(int device, List<Operand> operands, Change change) implements Step {
        @Override
        public void on(Machine machine) {
            machine.launch(this);
        }

        /** Returns the entries of what the launch maps. */
        List<Entry> entries() {
            return operands.stream()
                    .filter(Mapped.class::isInstance)
                    .map(operand -> ((Mapped) operand).entry())
                    .toList();
        }
    }

    /** A host function changes the device copies of what is mapped for it. */
    record HostCall(int device, List<Entry> entries, Change change) implements Step {
        @Override
        public void on(Machine machine) {
            machine.hostCall(this);
        }
    }

    /** The host changes its memory. */
    record HostWrite(int begin, int size, Change change) implements Step {
        @Override
        public void on(Machine machine) {
            machine.hostWrite(this);
        }
    }

    /** Mapped memory is read through its device pointer. */
    record Peek(int device, int begin, int size) implements Step {
        @Override
        public void on(Machine machine) {
            machine.peek(this);
        }
    }

    /** Takes a block of {@value Sequence#BLOCK} bytes of device memory; blocks are numbered as they are taken. */
    record Allocate(int device) implements Step {
        @Override
        public void on(Machine machine) {
            machine.allocate(this);
        }
    }

    /** Copies host memory to the start of a block. */
    record Push(int block, int begin, int size) implements Step {
        @Override
        public void on(Machine machine) {
            machine.push(this);
        }
    }

    /** Copies the start of a block to host memory. */
    record Pull(int block, int begin, int size) implements Step {
        @Override
        public void on(Machine machine) {
            machine.pull(this);
        }
    }

    /** Makes the start of a block the device copy of host memory. */
    record Associate(int block, int begin, int size) implements Step {
        @Override
        public void on(Machine machine) {
            machine.associate(this);
        }
    }

    /** Takes an association back. */
    record Disassociate(int device, int begin) implements Step {
        @Override
        public void on(Machine machine) {
            machine.disassociate(this);
        }
    }
}
