package io.github.offload4j.tools.spec;

import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.MapModifier;
import io.github.offload4j.tools.diagnostic.Position;
import io.github.offload4j.tools.diagnostic.Problems;
import io.github.offload4j.tools.diagnostic.Words;
import io.github.offload4j.tools.spec.ParameterSpec.Mapping;
import io.github.offload4j.tools.spec.ParameterSpec.Side;
import io.github.offload4j.tools.yaml.Node;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads one parameter. */
final class ParameterReader {
    static final String NAME = "[A-Za-z_$][A-Za-z0-9_$.]*";

    private static final Pattern NAME_PATTERN = Pattern.compile(NAME);
    private static final List<String> OF_MAPPING =
            List.of(Key.MAP, Key.MODIFIERS, Key.ELEMENT, Key.COUNT, Key.SECTION, Key.POINTEE, Key.FIELDS, Key.MEMBERS);

    private final Problems problems;
    private final Values values;
    private final QuantityReader quantities;
    private final Optional<Boolean> host;
    private final MapChoices choices;
    private final MemberReader members;

    /**
     * Creates a reader for the parameters of one offload.
     *
     * @param host whether the callee is a host function; nothing when the spec is wrong about it
     * @param choices the ways of mapping
     */
    ParameterReader(
            Problems problems, Values values, QuantityReader quantities, Optional<Boolean> host, MapChoices choices) {
        this.problems = problems;
        this.values = values;
        this.quantities = quantities;
        this.host = host;
        this.choices = choices;
        this.members = new MemberReader(problems, values, quantities, this);
    }

    Optional<ParameterSpec> read(Node node) {
        return values.mapping(node, "a parameter", "a mapping with the keys 'name' and 'type'")
                .map(mapping -> new Fields(mapping, "a parameter", Key.OF_PARAMETER, problems))
                .flatMap(this::read);
    }

    private Optional<ParameterSpec> read(Fields fields) {
        Optional<Located<String>> name = fields.require(Key.NAME, "").flatMap(this::name);
        Optional<Located<String>> type = fields.require(Key.TYPE, "").flatMap(this::text);
        if (type.isEmpty()) {
            return Optional.empty();
        }
        // with a stand-in for a wrong name, what else is wrong is found too
        Located<String> known = name.orElse(new Located<>("", fields.position()));
        Optional<? extends ParameterSpec> parameter = switch (type.get().value()) {
            case Types.POINTER -> pointer(known, type.get(), fields);
            case Types.SLICE -> slice(known, fields);
            default -> scalar(known, type.get(), fields);
        };
        return name.isPresent() ? parameter.map(p -> p) : Optional.empty();
    }

    private Optional<Located<String>> text(Node node) {
        return values.text(node, "'type'").map(text -> new Located<>(text, node.position()));
    }

    private Optional<Located<String>> name(Node node) {
        Optional<String> name = values.text(node, "'name'");
        if (name.isPresent() && !NAME_PATTERN.matcher(name.get()).matches()) {
            problems.add(
                    node.position(),
                    Words.quote(name.get())
                            + " is not a parameter's name; use letters, digits, '_', '$' and '.', and a letter, '_'"
                            + " or '$' first");
            return Optional.empty();
        }
        return name.map(text -> new Located<>(text, node.position()));
    }

    private Optional<? extends ParameterSpec> scalar(Located<String> name, Located<String> type, Fields fields) {
        fields.refuse(OF_MAPPING, "belongs to pointers and slices, and this parameter is " + Words.quote(type.value()));
        boolean withheld =
                fields.get(Key.PASS).flatMap(node -> passOf(node, type)).isPresent();
        String text = type.value();
        if (Types.isScalar(text, withheld || host.orElse(true))) {
            return withheld
                    ? Optional.of(new ParameterSpec.Withheld(name, type))
                    : Optional.of(new ParameterSpec.Scalar(name, type));
        }
        problems.add(type.position(), wrongScalar(text));
        return Optional.empty();
    }

    /** The only thing to say about a scalar is that the callee does not get it. */
    private Optional<Side> passOf(Node node, Located<String> type) {
        Optional<Side> side = values.choice(node, "'pass'", Side.class);
        if (side.isPresent() && side.get() != Side.NONE) {
            problems.add(
                    node.position(),
                    "'pass: " + side.get().name().toLowerCase(Locale.ROOT)
                            + "' belongs to pointers, and this parameter is " + Words.quote(type.value())
                            + "; leave it out, or write 'pass: none'");
        }
        return side.filter(where -> where == Side.NONE);
    }

