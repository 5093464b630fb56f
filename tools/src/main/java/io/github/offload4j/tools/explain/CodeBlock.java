package io.github.offload4j.tools.explain;

import io.github.offload4j.codegen.analysis.Finding;
import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.tools.html.Element;
import io.github.offload4j.tools.html.Tag;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Lines of code on a page, with findings below the lines that they are about. */
final class CodeBlock {
    private CodeBlock() {}

    /**
     * Shows an excerpt.
     *
     * @param findings those of the whole module, by their numbers less 1
     * @param concerning which of them are shown where the lines have no numbers, by which they could be told
     */
    static Element of(Excerpt excerpt, List<Finding> findings, Predicate<Finding> concerning) {
        Element code = Element.of(Tag.PRE);
        int before = 0;
        for (Excerpt.Line line : excerpt.lines()) {
            if (before > 0 && line.number() > before + 1) {
                code.add(Element.of(Tag.SPAN, "⋯").styled("gap"));
            }
            before = line.number();
            code.add(line(line, excerpt.numbered()));
            if (excerpt.numbered()) {
                for (int i = 0; i < findings.size(); i++) {
                    Finding finding = findings.get(i);
                    boolean here = isAt(finding.location(), excerpt.title(), line.number());
                    if (here || leads(finding, excerpt.title(), line.number())) {
                        code.add(FindingPart.inCode(i + 1, finding, !here));
                    }
                }
            }
        }
        for (int i = 0; i < findings.size() && !excerpt.numbered(); i++) {
            if (concerning.test(findings.get(i))) {
                code.add(FindingPart.inCode(i + 1, findings.get(i), true));
            }
        }
        if (excerpt.left() > 0) {
            code.add(Element.of(Tag.SPAN, "⋯ and " + excerpt.left() + " more of its lines")
                    .styled("gap"));
        }
        return Element.of(Tag.FIGURE).add(Element.of(Tag.FIGCAPTION, excerpt.title()), code);
    }

    /** What the excerpt is about has a sign beside its colour. */
    private static Element line(Excerpt.Line line, boolean numbered) {
        Element shown = Element.of(line.matters() ? Tag.MARK : Tag.SPAN);
        if (line.matters()) {
            shown.add(Element.of(Tag.B, "▸"));
        }
        if (numbered) {
            shown.add(Element.of(Tag.I, Integer.toString(line.number())));
        }
        return shown.add(line.text() + "\n");
    }

    private static boolean leads(Finding finding, String file, int line) {
        return finding.chain().stream().anyMatch(step -> isAt(step.location(), file, line));
    }

    private static boolean isAt(Optional<SourceLocation> location, String file, int line) {
        return location.filter(place -> place.line() == line && place.file().equals(file))
                .isPresent();
    }
}
