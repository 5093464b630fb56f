package io.github.offload4j.codegen.lower;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.signature.Amount;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.codegen.signature.Range;
import io.github.offload4j.codegen.signature.TypeSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads {@code "offload.section"}: which part of what an argument points to is mapped. */
final class SectionReader {
    private static final int FIRST_TRIPLE = 2;
    private static final int TRIPLE = 3;

    private final Findings findings;
    private final Map<Long, Mark> marks = new LinkedHashMap<>();
    private final Map<Long, Mark> unused = new LinkedHashMap<>();

    SectionReader(List<Mark> sections, int arguments, Findings findings) {
        this.findings = findings;
        for (Mark mark : sections) {
            OptionalLong index = mark.operand(0).constantInteger();
            if (index.isEmpty() || index.getAsLong() < 0 || index.getAsLong() >= arguments) {
                findings.add(
                        mark, "the argument of \"offload.section\" is none of the call's; give its number, from 0");
            } else if (marks.putIfAbsent(index.getAsLong(), mark) != null) {
                findings.add(
                        mark,
                        "\"offload.section\" names argument " + index.getAsLong()
                                + " twice; write the triples of all dimensions into one");
            }
        }
        unused.putAll(marks);
    }

    /** Returns the section of an argument, which takes the place of its bytes. */
    Optional<Extent> of(IrValue argument) {
        OptionalLong index = argument.constantInteger();
        if (index.isEmpty()) {
            return Optional.empty();
        }
        unused.remove(index.getAsLong());
        return Optional.ofNullable(marks.get(index.getAsLong())).flatMap(this::read);
    }

    private Optional<Extent> read(Mark mark) {
        List<IrValue> operands = mark.bundle().values();
        return read(mark, operands.subList(FIRST_TRIPLE, operands.size()), findings);
    }

    /**
     * Reads a section.
     *
     * @param mark whose second operand is the size of an element
     * @param triples an offset, a count and a stride for each dimension
     */
    static Optional<Extent> read(Mark mark, List<IrValue> triples, Findings findings) {
        OptionalLong element = mark.operand(1).constantInteger();
        if (element.isEmpty() || element.getAsLong() < 1) {
            findings.add(
                    mark,
                    "the element of \"" + mark.bundle().tag()
                            + "\" has no constant size; give its bytes, for example i64 8");
            return Optional.empty();
        }
        List<Range> ranges = new ArrayList<>();
        try {
            for (int i = 0; i < triples.size(); i += TRIPLE) {
                ranges.add(new Range(
                        Amount.of(triples.get(i).raw()),
                        Amount.of(triples.get(i + 1).raw()),
                        Amount.of(triples.get(i + 2).raw())));
            }
        } catch (OffloadException e) {
            findings.add(mark, Objects.requireNonNull(e.getMessage()));
            return Optional.empty();
        }
        return Optional.of(
                new Extent.Section(new TypeSource.Text("[" + element.getAsLong() + " x i8]"), List.copyOf(ranges)));
    }

    /** Says which sections are of arguments that are not mapped. */
    void reportUnused() {
        unused.forEach((index, mark) -> findings.add(
                mark, "\"offload.section\" names argument " + index + ", which is not mapped; add \"offload.map\""));
    }
}
