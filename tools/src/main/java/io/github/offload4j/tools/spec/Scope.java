package io.github.offload4j.tools.spec;

import io.github.offload4j.tools.diagnostic.Position;
import io.github.offload4j.tools.diagnostic.Problems;
import io.github.offload4j.tools.diagnostic.Words;
import io.github.offload4j.tools.yaml.Node;
import io.github.offload4j.tools.yaml.Node.Entry;
import io.github.offload4j.tools.yaml.Node.Mapping;
import io.github.offload4j.tools.yaml.Node.Scalar;
import io.github.offload4j.tools.yaml.Node.Sequence;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What a quantity may name: parameters, constants of the spec, and fields of structures. Made before the parameters are
 * read in full, since a count may name a later one.
 */
final class Scope {
    private final Map<String, String> types = new LinkedHashMap<>();
    private final Map<String, StructureSpec> structures = new LinkedHashMap<>();
    private Optional<StructureSpec> around = Optional.empty();
    private final Constants constants;
    private final Problems problems;
    private boolean complete = true;
    private String noun = "parameter";

    /** Looks at the parameters of an offload. */
    Scope(Optional<Node> parameters, Constants constants, Problems problems) {
        this.constants = constants;
        this.problems = problems;
        if (parameters.orElse(null) instanceof Sequence list) {
            list.elements().forEach(this::add);
        } else {
            complete = false;
        }
    }

    /** Takes the types of parameters that are known, by their names. */
    Scope(Map<String, String> types, Constants constants, Problems problems) {
        this.constants = constants;
        this.problems = problems;
        this.types.putAll(types);
    }

    /** Returns what a constant may name: those above it. */
    static Scope ofConstants(Constants above, Problems problems) {
        Scope scope = new Scope(Map.of(), above, problems);
        scope.noun = "constant above";
        return scope;
    }

    /** Returns the value of a name, if it is that of a constant. */
    OptionalLong constant(String name) {
        return constants.value(name);
    }

    /** Returns what the count of a pointer in a structure may name: fields of that first. */
    Scope inside(Optional<StructureSpec> structure) {
        Scope inner = new Scope(types, constants, problems);
        inner.structures.putAll(structures);
        inner.complete = complete;
        inner.around = structure;
        return inner;
    }

    private void add(Node parameter) {
        Optional<String> name = text(parameter, Key.NAME);
        Optional<String> type = text(parameter, Key.TYPE);
        if (name.isEmpty() || type.isEmpty()) {
            complete = false;
            return;
        }
        types.putIfAbsent(name.get(), type.get());
        StructureSpec.of(parameter).ifPresent(structure -> structures.putIfAbsent(name.get(), structure));
        if (type.get().equals(Types.SLICE)) {
            types.putIfAbsent(name.get() + LlvmParameter.LENGTH_SUFFIX, Types.LENGTH);
        }
    }

    private static Optional<String> text(Node parameter, String key) {
        return parameter instanceof Mapping mapping
                ? mapping.entries().stream()
                        .filter(entry -> entry.key().equals(key))
                        .map(Entry::value)
                        .filter(Scalar.class::isInstance)
                        .map(value -> ((Scalar) value).text())
                        .findFirst()
                : Optional.empty();
    }

    /**
     * Returns what a name stands for; a stand-in where it stands for nothing, which is a problem.
     *
     * @param what how a message names the quantity
     */
    SpecNumber resolve(String name, String what, Position position) {
        Optional<StructureSpec.Field> own = around.flatMap(
                structure -> Optional.ofNullable(structure.fields().get(name)));
        if (own.isPresent()) {
            requireCount(own.get(), what, name, position);
            return new SpecNumber.Own(own.get());
        }
        OptionalLong constant = constants.value(name);
        if (constant.isPresent()) {
            return new SpecNumber.Constant(constant.getAsLong());
        }
        Optional<String> parameter = types.containsKey(name) ? Optional.empty() : structure(name);
        if (parameter.isEmpty()) {
            requireInteger(name, what, position);
            return new SpecNumber.Named(name);
        }
        String rest = name.substring(parameter.get().length() + 1);
        StructureSpec structure = Objects.requireNonNull(structures.get(parameter.get()), "it was found by its name");
        StructureSpec.Found found = structure.find(List.of(rest.split("\\.", -1)));
        if (found instanceof StructureSpec.Found.Path path) {
            requireCount(path.fields().get(path.fields().size() - 1), what, name, position);
            return new SpecNumber.Reached(parameter.get(), path.fields());
        }
        problems.add(position, Words.quote(name) + " " + ((StructureSpec.Found.Nothing) found).reason());
        return new SpecNumber.Named(name);
    }

    /** Returns the parameter that points to a structure whose field a name may be. */
    private Optional<String> structure(String name) {
        return structures.keySet().stream()
                .filter(parameter -> name.startsWith(parameter + "."))
                .max(Comparator.comparingInt(String::length));
    }

    private void requireCount(StructureSpec.Field field, String what, String name, Position position) {
        if (!Types.isCount(field.type())) {
            problems.add(
                    position,
                    what + " is " + Words.quote(name) + ", which is " + Words.quote(field.type())
                            + "; expected i8, i16, i32 or i64");
        }
    }

    /**
     * Notes a problem unless the name is that of an integer parameter.
     *
     * @param what how a message names the quantity
     */
    void requireInteger(String name, String what, Position position) {
        String type = types.get(name);
        if (type != null) {
            int bits = Types.integerBits(type).orElse(0);
            if (bits < 2 || bits > Long.SIZE) {
                problems.add(
                        position,
                        what + " is " + Words.quote(name) + ", which is " + Words.quote(type)
                                + "; expected an integer of 2 to 64 bits");
            }
        } else if (complete) {
            problems.add(position, "no " + noun + " is named " + Words.quote(name) + advice(name));
        }
    }

    private String advice(String name) {
        List<String> integers = Stream.concat(
                        types.entrySet().stream()
                                .filter(parameter ->
                                        Types.integerBits(parameter.getValue()).isPresent())
                                .map(Map.Entry::getKey),
                        constants.names().stream())
                .toList();
        String suggestion = Words.suggestion(name, integers);
        if (!suggestion.isEmpty()) {
            return suggestion;
        }
        if (!integers.isEmpty()) {
            return "; expected " + Words.either(integers);
        }
        return noun.equals("parameter") ? "; this offload has no integer parameter" : "";
    }
}
