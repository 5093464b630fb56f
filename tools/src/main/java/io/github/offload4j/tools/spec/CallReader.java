package io.github.offload4j.tools.spec;

import io.github.offload4j.tools.diagnostic.Position;
import io.github.offload4j.tools.diagnostic.Problems;
import io.github.offload4j.tools.diagnostic.Words;
import io.github.offload4j.tools.spec.ParameterSpec.Side;
import io.github.offload4j.tools.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the calls of one function that share its data. */
final class CallReader {
    private static final List<String> DRIVERS = List.of("cuda", "hip");
    private static final String DEFAULT_STREAM = "0";

    private final Problems problems;
    private final Values values;
    private final OffloadReader offloads;
    private final QuantityReader quantities;

    CallReader(Problems problems, Values values, OffloadReader offloads, QuantityReader quantities) {
        this.problems = problems;
        this.values = values;
        this.offloads = offloads;
        this.quantities = quantities;
    }

    /** What all calls of a function have in common. */
    record Around(Located<String> name, List<ParameterSpec> parameters, Located<SpecNumber> device) {}

    /** Reads the calls, in order; nothing when one of them is wrong. */
    Optional<List<OffloadSpec>> read(Node node, Around around) {
        Optional<Node.Sequence> list = values.list(node, "'calls'", "a list of calls");
        if (list.isEmpty()) {
            return Optional.empty();
        }
        if (list.get().elements().isEmpty()) {
            problems.add(node.position(), "'calls' is an empty list; give at least one call");
            return Optional.empty();
        }
        List<OffloadSpec> calls = new ArrayList<>();
        for (Node element : list.get().elements()) {
            values.mapping(element, "a call", "a mapping with the keys 'callee' and 'arguments'")
                    .map(mapping -> new Fields(mapping, "a call", Key.OF_CALL, problems))
                    .flatMap(fields -> call(fields, around))
                    .ifPresent(calls::add);
        }
        return calls.size() == list.get().elements().size() ? Optional.of(calls) : Optional.empty();
    }

    private Optional<OffloadSpec> call(Fields fields, Around around) {
        Optional<Node> library = fields.get(Key.LIBRARY);
        if (library.isPresent()) {
            return new RoutineReader(problems, values, offloads, this, quantities).read(library.get(), fields, around);
        }
        fields.refuse(List.of(Key.CONSTANTS), "goes with 'library'; write {value: NUMBER, type: TYPE} instead");
        fields.refuse(List.of(Key.POINTER_MODE), "goes with 'library'; map what is on the device instead");
        Optional<Located<String>> callee =
                fields.require(Key.CALLEE, "").flatMap(node -> offloads.symbol(node, Key.CALLEE));
        Optional<Boolean> host = offloads.host(fields);
        fields.refuse(List.of(Key.FALLBACK), "does not go with 'calls', whose data is on the device");
        Optional<List<ParameterSpec>> arguments = fields.require(Key.ARGUMENTS, "; use [] where there are none")
                .flatMap(node -> arguments(node, around.parameters(), host.orElse(true)));
        Optional<? extends OffloadSpec.Target> target =
                offloads.target(fields, host, quantities).flatMap(found -> onStream(found, fields, around));
        if (callee.isEmpty() || arguments.isEmpty() || target.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new OffloadSpec(
                fields.position(), around.name(), callee.get(), arguments.get(), around.device(), target.get()));
    }

    /** Returns how the callee is called, with the stream that the call names. */
    Optional<? extends OffloadSpec.Target> onStream(OffloadSpec.Target target, Fields fields, Around around) {
        if (!fields.has(Key.STREAM)) {
            return Optional.of(target);
        }
        if (!(target instanceof OffloadSpec.HostCall host)) {
            fields.refuse(List.of(Key.STREAM), "belongs to host functions; launches follow each other anyway");
            return Optional.empty();
        }
        OffloadSpec.Completion completion = host.completion();
        Optional<Located<String>> other = completion.synchronize().filter(how -> !DRIVERS.contains(how.value()));
        other.ifPresent(how -> problems.add(
                how.position(),
                "'synchronize' is " + Words.quote(how.value()) + " beside 'stream'; expected "
                        + Words.either(DRIVERS)));
        return fields.get(Key.STREAM)
                .flatMap(node -> stream(node, around.parameters()))
                .map(name -> new OffloadSpec.HostCall(
                        host.returns(),
                        new OffloadSpec.Completion(completion.synchronize(), completion.onStatus(), Optional.of(name)),
                        host.routine()));
    }

