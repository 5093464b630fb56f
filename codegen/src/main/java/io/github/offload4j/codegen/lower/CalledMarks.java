package io.github.offload4j.codegen.lower;

import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.lower.call.CallMarks;
import io.github.offload4j.codegen.lower.call.MarkedByCalls;
import io.github.offload4j.codegen.lower.call.MisplacedMark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts what is wrong with marks that are calls at the place of those calls. */
final class CalledMarks {
    private static final Pattern PART = Pattern.compile("\"offload\\.(\\w+)\"");

    private final CallMarks marks;
    private final Supplier<Optional<String>> text;
    private @Nullable List<TextPosition> positions;

    CalledMarks(CallMarks marks, Supplier<Optional<String>> text) {
        this.marks = marks;
        this.text = text;
    }

    /** Returns what is wrong with the marks themselves; they are still there when anything is. */
    List<MarkProblem> problems() {
        return marks.problems().stream().map(this::problem).toList();
    }

    private MarkProblem problem(MisplacedMark misplaced) {
        IrInstruction mark = misplaced.mark();
        boolean inFunction = mark.value().asInstruction().isPresent();
        return new MarkProblem(
                misplaced.message(),
                inFunction ? mark.function().name() : "none",
                inFunction ? mark.block().label() : "outside of functions",
                mark.toString(),
                inFunction ? mark.location() : Optional.empty(),
                position(marks.number(mark)));
    }

    /** Returns the marks that a call had before it got bundles. */
    Optional<MarkedByCalls> of(IrInstruction call) {
        return Optional.ofNullable(marks.marked().get(call));
    }

    /** Returns a problem with what a call's marks say, at the mark that it is about. */
    MarkProblem problem(IrInstruction call, MarkedByCalls marked, Findings.Finding finding) {
        MarkedByCalls.Origin origin =
                finding.mark().map(mark -> marked.marks().get(mark.position())).orElse(marked.begin());
        return new MarkProblem(
                inWordsOfCalls(finding.message()),
                call.function().name(),
                call.block().label(),
                "@" + origin.symbol() + "(...)",
                origin.location(),
                position(origin.number()));
    }

    /** Returns a message about bundles as one about the calls that they were. */
    private static String inWordsOfCalls(String message) {
        return PART.matcher(message.replace("\"offload.member.section\"", "offload_section"))
                .replaceAll("offload_$1")
                .replace("\"offload\"", "offload_mark")
                .replace("bundle", "mark");
    }

    private Optional<TextPosition> position(int number) {
        List<TextPosition> known = positions;
        if (known == null) {
            known = read();
            positions = known;
        }
        return number < 0 || number >= known.size() ? Optional.empty() : Optional.of(known.get(number));
    }

    private List<TextPosition> read() {
        List<TextPosition> found = new ArrayList<>();
        List<String> symbols = new ArrayList<>();
        text.get()
                .ifPresent(t -> new MarkScanner(t)
                        .scanMarks().stream()
                                .filter(tag -> marks.symbols().contains(tag.text()))
                                .forEach(tag -> {
                                    symbols.add(tag.text());
                                    found.add(tag.position());
                                }));
        return symbols.equals(marks.symbols()) ? found : List.of();
    }
}
