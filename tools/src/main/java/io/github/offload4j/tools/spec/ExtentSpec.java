package io.github.offload4j.tools.spec;

import java.util.List;

/** How many bytes behind a pointer are mapped. */
public sealed interface ExtentSpec {
    /**
     * One object.
     *
     * @param type the object's type in LLVM's spelling
     */
    record Pointee(Located<String> type) implements ExtentSpec {}

    /**
     * As many elements as a routine of the catalogue touches, by its other arguments.
     *
     * @param element the type of one in LLVM's spelling
     */
    record OfRoutine(Located<String> element) implements ExtentSpec {}

    /**
     * A number of elements.
     *
     * @param element the type of one in LLVM's spelling
     * @param count how many
     */
    record Elements(Located<String> element, Located<SpecNumber> count) implements ExtentSpec {}

    /**
     * A part of an array.
     *
     * @param element the type of one in LLVM's spelling
     * @param ranges the dimensions, the outermost first
     */
    record Section(Located<String> element, List<Range> ranges) implements ExtentSpec {
        /** Copies the list. */
        public Section {
            ranges = List.copyOf(ranges);
        }
    }

    /**
     * A dimension of a part of an array, in elements.
     *
     * @param offset how many lie in front
     * @param count how many there are
     * @param stride from one to the next
     */
    record Range(Located<SpecNumber> offset, Located<SpecNumber> count, Located<SpecNumber> stride) {}

    /**
     * A number of elements that stands in the structure which the pointer is in.
     *
     * @param element the type of one in LLVM's spelling
     * @param at where the number is there, in bytes
     * @param bits how wide it is
     */
    record Field(Located<String> element, Located<Long> at, Located<Integer> bits) implements ExtentSpec {}
}
