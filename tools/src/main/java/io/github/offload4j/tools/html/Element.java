package io.github.offload4j.tools.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An element of a page, to which attributes and content are added. */
public final class Element implements Markup {
    private final Tag tag;
    private final Map<Attribute, String> attributes = new TreeMap<>();
    private final List<Markup> children = new ArrayList<>();
    private @Nullable String target;

    private Element(Tag tag) {
        this.tag = tag;
    }

    /** Returns an element without attributes and content. */
    public static Element of(Tag tag) {
        return new Element(tag);
    }

    /** Returns an element with a text in it. */
    public static Element of(Tag tag, String text) {
        return of(tag).add(text);
    }

    /** Returns a link to the element of the page that has an id. */
    public static Element linkTo(String id, String text) {
        Element link = of(Tag.A, text);
        link.target = id;
        return link;
    }

    /** Sets an attribute. */
    public Element with(Attribute attribute, String value) {
        attributes.put(attribute, value);
        return this;
    }

    /** Sets the class. */
    public Element styled(String styleClass) {
        return with(Attribute.CLASS, styleClass);
    }

    /** Adds a text. */
    public Element add(String text) {
        children.add(new Markup.Text(text));
        return this;
    }

    /** Adds content. */
    public Element add(Markup... parts) {
        children.addAll(List.of(parts));
        return this;
    }

    /** Adds content. */
    public Element addAll(List<? extends Markup> parts) {
        children.addAll(parts);
        return this;
    }

    @Override
    public void write(StringBuilder out) {
        out.append('<').append(tag.word());
        attributes.forEach((attribute, value) -> attribute(out, attribute.word(), value));
        if (target != null) {
            attribute(out, "href", "#" + target);
        }
        out.append('>');
        if (!tag.isEmpty()) {
            children.forEach(child -> child.write(out));
            out.append("</").append(tag.word()).append('>');
        }
        if (tag.endsLine()) {
            out.append('\n');
        }
    }

    private static void attribute(StringBuilder out, String name, String value) {
        out.append(' ')
                .append(name)
                .append("=\"")
                .append(Escaping.escape(value))
                .append('"');
    }
}
