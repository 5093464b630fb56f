package io.github.offload4j.tools;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.analysis.Check;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page about the commands says what the program knows. */
class CommandReferenceTest {
    private static final Path PAGE = Path.of("../docs/commands.md");

    @Test
    void pageIsFresh() throws IOException {
        String fresh = CommandReference.page();
        if ("accept".equals(System.getProperty("offload4j.golden"))) {
            Files.writeString(PAGE, fresh);
        }
        assertThat(Files.readString(PAGE).replace("\r\n", "\n"))
                .as("docs/commands.md; to write it anew: ./mvnw test -pl tools -am -Dtest=CommandReferenceTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Doffload4j.golden=accept")
                .isEqualTo(fresh);
    }

    @ParameterizedTest
    @EnumSource(Check.class)
    void everyCheckIsNamedByItsOption(Check check) {
        assertThat(CommandReference.page()).contains("`--check=NAME=off|warning|error`: ");
        assertThat(CommandReference.page().lines().filter(line -> line.startsWith("- `--check=NAME=")))
                .allSatisfy(line -> assertThat(line).contains(" " + check.optionName()));
    }
}
