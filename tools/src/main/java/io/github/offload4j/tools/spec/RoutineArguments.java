package io.github.offload4j.tools.spec;

import io.github.offload4j.codegen.library.LibraryFunction;
import io.github.offload4j.codegen.library.LibraryParameter;
import io.github.offload4j.tools.diagnostic.Position;
import io.github.offload4j.tools.diagnostic.Problems;
import io.github.offload4j.tools.diagnostic.Words;
import io.github.offload4j.tools.spec.ParameterSpec.Computed;
import io.github.offload4j.tools.spec.ParameterSpec.Mapped;
import io.github.offload4j.tools.spec.ParameterSpec.Passed;
import io.github.offload4j.tools.spec.ParameterSpec.Scalar;
import io.github.offload4j.tools.spec.ParameterSpec.Side;
import io.github.offload4j.tools.spec.ParameterSpec.Slice;
import io.github.offload4j.tools.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a library's routine gets of the data that several calls share, and what it is checked with, by its own parameters. */
final class RoutineArguments {
    private final Problems problems;
    private final Values values;
    private final CallReader calls;
    private final QuantityReader numbers;

    RoutineArguments(Problems problems, Values values, CallReader calls, QuantityReader numbers) {
        this.problems = problems;
        this.values = values;
        this.calls = calls;
        this.numbers = numbers;
    }

    /**
     * What stands under {@code arguments} and {@code constants}.
     *
     * @param passed what the routine gets, in its order
     * @param sizes what it does not get, by the parameter's name: all of these, or none
     */
    record Read(List<ParameterSpec> passed, Map<String, Computed> sizes) {}

    /** Returns the names of what can be given. */
    static List<String> names(LibraryFunction function) {
        return function.parameters().stream().map(LibraryParameter::name).toList();
    }

    /** Returns the arguments, one for each of the parameters. */
    Optional<Read> read(
            LibraryFunction function, Map<String, Long> constants, Fields given, List<ParameterSpec> parameters) {
        List<ParameterSpec> arguments = new ArrayList<>();
        Map<String, Computed> sizes = new LinkedHashMap<>();
        Map<String, Long> known = new LinkedHashMap<>(constants);
        boolean anySize = function.parameters().stream()
                .anyMatch(parameter -> !parameter.isPassed()
                        && (constants.containsKey(parameter.name()) || given.has(parameter.name())));
        List<LibraryParameter> wanted = anySize ? function.parameters() : function.passedParameters();
        for (LibraryParameter parameter : wanted) {
            Optional<? extends ParameterSpec> argument = constants.containsKey(parameter.name())
                    ? constant(parameter, constants.get(parameter.name()), given)
                    : argument(parameter, function, given, parameters);
            if (parameter.isPassed()) {
                argument.ifPresent(arguments::add);
            } else {
                argument.ifPresent(size -> sizes.put(parameter.name(), (Computed) size));
            }
            argument.flatMap(RoutineArguments::constantOf).ifPresent(number -> known.put(parameter.name(), number));
        }
        boolean right = arguments.size() + sizes.size() == wanted.size();
        return isAllowed(function, constants, known, given) && right
                ? Optional.of(new Read(arguments, sizes))
                : Optional.empty();
    }

    private static Optional<Long> constantOf(ParameterSpec argument) {
        return argument instanceof Computed computed && computed.value().value() instanceof SpecNumber.Constant constant
                ? Optional.of(constant.value())
                : Optional.empty();
    }

    /** Notes what is wrong with numbers that are known now, unless the constants alone have been blamed for it. */
    private boolean isAllowed(
            LibraryFunction function, Map<String, Long> constants, Map<String, Long> known, Fields given) {
        Map<String, String> wrong = new LinkedHashMap<>(function.problems(known));
        wrong.keySet().removeAll(function.problems(constants).keySet());
        wrong.forEach((name, problem) ->
                problems.add(given.get(name).map(Node::position).orElse(given.position()), problem));
        return wrong.isEmpty();
    }

    private Optional<Computed> constant(LibraryParameter parameter, long number, Fields given) {
        Optional<Node.Entry> twice = given.entry(parameter.name());
        twice.ifPresent(entry -> problems.add(
                entry.position(), "'" + parameter.name() + "' is among 'constants' too; give it in one place"));
        return twice.isPresent()
                ? Optional.empty()
                : Optional.of(computed(
                        parameter, new Located<>(new SpecNumber.Constant(number), given.position()), given.position()));
    }

    private static Computed computed(LibraryParameter parameter, Located<SpecNumber> number, Position position) {
        return new Computed(
                new Located<>(number.value().text(), position), new Located<>(parameter.type(), position), number);
    }

    private Optional<? extends ParameterSpec> argument(
            LibraryParameter parameter, LibraryFunction function, Fields given, List<ParameterSpec> parameters) {
        Optional<Node> node = given.get(parameter.name());
        if (node.isEmpty()) {
            String advice = parameter.isPassed() ? "" : "; give all sizes that it does not get, or none of them";
            problems.add(given.position(), "missing argument " + place(parameter, function) + advice);
            return Optional.empty();
        }
        return parameter.integerBits().isPresent()
                ? integer(parameter, function, node.get())
                : named(parameter, function, node.get(), parameters);
    }

