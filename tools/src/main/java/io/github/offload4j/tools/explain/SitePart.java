package io.github.offload4j.tools.explain;

import io.github.offload4j.codegen.analysis.Finding;
import io.github.offload4j.codegen.analysis.site.OffloadSite;
import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.codegen.diagnostic.TransferRemark;
import io.github.offload4j.codegen.fact.KnownBits;
import io.github.offload4j.runtime.trace.OffloadEvent;
import io.github.offload4j.tools.html.Attribute;
import io.github.offload4j.tools.html.Element;
import io.github.offload4j.tools.html.Tag;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One site on a page: its code, and beside it what it does.
 *
 * @param number from 1, in the order of the module
 * @param site the site
 * @param code its code
 * @param remark what resident transfers would do with it
 * @param trace what happened when the program ran
 */
record SitePart(
        int number, OffloadSite site, Excerpt code, Optional<TransferRemark> remark, Optional<RecordedRun> trace) {
    static String id(int number) {
        return "site-" + number;
    }

    String title() {
        return site.function().name() + " " + Words.deed(site);
    }

    String place() {
        return site.location().map(SourceLocation::toString).orElse("");
    }

    Element element(List<Finding> findings) {
        String name = id(number) + "-name";
        List<ArgumentView> arguments = ArgumentView.of(site);
        Element heading = Element.of(Tag.H3)
                .with(Attribute.ID, name)
                .add(Element.of(Tag.SPAN, number + ".").styled("count"))
                .add(" " + title());
        Element words = Element.of(Tag.DIV).add(facts(arguments));
        if (!arguments.isEmpty()) {
            words.add(arguments(arguments), mapTypes(arguments));
        }
        return Element.of(Tag.ARTICLE)
                .with(Attribute.ID, id(number))
                .with(Attribute.ARIA_LABELLEDBY, name)
                .add(heading)
                .add(Element.of(Tag.P, place().isEmpty() ? "without a place in a source" : place())
                        .styled("place"))
                .add(Element.of(Tag.DIV).styled("pair").add(CodeBlock.of(code, findings, this::isConcernedBy), words));
    }

    /** A finding concerns the site that it is at, or that the program comes from. */
    boolean isConcernedBy(Finding finding) {
        List<SourceLocation> places = site.allCalls().stream()
                .flatMap(call -> call.location().stream())
                .toList();
        boolean at = finding.location().filter(places::contains).isPresent()
                || finding.chain().stream()
                        .anyMatch(
                                step -> step.location().filter(places::contains).isPresent());
        boolean nowhere = places.isEmpty() && finding.location().isEmpty();
        return at || (nowhere && finding.function().equals(site.function().name()));
    }

    private Element facts(List<ArgumentView> arguments) {
        Element list = Element.of(Tag.DL);
        SiteFact.of(site, arguments).forEach(fact -> add(list, fact.about(), fact.text()));
        trace.ifPresent(run -> add(list, "trace", seen(run)));
        remark.ifPresent(found -> add(list, "resident", resident(found)));
        return list;
    }

    private String seen(RecordedRun run) {
        int sharing = run.sharing(site);
        if (sharing == 0) {
            return "the site has no place in a source, by which its events could be told";
        }
        String summary = SeenCopies.summary(run.at(site));
        String others = sharing == 1 ? "" : "; the numbers are those of the " + sharing + " sites at this place";
        return summary.isEmpty() ? "nothing happened at this place" : summary + others;
    }

    static String resident(TransferRemark remark) {
        boolean saves = remark.savedBytes().orElse(0) > 0;
        return "with --transfers=resident: " + remark.text()
                + (saves ? "; saves up to " + remark.savedBytes().getAsLong() + " bytes each time" : "");
    }

    private static void add(Element list, String about, String text) {
        list.add(Element.of(Tag.DT, about), Element.of(Tag.DD, text));
    }

    private Element arguments(List<ArgumentView> arguments) {
        Optional<List<OffloadEvent>> events =
                trace.filter(run -> run.sharing(site) > 0).map(run -> run.at(site));
        Element head = Element.of(Tag.TR).add(column("argument"), column("travels"), column("bytes"));
        events.ifPresent(seen -> head.add(column("copies seen")));
        Element rows = Element.of(Tag.TBODY);
        for (ArgumentView argument : arguments) {
            if (argument.number() == 0) {
                continue; // what no user has written is among the map types
            }
            Element row = Element.of(Tag.TR)
                    .add(Element.of(Tag.TH, label(argument)).with(Attribute.SCOPE, "row"), travels(argument))
                    .add(Element.of(Tag.TD, Words.size(argument)));
            events.ifPresent(seen -> row.add(Element.of(Tag.TD, SeenCopies.of(argument, copied(argument), seen))));
            rows.add(row);
        }
        return Element.of(Tag.TABLE)
                .add(Element.of(Tag.CAPTION, "Arguments"), Element.of(Tag.THEAD).add(head), rows);
    }

    private boolean copied(ArgumentView argument) {
        Travel travel = Travel.of(argument, site.mode());
        return travel.in() || travel.out();
    }

    private static String label(ArgumentView argument) {
        if (argument.number() == 0) {
            return "–";
        }
        return argument.name().isEmpty()
                ? Integer.toString(argument.number())
                : argument.number() + " " + argument.name();
    }

    private Element travels(ArgumentView argument) {
        Travel travel = Travel.of(argument, site.mode());
        Element cell = Element.of(Tag.TD);
        if (travel.in()) {
            cell.add(Element.of(Tag.SPAN, "→ in").styled("way inward")).add(" ");
        }
        if (travel.out()) {
            cell.add(Element.of(Tag.SPAN, "← out").styled("way outward")).add(" ");
        }
        cell.add(travel.text());
        Words.mapper(argument.mapper()).ifPresent(words -> cell.add("; mapper " + words));
        return cell;
    }

    private static Element mapTypes(List<ArgumentView> arguments) {
        Element rows = Element.of(Tag.TBODY);
        for (ArgumentView argument : arguments) {
            boolean first = true;
            for (Map.Entry<String, KnownBits> flags : argument.flags().entrySet()) {
                Element row = Element.of(Tag.TR);
                if (first) {
                    row.add(Element.of(Tag.TH, label(argument))
                            .with(Attribute.SCOPE, "row")
                            .with(
                                    Attribute.ROWSPAN,
                                    Integer.toString(argument.flags().size())));
                }
                rows.add(
                        row.add(Element.of(Tag.TD, flags.getKey()), Element.of(Tag.TD, Words.flags(flags.getValue()))));
                first = false;
            }
        }
        Element head = Element.of(Tag.TR).add(column("argument"), column("call"), column("map type"));
        return Element.of(Tag.DETAILS)
                .add(Element.of(Tag.SUMMARY, "Map types"))
                .add(Element.of(Tag.TABLE)
                        .add(
                                Element.of(Tag.CAPTION, "Map types of each call"),
                                Element.of(Tag.THEAD).add(head),
                                rows));
    }

    private static Element column(String name) {
        return Element.of(Tag.TH, name).with(Attribute.SCOPE, "col");
    }
}
