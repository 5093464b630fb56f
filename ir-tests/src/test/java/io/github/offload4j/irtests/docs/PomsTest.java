package io.github.offload4j.irtests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in two POMs, since one of them knows nothing of the other, is the same; and a page shows what is in them. */
class PomsTest {
    private static final Path ROOT = Path.of("..");
    private static final String SAMPLE = "tools/samples/embed/pom.xml";
    private static final Pattern PROPERTY = Pattern.compile("<([a-z0-9.-]+\\.version)>([^<]+)</\\1>");
    private static final Pattern PLUGIN =
            Pattern.compile("<artifactId>([a-z-]+-plugin)</artifactId>\\s*<version>([^<$]+)</version>");

    @Test
    void theBillOfMaterialsHasTheVersionsOfTheBuild() throws IOException {
        assertThat(properties("pom.xml")).containsAllEntriesOf(properties("bom/pom.xml"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"version", "url", "inceptionYear", "licenses", "developers", "connection", "issueManagement"})
    void theBillOfMaterialsSaysOfTheProjectWhatTheBuildSays(String element) throws IOException {
        assertThat(element("bom/pom.xml", element)).isEqualTo(element("pom.xml", element));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bom/pom.xml", SAMPLE})
    void pluginsHaveTheVersionsOfTheBuild(String pom) throws IOException {
        Map<String, String> plugins = matches(PLUGIN, pom);

        assertThat(plugins).isNotEmpty();
        Map<String, String> versions = properties("pom.xml");
        plugins.forEach((plugin, version) -> assertThat(versions).as(pom).containsEntry(plugin + ".version", version));
    }

    @Test
    void theSampleUsesThisVersion() throws IOException {
        String version = element("pom.xml", "version");

        assertThat(read(SAMPLE))
                .contains("<artifactId>offload4j-bom</artifactId>\n        <version>" + version + "</version>");
        assertThat(read("tools/samples/embed/build.gradle.kts")).contains("offload4j-bom:" + version + "\"");
    }

    /** From 24 on the virtual machine asks both for whoever loads libraries and for whoever has native methods. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "docs/install.md",
                "docs/embedding.md",
                "tools/samples/embed/run",
                "tools/samples/embed/build.gradle.kts"
            })
    void onTheModulePathTheModulesThatCallNativeCodeAreNamed(String file) throws IOException {
        assertThat(Pattern.compile("--enable-native-access=([a-z][\\w.,]*)")
                        .matcher(read(file))
                        .results()
                        .map(option -> option.group(1)))
                .containsExactly("org.bytedeco.javacpp,org.bytedeco.llvm");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dependency", "bom"})
    void thePageShowsWhatTheSampleDependsOn(String snippet) throws IOException {
        assertThat(lines(read(SAMPLE))).contains(lines(snippet(snippet)));
    }

    private static String snippet(String name) throws IOException {
        Matcher found = Pattern.compile("<!-- snippet: " + name + " -->\n```xml\n(.*?)```", Pattern.DOTALL)
                .matcher(read("docs/install.md"));
        assertThat(found.find())
                .as("docs/install.md has the snippet '" + name + "'")
                .isTrue();
        return found.group(1);
    }

    /** Without indentation and comments. */
    private static String lines(String xml) {
        return xml.replaceAll("<!--[^>]*-->\\s*", "").replaceAll("(?m)^ +", "");
    }

    private static Map<String, String> properties(String pom) throws IOException {
        return matches(PROPERTY, pom);
    }

    private static Map<String, String> matches(Pattern pattern, String pom) throws IOException {
        Map<String, String> all = new TreeMap<>();
        for (MatchResult match : pattern.matcher(read(pom)).results().toList()) {
            all.put(match.group(1), match.group(2));
        }
        return all;
    }

    /** Returns the content of the first element of that name. */
    private static String element(String pom, String name) throws IOException {
        Matcher found = Pattern.compile("<" + name + ">(.*?)</" + name + ">", Pattern.DOTALL)
                .matcher(read(pom));
        assertThat(found.find()).as(pom + " has <" + name + ">").isTrue();
        return found.group(1);
    }

    private static String read(String file) throws IOException {
        return Files.readString(ROOT.resolve(file));
    }
}
