package io.github.offload4j.tools.html;

/** A part of a page. */
public sealed interface Markup permits Element, Markup.Drawing, Markup.Style, Markup.Text {
    /** Appends the part as HTML. */
    void write(StringBuilder out);

    /**
     * A text.
     *
     * @param text as a reader sees it
     */
    record Text(String text) implements Markup {
        @Override
        public void write(StringBuilder out) {
            out.append(Escaping.escape(text));
        }
    }

    /**
     * Rules for the whole page.
     *
     * @param css text of this program's, and so without anything that ends the element
     */
    record Style(String css) implements Markup {
        /** Checks the text. */
        public Style {
            if (css.contains("</")) {
                throw new IllegalArgumentException("a style sheet that ends itself");
            }
        }

        @Override
        public void write(StringBuilder out) {
            out.append("<style>\n").append(css).append("</style>\n");
        }
    }

    /**
     * A drawing.
     *
     * @param svg the element, whose texts are escaped by who draws it
     */
    record Drawing(String svg) implements Markup {
        /** Checks the text. */
        public Drawing {
            if (!svg.startsWith("<svg ") || !svg.endsWith("</svg>\n")) {
                throw new IllegalArgumentException("no element svg");
            }
        }

        @Override
        public void write(StringBuilder out) {
            out.append(svg);
        }
    }
}
