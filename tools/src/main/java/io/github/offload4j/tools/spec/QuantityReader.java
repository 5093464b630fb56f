package io.github.offload4j.tools.spec;

import io.github.offload4j.tools.diagnostic.Position;
import io.github.offload4j.tools.diagnostic.Problems;
import io.github.offload4j.tools.yaml.Node;
import io.github.offload4j.tools.yaml.Node.Kind;
import io.github.offload4j.tools.yaml.Node.Scalar;
import io.github.offload4j.tools.yaml.Node.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Reads counts, sizes and device numbers. */
final class QuantityReader {
    private static final int MOST_DIMENSIONS = 3;
    private static final Pattern NAME = Pattern.compile(ParameterReader.NAME);

    private final Values values;
    private final Problems problems;
    private final Scope scope;

    QuantityReader(Values values, Problems problems, Scope scope) {
        this.values = values;
        this.problems = problems;
        this.scope = scope;
    }

    /** Returns a reader for the counts of pointers in a structure, if that has names for its fields. */
    QuantityReader inside(Optional<StructureSpec> structure) {
        return new QuantityReader(values, problems, scope.inside(structure));
    }

    /** Reads a number: an integer within bounds, or an expression, whose value the program may have to compute. */
    Optional<Located<SpecNumber>> number(Node node, String what, long least, long most) {
        OptionalLong constant = Values.integer(node);
        if (constant.isPresent()) {
            return constant(node, constant.getAsLong(), what, least, most);
        }
        if (!(node instanceof Scalar scalar) || scalar.kind() != Kind.TEXT) {
            return values.wrong(node, what, "an integer or an expression of integer parameters", "");
        }
        return expression(scalar, what)
                .flatMap(quantity -> quantity instanceof SpecNumber.Constant known
                        ? constant(node, known.value(), what, least, most)
                        : Optional.of(new Located<>(quantity, node.position())));
    }

    /** Reads an integer within bounds or a name, which no expression can be made of. */
    Optional<Located<SpecNumber>> plain(Node node, String what, long least, long most) {
        OptionalLong constant = Values.integer(node);
        if (constant.isPresent()) {
            return constant(node, constant.getAsLong(), what, least, most);
        }
        if (!(node instanceof Scalar scalar)
                || scalar.kind() != Kind.TEXT
                || !NAME.matcher(scalar.text()).matches()) {
            return values.wrong(node, what, "an integer or the name of an integer parameter", "");
        }
        OptionalLong named = scope.constant(scalar.text());
        if (named.isPresent()) {
            return constant(node, named.getAsLong(), what, least, most);
        }
        scope.requireInteger(scalar.text(), what, scalar.position());
        return Optional.of(new Located<>(new SpecNumber.Named(scalar.text()), scalar.position()));
    }

    /** Reads one to three sizes; one alone needs no list. */
    Optional<Located<List<Located<SpecNumber>>>> sizes(Node node, String what) {
        List<Node> elements = node instanceof Sequence list ? list.elements() : List.of(node);
        if (elements.isEmpty() || elements.size() > MOST_DIMENSIONS) {
            problems.add(node.position(), what + " has " + elements.size() + " sizes; expected 1 to 3");
            return Optional.empty();
        }
        List<Optional<Located<SpecNumber>>> sizes = new ArrayList<>();
        for (Node element : elements) {
            sizes.add(size(element, elements.size() == 1 ? what : "a size of " + what));
        }
        return sizes.stream().allMatch(Optional::isPresent)
                ? Optional.of(
                        new Located<>(sizes.stream().map(Optional::orElseThrow).toList(), node.position()))
                : Optional.empty();
    }

    private Optional<Located<SpecNumber>> size(Node node, String what) {
        if (node instanceof Scalar scalar
                && scalar.kind() == Kind.TEXT
                && scalar.text().indexOf('(') > scalar.text().lastIndexOf(')')) {
            problems.add(
                    node.position(),
                    what + " is cut at the comma, which ends an element of a list; put it in quotes:"
                            + " \"ceildiv(n, 256)\"");
            return Optional.empty();
        }
        return number(node, what, 1, Integer.MAX_VALUE);
    }

    private Optional<SpecNumber> expression(Scalar scalar, String what) {
        return ExpressionReader.read(scalar.text(), new ExpressionReader.Visitor() {
            @Override
            public SpecNumber name(String name, int at) {
                return scope.resolve(name, what, place(scalar, at));
            }

            @Override
            public void problem(String message, int at) {
                problems.add(place(scalar, at), what + " " + message);
            }
        });
    }

    /** A place inside of a scalar that stands on one line; else where it begins. */
    private Position place(Scalar scalar, int at) {
        Position begin = scalar.position();
        String line = problems.source().line(begin.line()).orElse("");
        int column = line.offsetByCodePoints(0, Math.min(begin.column() - 1, line.codePointCount(0, line.length())));
        for (int quotes = 0; quotes < 2; quotes++) {
            if (line.startsWith(scalar.text(), column + quotes)) {
                int inside = scalar.text().codePointCount(0, at);
                return new Position(begin.line(), begin.column() + quotes + inside);
            }
        }
        return begin;
    }

    private Optional<Located<SpecNumber>> constant(Node node, long value, String what, long least, long most) {
        if (value < least || value > most) {
            problems.add(node.position(), what + " is " + value + "; expected " + least + " to " + most);
            return Optional.empty();
        }
        return Optional.of(new Located<>(new SpecNumber.Constant(value), node.position()));
    }
}
