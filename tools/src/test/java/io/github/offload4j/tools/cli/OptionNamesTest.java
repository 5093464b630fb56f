package io.github.offload4j.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Help spells the choices of an option out; they are those that it takes. */
class OptionNamesTest {
    static Stream<OptionSpec> options() {
        return Stream.of(new EmissionOptions(), new OutputOptions(), new GlobalOptions(StandardStreams.ofProcess()))
                .map(CommandLine.Model.CommandSpec::forAnnotatedObject)
                .flatMap(spec -> spec.options().stream())
                .filter(option -> option.type().isEnum());
    }

    @ParameterizedTest
    @MethodSource("options")
    @SuppressWarnings("unchecked")
    void labelListsEveryChoice(OptionSpec option) {
        List<String> choices = OptionNames.of((Class<? extends Enum<?>>) option.type());

        assertThat(option.paramLabel().split("\\|")).containsExactlyElementsOf(choices);
    }
}
