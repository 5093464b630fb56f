package io.github.offload4j.tools.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.offload4j.tools.Run;
import io.github.offload4j.tools.html.Browser;
import io.github.offload4j.tools.html.OpenPage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a browser tells screen readers of a page, and where the keyboard leads. */
class PageForScreenReadersTest {
    private static final Path MODULES = Path.of("src/test/resources/io/github/offload4j/tools/explain");
    private static final Set<String> LANDMARKS = Set.of("banner", "navigation", "main", "region", "contentinfo");
    private static final Set<String> NAMED =
            Set.of("table", "columnheader", "rowheader", "link", "DisclosureTriangle", "region", "article", "image");
    private static final Set<String> TABLES = Set.of("table", "row", "columnheader", "rowheader", "cell");
    private static final String FOCUSED =
            "document.activeElement === document.body ? '' : document.activeElement.getAttribute('aria-label')"
                    + " ?? document.activeElement.textContent";
    private static final int TAB = 9;
    private static final int ENTER = 13;

    @TempDir
    Path folder;

    @Test
    void treeHasLandmarksHeadingsAndNames() throws Exception {
        try (OpenPage page = Browser.require(folder).open(pageWithAll())) {
            page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true");
            List<Node> tree = tree(page);

            assertThat(tree.stream().filter(node -> LANDMARKS.contains(node.role())))
                    .extracting(node -> (node.role() + " " + node.name()).strip())
                    .containsExactly(
                            "banner",
                            "navigation Parts of this page",
                            "main",
                            "region Findings",
                            "region Sites",
                            "region Timeline",
                            "region Timeline as a picture; the tables below have its sums",
                            "region Entries",
                            "region Images",
                            "contentinfo");
            assertThat(tree.stream().filter(node -> node.role().equals("heading")))
                    .extracting(node -> node.level() + " " + node.name())
                    .containsExactly(
                            "1 " + MODULES.resolve("page.ll"),
                            "2 Findings",
                            "2 Sites",
                            "3 1. steps launches kernel scale",
                            "3 2. total calls sum with device pointers",
                            "3 3. wide launches kernel scale",
                            "2 Timeline",
                            "2 Entries",
                            "2 Images");
            assertThat(tree.stream().filter(node -> node.role().equals("table")))
                    .extracting(Node::name)
                    .containsExactly(
                            "All sites",
                            "Arguments",
                            "Map types of each call",
                            "Arguments",
                            "Map types of each call",
                            "Arguments",
                            "Map types of each call",
                            "Launches of each kernel",
                            "Copies of each argument",
                            "What the runtime knows by its entries",
                            "Code for devices");
            assertThat(tree)
                    .filteredOn(node -> NAMED.contains(node.role()) || node.focusable())
                    .hasSizeGreaterThan(60)
                    .allSatisfy(node -> assertThat(node.name()).isNotBlank());
        }
    }

    /** There the overview is laid out otherwise, and stays a table. */
    @Test
    void treeHasTheSameTablesOnAPhone() throws Exception {
        try (OpenPage page = Browser.require(folder).open(pageWithAll())) {
            List<Node> desktop = tablesOf(page);
            page.call(
                    "Emulation.setDeviceMetricsOverride",
                    OpenPage.parameters()
                            .put("width", 390)
                            .put("height", 844)
                            .put("deviceScaleFactor", 1)
                            .put("mobile", false));
            page.await("innerWidth === 390");

            assertThat(desktop).hasSizeGreaterThan(40);
            assertThat(tablesOf(page)).isEqualTo(desktop);
        }
    }

    private static List<Node> tablesOf(OpenPage page) throws Exception {
        return tree(page).stream().filter(node -> TABLES.contains(node.role())).toList();
    }

    @Test
    void keyboardLeadsThroughThePageInItsOrder() throws Exception {
        try (OpenPage page = Browser.require(folder).open(pageWithAll())) {
            List<String> focused = new ArrayList<>();
            do {
                page.press("Tab", TAB, "");
                focused.add(page.evaluate(FOCUSED));
                assertThat(page.evaluate(IS_SEEN))
                        .as("that %s is seen, and to have the focus", focused)
                        .isEqualTo("true");
            } while (!focused.get(focused.size() - 1).isEmpty() && focused.size() < 100);

            assertThat(focused)
                    .containsExactly(
                            "Skip to the content",
                            "Findings",
                            "Sites",
                            "Timeline",
                            "Entries",
                            "Images",
                            "1. steps launches kernel scale",
                            "2. total calls sum with device pointers",
                            "finding 1",
                            "3. wide launches kernel scale",
                            "finding 2",
                            "Map types",
                            "finding 1",
                            "Map types",
                            "finding 2",
                            "Map types",
                            "Timeline as a picture; the tables below have its sums",
                            "");
        }
    }

    @Test
    void enterSkipsToTheContentAndOpensWhatIsClosed() throws Exception {
        try (OpenPage page = Browser.require(folder).open(pageWithAll())) {
            page.press("Tab", TAB, "");
            page.press("Enter", ENTER, "\r");
            page.await("location.hash === '#main'");
            page.press("Tab", TAB, "");
            assertThat(page.evaluate(FOCUSED)).isEqualTo("1. steps launches kernel scale");

            page.evaluate("document.querySelector('summary').focus()");
            page.press("Enter", ENTER, "\r");
            assertThat(page.evaluate("String(document.querySelector('details').open)"))
                    .isEqualTo("true");
        }
    }

    /** An outline around what is in the window, or nothing that has the focus. */
    private static final String IS_SEEN = """
            (() => {
              const e = document.activeElement
              const box = e.getBoundingClientRect()
              const outline = getComputedStyle(e)
              return String(e === document.body || (box.bottom > 0 && box.top < innerHeight && box.right > 0
                  && outline.outlineStyle !== 'none' && parseFloat(outline.outlineWidth) >= 2))
            })()""";

    /** What screen readers get of an element. */
    private record Node(String role, String name, int level, boolean focusable) {
        static Node of(JsonNode node) {
            int level = 0;
            boolean focusable = false;
            for (JsonNode property : node.path("properties")) {
                JsonNode value = property.path("value").path("value");
                level = property.path("name").asText().equals("level") ? value.asInt() : level;
                focusable |= property.path("name").asText().equals("focusable") && value.asBoolean();
            }
            return new Node(
                    node.path("role").path("value").asText(),
                    node.path("name").path("value").asText(),
                    level,
                    focusable);
        }
    }

    /** Returns what is not passed over, in the order in which it is read. */
    private static List<Node> tree(OpenPage page) throws Exception {
        Map<String, JsonNode> nodes = new HashMap<>();
        JsonNode all =
                page.call("Accessibility.getFullAXTree", OpenPage.parameters()).path("nodes");
        all.forEach(node -> nodes.put(node.path("nodeId").asText(), node));
        List<Node> ordered = new ArrayList<>();
        add(all.get(0), nodes, ordered);
        return ordered;
    }

    private static void add(JsonNode node, Map<String, JsonNode> nodes, List<Node> ordered) {
        if (!node.path("ignored").asBoolean()) {
            ordered.add(Node.of(node));
        }
        for (JsonNode child : node.path("childIds")) {
            JsonNode below = nodes.get(child.asText());
            if (below != null) {
                add(below, nodes, ordered);
            }
        }
    }

    private static String pageWithAll() {
        Run run = Run.irgen(
                "explain",
                "--format=html",
                "--trace=" + MODULES.resolve("page.json"),
                MODULES.resolve("page.ll").toString());
        assertThat(run.err()).isEmpty();
        return run.out();
    }
}
