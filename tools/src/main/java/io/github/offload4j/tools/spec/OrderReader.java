package io.github.offload4j.tools.spec;

import io.github.offload4j.codegen.signature.Dependence;
import io.github.offload4j.tools.diagnostic.Problems;
import io.github.offload4j.tools.diagnostic.Words;
import io.github.offload4j.tools.spec.OffloadSpec.Depends;
import io.github.offload4j.tools.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads whether the program waits for an offload, and what orders it among those that it does not wait for. */
final class OrderReader {
    private final Problems problems;
    private final Values values;

    OrderReader(Problems problems, Values values) {
        this.problems = problems;
        this.values = values;
    }

    /**
     * Returns the dependences of what the program does not wait for; nothing where it waits.
     *
     * @param parameters of the function to define
     */
    Optional<List<Depends>> read(Fields fields, List<ParameterSpec> parameters) {
        boolean goesOn = fields.get(Key.NOWAIT)
                .flatMap(node -> values.truth(node, "'nowait'"))
                .orElse(false);
        if (!goesOn) {
            fields.refuse(List.of(Key.DEPENDS), "orders what the program does not wait for; add 'nowait: true'");
            return Optional.empty();
        }
        List<Depends> depends = new ArrayList<>();
        fields.get(Key.DEPENDS)
                .flatMap(node -> values.mapping(node, "'depends'", "a mapping with the keys 'in' and 'inout'"))
                .map(mapping -> new Fields(mapping, "'depends'", Key.OF_DEPENDS, problems))
                .ifPresent(kinds -> {
                    kinds.get(Key.IN).ifPresent(node -> read(node, Dependence.Kind.IN, parameters, depends));
                    kinds.get(Key.INOUT).ifPresent(node -> read(node, Dependence.Kind.INOUT, parameters, depends));
                });
        return Optional.of(List.copyOf(depends));
    }

    private void read(Node node, Dependence.Kind kind, List<ParameterSpec> parameters, List<Depends> depends) {
        List<String> pointers = parameters.stream()
                .flatMap(parameter -> parameter.llvmParameters().stream())
                .filter(parameter -> parameter.type().equals(Types.POINTER))
                .map(LlvmParameter::name)
                .toList();
        values.list(node, "what is depended on", "a list of parameters").ifPresent(list -> {
            for (Node element : list.elements()) {
                Optional<String> name = values.text(element, "what is depended on");
                if (name.isEmpty()) {
                    continue;
                }
                if (!pointers.contains(name.get())) {
                    problems.add(
                            element.position(),
                            Words.quote(name.get()) + " is no pointer among the parameters; name one"
                                    + Words.suggestion(name.get(), pointers));
                } else if (depends.stream().anyMatch(other -> other.parameter().equals(name.get()))) {
                    problems.add(element.position(), "'" + name.get() + "' is depended on twice; remove one");
                } else {
                    depends.add(new Depends(name.get(), kind));
                }
            }
        });
    }
}
