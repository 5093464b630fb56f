package io.github.offload4j.irtests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the page about CUDA shows is the example that is compiled and run, and the versions are the build's. */
class CudaPageTest {
    private static final Path ROOT = Path.of("..");

    private static String page() throws IOException {
        return Files.readString(ROOT.resolve("docs/cuda-from-java.md"));
    }

    private static String example() throws IOException {
        return Files.readString(ROOT.resolve("tools/examples/java/io/github/offload4j/examples/CublasProduct.java"));
    }

    private static String between(String text, String begin, String end) {
        int start = text.indexOf(begin);
        assertThat(start).as(begin).isNotNegative();
        return text.substring(start + begin.length(), text.indexOf(end, start + begin.length()))
                .strip()
                .stripIndent();
    }

    private static String withoutIndent(String text) {
        return text.lines().map(String::strip).reduce("", (a, b) -> a + b + "\n");
    }

    @Test
    void programIsTheExamples() throws IOException {
        assertThat(withoutIndent(between(page(), "```java\n", "```")))
                .isEqualTo(withoutIndent(between(example(), "// begin program\n", "// end program")));
    }

    @Test
    void moduleIsTheExamples() throws IOException {
        assertThat(withoutIndent(between(page(), "```llvm\n", "```")))
                .isEqualTo(withoutIndent(between(example(), "MODULE = \"\"\"\n", "\"\"\"")));
    }

    @Test
    void dependenciesAreTheBuilds() throws IOException {
        String pom = Files.readString(ROOT.resolve("pom.xml"));
        assertThat(page())
                .contains("org.bytedeco:cuda:" + between(pom, "<cuda.version>", "</cuda.version>"))
                .contains("org.bytedeco:cuda:" + between(pom, "<cuda12.version>", "</cuda12.version>"));
    }
}
