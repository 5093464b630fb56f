package io.github.offload4j.tools.spec;

import io.github.offload4j.tools.yaml.Node;
import io.github.offload4j.tools.yaml.Node.Entry;
import io.github.offload4j.tools.yaml.Node.Mapping;
import io.github.offload4j.tools.yaml.Node.Scalar;
import io.github.offload4j.tools.yaml.Node.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A structure that a pointer points to, with names for its fields.
 *
 * @param type its type in LLVM's spelling
 * @param fields the fields that have names, by these
 * @param many whether there may be others behind it, so that a path to a field does not say which is meant
 * @param pointees what pointers in it point to, by the pointers' names
 */
public record StructureSpec(String type, Map<String, Field> fields, boolean many, Map<String, StructureSpec> pointees) {
    /** The name of fields that nobody names. */
    static final String UNNAMED = "_";

    private static final String ONE = "1";

    /** Copies the maps. */
    public StructureSpec {
        fields = Map.copyOf(fields);
        pointees = Map.copyOf(pointees);
    }

    /**
     * A field of a structure.
     *
     * @param structure the structure's type in LLVM's spelling
     * @param index its place there, from 0
     * @param name what the spec calls it
     * @param type its type in LLVM's spelling
     */
    public record Field(String structure, int index, String name, String type) {}

    /** Returns the structure that a parameter or a member describes, as far as the description is right. */
    static Optional<StructureSpec> of(Node node) {
        if (!(node instanceof Mapping mapping)) {
            return Optional.empty();
        }
        Optional<String> type = text(mapping, Key.POINTEE).or(() -> text(mapping, Key.ELEMENT));
        List<String> types = type.map(Types::fields).orElse(List.of());
        Map<String, Field> fields = new LinkedHashMap<>();
        if (value(mapping, Key.FIELDS).orElse(null) instanceof Sequence names
                && names.elements().size() == types.size()) {
            for (int i = 0; i < types.size(); i++) {
                if (names.elements().get(i) instanceof Scalar name
                        && !name.text().equals(UNNAMED)) {
                    fields.put(name.text(), new Field(type.get(), i, name.text(), types.get(i)));
                }
            }
        }
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        boolean many = value(mapping, Key.SECTION).isPresent()
                || text(mapping, Key.COUNT).filter(count -> !count.equals(ONE)).isPresent()
                || value(mapping, Key.COUNT).filter(Mapping.class::isInstance).isPresent();
        Map<String, StructureSpec> pointees = new LinkedHashMap<>();
        List<Node> members =
                value(mapping, Key.MEMBERS).orElse(null) instanceof Sequence list ? list.elements() : List.of();
        for (Node member : members) {
            if (member instanceof Mapping inside) {
                text(inside, Key.AT).ifPresent(at -> of(inside).ifPresent(pointee -> pointees.put(at, pointee)));
            }
        }
        return Optional.of(new StructureSpec(type.get(), fields, many, pointees));
    }

    private static Optional<Node> value(Mapping mapping, String key) {
        return mapping.entries().stream()
                .filter(entry -> entry.key().equals(key))
                .map(Entry::value)
                .findFirst();
    }

    private static Optional<String> text(Mapping mapping, String key) {
        return value(mapping, key).filter(Scalar.class::isInstance).map(node -> ((Scalar) node).text());
    }

    /** What a path through structures leads to. */
    sealed interface Found {
        /** A field, with the pointers on the way. */
        record Path(List<Field> fields) implements Found {}

        /** Nothing, because of a name on the way. */
        record Nothing(String reason) implements Found {}
    }

    /** Follows names through this structure and what it points to. */
    Found find(List<String> names) {
        List<Field> path = new ArrayList<>();
        StructureSpec structure = this;
        for (int i = 0; i < names.size(); i++) {
            if (structure.many()) {
                return new Found.Nothing("is in one of many structures, and nothing says in which; only what their own"
                        + " pointers point to can be counted by their fields");
            }
            Field field = structure.fields().get(names.get(i));
            if (field == null) {
                return new Found.Nothing("names no field of " + structure.type());
            }
            path.add(field);
            if (i < names.size() - 1) {
                StructureSpec next = structure.pointees().get(field.name());
                if (next == null) {
                    return new Found.Nothing(
                            "follows '" + field.name() + "', which is no member whose 'fields' have names");
                }
                structure = next;
            }
        }
        return new Found.Path(path);
    }
}
