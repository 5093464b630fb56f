package io.github.offload4j.tools.explain;

import io.github.offload4j.tools.html.Attribute;
import io.github.offload4j.tools.html.Element;
import io.github.offload4j.tools.html.Tag;
import java.util.List;

/** A table of words whose rows are named by their first cell. */
final class PageTable {
    private final Element table = Element.of(Tag.TABLE).styled("stacked");
    private final Element rows = Element.of(Tag.TBODY);

    /** Begins a table with a caption, by which it is found, and with the names of its columns. */
    PageTable(String caption, List<String> columns) {
        Element head = Element.of(Tag.TR);
        for (String column : columns) {
            head.add(Element.of(Tag.TH, column).with(Attribute.SCOPE, "col"));
        }
        table.add(Element.of(Tag.CAPTION, caption), Element.of(Tag.THEAD).add(head), rows);
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