    private static String wrongScalar(String type) {
        if (Types.isScalarForHostOnly(type)) {
            return "no device has " + type + " by value; map it through a pointer";
        }
        int bits = Types.integerBits(type).orElse(0);
        if (bits > 0) {
            return "integer type " + type + " is too wide; expected at most " + Types.WIDEST + " bits";
        }
        return unknownType(type, Types.common());
    }

    /** Says that a type is none of those that a parameter or a result can have. */
    static String unknownType(String type, List<String> choices) {
        String translated = Types.translate(type);
        String suggestion =
                translated.equals(type) ? Words.suggestion(type, choices) : "; LLVM calls it '" + translated + "'";
        return "unknown type " + Words.quote(type)
                + (suggestion.isEmpty() ? "; expected " + Words.either(choices) : suggestion);
    }

    private Optional<? extends ParameterSpec> pointer(Located<String> name, Located<String> type, Fields fields) {
        if (fields.has(Key.PASS)) {
            Optional<Side> side = fields.get(Key.PASS).flatMap(this::side);
            if (side.isPresent() && side.get() == Side.VALUE) {
                return copied(name, fields);
            }
            fields.refuse(OF_MAPPING, "does not go with 'pass': a pointer is either mapped or passed");
            return side.map(where -> where == Side.NONE
                    ? new ParameterSpec.Withheld(name, type)
                    : new ParameterSpec.Passed(name, where));
        }
        if (!fields.has(Key.MAP)) {
            String pass = host.orElse(true) ? "'pass: host' or 'pass: device'" : "'pass: device'";
            problems.add(
                    fields.position(),
                    "this pointer is neither mapped nor passed; add 'map' and what it points to, or " + pass);
            return Optional.empty();
        }
        Optional<Mapping> mapping = mapping(fields);
        Optional<? extends ExtentSpec> extent = extent(fields, Optional.empty());
        Optional<List<MemberSpec>> inside = members.read(fields);
        return mapping.isPresent() && extent.isPresent() && inside.isPresent()
                ? Optional.of(new ParameterSpec.Mapped(name, mapping.get(), extent.get(), inside.get()))
                : Optional.empty();
    }

    private Optional<ParameterSpec.Copied> copied(Located<String> name, Fields fields) {
        fields.refuse(
                List.of(Key.MAP, Key.MODIFIERS, Key.ELEMENT, Key.COUNT, Key.SECTION, Key.FIELDS, Key.MEMBERS),
                "does not go with 'pass: value', which maps nothing");
        return fields.require(Key.POINTEE, "; it says what is passed by value")
                .flatMap(node -> type(node, Key.POINTEE))
                .map(type -> new ParameterSpec.Copied(name, type));
    }

    private Optional<Side> side(Node node) {
        Optional<Side> side = values.choice(node, "'pass'", Side.class);
        if (side.isPresent() && side.get() == Side.HOST && !host.orElse(true)) {
            problems.add(node.position(), "a kernel cannot follow a host pointer; map it, or pass a device pointer");
        }
        if (side.isPresent() && side.get() == Side.VALUE && host.orElse(false)) {
            problems.add(node.position(), "a host function gets the address of a structure; write 'pass: host'");
        }
        return side;
    }

    /**
     * Reads how much is mapped.
     *
     * @param inStructure for a pointer in a structure, which its count may stand in: what reads its numbers
     */
    Optional<? extends ExtentSpec> extent(Fields fields, Optional<QuantityReader> inStructure) {
        if (fields.has(Key.POINTEE) && fields.has(Key.MEMBERS) && fields.has(Key.COUNT)) {
            fields.refuse(List.of(Key.ELEMENT), "does not go with 'pointee', which is one of so many structures here");
            return fields.get(Key.POINTEE)
                    .flatMap(node -> type(node, Key.POINTEE))
                    .flatMap(structure -> counted(structure, fields, inStructure));
        }
        if (fields.has(Key.POINTEE)) {
            fields.refuse(
                    List.of(Key.ELEMENT, Key.COUNT, Key.SECTION),
                    "does not go with 'pointee', which says the whole extent already");
            return fields.get(Key.POINTEE)
                    .flatMap(node -> type(node, Key.POINTEE))
                    .map(ExtentSpec.Pointee::new);
        }
        if (fields.has(Key.SECTION)) {
            fields.refuse(List.of(Key.COUNT), "does not go with 'section', which says the whole extent already");
            Optional<Located<String>> element = fields.require(Key.ELEMENT, "; the section alone says no size in bytes")
                    .flatMap(node -> type(node, Key.ELEMENT));
            Optional<List<ExtentSpec.Range>> ranges = fields.get(Key.SECTION)
                    .flatMap(new SectionReader(problems, values, inStructure.orElse(quantities))::read);
            return element.isPresent() && ranges.isPresent()
                    ? Optional.of(new ExtentSpec.Section(element.get(), ranges.get()))
                    : Optional.empty();
        }
        if (!fields.has(Key.ELEMENT) && !fields.has(Key.COUNT)) {
            problems.add(
                    fields.position(),
                    "this pointer does not say how much is mapped; add 'pointee', or 'element' and 'count'");
            return Optional.empty();
        }
        Optional<Located<String>> element = fields.require(Key.ELEMENT, "; the count alone says no size in bytes")
                .flatMap(node -> type(node, Key.ELEMENT));
        // with a stand-in for a wrong element, what else is wrong is found too
        Optional<? extends ExtentSpec> extent =
                counted(element.orElse(new Located<>("", fields.position())), fields, inStructure);
        return element.isPresent() ? extent : Optional.empty();
    }

