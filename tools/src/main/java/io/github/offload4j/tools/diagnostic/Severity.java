package io.github.offload4j.tools.diagnostic;

import java.util.Locale;

/** How much a diagnostic matters. */
enum Severity {
    ERROR("1;31"),
    WARNING("1;35"),
    NOTE("1;36");

    private final String style;

    Severity(String style) {
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
