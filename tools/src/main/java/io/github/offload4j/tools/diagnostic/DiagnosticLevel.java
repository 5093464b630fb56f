package io.github.offload4j.tools.diagnostic;

import java.util.Locale;

/** How much a diagnostic matters. */
public enum DiagnosticLevel {
    /** The input cannot be used as it is. */
    ERROR("1;31"),
    /** The input may be meant that way. */
    WARNING("1;35"),
    /** What resident transfers did with a site of the input. */
    REMARK("1;34"),
    /** More about what was said before. */
    NOTE("1;36");

    private final String style;

    DiagnosticLevel(String style) {
        this.style = style;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the parameters of the terminal's escape sequence. */
    String style() {
        return style;
    }
}
