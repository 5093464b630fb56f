package io.github.offload4j.tools.spec;

import io.github.offload4j.tools.diagnostic.Problems;
import io.github.offload4j.tools.diagnostic.Words;
import io.github.offload4j.tools.yaml.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the pointers inside of structures. */
final class MemberReader {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$]*");

    private final Problems problems;
    private final Values values;
    private final QuantityReader quantities;
    private final ParameterReader parameters;

    MemberReader(Problems problems, Values values, QuantityReader quantities, ParameterReader parameters) {
        this.problems = problems;
        this.values = values;
        this.quantities = quantities;
        this.parameters = parameters;
    }

    /** Reads the members of something that is mapped, of which there may be none. */
    Optional<List<MemberSpec>> read(Fields fields) {
        Optional<StructureSpec> structure = structure(fields);
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
                        .flatMap(member -> member(member, structure))
                        .ifPresent(members::add);
            }
            return members.size() == list.elements().size() ? Optional.of(members) : Optional.empty();
        });
    }

    private Optional<MemberSpec> member(Fields fields, Optional<StructureSpec> structure) {
        Optional<Located<MemberSpec.Place>> at = fields.require(
                        Key.AT, ", where the pointer is in the structure, in bytes")
                .flatMap(node -> place(node, structure));
        fields.require(Key.MAP, ", the direction in which what it points to travels");
        Optional<ParameterSpec.Mapping> mapping = parameters.mapping(fields);
        Optional<? extends ExtentSpec> extent = parameters.extent(fields, Optional.of(quantities.inside(structure)));
        Optional<List<MemberSpec>> members = read(fields);
        return at.isPresent() && mapping.isPresent() && extent.isPresent() && members.isPresent()
                ? Optional.of(new MemberSpec(at.get(), mapping.get(), extent.get(), members.get()))
                : Optional.empty();
    }

    private Optional<Located<MemberSpec.Place>> place(Node node, Optional<StructureSpec> structure) {
        Optional<StructureSpec.Field> field = structure
                .filter(named -> node instanceof Node.Scalar scalar && scalar.kind() == Node.Kind.TEXT)
                .map(named -> named.fields().get(((Node.Scalar) node).text()));
        if (field.isEmpty()) {
            return offset(node, structure)
                    .map(at -> new Located<>(new MemberSpec.Place.Bytes(at.value()), at.position()));
        }
        if (!field.get().type().equals(Types.POINTER)) {
            problems.add(
                    node.position(),
                    "'at' is " + Words.quote(field.get().name()) + ", which is "
                            + Words.quote(field.get().type()) + "; expected a ptr");
            return Optional.empty();
        }
        MemberSpec.Place place =
                new MemberSpec.Place.Field(field.get().structure(), field.get().index());
        return Optional.of(new Located<>(place, node.position()));
    }

    /** Reads the names of the fields of what a pointer points to, of which there may be none. */
    private Optional<StructureSpec> structure(Fields fields) {
        Optional<Node> names = fields.get(Key.FIELDS);
        if (names.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> type = fields.get(Key.POINTEE)
                .or(() -> fields.get(Key.ELEMENT))
                .flatMap(node -> node instanceof Node.Scalar text ? Optional.of(text.text()) : Optional.empty());
        List<String> types = type.map(Types::fields).orElse(List.of());
        if (types.isEmpty()) {
            problems.add(
                    names.get().position(),
                    "'fields' names the fields of a structure, and there is none; give one as 'pointee' or 'element', for"
                            + " example \"{ i64, ptr }\"");
            return Optional.empty();
        }
        return values.list(names.get(), "'fields'", "a list of names, one for each field")
                .flatMap(list -> {
                    if (list.elements().size() != types.size()) {
                        problems.add(
                                list.position(),
                                "'fields' has " + list.elements().size() + " names, and " + type.orElseThrow() + " has "
                                        + types.size() + " fields; write _ for one that needs none");
                        return Optional.empty();
                    }
                    return requireNames(list.elements()) ? StructureSpec.of(fields.node()) : Optional.empty();
                });
    }

    private boolean requireNames(List<Node> names) {
        Set<String> known = new HashSet<>();
        boolean right = true;
        for (Node node : names) {
            Optional<String> name = values.text(node, "a field");
            boolean wrong = name.isPresent() && !NAME.matcher(name.get()).matches();
            boolean twice = !wrong
                    && name.filter(text -> !text.equals(StructureSpec.UNNAMED) && !known.add(text))
                            .isPresent();
            if (wrong || twice) {
                problems.add(
                        node.position(),
                        wrong
                                ? Words.quote(name.get()) + " is not a field's name; use letters, digits, '_' and '$'"
                                : "duplicate field name " + Words.quote(name.get()));
            }
            right &= name.isPresent() && !wrong && !twice;
        }
        return right;
    }

    private Optional<Located<Long>> offset(Node node, Optional<StructureSpec> structure) {
        OptionalLong offset = Values.integer(node);
        if (offset.isEmpty() || offset.getAsLong() < 0) {
            String or = structure.isPresent() ? ", or the name of a field" : "";
            return values.wrong(node, "'at'", "a number of bytes from 0" + or, "");
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
                .flatMap(place -> offset(place, Optional.empty()));
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
        if (bits.isEmpty() || !Types.isCount(type.get())) {
            problems.add(
                    node.position(),
                    "a count in a structure is " + Words.quote(type.get()) + "; expected i8, i16, i32 or i64");
            return Optional.empty();
        }
        return Optional.of(new Located<>(bits.getAsInt(), node.position()));
    }
}
