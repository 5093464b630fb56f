package io.github.offload4j.tools.input;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.lower.LoweredModule;
import io.github.offload4j.codegen.lower.Lowering;
import io.github.offload4j.codegen.lower.LoweringException;
import io.github.offload4j.codegen.lower.MarkProblem;
import io.github.offload4j.tools.diagnostic.Diagnostic;
import io.github.offload4j.tools.diagnostic.InputException;
import io.github.offload4j.tools.diagnostic.Position;
import io.github.offload4j.tools.diagnostic.SourceText;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** Lowers the marked calls of an input, and says where in it something is wrong with them. */
public final class MarkedCalls {
    private MarkedCalls() {}

    /**
     * Lowers a module in place.
     *
     * @return how many calls were marked
     * @throws InputException with all that is wrong with its marked calls
     */
    public static int lower(IrInput input, Lowering lowering) {
        return lowered(input, lowering).calls();
    }

    /**
     * Lowers a module in place.
     *
     * @return what is known of its sites from that
     * @throws InputException with all that is wrong with its marked calls
     */
    public static LoweredModule lowered(IrInput input, Lowering lowering) {
        // when it fails, the command does, and nothing is made of the input
        Lowering once = lowering.withoutCopy();
        return explaining(
                input, () -> once.lowered(input.raw(), () -> input.text().map(SourceText::content)));
    }

    /**
     * Turns marks that are calls into operand bundles, for passes that run before the lowering.
     *
     * @throws InputException with all that is wrong with the marks
     */
    public static void attach(IrInput input, Lowering lowering) {
        explaining(input, () -> {
            lowering.attach(input.raw());
            return true;
        });
    }

    private static <T> T explaining(IrInput input, Supplier<T> step) {
        try {
            return step.get();
        } catch (LoweringException e) {
            List<Diagnostic> diagnostics =
                    e.problems().stream().map(MarkedCalls::diagnostic).toList();
            throw input.text()
                    .map(text -> new InputException(text, diagnostics))
                    .orElseGet(() -> InputException.ofWhole(input.name(), diagnostics));
        } catch (OffloadException e) {
            if (e.reason() == Reason.VERIFICATION) {
                throw e; // the input was verified before, so this is no fault of the user's
            }
            throw new InputException(input.name(), Objects.requireNonNull(e.getMessage()));
        }
    }

    private static Diagnostic diagnostic(MarkProblem problem) {
        return problem.position()
                .map(p -> Diagnostic.at(new Position(p.line(), p.column()), problem.toString()))
                .or(() -> problem.source()
                        .map(source -> Diagnostic.from(
                                source, problem.message() + " [function '" + problem.function() + "']")))
                .orElseGet(() -> Diagnostic.ofWhole(problem.toString()));
    }
}
