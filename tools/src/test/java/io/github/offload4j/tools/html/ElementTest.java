package io.github.offload4j.tools.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ElementTest {
    @Test
    void escapesTextsAndAttributes() {
        Element element = Element.of(Tag.SPAN, "<b> & \"c\" 'd'").with(Attribute.ARIA_LABEL, "\"><i> & 'x'");

        assertThat(html(element))
                .isEqualTo("<span aria-label=\"&quot;&gt;&lt;i&gt; &amp; &#39;x&#39;\">&lt;b&gt; &amp; &quot;c&quot;"
                        + " &#39;d&#39;</span>");
    }

    @Test
    void replacesWhatHasNoPlaceInAPage() {
        assertThat(html(Element.of(Tag.B, "a\0b\u202Ec\uFFFFd\ud800e\u0085"))).isEqualTo("<b>a�b�c�d�e�</b>");
    }

    @Test
    void keepsOtherAlphabets() {
        assertThat(html(Element.of(Tag.B, "Größe 数 😀"))).isEqualTo("<b>Größe 数 😀</b>");
    }

    @Test
    void putsBlocksOnLines() {
        assertThat(html(Element.of(Tag.UL).add(Element.of(Tag.LI, "a"), Element.of(Tag.LI, "b"))))
                .isEqualTo("<ul><li>a</li>\n<li>b</li>\n</ul>\n");
    }

    @Test
    void linksWithinThePage() {
        assertThat(html(Element.linkTo("site-1\" x=\"", "one")))
                .isEqualTo("<a href=\"#site-1&quot; x=&quot;\">one</a>");
    }

    @Test
    void refusesAStyleSheetThatEndsItself() {
        assertThatThrownBy(() -> new Markup.Style("</style>")).isInstanceOf(IllegalArgumentException.class);
    }

    private static String html(Markup node) {
        StringBuilder out = new StringBuilder();
        node.write(out);
        return out.toString();
    }
}
