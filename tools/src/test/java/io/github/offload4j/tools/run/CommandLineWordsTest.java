package io.github.offload4j.tools.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CommandLineWordsTest {
    @Test
    void argumentsBeginWithTheFirstThatHasAValue() {
        assertThat(CommandLineWords.split(List.of("a.c", "./b.rs", "n=3", "x=@c.f90")))
                .isEqualTo(new CommandLineWords(List.of("a.c", "./b.rs"), List.of("n=3", "x=@c.f90")));
    }

    @Test
    void theFirstWordIsAFileWhateverItIs() {
        assertThat(CommandLineWords.split(List.of("odd=name.c", "n=3")))
                .isEqualTo(new CommandLineWords(List.of("odd=name.c"), List.of("n=3")));
    }

    @Test
    void aNameWithoutAValueIsAnArgument() {
        assertThat(CommandLineWords.split(List.of("a.c", "n")))
                .isEqualTo(new CommandLineWords(List.of("a.c"), List.of("n")));
    }
}
