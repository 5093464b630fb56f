package io.github.offload4j.tools.spec;

import io.github.offload4j.tools.diagnostic.Position;
import io.github.offload4j.tools.diagnostic.Problems;
import io.github.offload4j.tools.diagnostic.Words;
import io.github.offload4j.tools.yaml.Node;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/** The numbers that a spec gives names to, for the expressions of all its functions. */
final class Constants {
    private static final Pattern NAME = Pattern.compile(ParameterReader.NAME);

    private final Map<String, Located<Long>> values = new LinkedHashMap<>();

    Constants() {}

    /** Reads them: each may be computed from those above it. */
    void read(Node node, Values reader, Problems problems) {
        Optional<Node.Mapping> mapping = reader.mapping(node, "'constants'", "a mapping of names to numbers");
        if (mapping.isEmpty()) {
            return;
        }
        QuantityReader quantities = new QuantityReader(reader, problems, Scope.ofConstants(this, problems));
        for (Node.Entry entry : mapping.get().entries()) {
            if (!NAME.matcher(entry.key()).matches()) {
                problems.add(
                        entry.position(),
                        Words.quote(entry.key())
                                + " is not a constant's name; use letters, digits, '_', '$' and '.', and a letter, '_'"
                                + " or '$' first");
                continue;
            }
            String what = "constant '" + entry.key() + "'";
            Optional<Located<SpecNumber>> number =
                    quantities.number(entry.value(), what, Long.MIN_VALUE, Long.MAX_VALUE);
            Located<Long> first = values.get(entry.key());
            if (first != null) {
                problems.add(
                        entry.position(),
                        "duplicate constant '" + entry.key() + "'; the first is on line "
                                + first.position().line());
            } else {
                // with a stand-in for a wrong number, what else is wrong is found too
                long value = number.isPresent() && number.get().value() instanceof SpecNumber.Constant known
                        ? known.value()
                        : 1;
                values.put(entry.key(), new Located<>(value, entry.position()));
            }
        }
    }

    /** Returns the value of a name, if it is that of a constant. */
    OptionalLong value(String name) {
        Located<Long> constant = values.get(name);
        return constant == null ? OptionalLong.empty() : OptionalLong.of(constant.value());
    }

    /** Notes a problem where a parameter has the name of a constant. */
    void requireOther(String parameter, Position position, Problems problems) {
        Located<Long> constant = values.get(parameter);
        if (constant != null) {
            problems.add(
                    position,
                    "parameter '" + parameter + "' has the name of the constant on line "
                            + constant.position().line() + "; give one of them another name");
        }
    }

    Set<String> names() {
        return values.keySet();
    }
}