    private Optional<String> stream(Node node, List<ParameterSpec> parameters) {
        if (node instanceof Node.Scalar scalar && scalar.text().equals(DEFAULT_STREAM)) {
            return Optional.of(DEFAULT_STREAM);
        }
        List<String> names = parameters.stream()
                .filter(parameter -> parameter instanceof ParameterSpec.Passed
                        || (parameter instanceof ParameterSpec.Scalar scalar
                                && Types.integerBits(scalar.type().value()).orElse(Integer.MAX_VALUE) <= Long.SIZE))
                .map(parameter -> parameter.name().value())
                .toList();
        String written = node instanceof Node.Scalar scalar ? scalar.text() : "";
        return names.contains(written)
                ? Optional.of(written)
                : values.wrong(
                        node,
                        "'stream'",
                        "0 for the default one, or a parameter that stands for it, a number or a pointer that is"
                                + " passed",
                        Words.suggestion(written, names));
    }

    private Optional<List<ParameterSpec>> arguments(Node node, List<ParameterSpec> parameters, boolean host) {
        return values.list(node, "'arguments'", "a list of parameters").flatMap(list -> {
            List<ParameterSpec> arguments = new ArrayList<>();
            for (Node element : list.elements()) {
                Optional<? extends ParameterSpec> argument = element instanceof Node.Mapping mapping
                        ? computed(new Fields(mapping, "an argument", Key.OF_ARGUMENT, problems))
                        : values.text(element, "an argument")
                                .flatMap(name -> named(name, element.position(), parameters, host));
                argument.ifPresent(arguments::add);
            }
            return arguments.size() == list.elements().size() ? Optional.of(arguments) : Optional.empty();
        });
    }

    /** Reads a number that is computed, and its type. */
    Optional<ParameterSpec.Computed> computed(Fields fields) {
        Optional<Located<SpecNumber>> value = fields.require(Key.VALUE, "")
                .flatMap(node -> quantities.number(node, "'value'", Long.MIN_VALUE, Long.MAX_VALUE));
        Optional<Located<String>> type = fields.require(Key.TYPE, ", that of the callee's parameter")
                .flatMap(node -> values.text(node, "'type'").map(text -> new Located<>(text, node.position())));
        if (type.isPresent() && !Types.isCount(type.get().value())) {
            problems.add(
                    type.get().position(),
                    "'type' is " + Words.quote(type.get().value()) + "; expected " + Words.either(Types.COUNTS));
            return Optional.empty();
        }
        if (value.isEmpty() || type.isEmpty()) {
            return Optional.empty();
        }
        int bits = Types.integerBits(type.get().value()).orElseThrow();
        if (value.get().value() instanceof SpecNumber.Constant known && !fits(known.value(), bits)) {
            problems.add(
                    value.get().position(), "'value' is " + known.value() + ", which does not fit " + bits + " bits");
            return Optional.empty();
        }
        Located<String> text =
                new Located<>(value.get().value().text(), value.get().position());
        return Optional.of(new ParameterSpec.Computed(text, type.get(), value.get()));
    }

    private static boolean fits(long value, int bits) {
        int unused = Long.SIZE - bits;
        return value << unused >> unused == value;
    }

    private Optional<ParameterSpec> named(
            String name, Position position, List<ParameterSpec> parameters, boolean host) {
        Optional<ParameterSpec> found = parameters.stream()
                .filter(parameter -> parameter.name().value().equals(name))
                .findFirst();
        if (found.isEmpty()) {
            List<String> names = parameters.stream()
                    .map(parameter -> parameter.name().value())
                    .toList();
            problems.add(
                    position,
                    "no parameter is named " + Words.quote(name) + Words.suggestion(name, names)
                            + "; what is computed is {value: EXPRESSION, type: TYPE}");
            return found;
        }
        Optional<String> fault = host ? Optional.empty() : faultInKernel(found.get());
        fault.ifPresent(text -> problems.add(position, text));
        return fault.isPresent() ? Optional.empty() : found;
    }

    private static Optional<String> faultInKernel(ParameterSpec parameter) {
        if (parameter instanceof ParameterSpec.Passed passed && passed.side() == Side.HOST) {
            return Optional.of("a kernel cannot follow the host pointer '"
                    + parameter.name().value() + "'; map it, or pass a device pointer");
        }
        return parameter instanceof ParameterSpec.Scalar scalar
                        && Types.isScalarForHostOnly(scalar.type().value())
                ? Optional.of("no device has " + scalar.type().value() + " by value; map it through a pointer")
                : Optional.empty();
    }
}
