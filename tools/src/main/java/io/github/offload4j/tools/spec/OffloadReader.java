package io.github.offload4j.tools.spec;

import io.github.offload4j.codegen.library.LibraryFunction;
import io.github.offload4j.codegen.option.OnStatus;
import io.github.offload4j.tools.diagnostic.Position;
import io.github.offload4j.tools.diagnostic.Problems;
import io.github.offload4j.tools.diagnostic.Words;
import io.github.offload4j.tools.spec.OffloadSpec.Completion;
import io.github.offload4j.tools.spec.OffloadSpec.HostCall;
import io.github.offload4j.tools.spec.OffloadSpec.Launch;
import io.github.offload4j.tools.spec.OffloadSpec.LibraryCall;
import io.github.offload4j.tools.spec.OffloadSpec.Target;
import io.github.offload4j.tools.yaml.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one offload: a launch, a call of a host function or of a library's routine, or several calls. */
final class OffloadReader {
    /** As many as every C compiler has to take. Code that compares pointers grows with the square of their number. */
    static final int MOST_PARAMETERS = 127;

    private static final List<String> OF_LAUNCHES = List.of(Key.GRID, Key.BLOCK, Key.SHARED, Key.FALLBACK);
    private static final List<String> OF_ONE_CALL = List.of(
            Key.POINTER_MODE,
            Key.PASS,
            Key.LIBRARY,
            Key.CALLEE,
            Key.HOST,
            Key.RETURNS,
            Key.CONSTANTS,
            Key.GRID,
            Key.BLOCK,
            Key.SHARED,
            Key.FALLBACK,
            Key.SYNCHRONIZE,
            Key.ON_STATUS);
    private static final List<String> OF_HOST_FUNCTIONS = List.of(Key.RETURNS, Key.SYNCHRONIZE, Key.ON_STATUS);

    /** What 'synchronize' can say beside a function's symbol. */
    static final List<String> SYNCHRONIZATIONS = List.of("auto", "none", "cuda", "hip");

    private static final int DEFAULT_DEVICE = -1;

    private final Problems problems;
    private final Values values;
    private final SymbolReader symbols;
    private final SymbolRules rules;
    private final Constants constants;
    private final LibraryReader catalogue;

    OffloadReader(Problems problems, SymbolRules rules, Constants constants) {
        this.problems = problems;
        this.values = new Values(problems);
        this.symbols = new SymbolReader(problems, values);
        this.rules = rules;
        this.constants = constants;
        this.catalogue = new LibraryReader(problems, values, constants);
    }

    Optional<Located<String>> symbol(Node node, String key) {
        return symbols.read(node, key);
    }

    Optional<OffloadSpec> read(Node node) {
        return values.mapping(node, "an offload", "a mapping with the keys 'name', 'callee' and 'parameters'")
                .map(mapping -> new Fields(mapping, "an offload", Key.OF_OFFLOAD, problems))
                .flatMap(this::read);
    }

    private Optional<OffloadSpec> read(Fields fields) {
        if (fields.has(Key.CALLS)) {
            return region(fields);
        }
        return fields.get(Key.LIBRARY).map(library -> library(library, fields)).orElseGet(() -> function(fields));
    }

    private Optional<OffloadSpec> region(Fields fields) {
        fields.refuse(OF_ONE_CALL, "is that of one call; write it below 'calls'");
        fields.refuse(List.of(Key.NOWAIT, Key.DEPENDS), "does not go with 'calls', which the program waits for");
        Optional<Located<String>> name = name(fields);
        Optional<Node> list = fields.require(Key.PARAMETERS, "; use [] where there are none");
        QuantityReader quantities = new QuantityReader(values, problems, new Scope(list, constants, problems));
        ParameterReader reader =
                new ParameterReader(problems, values, quantities, Optional.of(true), MapChoices.OF_CALLS);
        Optional<List<ParameterSpec>> parameters = list.flatMap(node -> parameters(node, reader));
        Optional<Located<SpecNumber>> device = device(fields, quantities);
        parameters.ifPresent(all -> requireShared(all, fields));
        if (name.isEmpty() || parameters.isEmpty() || device.isEmpty()) {
            return Optional.empty();
        }
        CallReader.Around around = new CallReader.Around(name.get(), parameters.get(), device.get());
        return fields.get(Key.CALLS)
                .flatMap(node -> new CallReader(problems, values, this, quantities).read(node, around))
                .map(calls -> new OffloadSpec(
                        fields.position(),
                        name.get(),
                        name.get(),
                        parameters.get(),
                        device.get(),
                        new OffloadSpec.Region(calls)));
    }

