package io.github.offload4j.irtests.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.analysis.Check;
import io.github.offload4j.codegen.analysis.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The guide's examples do what the guide says. */
class DocumentedChecksTest {
    private static final Path GUIDE = Path.of("../docs/checks.md");
    private static final String BLOCK = "\\R+```%s\\R(.*?)```";
    private static final Pattern EXAMPLES = Pattern.compile(
            "Wrong:" + BLOCK.formatted("llvm") + BLOCK.formatted("") + "\\R+Right:" + BLOCK.formatted("llvm"),
            Pattern.DOTALL);

    @ParameterizedTest
    @EnumSource(Check.class)
    void everyCheckHasAWrongAndARightExample(Check check) {
        Matcher examples = EXAMPLES.matcher(section(check));
        assertThat(examples.find()).as("examples of " + check.optionName()).isTrue();

        List<Finding> wrong = Checked.text(examples.group(1));
        assertThat(wrong).extracting(Finding::check).containsExactly(check);
        assertThat(wrong)
                .extracting(DocumentedChecksTest::said)
                .containsExactly(examples.group(2).strip());
        assertThat(Checked.text(examples.group(3))).isEmpty();
    }

    private static String said(Finding finding) {
        return finding.severity().name().toLowerCase(Locale.ROOT) + ": " + finding.message();
    }

    private static String section(Check check) {
        String heading = "\n## " + check.optionName() + "\n";
        try {
            String guide = Files.readString(GUIDE).replace("\r\n", "\n");
            int begin = guide.indexOf(heading) + heading.length();
            int end = guide.indexOf("\n## ", begin);
            return guide.substring(begin, end < 0 ? guide.length() : end);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
