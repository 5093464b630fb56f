package io.github.offload4j.tools.spec;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.library.Library;
import io.github.offload4j.codegen.library.LibraryEnumeration;
import io.github.offload4j.codegen.library.LibraryFunction;
import io.github.offload4j.codegen.library.LibraryParameter;
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
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Reads what an offload says about a function of a library: which one, and which of its arguments never change. */
final class LibraryReader {
    /** What 'pointer-mode' can be, and whether factors and results are on the device then. */
    static final Map<String, Boolean> POINTER_MODES = pointerModes();

    /** What 'pass' can be: that arrays are on the device already. */
    static final Map<String, Side> PASSED_ARRAYS = Map.of("device", Side.DEVICE);

    private static Map<String, Boolean> pointerModes() {
        Map<String, Boolean> modes = new LinkedHashMap<>();
        modes.put("host", false);
        modes.put("device", true);
        return modes;
    }

    private final Problems problems;
    private final Values values;
    private final Constants named;

    LibraryReader(Problems problems, Values values, Constants named) {
        this.problems = problems;
        this.values = values;
        this.named = named;
    }

    /** Returns every word that stands for a number of some library. */
    static List<String> words() {
        return Stream.of(Library.values())
                .flatMap(library -> library.enumerations().stream())
                .flatMap(enumeration -> enumeration.words().stream())
                .map(LibraryEnumeration.Word::text)
                .distinct()
                .toList();
    }

    /** Returns the function that a library and a callee name. */
    Optional<Located<LibraryFunction>> function(Node library, Optional<Node> callee) {
        Optional<Library> known = values.choice(library, "'library'", Library.class);
        Optional<String> name = callee.flatMap(node -> values.text(node, "'callee'"));
        if (known.isEmpty() || name.isEmpty()) {
            return Optional.empty();
        }
        Position position = callee.orElseThrow().position();
        Optional<LibraryFunction> function = LibraryFunction.find(known.get(), name.get());
        if (function.isEmpty()) {
            List<String> near = LibraryFunction.near(known.get(), name.get());
            String advice = near.isEmpty()
                    ? "; docs/gpu-libraries.md lists what it has"
                    : "; did you mean " + Words.quote(near.get(0)) + "?";
            problems.add(position, "the catalogue of " + known.get() + " has no " + Words.quote(name.get()) + advice);
        }
        return function.map(f -> new Located<>(f, position));
    }

    /** Returns the function with its factors and results where they are said to be. */
    Optional<Located<LibraryFunction>> inMode(Optional<Node> mode, Located<LibraryFunction> function) {
        if (mode.isEmpty()) {
            return Optional.of(function);
        }
        Optional<Boolean> onDevice = values.choice(mode.get(), "'pointer-mode'", POINTER_MODES);
        if (onDevice.isEmpty() || !onDevice.get()) {
            return onDevice.map(host -> function);
        }
        return changed(mode.get(), function, LibraryFunction::withNumbersOnDevice);
    }

    /** Returns the function with its arrays on the device already, where that is said. */
    Optional<Located<LibraryFunction>> passing(Optional<Node> passing, Located<LibraryFunction> function) {
        if (passing.isEmpty()) {
            return Optional.of(function);
        }
        return values.choice(passing.get(), "'pass'", PASSED_ARRAYS)
                .flatMap(side -> changed(passing.get(), function, LibraryFunction::withArraysOnDevice));
    }

    private Optional<Located<LibraryFunction>> changed(
            Node said, Located<LibraryFunction> function, UnaryOperator<LibraryFunction> change) {
        try {
            return Optional.of(new Located<>(change.apply(function.value()), function.position()));
        } catch (OffloadException e) {
            problems.add(said.position(), Objects.requireNonNull(e.getMessage()));
            return Optional.empty();
        }
    }