    private void requireShared(List<ParameterSpec> parameters, Fields fields) {
        boolean mapped = false;
        for (ParameterSpec parameter : parameters) {
            mapped |= parameter instanceof ParameterSpec.Mapped || parameter instanceof ParameterSpec.Slice;
            if (parameter instanceof ParameterSpec.Withheld) {
                problems.add(
                        parameter.name().position(),
                        "'" + parameter.name().value()
                                + "' says 'pass: none' beside 'calls', where each call names what it gets; leave it"
                                + " out");
            }
        }
        if (!mapped) {
            fields.entry(Key.CALLS)
                    .ifPresent(entry -> problems.add(
                            entry.position(), "'calls' share what is mapped, and no parameter is; map one"));
        }
    }

    private Optional<OffloadSpec> library(Node library, Fields fields) {
        Optional<Located<String>> name = name(fields);
        refuseForRoutine(fields);
        fields.refuse(
                List.of(Key.NOWAIT, Key.DEPENDS), "does not go with 'library', whose routines are called at once");
        fields.refuse(
                List.of(Key.PARAMETERS, Key.RETURNS), "does not go with 'library', whose catalogue has the parameters");
        Optional<Located<LibraryFunction>> function = catalogue
                .function(library, fields.require(Key.CALLEE, ""))
                .flatMap(plain -> catalogue.inMode(fields.get(Key.POINTER_MODE), plain))
                .flatMap(plain -> catalogue.passing(fields.get(Key.PASS), plain));
        Optional<Completion> completion = completion(fields);
        Optional<Map<String, Long>> constants =
                function.flatMap(f -> catalogue.constants(fields.get(Key.CONSTANTS), f.value()));
        Optional<Located<SpecNumber>> device = function.flatMap(f -> libraryDevice(fields, f.value()));
        if (name.isEmpty() || function.isEmpty() || completion.isEmpty() || constants.isEmpty() || device.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> deviceName = device.get().value() instanceof SpecNumber.Named named
                ? Optional.of(named.parameter())
                : Optional.empty();
        return Optional.of(new OffloadSpec(
                fields.position(),
                name.get(),
                new Located<>(function.get().value().symbol(), function.get().position()),
                LibraryReader.parameters(function.get(), constants.get().keySet(), deviceName),
                device.get(),
                new LibraryCall(function.get().value(), constants.get(), completion.get())));
    }

    /** Notes keys that say that a routine is launched. */
    void refuseForRoutine(Fields fields) {
        fields.refuse(OF_LAUNCHES, "belongs to kernels; a library's routine is called, not launched");
        fields.get(Key.HOST)
                .filter(node ->
                        values.truth(node, "'host'").filter(host -> !host).isPresent())
                .ifPresent(node -> problems.add(node.position(), "a library's routine is a function of the host"));
    }

    /** Returns the reader of what the catalogue of a library has. */
    LibraryReader catalogue() {
        return catalogue;
    }

    /** A name that is none of the routine's becomes one more parameter of the function to define. */
    private Optional<Located<SpecNumber>> libraryDevice(Fields fields, LibraryFunction function) {
        Optional<Node> node = fields.get(Key.DEVICE);
        if (node.isEmpty()) {
            return Optional.of(constant(DEFAULT_DEVICE, fields));
        }
        String text = node.get() instanceof Node.Scalar scalar ? scalar.text() : "";
        if (function.parameters().stream()
                .anyMatch(parameter -> parameter.name().equals(text))) {
            problems.add(
                    node.get().position(),
                    "'device' is " + Words.quote(text) + ", a parameter of '" + function.name()
                            + "'; give a number, or another name for one more parameter");
            return Optional.empty();
        }
        Scope scope = new Scope(Map.of(text, Types.STATUS), constants, problems);
        return new QuantityReader(values, problems, scope)
                .plain(node.get(), "'device'", DEFAULT_DEVICE, Integer.MAX_VALUE);
    }

    /** Reads the name of a function to define. */
    Optional<Located<String>> name(Fields fields) {
        Optional<Located<String>> name = fields.require(Key.NAME, "").flatMap(node -> symbols.read(node, Key.NAME));
        name.ifPresent(rules::define);
        return name;
    }

    private Optional<OffloadSpec> function(Fields fields) {
        fields.refuse(List.of(Key.POINTER_MODE), "goes with 'library'; map what is on the device instead");
        fields.refuse(List.of(Key.PASS), "goes with 'library'; say it of each parameter instead");
        fields.refuse(List.of(Key.CONSTANTS), "goes with 'library'; leave the parameter out of the callee instead");
        Optional<Located<String>> name = name(fields);
        Optional<Located<String>> callee =
                fields.require(Key.CALLEE, "").flatMap(node -> symbols.read(node, Key.CALLEE));
        Optional<Boolean> host = host(fields);
        Optional<Node> list = fields.require(Key.PARAMETERS, "; use [] where there are none");
        QuantityReader quantities = new QuantityReader(values, problems, new Scope(list, constants, problems));
        Optional<List<ParameterSpec>> parameters = list.flatMap(
                node -> parameters(node, new ParameterReader(problems, values, quantities, host, MapChoices.OF_CALLS)));
        Optional<Located<SpecNumber>> device = device(fields, quantities);
        Optional<? extends Target> target = target(fields, host, quantities);
        if (name.isEmpty() || callee.isEmpty() || parameters.isEmpty() || device.isEmpty() || target.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new OffloadSpec(
                fields.position(),
                name.get(),
                callee.get(),
                parameters.get(),
                device.get(),
                target.get(),
                new OrderReader(problems, values).read(fields, parameters.get())));
    }

    /** Reads whether the callee is a function of the host. */
    Optional<Boolean> host(Fields fields) {
        return fields.get(Key.HOST).map(node -> values.truth(node, "'host'")).orElse(Optional.of(false));
    }

    /** Reads how the callee is called. */
    Optional<? extends Target> target(Fields fields, Optional<Boolean> host, QuantityReader quantities) {
        return host.flatMap(isHost -> isHost ? hostCall(fields) : launch(fields, quantities));
    }

    Optional<Located<SpecNumber>> device(Fields fields, QuantityReader quantities) {
        return fields.get(Key.DEVICE)
                .map(node -> quantities.number(node, "'device'", DEFAULT_DEVICE, Integer.MAX_VALUE))
                .orElse(Optional.of(constant(DEFAULT_DEVICE, fields)));
    }

    private static Located<SpecNumber> constant(long value, Fields fields) {
        return new Located<>(new SpecNumber.Constant(value), fields.position());
    }

    /** Reads the parameters of a function to define. */
    Optional<List<ParameterSpec>> parameters(Node node, ParameterReader reader) {
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
            constants.requireOther(llvm.name(), position, problems);
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
        Optional<Located<String>> returns = fields.get(Key.RETURNS)
                .map(this::returns)
                .orElse(Optional.of(new Located<>(Types.VOID, fields.position())));
        Optional<Completion> completion = completion(fields);
        return returns.flatMap(type -> completion.map(after -> new HostCall(type, after)));
    }

    /** Reads what follows the call of a function of the host. */
    Optional<Completion> completion(Fields fields) {
        Optional<Located<String>> synchronize =
                fields.get(Key.SYNCHRONIZE).flatMap(node -> symbols.read(node, Key.SYNCHRONIZE));
        Optional<OnStatus> onStatus =
                fields.get(Key.ON_STATUS).flatMap(node -> values.choice(node, "'on-status'", OnStatus.class));
        boolean right = synchronize.isPresent() == fields.has(Key.SYNCHRONIZE)
                && onStatus.isPresent() == fields.has(Key.ON_STATUS);
        return right ? Optional.of(new Completion(synchronize, onStatus)) : Optional.empty();
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
        fields.refuse(OF_HOST_FUNCTIONS, "belongs to host functions; a kernel returns nothing");
        Optional<Located<List<Located<SpecNumber>>>> grid = fields.require(Key.GRID, ", the number of blocks to launch")
                .flatMap(n -> quantities.sizes(n, "'grid'"));
        Optional<Located<List<Located<SpecNumber>>>> block = fields.require(
                        Key.BLOCK, ", the number of threads in a block")
                .flatMap(n -> quantities.sizes(n, "'block'"));
        Optional<Located<SpecNumber>> shared = fields.get(Key.SHARED)
                .map(node -> quantities.number(node, "'shared'", 0, Integer.MAX_VALUE))
                .orElse(Optional.of(constant(0, fields)));
        Optional<Located<String>> fallback = fields.get(Key.FALLBACK).flatMap(node -> symbols.read(node, Key.FALLBACK));
        if (grid.isEmpty() || block.isEmpty() || shared.isEmpty() || fallback.isPresent() != fields.has(Key.FALLBACK)) {
            return Optional.empty();
        }
        return Optional.of(new Launch(grid.get(), block.get(), shared.get(), fallback));
    }
}
