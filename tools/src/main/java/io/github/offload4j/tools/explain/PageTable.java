package io.github.offload4j.tools.explain;

import io.github.offload4j.tools.html.Attribute;
import io.github.offload4j.tools.html.Element;
import io.github.offload4j.tools.html.Tag;

/** A table of words whose rows are named by their first cell. */
final class PageTable {
    private final Element table = Element.of(Tag.TABLE);
    private final Element rows = Element.of(Tag.TBODY);

    PageTable(String... columns) {
        Element head = Element.of(Tag.TR);
        for (String column : columns) {
            head.add(Element.of(Tag.TH, column).with(Attribute.SCOPE, "col"));
        }
        table.add(Element.of(Tag.THEAD).add(head), rows);
    }

    void row(String name, String... cells) {
        Element row = Element.of(Tag.TR).add(Element.of(Tag.TH, name).with(Attribute.SCOPE, "row"));
        for (String cell : cells) {
            row.add(Element.of(Tag.TD, cell));
        }
        rows.add(row);
    }

    Element element() {
        return table;
    }
}
