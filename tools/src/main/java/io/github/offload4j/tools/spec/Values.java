package io.github.offload4j.tools.spec;

import io.github.offload4j.tools.diagnostic.Problems;
import io.github.offload4j.tools.diagnostic.Words;
import io.github.offload4j.tools.yaml.Node;
import io.github.offload4j.tools.yaml.Node.Kind;
import io.github.offload4j.tools.yaml.Node.Mapping;
import io.github.offload4j.tools.yaml.Node.Scalar;
import io.github.offload4j.tools.yaml.Node.Sequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Turns nodes into values of the type that is wanted; notes a problem and returns nothing where that cannot be done. */
final class Values {
    /** Plain decimal: YAML's other notations are too easily read as something else. */
    private static final Pattern DECIMAL = Pattern.compile("0|-?[1-9][0-9]*");

    private final Problems problems;

    Values(Problems problems) {
        this.problems = problems;
    }

    Optional<String> text(Node node, String what) {
        if (node instanceof Scalar scalar && scalar.kind() == Kind.TEXT) {
            return Optional.of(scalar.text());
        }
        boolean quotable = node instanceof Scalar scalar && scalar.kind() != Kind.NOTHING;
        return wrong(node, what, "a text", quotable ? "; put it in quotes if it is meant" : "");
    }

    Optional<Boolean> truth(Node node, String what) {
        return node instanceof Scalar scalar && scalar.kind() == Kind.TRUTH
                ? Optional.of(scalar.text().equalsIgnoreCase("true"))
                : wrong(node, what, "true or false", "");
    }

    Optional<Sequence> list(Node node, String what, String expected) {
        return node instanceof Sequence list ? Optional.of(list) : wrong(node, what, expected, "");
    }

    Optional<Mapping> mapping(Node node, String what, String expected) {
        return node instanceof Mapping mapping ? Optional.of(mapping) : wrong(node, what, expected, "");
    }

    /** Returns one of an enum's constants by its name in lower case. */
    <E extends Enum<E>> Optional<E> choice(Node node, String what, Class<E> type) {
        return choice(node, what, choices(type));
    }

    /** Returns one of some values by its name. */
    <E> Optional<E> choice(Node node, String what, Map<String, E> choices) {
        if (node instanceof Scalar scalar && choices.containsKey(scalar.text())) {
            return Optional.of(choices.get(scalar.text()));
        }
        String written = node instanceof Scalar scalar ? scalar.text() : "";
        return wrong(
                node, what, Words.either(List.copyOf(choices.keySet())), Words.suggestion(written, choices.keySet()));
    }

    static <E extends Enum<E>> Map<String, E> choices(Class<E> type) {
        Map<String, E> choices = new LinkedHashMap<>();
        for (E constant : type.getEnumConstants()) {
            choices.put(constant.name().toLowerCase(Locale.ROOT), constant);
        }
        return choices;
    }

    /** Returns the value of a whole number in plain decimal notation, or nothing, without noting it. */
    static OptionalLong integer(Node node) {
        if (!(node instanceof Scalar scalar) || scalar.kind() != Kind.INTEGER) {
            return OptionalLong.empty();
        }
        if (!DECIMAL.matcher(scalar.text()).matches()) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(scalar.text()));
        } catch (NumberFormatException moreThan64Bits) {
            return OptionalLong.empty();
        }
    }

    <T> Optional<T> wrong(Node node, String what, String expected, String advice) {
        problems.add(node.position(), what + " is " + node.describe() + "; expected " + expected + advice);
        return Optional.empty();
    }
}
