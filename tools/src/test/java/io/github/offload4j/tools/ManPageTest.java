package io.github.offload4j.tools;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.tools.cli.StandardStreams;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

class ManPageTest {
    private static CommandLine draw() {
        CommandSpec spec = CommandSpec.create().name("draw");
        spec.usageMessage()
                .header("Draws a picture.")
                .description("First.", "", ".nothing is \\hidden.")
                .exitCodeListHeading("Exit")
                .exitCodeList(Map.of("0", "done"));
        spec.addOption(OptionSpec.builder("-o", "--output")
                .type(String.class)
                .paramLabel("FILE")
                .defaultValue("-")
                .description("Where to (default: ${DEFAULT-VALUE}).")
                .build());
        spec.addOption(OptionSpec.builder("--secret")
                .hidden(true)
                .description("Never shown.")
                .build());
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel("SHAPE")
                .description("What.")
                .build());
        return new CommandLine(spec);
    }

    @Test
    void aPageHasWhatTheHelpHas() {
        assertThat(ManPage.of(draw(), "1.0-x")).isEqualTo("""
            .TH DRAW 1 "" "irgen 1.0\\-x" "irgen"
            .SH NAME
            draw \\- Draws a picture.
            .SH SYNOPSIS
            draw [\\-o=FILE] SHAPE
            .SH DESCRIPTION
            First.
            .PP
            \\&.nothing is \\ehidden.
            .SH INPUT
            .TP
            .B SHAPE
            What.
            .SH OPTIONS
            .TP
            .B \\-o, \\-\\-output=FILE
            Where to (default: \\-).
            .SH EXIT STATUS
            .TP
            .B 0
            done
            .SH SEE ALSO

            """);
    }

    @Test
    void everyCommandHasAPage(@TempDir Path share) throws IOException {
        Manual.write(share);

        OutputStream nowhere = OutputStream.nullOutputStream();
        Set<String> commands = Irgen.commandLine(
                        new StandardStreams(InputStream.nullInputStream(), nowhere, nowhere, false, false))
                .getSubcommands()
                .keySet();
        try (Stream<Path> pages = Files.list(share.resolve("man/man1"))) {
            assertThat(pages.map(page -> page.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                    Stream.of("irgen.1"), commands.stream().map(name -> "irgen-" + name + ".1"))
                            .toList());
        }
        assertThat(share.resolve("bash-completion/completions/irgen"))
                .content()
                .contains("complete -F _complete_irgen");
    }
}
