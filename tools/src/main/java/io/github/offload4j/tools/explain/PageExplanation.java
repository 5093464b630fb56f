package io.github.offload4j.tools.explain;

import io.github.offload4j.codegen.analysis.Finding;
import io.github.offload4j.codegen.analysis.Severity;
import io.github.offload4j.codegen.analysis.site.OffloadEntry;
import io.github.offload4j.codegen.analysis.site.OffloadImage;
import io.github.offload4j.codegen.analysis.site.OffloadSite;
import io.github.offload4j.codegen.diagnostic.TransferRemark;
import io.github.offload4j.runtime.timeline.Timeline;
import io.github.offload4j.runtime.trace.Quantities;
import io.github.offload4j.runtime.trace.TraceSummary;
import io.github.offload4j.tools.diagnostic.SourceFiles;
import io.github.offload4j.tools.html.Attribute;
import io.github.offload4j.tools.html.Element;
import io.github.offload4j.tools.html.Markup;
import io.github.offload4j.tools.html.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes offload sites as one page of HTML that needs nothing else: no file, no network, no script. */
final class PageExplanation {
    private final Subject subject;
    private final SourceFiles sources;
    private final List<SitePart> sites = new ArrayList<>();
    private final Remarks remarks;
    private final Element contents = Element.of(Tag.UL);
    private final Element main = Element.of(Tag.MAIN).with(Attribute.ID, "main");

    PageExplanation(Subject subject, SourceFiles sources) {
        this.subject = subject;
        this.sources = sources;
        this.remarks = new Remarks(subject.remarks());
    }

    String write() {
        SiteCode code = new SiteCode(sources);
        for (OffloadSite site : subject.inventory().sites()) {
            sites.add(new SitePart(sites.size() + 1, site, code.of(site), remarks.take(site), subject.trace()));
        }
        findings();
        sites();
        otherRemarks();
        timeline();
        entries();
        images();
        StringBuilder page = new StringBuilder("<!DOCTYPE html>\n");
        Element.of(Tag.HTML).with(Attribute.LANG, "en").add(head(), body()).write(page);
        return page.toString();
    }

    private Element head() {
        return Element.of(Tag.HEAD)
                .add(Element.of(Tag.META).with(Attribute.CHARSET, "utf-8"))
                .add(meta("viewport", "width=device-width, initial-scale=1"))
                .add(meta("color-scheme", "light dark"))
                // whatever a name in the module may hold, the browser runs and fetches nothing
                .add(Element.of(Tag.META)
                        .with(Attribute.HTTP_EQUIV, "Content-Security-Policy")
                        .with(Attribute.CONTENT, "default-src 'none'; style-src 'unsafe-inline'"))
                .add(Element.of(Tag.TITLE, subject.name() + ": offload sites"), new Markup.Style(PageStyle.CSS));
    }

    private static Element meta(String name, String content) {
        return Element.of(Tag.META).with(Attribute.NAME, name).with(Attribute.CONTENT, content);
    }

    private Element body() {
        Element header = Element.of(Tag.HEADER)
                .add(Element.of(Tag.H1, subject.name()))
                .add(Element.of(Tag.P, Words.counts(subject.inventory()) + "; " + found()));
        subject.trace()
                .ifPresent(run -> header.add(Element.of(
                        Tag.P,
                        "Trace " + run.name() + ": "
                                + TraceSummary.of(run.data().events()).headline())));
        Element nav = Element.of(Tag.NAV)
                .with(Attribute.ARIA_LABEL, "Parts of this page")
                .add(contents);
        Element footer = Element.of(Tag.FOOTER)
                .add(Element.of(
                        Tag.P,
                        "Written by irgen explain. Data that is on the device already is not copied when a site maps it"
                                + " again, unless it is mapped with ALWAYS."));
        return Element.of(Tag.BODY)
                .add(Element.linkTo("main", "Skip to the content").styled("skip"), header, nav, main, footer);
    }

