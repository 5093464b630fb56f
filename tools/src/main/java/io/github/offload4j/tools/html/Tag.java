package io.github.offload4j.tools.html;

import java.util.Locale;

/** The elements that pages are made of. Nothing that runs, loads or submits is among them. */
public enum Tag {
    HTML(Form.BLOCK),
    HEAD(Form.BLOCK),
    META(Form.EMPTY),
    TITLE(Form.BLOCK),
    BODY(Form.BLOCK),
    HEADER(Form.BLOCK),
    NAV(Form.BLOCK),
    MAIN(Form.BLOCK),
    FOOTER(Form.BLOCK),
    SECTION(Form.BLOCK),
    ARTICLE(Form.BLOCK),
    DIV(Form.BLOCK),
    H1(Form.BLOCK),
    H2(Form.BLOCK),
    H3(Form.BLOCK),
    P(Form.BLOCK),
    UL(Form.BLOCK),
    OL(Form.BLOCK),
    LI(Form.BLOCK),
    DL(Form.BLOCK),
    DT(Form.BLOCK),
    DD(Form.BLOCK),
    FIGURE(Form.BLOCK),
    FIGCAPTION(Form.BLOCK),
    PRE(Form.BLOCK),
    DETAILS(Form.BLOCK),
    SUMMARY(Form.BLOCK),
    TABLE(Form.BLOCK),
    CAPTION(Form.BLOCK),
    THEAD(Form.BLOCK),
    TBODY(Form.BLOCK),
    TR(Form.BLOCK),
    TH(Form.BLOCK),
    TD(Form.BLOCK),
    A(Form.INLINE),
    B(Form.INLINE),
    CODE(Form.INLINE),
    I(Form.INLINE),
    MARK(Form.INLINE),
    SPAN(Form.INLINE);

    private enum Form {
        /** Stands on lines of its own. */
        BLOCK,
        /** Stands within a line. */
        INLINE,
        /** Has no content, and no end. */
        EMPTY
    }

    private final Form form;

    Tag(Form form) {
        this.form = form;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isEmpty() {
        return form == Form.EMPTY;
    }

    boolean endsLine() {
        return form != Form.INLINE;
    }
}
