package io.github.offload4j.tools.spec;

import io.github.offload4j.tools.diagnostic.InputException;
import io.github.offload4j.tools.diagnostic.Position;
import io.github.offload4j.tools.diagnostic.Problems;
import io.github.offload4j.tools.diagnostic.SourceText;
import io.github.offload4j.tools.yaml.Node;
import io.github.offload4j.tools.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads specs. */
public final class SpecReader {
    /** How many bytes a spec has at most; one of this size describes thousands of functions. */
    public static final int LARGEST = 1 << 20;

    private final Problems problems;
    private final Values values;
    private final SymbolRules rules;
    private final Constants constants = new Constants();
    private final OffloadReader offloads;
    private final DataReader data;

    private SpecReader(SourceText source) {
        this.problems = new Problems(source);
        this.values = new Values(problems);
        this.rules = new SymbolRules(problems);
        this.offloads = new OffloadReader(problems, rules, constants);
        this.data = new DataReader(problems, values, offloads, constants);
    }

    /**
     * Reads a spec.
     *
     * @throws InputException with every problem that could be found
     */
    public static Spec read(SourceText source) {
        Optional<Node> root = YamlReader.read(source);
        SpecReader reader = new SpecReader(source);
        List<OffloadSpec> offloads = reader.document(root);
        reader.problems.throwIfAny();
        return new Spec(source, offloads);
    }

    private List<OffloadSpec> document(Optional<Node> root) {
        if (root.isEmpty()) {
            problems.add(Position.START, "the spec is empty; expected a mapping with the key 'offloads'");
            return List.of();
        }
        List<OffloadSpec> read = new ArrayList<>();
        values.mapping(root.get(), "the spec", "a mapping with the key 'offloads'")
                .map(mapping -> new Fields(mapping, "a spec", Key.OF_SPEC, problems))
                .ifPresent(fields -> {
                    fields.get(Key.CONSTANTS).ifPresent(node -> constants.read(node, values, problems));
                    Optional<Node> updates = fields.get(Key.DATA);
                    Optional<Node> calls =
                            updates.isPresent() ? fields.get(Key.OFFLOADS) : fields.require(Key.OFFLOADS, "");
                    calls.ifPresent(node -> list(node, Key.OFFLOADS, "offload")
                            .forEach(n -> offloads.read(n).ifPresent(read::add)));
                    updates.ifPresent(node -> list(node, Key.DATA, "action")
                            .forEach(n -> data.read(n).ifPresent(read::add)));
                });
        rules.check(read);
        return read;
    }

    private List<Node> list(Node node, String key, String what) {
        List<Node> elements = values.list(node, "'" + key + "'", "a list of " + what + "s")
                .map(Node.Sequence::elements)
                .orElse(List.of());
        if (node instanceof Node.Sequence && elements.isEmpty()) {
            problems.add(node.position(), "'" + key + "' is an empty list; give at least one " + what);
        }
        return elements;
    }
}
