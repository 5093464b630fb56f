package io.github.offload4j.tools.spec;

import io.github.offload4j.codegen.library.Library;
import io.github.offload4j.codegen.library.LibraryFunction;
import io.github.offload4j.codegen.library.LibraryParameter;
import io.github.offload4j.codegen.option.OnStatus;
import io.github.offload4j.tools.diagnostic.Position;
import io.github.offload4j.tools.diagnostic.Problems;
import io.github.offload4j.tools.spec.OffloadSpec.Completion;
import io.github.offload4j.tools.spec.OffloadSpec.HostCall;
import io.github.offload4j.tools.spec.OffloadSpec.Routine;
import io.github.offload4j.tools.yaml.Node;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads one of several calls whose callee is a routine of a library's catalogue. */
final class RoutineReader {
    private final Problems problems;
    private final Values values;
    private final OffloadReader offloads;
    private final CallReader calls;
    private final RoutineArguments arguments;

    RoutineReader(Problems problems, Values values, OffloadReader offloads, CallReader calls, QuantityReader numbers) {
        this.problems = problems;
        this.values = values;
        this.offloads = offloads;
        this.calls = calls;
        this.arguments = new RoutineArguments(problems, values, calls, numbers);
    }

    /** Reads the call. It is one of a function of the host, with what the catalogue knows of it filled in. */
    Optional<OffloadSpec> read(Node library, Fields fields, CallReader.Around around) {
        offloads.refuseForRoutine(fields);
        fields.refuse(List.of(Key.RETURNS), "does not go with 'library', whose catalogue has it");
        Optional<Located<LibraryFunction>> function = offloads.catalogue()
                .function(library, fields.require(Key.CALLEE, ""))
                .flatMap(plain -> offloads.catalogue().inMode(fields.get(Key.POINTER_MODE), plain))
                .filter(this::goesWithOthers);
        Optional<Map<String, Long>> constants =
                function.flatMap(f -> offloads.catalogue().constants(fields.get(Key.CONSTANTS), f.value()));
        Optional<Fields> given = fields.require(Key.ARGUMENTS, ", by the routine's parameters")
                .flatMap(node ->
                        values.mapping(node, "'arguments'", "a mapping of the routine's parameters to what they get"))
                .flatMap(node -> function.map(f ->
                        new Fields(node, "'" + f.value().symbol() + "'", RoutineArguments.names(f.value()), problems)));
        Optional<RoutineArguments.Read> read = function.flatMap(f -> constants.flatMap(
                known -> given.flatMap(node -> arguments.read(f.value(), known, node, around.parameters()))));
        Optional<? extends OffloadSpec.Target> target = function.flatMap(f -> target(
                new Routine(f.value(), read.map(RoutineArguments.Read::sizes).orElse(Map.of())), fields, around));
        if (function.isEmpty() || read.isEmpty() || target.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new OffloadSpec(
                fields.position(),
                around.name(),
                new Located<>(function.get().value().symbol(), function.get().position()),
                read.get().passed(),
                around.device(),
                target.get()));
    }

    private boolean goesWithOthers(Located<LibraryFunction> routine) {
        LibraryFunction function = routine.value();
        boolean symbolic = function.passedParameters().stream()
                .anyMatch(parameter -> parameter instanceof LibraryParameter.Choice choice
                        && choice.enumeration().isSymbolic());
        if (symbolic) {
            problems.add(
                    routine.position(),
                    "'" + function + "' takes variables of " + function.library()
                            + ", which does not go with 'calls'; give it an entry of its own");
            return false;
        }
        boolean shares = function.passedParameters().stream().anyMatch(LibraryParameter.Array.class::isInstance);
        if (!shares) {
            problems.add(
                    routine.position(),
                    "'" + function + "' takes no array, so it shares nothing with other calls; give it an entry of its"
                            + " own");
        }
        return shares;
    }

    private Optional<? extends OffloadSpec.Target> target(Routine routine, Fields fields, CallReader.Around around) {
        LibraryFunction function = routine.function();
        Library library = function.library();
        Optional<Completion> written = offloads.completion(fields);
        if (fields.has(Key.STREAM) && library.driver().isEmpty()) {
            fields.refuse(List.of(Key.STREAM), "does not go with '" + library + "', which works on the host");
            return Optional.empty();
        }
        return written.map(completion -> filled(completion, library, fields.position()))
                .map(completion -> new HostCall(
                        new Located<>(function.returnType(), fields.position()), completion, Optional.of(routine)))
                .flatMap(call -> calls.onStream(call, fields, around));
    }

    /** What an entry of its own would have: the library's own wait, and no status where it returns something else. */
    private static Completion filled(Completion written, Library library, Position position) {
        String waits = library.driver()
                .map(driver -> driver.name().toLowerCase(Locale.ROOT))
                .orElse("none");
        Optional<OnStatus> onStatus = library.returnsStatus() ? Optional.empty() : Optional.of(OnStatus.RETURN);
        return new Completion(
                written.synchronize().or(() -> Optional.of(new Located<>(waits, position))),
                written.onStatus().or(() -> onStatus));
    }
}
