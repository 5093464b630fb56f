package io.github.offload4j.tools.spec;

import io.github.offload4j.tools.diagnostic.Problems;
import io.github.offload4j.tools.diagnostic.Words;
import io.github.offload4j.tools.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Reads the pointers inside of structures. */
final class MemberReader {
    private final Problems problems;
    private final Values values;
    private final ParameterReader parameters;

    MemberReader(Problems problems, Values values, ParameterReader parameters) {
        this.problems = problems;
        this.values = values;
        this.parameters = parameters;
    }

    /** Reads the members of something that is mapped, of which there may be none. */
    Optional<List<MemberSpec>> read(Fields fields) {
        Optional<Node> node = fields.get(Key.MEMBERS);
        if (node.isEmpty()) {
            return Optional.of(List.of());
        }
        return values.list(node.get(), "'members'", "a list of members").flatMap(list -> {
            if (list.elements().isEmpty()) {
                problems.add(list.position(), "'members' is an empty list; leave it out");
                return Optional.empty();
            }
            List<MemberSpec> members = new ArrayList<>();
            for (Node element : list.elements()) {
                values.mapping(element, "a member", "a mapping with the keys 'at', 'map' and what it points to")
                        .map(mapping -> new Fields(mapping, "a member", Key.OF_MEMBER, problems))
                        .flatMap(this::member)
                        .ifPresent(members::add);
            }
            return members.size() == list.elements().size() ? Optional.of(members) : Optional.empty();
        });
    }

    private Optional<MemberSpec> member(Fields fields) {
        Optional<Located<Long>> at = fields.require(Key.AT, ", where the pointer is in the structure, in bytes")
                .flatMap(this::offset);
        fields.require(Key.MAP, ", the direction in which what it points to travels");
        Optional<ParameterSpec.Mapping> mapping = parameters.mapping(fields);
        Optional<? extends ExtentSpec> extent = parameters.extent(fields, true);
        Optional<List<MemberSpec>> members = read(fields);
        return at.isPresent() && mapping.isPresent() && extent.isPresent() && members.isPresent()
                ? Optional.of(new MemberSpec(at.get(), mapping.get(), extent.get(), members.get()))
                : Optional.empty();
    }

    private Optional<Located<Long>> offset(Node node) {
        OptionalLong offset = Values.integer(node);
        if (offset.isEmpty() || offset.getAsLong() < 0) {
            return values.wrong(node, "'at'", "a number of bytes from 0", "");
        }
        return Optional.of(new Located<>(offset.getAsLong(), node.position()));
    }

    /**
     * Reads a count that stands in the structure: {@code {at: 0, type: i64}}.
     *
     * @param element the type of what is counted
     */
    Optional<ExtentSpec.Field> count(Node.Mapping node, Located<String> element) {
        Fields fields = new Fields(node, "a count in the structure", Key.OF_COUNT, problems);
        Optional<Located<Long>> at = fields.require(Key.AT, ", where the count is in the structure, in bytes")
                .flatMap(this::offset);
        Optional<Located<Integer>> bits = fields.require(Key.TYPE, "").flatMap(this::width);
        return at.isPresent() && bits.isPresent()
                ? Optional.of(new ExtentSpec.Field(element, at.get(), bits.get()))
                : Optional.empty();
    }

    private Optional<Located<Integer>> width(Node node) {
        Optional<String> type = values.text(node, "'type'");
        if (type.isEmpty()) {
            return Optional.empty();
        }
        OptionalInt bits = Types.integerBits(type.get());
        if (bits.isEmpty() || !List.of(8, 16, 32, 64).contains(bits.getAsInt())) {
            problems.add(
                    node.position(),
                    "a count in a structure is " + Words.quote(type.get()) + "; expected i8, i16, i32 or i64");
            return Optional.empty();
        }
        return Optional.of(new Located<>(bits.getAsInt(), node.position()));
    }
}
