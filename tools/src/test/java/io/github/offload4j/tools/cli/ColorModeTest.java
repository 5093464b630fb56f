package io.github.offload4j.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColorModeTest {
    @Test
    void autoColoursATerminalUnlessToldNotTo() {
        assertThat(ColorMode.AUTO.colors(true, "")).isTrue();
        assertThat(ColorMode.AUTO.colors(true, "1")).isFalse();
        assertThat(ColorMode.AUTO.colors(false, "")).isFalse();
    }

    @Test
    void aChoiceOnTheCommandLineWins() {
        assertThat(ColorMode.ALWAYS.colors(false, "1")).isTrue();
        assertThat(ColorMode.NEVER.colors(true, "")).isFalse();
    }
}
