package io.github.offload4j.tools.explain;

import io.github.offload4j.codegen.analysis.Finding;
import io.github.offload4j.codegen.analysis.Severity;
import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.tools.diagnostic.SourceFiles;
import io.github.offload4j.tools.diagnostic.SourceLine;
import io.github.offload4j.tools.html.Attribute;
import io.github.offload4j.tools.html.Element;
import io.github.offload4j.tools.html.Tag;
import java.util.Optional;

/** What the checks find, on a page. */
final class FindingPart {
    private FindingPart() {}

    static String id(int number) {
        return "finding-" + number;
    }

    /** Shows a finding where the code is that it is about, or that leads to it. */
    static Element inCode(int number, Finding finding, boolean leads) {
        String there = leads ? finding.location().map(place -> place + ": ").orElse("") : "";
        return Element.of(Tag.SPAN)
                .styled("found " + style(finding))
                .add(
                        badge(finding),
                        Element.of(Tag.SPAN, " " + there + finding.message() + " "),
                        Element.linkTo(id(number), "finding " + number));
    }

    /** Shows a finding with all that led to it. */
    static Element whole(int number, Finding finding, SourceFiles sources) {
        Element part = Element.of(Tag.LI).with(Attribute.ID, id(number)).styled(style(finding));
        part.add(Element.of(Tag.P)
                .add(badge(finding))
                .add(" " + finding.message() + " ")
                .add(Element.of(Tag.CODE, finding.check().optionName())));
        part.add(place(finding.location(), finding.function(), sources));
        if (!finding.chain().isEmpty()) {
            Element steps = Element.of(Tag.OL).styled("steps");
            for (Finding.Step step : finding.chain()) {
                steps.add(Element.of(Tag.LI)
                        .add(Element.of(Tag.P, step.text()))
                        .add(place(step.location(), finding.function(), sources)));
            }
            part.add(Element.of(Tag.P, "How the program gets there:"), steps);
        }
        return part;
    }

    static Element badge(Finding finding) {
        return finding.severity() == Severity.ERROR
                ? Element.of(Tag.B, "✕ error").styled("badge error")
                : Element.of(Tag.B, "⚠ warning").styled("badge warning");
    }

    private static String style(Finding finding) {
        return finding.severity() == Severity.ERROR ? "error" : "warning";
    }

    private static Element place(Optional<SourceLocation> location, String function, SourceFiles sources) {
        String where = location.map(SourceLocation::toString).orElse("function " + function);
        Element place = Element.of(Tag.P).styled("place").add(where);
        location.flatMap(sources::line)
                .map(SourceLine::text)
                .filter(line -> !line.isBlank())
                .ifPresent(line -> place.add(" ").add(Element.of(Tag.CODE, line.strip())));
        return place;
    }
}
