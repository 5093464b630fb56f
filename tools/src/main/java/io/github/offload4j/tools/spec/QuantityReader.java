package io.github.offload4j.tools.spec;

import io.github.offload4j.tools.diagnostic.Problems;
import io.github.offload4j.tools.diagnostic.Words;
import io.github.offload4j.tools.yaml.Node;
import io.github.offload4j.tools.yaml.Node.Kind;
import io.github.offload4j.tools.yaml.Node.Scalar;
import io.github.offload4j.tools.yaml.Node.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads counts, sizes and device numbers. */
final class QuantityReader {
    private static final int MOST_DIMENSIONS = 3;
    private static final Pattern NAME = Pattern.compile(ParameterReader.NAME);
    private static final Pattern CEILDIV =
            Pattern.compile("ceildiv\\( *(" + ParameterReader.NAME + ") *, *([1-9][0-9]*) *\\)");

    private final Values values;
    private final Problems problems;
    private final Scope scope;

    QuantityReader(Values values, Problems problems, Scope scope) {
        this.values = values;
        this.problems = problems;
        this.scope = scope;
    }

    /** Reads an integer within bounds or the name of an integer parameter. */
    Optional<Located<Quantity>> plain(Node node, String what, long least, long most) {
        String expected = "an integer or the name of an integer parameter";
        OptionalLong constant = Values.integer(node);
        if (constant.isPresent()) {
            return constant(node, constant.getAsLong(), what, least, most);
        }
        if (!(node instanceof Scalar scalar) || scalar.kind() != Kind.TEXT || !isName(scalar.text())) {
            return values.wrong(node, what, expected, "");
        }
        return named(scalar, what);
    }

    /** Reads one to three sizes; one alone needs no list. */
    Optional<Located<List<Located<Quantity>>>> sizes(Node node, String what) {
        List<Node> elements = node instanceof Sequence list ? list.elements() : List.of(node);
        if (elements.isEmpty() || elements.size() > MOST_DIMENSIONS) {
            problems.add(node.position(), what + " has " + elements.size() + " sizes; expected 1 to 3");
            return Optional.empty();
        }
        List<Optional<Located<Quantity>>> sizes = new ArrayList<>();
        for (Node element : elements) {
            sizes.add(size(element, elements.size() == 1 ? what : "a size of " + what));
        }
        return sizes.stream().allMatch(Optional::isPresent)
                ? Optional.of(
                        new Located<>(sizes.stream().map(Optional::orElseThrow).toList(), node.position()))
                : Optional.empty();
    }

    private Optional<Located<Quantity>> size(Node node, String what) {
        OptionalLong constant = Values.integer(node);
        if (constant.isPresent()) {
            return constant(node, constant.getAsLong(), what, 1, Integer.MAX_VALUE);
        }
        if (node instanceof Scalar scalar && scalar.kind() == Kind.TEXT) {
            Matcher ceildiv = CEILDIV.matcher(scalar.text());
            if (ceildiv.matches()) {
                return ceildiv(scalar, ceildiv.group(1), ceildiv.group(2), what);
            }
            if (isName(scalar.text())) {
                return named(scalar, what);
            }
            if (scalar.text().startsWith("ceildiv(") && !scalar.text().endsWith(")")) {
                problems.add(
                        node.position(),
                        what + " is cut at the comma, which ends an element of a list; put it in quotes:"
                                + " \"ceildiv(parameter, integer)\"");
                return Optional.empty();
            }
        }
        return values.wrong(
                node, what, "an integer, the name of an integer parameter, or ceildiv(parameter, integer)", "");
    }

    private Optional<Located<Quantity>> constant(Node node, long value, String what, long least, long most) {
        if (value < least || value > most) {
            problems.add(node.position(), what + " is " + value + "; expected " + least + " to " + most);
            return Optional.empty();
        }
        return Optional.of(new Located<>(new Quantity.Constant(value), node.position()));
    }

    private Optional<Located<Quantity>> named(Scalar name, String what) {
        scope.requireInteger(name.text(), what, name.position());
        return Optional.of(new Located<>(new Quantity.Named(name.text()), name.position()));
    }

    private Optional<Located<Quantity>> ceildiv(Scalar node, String parameter, String divisor, String what) {
        scope.requireInteger(parameter, what, node.position());
        try {
            long by = Long.parseLong(divisor);
            return Optional.of(new Located<>(new Quantity.CeilDiv(parameter, by), node.position()));
        } catch (NumberFormatException moreThan64Bits) {
            problems.add(
                    node.position(),
                    what + " is divided by " + Words.quote(divisor) + "; expected at most " + Long.MAX_VALUE);
            return Optional.empty();
        }
    }

    private static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }
}
