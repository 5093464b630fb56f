package io.github.offload4j.tools.spec;

import io.github.offload4j.codegen.signature.DataAction;
import io.github.offload4j.tools.diagnostic.Problems;
import io.github.offload4j.tools.spec.OffloadSpec.Data;
import io.github.offload4j.tools.spec.OffloadSpec.Variable;
import io.github.offload4j.tools.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what is done to data without calling anything. */
final class DataReader {
    private static final String WAIT = "wait";

    private final Problems problems;
    private final Values values;
    private final OffloadReader offloads;
    private final Constants constants;

    DataReader(Problems problems, Values values, OffloadReader offloads, Constants constants) {
        this.problems = problems;
        this.values = values;
        this.offloads = offloads;
        this.constants = constants;
    }

    Optional<OffloadSpec> read(Node node) {
        return values.mapping(node, "an action", "a mapping with the keys 'name', 'action' and 'variables'")
                .map(mapping -> new Fields(mapping, "an action", Key.OF_DATA, problems))
                .flatMap(this::read);
    }

    private Optional<OffloadSpec> read(Fields fields) {
        Optional<Located<String>> name = offloads.name(fields);
        Optional<Node> what = fields.require(Key.ACTION, "");
        if (what.filter(DataReader::isWait).isPresent()) {
            fields.refuse(
                    List.of(Key.PARAMETERS, Key.VARIABLES, Key.DEVICE, Key.NOWAIT, Key.DEPENDS),
                    "is none of a wait's, which is for everything that was not waited for");
            return name.map(function -> waits(fields, function));
        }
        Optional<DataAction> action = what.flatMap(this::action);
        Optional<Node> list = fields.get(Key.PARAMETERS);
        Scope scope =
                list.isPresent() ? new Scope(list, constants, problems) : new Scope(Map.of(), constants, problems);
        QuantityReader quantities = new QuantityReader(values, problems, scope);
        MapChoices choices = MapChoices.of(action.orElse(DataAction.UPDATE));
        ParameterReader reader = new ParameterReader(problems, values, quantities, Optional.of(true), choices);
        if (action.isEmpty()) {
            return Optional.empty(); // the action says what the rest may be
        }
        if (action.get() != DataAction.UPDATE) {
            fields.refuse(
                    List.of(Key.VARIABLES),
                    "is for updates: a device has its variables as long as there is the program");
            fields.require(
                    Key.PARAMETERS, "; there is nothing else to " + action.get().noun());
        }
        Optional<List<ParameterSpec>> parameters =
                list.map(node -> offloads.parameters(node, reader)).orElse(Optional.of(List.of()));
        Optional<List<Variable>> variables =
                fields.get(Key.VARIABLES).map(node -> variables(node, reader)).orElse(Optional.of(List.of()));
        Optional<Located<SpecNumber>> device = offloads.device(fields, quantities);
        if (name.isEmpty() || parameters.isEmpty() || variables.isEmpty() || device.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new OffloadSpec(
                fields.position(),
                name.get(),
                name.get(),
                parameters.get(),
                device.get(),
                new Data(action.get(), variables.get()),
                new OrderReader(problems, values).read(fields, parameters.get())));
    }

    private static boolean isWait(Node node) {
        return node instanceof Node.Scalar scalar && scalar.text().equals(WAIT);
    }

    private static OffloadSpec waits(Fields fields, Located<String> name) {
        Located<SpecNumber> device = new Located<>(new SpecNumber.Constant(-1), fields.position());
        return new OffloadSpec(fields.position(), name, name, List.of(), device, new OffloadSpec.Wait());
    }

    private Optional<DataAction> action(Node node) {
        return values.choice(node, "'action'", DataAction.class);
    }

    private Optional<List<Variable>> variables(Node node, ParameterReader reader) {
        return values.list(node, "'variables'", "a list of variables").flatMap(list -> {
            List<Variable> variables = new ArrayList<>();
            for (Node element : list.elements()) {
                values.mapping(element, "a variable", "a mapping with the keys 'name' and 'map'")
                        .map(mapping -> new Fields(mapping, "a variable", Key.OF_VARIABLE, problems))
                        .flatMap(fields -> variable(fields, reader))
                        .ifPresent(variables::add);
            }
            return variables.size() == list.elements().size() ? Optional.of(variables) : Optional.empty();
        });
    }

    private Optional<Variable> variable(Fields fields, ParameterReader reader) {
        Optional<Located<String>> name = fields.require(Key.NAME, "").flatMap(node -> offloads.symbol(node, Key.NAME));
        fields.require(Key.MAP, ", the direction of the copy");
        Optional<ParameterSpec.Mapping> mapping = reader.mapping(fields);
        Optional<ExtentSpec.Pointee> pointee = fields.get(Key.POINTEE)
                .flatMap(node -> reader.type(node, Key.POINTEE))
                .map(ExtentSpec.Pointee::new);
        boolean right = name.isPresent() && mapping.isPresent() && pointee.isPresent() == fields.has(Key.POINTEE);
        return right ? Optional.of(new Variable(name.get(), mapping.get(), pointee)) : Optional.empty();
    }
}
