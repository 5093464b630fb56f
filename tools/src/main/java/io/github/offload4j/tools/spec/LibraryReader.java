package io.github.offload4j.tools.spec;

import io.github.offload4j.codegen.blas.BlasFunction;
import io.github.offload4j.codegen.blas.BlasLibrary;
import io.github.offload4j.codegen.blas.BlasParameter;
import io.github.offload4j.codegen.blas.BlasParameter.Layout;
import io.github.offload4j.codegen.blas.BlasParameter.Matrix;
import io.github.offload4j.codegen.blas.BlasParameter.Operation;
import io.github.offload4j.codegen.blas.BlasParameter.Vector;
import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.tools.diagnostic.Position;
import io.github.offload4j.tools.diagnostic.Problems;
import io.github.offload4j.tools.diagnostic.Words;
import io.github.offload4j.tools.spec.ParameterSpec.Mapped;
import io.github.offload4j.tools.spec.ParameterSpec.Mapping;
import io.github.offload4j.tools.spec.ParameterSpec.Passed;
import io.github.offload4j.tools.spec.ParameterSpec.Scalar;
import io.github.offload4j.tools.spec.ParameterSpec.Side;
import io.github.offload4j.tools.yaml.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Reads what an offload says about a routine of the catalogue: which one, and which of its arguments never change. */
final class LibraryReader {
    /** Names for the numbers of {@link BlasLibrary#operations()}. */
    static final List<String> OPERATIONS = List.of("none", "transpose", "conjugate");

    /** Names for CBLAS's layouts, and their numbers. */
    static final Map<String, Long> LAYOUTS = layouts();

    private static Map<String, Long> layouts() {
        Map<String, Long> layouts = new LinkedHashMap<>();
        layouts.put("rows", 101L);
        layouts.put("columns", 102L);
        return layouts;
    }

    private final Problems problems;
    private final Values values;

    LibraryReader(Problems problems, Values values) {
        this.problems = problems;
        this.values = values;
    }

    /** Returns the routine that a library and a callee name. */
    Optional<Located<BlasFunction>> function(Node library, Optional<Node> callee) {
        Optional<BlasLibrary> known = values.choice(library, "'library'", BlasLibrary.class);
        Optional<String> name = callee.flatMap(node -> values.text(node, "'callee'"));
        if (known.isEmpty() || name.isEmpty()) {
            return Optional.empty();
        }
        Position position = callee.orElseThrow().position();
        Optional<BlasFunction> function = BlasFunction.find(known.get(), name.get());
        if (function.isEmpty()) {
            List<String> names = BlasFunction.all(known.get()).stream()
                    .map(BlasFunction::name)
                    .toList();
            String suggestion = Words.suggestion(name.get(), names);
            problems.add(
                    position,
                    "the catalogue of " + known.get() + " has no " + Words.quote(name.get())
                            + (suggestion.isEmpty() ? "; it has " + String.join(", ", names) : suggestion));
        }
        return function.map(f -> new Located<>(f, position));
    }

    /** Returns the arguments that never change, by the parameter's name. */
    Optional<Map<String, Long>> constants(Optional<Node> node, BlasFunction function) {
        if (node.isEmpty()) {
            return Optional.of(Map.of());
        }
        Optional<Node.Mapping> mapping =
                values.mapping(node.get(), "'constants'", "a mapping of parameters to numbers");
        if (mapping.isEmpty()) {
            return Optional.empty();
        }
        List<String> names =
                integers(function).stream().map(BlasParameter::name).toList();
        Fields fields = new Fields(mapping.get(), "'" + function.name() + "'", names, problems);
        Map<String, Long> constants = new LinkedHashMap<>();
        Map<String, Position> positions = new HashMap<>();
        boolean right = fields.size() == mapping.get().entries().size();
        for (BlasParameter parameter : integers(function)) {
            Optional<Node> value = fields.get(parameter.name());
            if (value.isPresent()) {
                Optional<Long> constant = constant(value.get(), parameter, function);
                constant.ifPresent(c -> constants.put(parameter.name(), c));
                positions.put(parameter.name(), value.get().position());
                right &= constant.isPresent();
            }
        }
        Map<String, String> wrong = function.problems(constants);
        wrong.forEach((name, problem) -> problems.add(positions.getOrDefault(name, fields.position()), problem));
        return right && wrong.isEmpty() ? Optional.of(constants) : Optional.empty();
    }

    private static List<BlasParameter> integers(BlasFunction function) {
        return function.parameters().stream()
                .filter(parameter -> function.type(parameter).equals(Types.STATUS))
                .toList();
    }

    private Optional<Long> constant(Node node, BlasParameter parameter, BlasFunction function) {
        Map<String, Long> words = new LinkedHashMap<>();
        if (parameter instanceof Layout) {
            words.putAll(LAYOUTS);
        } else if (parameter instanceof Operation) {
            for (int i = 0; i < OPERATIONS.size(); i++) {
                words.put(OPERATIONS.get(i), (long)
                        function.library().operations().get(i));
            }
        }
        if (node instanceof Node.Scalar scalar && words.containsKey(scalar.text())) {
            return Optional.of(words.get(scalar.text()));
        }
        OptionalLong number = Values.integer(node);
        if (number.isPresent() && number.getAsLong() == (int) number.getAsLong()) {
            return Optional.of(number.getAsLong());
        }
        String written = node instanceof Node.Scalar scalar ? scalar.text() : "";
        List<String> choices = new ArrayList<>(words.keySet());
        choices.add("an integer of 32 bits");
        return values.wrong(
                node, "'" + parameter.name() + "'", Words.either(choices), Words.suggestion(written, words.keySet()));
    }

    /**
     * Returns the parameters of the function to define: those of the routine without the constant ones, then the device.
     *
     * @param device the name of a parameter for the device, when there is one
     */
    static List<ParameterSpec> parameters(
            Located<BlasFunction> function, Set<String> constants, Optional<String> device) {
        List<ParameterSpec> parameters = new ArrayList<>();
        for (BlasParameter parameter : function.value().parameters()) {
            if (!constants.contains(parameter.name())) {
                parameters.add(parameter(parameter, function));
            }
        }
        device.ifPresent(name -> parameters.add(new Scalar(
                new Located<>(name, function.position()), new Located<>(Types.STATUS, function.position()))));
        return parameters;
    }

    private static ParameterSpec parameter(BlasParameter parameter, Located<BlasFunction> function) {
        Located<String> name = new Located<>(parameter.name(), function.position());
        if (parameter instanceof Matrix matrix) {
            return mapped(name, matrix.access(), function);
        }
        if (parameter instanceof Vector vector) {
            return mapped(name, vector.access(), function);
        }
        String type = function.value().type(parameter);
        return type.equals(Types.POINTER)
                ? new Passed(name, Side.HOST)
                : new Scalar(name, new Located<>(type, function.position()));
    }

    private static ParameterSpec mapped(Located<String> name, Access access, Located<BlasFunction> function) {
        String element = function.value().precision().type();
        return new Mapped(
                name,
                new Mapping(access, Set.of()),
                new ExtentSpec.OfRoutine(new Located<>(element, function.position())));
    }
}
