package io.github.offload4j.tools.emit;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.Subject;
import io.github.offload4j.tools.diagnostic.Position;
import io.github.offload4j.tools.spec.Located;
import io.github.offload4j.tools.spec.OffloadSpec;
import io.github.offload4j.tools.spec.OffloadSpec.Data;
import io.github.offload4j.tools.spec.OffloadSpec.Launch;
import io.github.offload4j.tools.spec.OffloadSpec.Variable;
import io.github.offload4j.tools.spec.ParameterSpec;
import io.github.offload4j.tools.spec.SpecNumber;
import java.util.Objects;
import java.util.stream.Stream;

/** Finds the part of an offload that the library refuses. */
final class Blame {
    private static final SpecNumber ONE = new SpecNumber.Constant(1);

    private Blame() {}

    /** Returns what the library says, which it always does. */
    static String message(OffloadException exception) {
        return Objects.requireNonNull(exception.getMessage(), "message is null");
    }

    /**
     * Returns the place.
     *
     * @throws OffloadException the one given, when it is no fault of the spec's
     */
    static Position position(OffloadException exception, OffloadSpec offload) {
        return switch (exception.reason()) {
            case ARGUMENT ->
                exception.subject().map(part -> position(part, offload)).orElse(offload.position());
            case RUNTIME_ABI, LAUNCH_BOUNDS -> bounds(offload);
            case SYMBOL_CONFLICT -> offload.name().position();
            case OPTION -> offload.position();
            case SIGNATURE,
                    POSITION,
                    STATE,
                    SYNTAX,
                    VERIFICATION,
                    KERNEL,
                    LLVM,
                    TOOL,
                    INPUT_OUTPUT,
                    RUNTIME_LIBRARY,
                    LINKAGE,
                    EXECUTION -> throw exception;
        };
    }

    private static Position position(Subject subject, OffloadSpec offload) {
        if (subject instanceof Subject.Argument argument) {
            return named(argument.name(), offload);
        }
        return offload.fallback().map(Located::position).orElse(offload.position());
    }

    private static Position named(String name, OffloadSpec offload) {
        Stream<Located<String>> variables = offload.target() instanceof Data data
                ? data.variables().stream().map(Variable::name)
                : Stream.empty();
        return Stream.concat(offload.parameters().stream().map(ParameterSpec::name), variables)
                .filter(located -> located.value().equals(name))
                .findFirst()
                .map(Located::position)
                .orElse(offload.position());
    }

    private static Position bounds(OffloadSpec offload) {
        if (!(offload.target() instanceof Launch launch)) {
            return offload.position();
        }
        boolean flat = launch.grid().value().stream()
                .skip(1)
                .allMatch(size -> size.value().equals(ONE));
        return flat ? launch.block().position() : launch.grid().position();
    }
}