    /** Returns the arguments that never change, by the parameter's name. */
    Optional<Map<String, Long>> constants(Optional<Node> node, LibraryFunction function) {
        if (node.isEmpty()) {
            return Optional.of(Map.of());
        }
        Optional<Node.Mapping> mapping =
                values.mapping(node.get(), "'constants'", "a mapping of parameters to numbers");
        if (mapping.isEmpty()) {
            return Optional.empty();
        }
        List<String> names =
                integers(function).stream().map(LibraryParameter::name).toList();
        Fields fields = new Fields(mapping.get(), "'" + function.name() + "'", names, problems);
        Map<String, Long> constants = new LinkedHashMap<>();
        Map<String, Position> positions = new HashMap<>();
        boolean right = fields.size() == mapping.get().entries().size();
        for (LibraryParameter parameter : integers(function)) {
            Optional<Node> value = fields.get(parameter.name());
            if (value.isPresent()) {
                Optional<Long> constant = constant(value.get(), parameter);
                constant.ifPresent(c -> constants.put(parameter.name(), c));
                positions.put(parameter.name(), value.get().position());
                right &= constant.isPresent();
            }
        }
        Map<String, String> wrong = function.problems(constants);
        wrong.forEach((name, problem) -> problems.add(positions.getOrDefault(name, fields.position()), problem));
        return right && wrong.isEmpty() ? Optional.of(constants) : Optional.empty();
    }

    private static List<LibraryParameter> integers(LibraryFunction function) {
        return function.parameters().stream()
                .filter(parameter -> parameter.integerBits().isPresent())
                .toList();
    }

    private Optional<Long> constant(Node node, LibraryParameter parameter) {
        Map<String, Long> words = new LinkedHashMap<>();
        if (parameter instanceof LibraryParameter.Choice choice) {
            choice.enumeration().words().forEach(word -> words.put(word.text(), word.number()));
        }
        if (node instanceof Node.Scalar scalar && words.containsKey(scalar.text())) {
            return Optional.of(words.get(scalar.text()));
        }
        OptionalLong number =
                node instanceof Node.Scalar scalar && named.value(scalar.text()).isPresent()
                        ? named.value(scalar.text())
                        : Values.integer(node);
        int bits = parameter.integerBits().orElseThrow();
        if (number.isPresent() && fits(number.getAsLong(), bits)) {
            return Optional.of(number.getAsLong());
        }
        String written = node instanceof Node.Scalar scalar ? scalar.text() : "";
        List<String> choices = new ArrayList<>(words.keySet());
        choices.add("an integer of " + bits + " bits");
        return values.wrong(
                node, "'" + parameter.name() + "'", Words.either(choices), Words.suggestion(written, words.keySet()));
    }

    /**
     * Returns the parameters of the function to define: those of the library's without the constant ones, then the device.
     *
     * @param device the name of a parameter for the device, when there is one
     */
    static List<ParameterSpec> parameters(
            Located<LibraryFunction> function, Set<String> constants, Optional<String> device) {
        List<ParameterSpec> parameters = new ArrayList<>();
        for (LibraryParameter parameter : function.value().parameters()) {
            if (!constants.contains(parameter.name())) {
                parameters.add(parameter(parameter, function));
            }
        }
        device.ifPresent(name -> parameters.add(new Scalar(
                new Located<>(name, function.position()), new Located<>(Types.STATUS, function.position()))));
        return parameters;
    }

    private static boolean fits(long number, int bits) {
        return bits == Long.SIZE || number >> (bits - 1) == number >> bits;
    }

    private static ParameterSpec parameter(LibraryParameter parameter, Located<LibraryFunction> function) {
        Located<String> name = new Located<>(parameter.name(), function.position());
        if (parameter instanceof LibraryParameter.Array && function.value().hasArraysOnDevice()) {
            return new Passed(name, Side.DEVICE);
        }
        if (parameter instanceof LibraryParameter.Array array) {
            return new Mapped(
                    name,
                    new Mapping(array.access(), Set.of()),
                    new ExtentSpec.OfRoutine(new Located<>(array.element(), function.position())));
        }
        String type = parameter.type();
        return type.equals(Types.POINTER)
                ? new Passed(name, Side.HOST)
                : new Scalar(name, new Located<>(type, function.position()));
    }
}
