package io.github.offload4j.runtime.timeline;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A timeline as a viewer sees it. */
record Picture(String title, int width, int height, List<Bar> bars, List<Text> texts) {
    /** A bar with its tooltip. */
    record Bar(double x, double width, double y, String styleClass, String tooltip) {
        double right() {
            return x + width;
        }

        /** Returns how many events it stands for. */
        int events() {
            String first = tooltip.lines().findFirst().orElse("");
            return first.matches("\\d+ events in .*") ? Integer.parseInt(first.substring(0, first.indexOf(' '))) : 1;
        }
    }

    /** A text with its left edge. */
    record Text(String content, double left, double y, String styleClass) {
        double right() {
            return left + Label.width(content);
        }
    }

    List<String> lanes() {
        return texts.stream()
                .filter(text -> text.styleClass().equals("lane"))
                .map(Text::content)
                .toList();
    }

    static Picture of(String svg) {
        Element root = parse(svg).getDocumentElement();
        List<Bar> bars = new ArrayList<>();
        for (Element group : elements(root, "g")) {
            if (group.getAttribute("class").equals("bar")) {
                Element rect = elements(group, "rect").get(0);
                bars.add(new Bar(
                        number(rect, "x"),
                        number(rect, "width"),
                        number(rect, "y"),
                        rect.getAttribute("class"),
                        elements(group, "title").get(0).getTextContent()));
            }
        }
        List<Text> texts = new ArrayList<>();
        for (Element text : elements(root, "text")) {
            double width = Label.width(text.getTextContent());
            double left = number(text, "x") - (text.getAttribute("text-anchor").equals("middle") ? width / 2 : 0);
            texts.add(new Text(text.getTextContent(), left, number(text, "y"), text.getAttribute("class")));
        }
        return new Picture(
                elements(root, "title").get(0).getTextContent(),
                (int) number(root, "width"),
                (int) number(root, "height"),
                bars,
                texts);
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    private static Document parse(String svg) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError("the picture is not well-formed", e);
        }
    }
}
