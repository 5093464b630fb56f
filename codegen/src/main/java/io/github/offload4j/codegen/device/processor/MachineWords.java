package io.github.offload4j.codegen.device.processor;

import io.github.offload4j.codegen.image.Architecture;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Words in which a machine of one family says, bit by bit, what it has. */
interface MachineWords {
    /**
     * Returns what a machine must have to run code for a processor.
     *
     * @return nothing when that is not known of the processor
     */
    Optional<Requirement> of(Processor processor);

    /**
     * Returns what a machine must have at the least to run code for a processor, which may need more.
     *
     * @return nothing when not even that is known of the processor
     */
    default Optional<Requirement> atLeast(Processor processor) {
        return of(processor);
    }

    /** Returns the names that machines of the family are told apart by in messages. */
    List<String> levels();

    /**
     * Returns IR that reads the words.
     *
     * @return instructions that follow the label {@code look} and go to the label {@code words}, where the values {@code
     *     %w0}, {@code %w1} and so on of {@code i64} are known
     */
    String reading();

    /** Returns IR of what {@link #reading} calls. */
    String declarations();

    /** Returns the processors of which it is known, as messages list them. */
    List<String> known();

    /**
     * Returns the words of a family of hosts.
     *
     * @throws IllegalArgumentException when the family is one of GPUs
     */
    static MachineWords of(Architecture architecture) {
        return switch (architecture) {
            case AARCH64 -> new Aarch64Words();
            case X86_64 -> new X86Words();
            case AMDGCN, NVPTX64 -> throw new IllegalArgumentException("no machine is " + architecture);
        };
    }

    /**
     * What a machine must have.
     *
     * @param processor what the code is compiled for: it uses no more than the masks ask for
     * @param masks the bits that must be set, for each word
     */
    record Requirement(Processor processor, List<Long> masks) {
        public Requirement {
            masks = List.copyOf(masks);
        }

        /** Returns whether every machine that has this has another one too. */
        boolean includes(Requirement other) {
            return IntStream.range(0, masks.size()).allMatch(i -> (other.masks().get(i) & ~masks.get(i)) == 0);
        }

        /** Returns how many bits must be set: of two processors the one with more is the better one. */
        int size() {
            return masks.stream().mapToInt(Long::bitCount).sum();
        }
    }
}
