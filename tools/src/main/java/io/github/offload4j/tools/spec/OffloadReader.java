package io.github.offload4j.tools.spec;

import io.github.offload4j.tools.diagnostic.Position;
import io.github.offload4j.tools.diagnostic.Problems;
import io.github.offload4j.tools.spec.OffloadSpec.HostCall;
import io.github.offload4j.tools.spec.OffloadSpec.Launch;
import io.github.offload4j.tools.spec.OffloadSpec.Target;
import io.github.offload4j.tools.yaml.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one offload. */
final class OffloadReader {
    /** As many as every C compiler has to take. Code that compares pointers grows with the square of their number. */
    static final int MOST_PARAMETERS = 127;

    private static final List<String> OF_LAUNCHES = List.of(Key.GRID, Key.BLOCK, Key.SHARED, Key.FALLBACK);
    private static final int DEFAULT_DEVICE = -1;

    private final Problems problems;
    private final Values values;
    private final SymbolReader symbols;
    private final SymbolRules rules;

    OffloadReader(Problems problems, SymbolRules rules) {
        this.problems = problems;
        this.values = new Values(problems);
        this.symbols = new SymbolReader(problems, values);
        this.rules = rules;
    }

    Optional<OffloadSpec> read(Node node) {
        return values.mapping(node, "an offload", "a mapping with the keys 'name', 'callee' and 'parameters'")
                .map(mapping -> new Fields(mapping, "an offload", Key.OF_OFFLOAD, problems))
                .flatMap(this::read);
    }

    private Optional<OffloadSpec> read(Fields fields) {
        Optional<Located<String>> name = fields.require(Key.NAME, "").flatMap(node -> symbols.read(node, Key.NAME));
        name.ifPresent(rules::define);
        Optional<Located<String>> callee =
                fields.require(Key.CALLEE, "").flatMap(node -> symbols.read(node, Key.CALLEE));
        Optional<Boolean> host =
                fields.get(Key.HOST).map(node -> values.truth(node, "'host'")).orElse(Optional.of(false));
        Optional<Node> list = fields.require(Key.PARAMETERS, "; use [] where there are none");
        QuantityReader quantities = new QuantityReader(values, problems, new Scope(list, problems));
        Optional<List<ParameterSpec>> parameters =
                list.flatMap(node -> parameters(node, new ParameterReader(problems, values, quantities, host)));
        Optional<Located<Quantity>> device = fields.get(Key.DEVICE)
                .map(node -> quantities.plain(node, "'device'", DEFAULT_DEVICE, Integer.MAX_VALUE))
                .orElse(Optional.of(constant(DEFAULT_DEVICE, fields)));
        Optional<? extends Target> target =
                host.flatMap(isHost -> isHost ? hostCall(fields) : launch(fields, quantities));
        if (name.isEmpty() || callee.isEmpty() || parameters.isEmpty() || device.isEmpty() || target.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new OffloadSpec(
                fields.position(), name.get(), callee.get(), parameters.get(), device.get(), target.get()));
    }

    private static Located<Quantity> constant(long value, Fields fields) {
        return new Located<>(new Quantity.Constant(value), fields.position());
    }

    private Optional<List<ParameterSpec>> parameters(Node node, ParameterReader reader) {
        return values.list(node, "'parameters'", "a list of parameters").flatMap(list -> {
            if (list.elements().size() > MOST_PARAMETERS) {
                problems.add(
                        list.position(),
                        "'parameters' has " + list.elements().size() + " of them; expected at most " + MOST_PARAMETERS);
                return Optional.empty();
            }
            List<ParameterSpec> parameters = new ArrayList<>();
            Map<String, Position> names = new HashMap<>();
            for (Node element : list.elements()) {
                Optional<ParameterSpec> parameter = reader.read(element);
                parameter.ifPresent(parameters::add);
                parameter.ifPresent(p -> requireNew(p, names));
            }
            return parameters.size() == list.elements().size() ? Optional.of(parameters) : Optional.empty();
        });
    }

    private void requireNew(ParameterSpec parameter, Map<String, Position> names) {
        for (LlvmParameter llvm : parameter.llvmParameters()) {
            Position position = parameter.name().position();
            Position first = names.putIfAbsent(llvm.name(), position);
            if (first != null) {
                problems.add(
                        position,
                        "duplicate parameter name '" + llvm.name() + "'; the first is on line " + first.line());
            }
        }
    }

    private Optional<? extends Target> hostCall(Fields fields) {
        fields.refuse(OF_LAUNCHES, "belongs to kernels; a host function is called, not launched");
        return fields.get(Key.RETURNS)
                .map(this::returns)
                .orElse(Optional.of(new Located<>(Types.VOID, fields.position())))
                .map(HostCall::new);
    }

    private Optional<Located<String>> returns(Node node) {
        Optional<String> type = values.text(node, "'returns'");
        if (type.isEmpty()) {
            return Optional.empty();
        }
        String text = type.get();
        if (text.equals(Types.VOID) || text.equals(Types.POINTER) || Types.isScalar(text, true)) {
            return Optional.of(new Located<>(text, node.position()));
        }
        List<String> choices = new ArrayList<>(Types.common(Types.VOID));
        choices.remove(Types.SLICE);
        problems.add(node.position(), ParameterReader.unknownType(text, choices));
        return Optional.empty();
    }

    private Optional<? extends Target> launch(Fields fields, QuantityReader quantities) {
        fields.refuse(List.of(Key.RETURNS), "belongs to host functions; a kernel returns nothing");
        Optional<Located<List<Located<Quantity>>>> grid = fields.require(Key.GRID, ", the number of blocks to launch")
                .flatMap(n -> quantities.sizes(n, "'grid'"));
        Optional<Located<List<Located<Quantity>>>> block = fields.require(
                        Key.BLOCK, ", the number of threads in a block")
                .flatMap(n -> quantities.sizes(n, "'block'"));
        Optional<Located<Quantity>> shared = fields.get(Key.SHARED)
                .map(node -> quantities.plain(node, "'shared'", 0, Integer.MAX_VALUE))
                .orElse(Optional.of(constant(0, fields)));
        Optional<Located<String>> fallback = fields.get(Key.FALLBACK).flatMap(node -> symbols.read(node, Key.FALLBACK));
        if (grid.isEmpty() || block.isEmpty() || shared.isEmpty() || fallback.isPresent() != fields.has(Key.FALLBACK)) {
            return Optional.empty();
        }
        return Optional.of(new Launch(grid.get(), block.get(), shared.get(), fallback));
    }
}
