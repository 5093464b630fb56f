package io.github.offload4j.irtests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No link of a page leads nowhere, and the site's list of pages has all of them. */
class LinksTest {
    static List<Page> pages() {
        return Page.all();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkHasATarget(Page page) {
        List<String> broken = page.links().stream()
                .filter(link -> !link.matches("[a-z]+:.*"))
                .filter(link -> !leadsSomewhere(page, link))
                .toList();
        assertThat(broken).isEmpty();
    }

    private static boolean leadsSomewhere(Page page, String link) {
        String[] parts = link.split("#", 2);
        Path path = parts[0].isEmpty()
                ? Path.of(page.path())
                : Path.of("./" + page.path()).resolveSibling(parts[0]).normalize();
        if (!Files.exists(Page.ROOT.resolve(path))) {
            return false;
        }
        return parts.length == 1 || new Page(path.toString()).anchors().contains(parts[1]);
    }

    @Test
    void everyPageIsInTheSidebarOnce() throws IOException {
        List<String> listed = new ArrayList<>();
        for (JsonNode group : new ObjectMapper()
                .readTree(Page.ROOT.resolve("docs/sidebar.json").toFile())) {
            group.get("pages").fieldNames().forEachRemaining(name -> listed.add("docs/" + name + ".md"));
        }
        assertThat(listed)
                .as("docs/sidebar.json has a line for each page of docs")
                .containsExactlyInAnyOrderElementsOf(Page.all().stream()
                        .map(Page::path)
                        .filter(path -> path.startsWith("docs/"))
                        .toList());
    }

    @Test
    void lockedPackagesNameNoServer() throws IOException {
        assertThat(Files.readString(Page.ROOT.resolve("tools/site/package-lock.json")))
                .doesNotContain("\"resolved\"");
    }
}