    private static String place(LibraryParameter parameter, LibraryFunction function) {
        return "'" + parameter.name() + "' of '" + function + "'";
    }

    private Optional<Computed> integer(LibraryParameter parameter, LibraryFunction function, Node node) {
        if (!(node instanceof Node.Mapping mapping)) {
            int unused = Long.SIZE - parameter.integerBits().orElseThrow();
            return numbers.number(
                            node, "'" + parameter.name() + "'", Long.MIN_VALUE >> unused, Long.MAX_VALUE >> unused)
                    .map(number -> computed(parameter, number, node.position()));
        }
        Optional<Computed> computed = calls.computed(new Fields(mapping, "an argument", Key.OF_ARGUMENT, problems));
        Optional<Located<String>> other =
                computed.map(Computed::type).filter(type -> !type.value().equals(parameter.type()));
        other.ifPresent(type -> problems.add(
                type.position(),
                "'type' is '" + type.value() + "'; " + place(parameter, function) + " is " + parameter.type()));
        return other.isPresent() ? Optional.empty() : computed;
    }

    private Optional<ParameterSpec> named(
            LibraryParameter parameter, LibraryFunction function, Node node, List<ParameterSpec> parameters) {
        if (!(node instanceof Node.Scalar scalar) || scalar.kind() != Node.Kind.TEXT) {
            return values.wrong(node, "'" + parameter.name() + "'", "the name of a parameter", "");
        }
        String name = scalar.text();
        Optional<ParameterSpec> found = parameters.stream()
                .filter(known -> known.name().value().equals(name))
                .findFirst();
        if (found.isEmpty()) {
            List<String> names =
                    parameters.stream().map(known -> known.name().value()).toList();
            problems.add(node.position(), "no parameter is named " + Words.quote(name) + Words.suggestion(name, names));
            return found;
        }
        Optional<String> fault = fault(parameter, found.get());
        fault.ifPresent(text -> problems.add(node.position(), place(parameter, function) + " is " + text));
        return fault.isPresent() ? Optional.empty() : found.map(RoutineArguments::withoutLength);
    }

    /** A routine gets the pointer of a slice alone. */
    private static ParameterSpec withoutLength(ParameterSpec parameter) {
        return parameter instanceof Slice slice
                ? new Mapped(slice.name(), slice.mapping(), new ExtentSpec.OfRoutine(slice.element()))
                : parameter;
    }

    /** Returns what the routine wants instead of a parameter, or nothing where that fits. */
    private static Optional<String> fault(LibraryParameter wanted, ParameterSpec given) {
        String name = "'" + given.name().value() + "'";
        if (wanted instanceof LibraryParameter.Array array) {
            return given instanceof Passed passed && passed.side() == Side.DEVICE
                    ? Optional.empty()
                    : faultOfArray(array, given, name);
        }
        if (wanted instanceof LibraryParameter.Value) {
            return given instanceof Scalar scalar && scalar.type().value().equals(wanted.type())
                    ? Optional.empty()
                    : Optional.of(wanted.type() + "; " + name + " is " + typeOf(given));
        }
        boolean host = given instanceof Passed passed
                && (passed.side() == Side.HOST || wanted instanceof LibraryParameter.Handle);
        return host
                ? Optional.empty()
                : Optional.of("a pointer of the host that is passed as it is; " + name + " is " + typeOf(given));
    }

    private static Optional<String> faultOfArray(LibraryParameter.Array array, ParameterSpec given, String name) {
        Optional<String> element = element(given);
        if (element.isEmpty() && !(given instanceof Mapped)) {
            return Optional.of("an array; " + name + " is " + typeOf(given) + "; map it");
        }
        if (array.isOfPointers()
                && !(given instanceof Mapped mapped && !mapped.members().isEmpty())) {
            return Optional.of("an array of pointers to mapped data; " + name + " has no 'members'");
        }
        // complex numbers may be mapped as their parts, and a parameter may say how many bytes an element has
        boolean comparable = array.sizedBy().isEmpty() && Types.isScalar(array.element(), true);
        return element.filter(type -> comparable && Types.isScalar(type, true) && !type.equals(array.element()))
                .map(type -> "an array of " + array.element() + "; " + name + " is one of " + type);
    }

    private static Optional<String> element(ParameterSpec given) {
        if (given instanceof Slice slice) {
            return Optional.of(slice.element().value());
        }
        if (!(given instanceof Mapped mapped)) {
            return Optional.empty();
        }
        if (mapped.extent() instanceof ExtentSpec.Elements elements) {
            return Optional.of(elements.element().value());
        }
        if (mapped.extent() instanceof ExtentSpec.Section section) {
            return Optional.of(section.element().value());
        }
        return mapped.extent() instanceof ExtentSpec.Pointee pointee
                ? Optional.of(pointee.type().value())
                : Optional.empty();
    }

    private static String typeOf(ParameterSpec given) {
        if (given instanceof Scalar scalar) {
            return scalar.type().value();
        }
        if (given instanceof Passed passed) {
            return "a pointer of the " + (passed.side() == Side.DEVICE ? "device" : "host");
        }
        return "mapped";
    }
}