    private String found() {
        long errors = subject.findings().stream()
                .filter(f -> f.severity() == Severity.ERROR)
                .count();
        long warnings = subject.findings().size() - errors;
        String words = Stream.of(
                        errors == 0 ? "" : Quantities.count(errors, "error", "errors"),
                        warnings == 0 ? "" : Quantities.count(warnings, "warning", "warnings"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" and "));
        return "the checks find " + (words.isEmpty() ? "nothing" : words);
    }

    private void findings() {
        List<Finding> findings = subject.findings();
        if (findings.isEmpty()) {
            return;
        }
        Element list = Element.of(Tag.OL).styled("findings");
        for (int i = 0; i < findings.size(); i++) {
            list.add(FindingPart.whole(i + 1, findings.get(i), sources));
        }
        section("findings", "Findings", " " + findings.size()).add(list);
    }

    private void sites() {
        Element section = section("sites", "Sites", " " + sites.size());
        if (sites.isEmpty()) {
            section.add(Element.of(Tag.P, "The module has no offload site."));
        }
        if (sites.size() > 1) {
            section.add(SiteTable.of(sites, subject.findings()));
        }
        sites.forEach(site -> section.add(site.element(subject.findings())));
    }

    private void otherRemarks() {
        if (remarks.left().isEmpty()) {
            return;
        }
        Element list = Element.of(Tag.UL);
        for (TransferRemark remark : remarks.left()) {
            String place = remark.location().map(found -> found + ": ").orElse("");
            list.add(Element.of(
                    Tag.LI,
                    place + "'" + remark.callee() + "' in '" + remark.function() + "', " + SitePart.resident(remark)));
        }
        section("remarks", "Other remarks", " " + remarks.left().size()).add(list);
    }

    private void timeline() {
        subject.trace().ifPresent(run -> {
            TraceSummary summary = TraceSummary.of(run.data().events());
            section("timeline", "Timeline", "")
                    .add(Element.of(Tag.DIV)
                            .styled("wide")
                            .with(Attribute.TABINDEX, "0")
                            .with(Attribute.ROLE, "region")
                            .with(Attribute.ARIA_LABEL, "Timeline as a picture; the tables below have its sums")
                            .add(new Markup.Drawing(Timeline.svg(run.name(), run.data()))))
                    .addAll(TraceTables.of(summary));
        });
    }

    private void entries() {
        List<OffloadEntry> entries = subject.inventory().entries();
        if (entries.isEmpty()) {
            return;
        }
        PageTable table = new PageTable("What the runtime knows by its entries", List.of("entry", "known by", "where"));
        for (OffloadEntry entry : entries) {
            table.row(
                    Words.what(entry),
                    entry.address().map(address -> address.name()).orElse(""),
                    Words.placement(entry.placement()) + (entry.legacy() ? ", in the format of LLVM 19" : ""));
        }
        section("entries", "Entries", " " + entries.size()).add(table.element());
    }

    private void images() {
        List<OffloadImage> images = subject.inventory().images();
        if (images.isEmpty()) {
            return;
        }
        PageTable table =
                new PageTable("Code for devices", List.of("image", "size", "format", "handed to the runtime by"));
        for (OffloadImage image : images) {
            table.row(
                    image.variable().isEmpty() ? "unnamed" : image.variable(),
                    Words.size(image),
                    image.format().toString(),
                    image.registered() ? "the module" : "the linker");
        }
        section("images", "Images", " " + images.size()).add(table.element());
    }

    private Element section(String id, String title, String count) {
        String name = id + "-name";
        contents.add(Element.of(Tag.LI).add(Element.linkTo(id, title), Element.of(Tag.SPAN, count)));
        Element section = Element.of(Tag.SECTION)
                .with(Attribute.ID, id)
                .with(Attribute.ARIA_LABELLEDBY, name)
                .add(Element.of(Tag.H2, title).with(Attribute.ID, name));
        main.add(section);
        return section;
    }
}
