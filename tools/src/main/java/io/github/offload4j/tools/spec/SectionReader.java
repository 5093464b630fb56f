package io.github.offload4j.tools.spec;

import io.github.offload4j.tools.diagnostic.Problems;
import io.github.offload4j.tools.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads which part of an array is mapped. */
final class SectionReader {
    private static final int MOST_DIMENSIONS = 3;
    private static final SpecNumber NOTHING = new SpecNumber.Constant(0);
    private static final SpecNumber NEIGHBOURS = new SpecNumber.Constant(1);

    private final Problems problems;
    private final Values values;
    private final QuantityReader quantities;

    SectionReader(Problems problems, Values values, QuantityReader quantities) {
        this.problems = problems;
        this.values = values;
        this.quantities = quantities;
    }

    /** Returns the dimensions; one alone needs no list. */
    Optional<List<ExtentSpec.Range>> read(Node node) {
        List<Node> elements = node instanceof Node.Sequence list ? list.elements() : List.of(node);
        if (elements.isEmpty() || elements.size() > MOST_DIMENSIONS) {
            problems.add(node.position(), "'section' has " + elements.size() + " dimensions; expected 1 to 3");
            return Optional.empty();
        }
        List<ExtentSpec.Range> ranges = new ArrayList<>();
        for (Node element : elements) {
            values.mapping(element, "a dimension", "a mapping with the keys 'offset', 'count' and 'stride'")
                    .map(mapping -> new Fields(mapping, "a dimension", Key.OF_RANGE, problems))
                    .flatMap(this::range)
                    .ifPresent(ranges::add);
        }
        return ranges.size() == elements.size() ? Optional.of(ranges) : Optional.empty();
    }

    private Optional<ExtentSpec.Range> range(Fields fields) {
        Optional<Located<SpecNumber>> offset = number(fields, Key.OFFSET, 0, NOTHING);
        Optional<Located<SpecNumber>> count =
                fields.require(Key.COUNT, "").flatMap(node -> quantities.number(node, "'count'", 0, Long.MAX_VALUE));
        Optional<Located<SpecNumber>> stride = number(fields, Key.STRIDE, 1, NEIGHBOURS);
        return offset.isPresent() && count.isPresent() && stride.isPresent()
                ? Optional.of(new ExtentSpec.Range(offset.get(), count.get(), stride.get()))
                : Optional.empty();
    }

    private Optional<Located<SpecNumber>> number(Fields fields, String key, long least, SpecNumber otherwise) {
        return fields.get(key)
                .map(node -> quantities.number(node, "'" + key + "'", least, Long.MAX_VALUE))
                .orElse(Optional.of(new Located<>(otherwise, fields.position())));
    }
}