    private Optional<? extends ExtentSpec> counted(
            Located<String> element, Fields fields, Optional<QuantityReader> inStructure) {
        Optional<Node> count = fields.require(Key.COUNT, "; the element alone says no size in bytes");
        if (inStructure.isPresent() && count.orElse(null) instanceof Node.Mapping field) {
            return members.count(field, element);
        }
        return count.flatMap(node -> inStructure.orElse(quantities).number(node, "'count'", 0, Long.MAX_VALUE))
                .map(number -> new ExtentSpec.Elements(element, number));
    }

    private Optional<ParameterSpec.Slice> slice(Located<String> name, Fields fields) {
        fields.refuse(
                List.of(Key.COUNT, Key.SECTION, Key.POINTEE, Key.FIELDS, Key.MEMBERS),
                "does not go with a slice, which carries its own length");
        fields.refuse(List.of(Key.PASS), "does not go with a slice, which is always mapped");
        fields.require(Key.MAP, "; a slice is always mapped");
        Optional<Mapping> mapping = mapping(fields);
        Optional<Located<String>> element = fields.require(Key.ELEMENT, "; a slice says the type of its elements")
                .flatMap(node -> type(node, Key.ELEMENT));
        return mapping.isPresent() && element.isPresent()
                ? Optional.of(new ParameterSpec.Slice(name, mapping.get(), element.get()))
                : Optional.empty();
    }

    /** Reads the type of something in memory. */
    Optional<Located<String>> type(Node node, String key) {
        return values.text(node, "'" + key + "'").map(text -> new Located<>(text, node.position()));
    }

    /** Reads in which direction something is mapped, and with which modifiers. */
    Optional<Mapping> mapping(Fields fields) {
        Optional<Access> access = fields.get(Key.MAP).flatMap(node -> values.choice(node, "'map'", choices.accesses()));
        Optional<Set<MapModifier>> modifiers =
                fields.get(Key.MODIFIERS).map(node -> modifiers(node, access)).orElse(Optional.of(Set.of()));
        return access.isPresent() && modifiers.isPresent()
                ? Optional.of(new Mapping(access.get(), modifiers.get()))
                : Optional.empty();
    }

    private Optional<Set<MapModifier>> modifiers(Node node, Optional<Access> access) {
        return values.list(
                        node,
                        "'modifiers'",
                        "a list of any of "
                                + String.join(", ", choices.modifiers().keySet()))
                .flatMap(list -> modifiers(list.elements(), access));
    }

    private Optional<Set<MapModifier>> modifiers(List<Node> nodes, Optional<Access> access) {
        Set<MapModifier> all = EnumSet.noneOf(MapModifier.class);
        boolean right = true;
        for (Node node : nodes) {
            Optional<MapModifier> modifier = values.choice(node, "a modifier", choices.modifiers());
            right &= modifier.isPresent() && add(modifier.get(), all, access, node.position());
        }
        return right ? Optional.of(all) : Optional.empty();
    }

    private boolean add(MapModifier modifier, Set<MapModifier> all, Optional<Access> access, Position position) {
        if (!all.add(modifier)) {
            problems.add(position, "duplicate modifier '" + modifier.name().toLowerCase(Locale.ROOT) + "'");
            return false;
        }
        Optional<String> idle = choices.accesses().entrySet().stream()
                .filter(choice -> access.filter(choice.getValue()::equals).isPresent())
                .filter(choice -> choice.getValue() == Access.ALLOC || choice.getValue() == Access.DELETE)
                .map(Map.Entry::getKey)
                .findFirst();
        if (modifier == MapModifier.ALWAYS && idle.isPresent()) {
            problems.add(position, "'always' needs a direction, and '" + idle.get() + "' copies nothing");
            return false;
        }
        return true;
    }
}
