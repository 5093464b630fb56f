package io.github.offload4j.tools.explain;

import io.github.offload4j.codegen.analysis.Finding;
import io.github.offload4j.codegen.analysis.site.OffloadSite;
import io.github.offload4j.tools.html.Attribute;
import io.github.offload4j.tools.html.Element;
import io.github.offload4j.tools.html.Tag;
import java.util.List;
import java.util.OptionalLong;

/** All sites at a glance. */
final class SiteTable {
    private SiteTable() {}

    static Element of(List<SitePart> sites, List<Finding> findings) {
        Element head = Element.of(Tag.TR);
        for (String column : List.of("site", "place", "bytes in", "bytes out", "findings")) {
            head.add(Element.of(Tag.TH, column).with(Attribute.SCOPE, "col"));
        }
        Element rows = Element.of(Tag.TBODY);
        for (SitePart site : sites) {
            rows.add(Element.of(Tag.TR)
                    .add(
                            Element.of(Tag.TH)
                                    .with(Attribute.SCOPE, "row")
                                    .add(Element.linkTo(
                                            SitePart.id(site.number()), site.number() + ". " + site.title())),
                            Element.of(Tag.TD, site.place()),
                            Element.of(Tag.TD, bytes(site.site(), true)),
                            Element.of(Tag.TD, bytes(site.site(), false)),
                            findings(site, findings)));
        }
        return Element.of(Tag.TABLE)
                .styled("stacked")
                .add(Element.of(Tag.CAPTION, "All sites"), Element.of(Tag.THEAD).add(head), rows);
    }

    /** Returns the sum of what travels one way, as far as sizes are known. */
    private static String bytes(OffloadSite site, boolean in) {
        long sum = 0;
        boolean more = false;
        for (ArgumentView argument : ArgumentView.of(site)) {
            Travel travel = Travel.of(argument, site.mode());
            if (in ? travel.in() : travel.out()) {
                OptionalLong bytes = argument.strided()
                        ? OptionalLong.empty()
                        : argument.bytes().known();
                sum += Math.max(0, bytes.orElse(0));
                more |= bytes.isEmpty();
            }
        }
        return more ? (sum == 0 ? "computed" : sum + " and more") : Long.toString(sum);
    }

    private static Element findings(SitePart site, List<Finding> findings) {
        Element cell = Element.of(Tag.TD);
        for (int i = 0; i < findings.size(); i++) {
            if (site.isConcernedBy(findings.get(i))) {
                cell.add(FindingPart.badge(findings.get(i)))
                        .add(" ")
                        .add(Element.linkTo(FindingPart.id(i + 1), "finding " + (i + 1)))
                        .add(" ");
            }
        }
        return cell;
    }
}
