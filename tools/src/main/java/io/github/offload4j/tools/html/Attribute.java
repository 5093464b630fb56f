package io.github.offload4j.tools.html;

import java.util.Locale;

/** The attributes that pages use. None of them holds code, and addresses are written by {@link Element#linkTo}. */
public enum Attribute {
    ARIA_HIDDEN,
    ARIA_LABEL,
    ARIA_LABELLEDBY,
    CHARSET,
    CLASS,
    CONTENT,
    HTTP_EQUIV,
    ID,
    LANG,
    NAME,
    ROLE,
    ROWSPAN,
    SCOPE,
    TABINDEX;

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
