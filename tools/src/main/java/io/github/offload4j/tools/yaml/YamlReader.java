package io.github.offload4j.tools.yaml;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.github.offload4j.tools.diagnostic.Diagnostic;
import io.github.offload4j.tools.diagnostic.InputException;
import io.github.offload4j.tools.diagnostic.Position;
import io.github.offload4j.tools.diagnostic.SourceText;
import io.github.offload4j.tools.yaml.Node.Entry;
import io.github.offload4j.tools.yaml.Node.Kind;
import io.github.offload4j.tools.yaml.Node.Mapping;
import io.github.offload4j.tools.yaml.Node.Scalar;
import io.github.offload4j.tools.yaml.Node.Sequence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a YAML document of plain data. Aliases are refused, because they let a small text stand for an enormous one and a
 * value have two places; so are tags, because they change what a value is.
 */
public final class YamlReader {
    private static final int DEEPEST = 16;
    private static final YAMLFactory FACTORY = new YAMLFactory();

    private final SourceText source;
    private final YAMLParser parser;

    private YamlReader(SourceText source, YAMLParser parser) {
        this.source = source;
        this.parser = parser;
    }

    /**
     * Reads a text.
     *
     * @return the document, or nothing when the text has only comments
     * @throws InputException when it is not one document of plain YAML
     */
    public static Optional<Node> read(SourceText source) {
        try (YAMLParser parser = FACTORY.createParser(source.content())) {
            return new YamlReader(source, parser).document();
        } catch (JsonProcessingException e) {
            throw new InputException(source, List.of(YamlErrors.diagnostic(e)));
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory failed", e);
        }
    }

    private Optional<Node> document() throws IOException {
        if (parser.nextToken() == null) {
            return Optional.empty();
        }
        Node root = node(1);
        if (parser.nextToken() != null) {
            throw refused("a second document begins here; give one document a file");
        }
        return Optional.of(root);
    }

    private Node node(int depth) throws IOException {
        if (depth > DEEPEST) {
            throw refused("nested deeper than " + DEEPEST + " levels");
        }
        requirePlain();
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> mapping(depth);
            case START_ARRAY -> sequence(depth);
            case VALUE_STRING -> scalar(Kind.TEXT);
            case VALUE_NUMBER_INT -> scalar(Kind.INTEGER);
            case VALUE_NUMBER_FLOAT -> scalar(Kind.FRACTION);
            case VALUE_TRUE, VALUE_FALSE -> scalar(isTruthValue(parser.getText()) ? Kind.TRUTH : Kind.TEXT);
            case VALUE_NULL -> scalar(Kind.NOTHING);
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalStateException("the YAML parser answers " + token + " where a value begins");
        };
    }

    private void requirePlain() throws IOException {
        if (parser.isCurrentAlias()) {
            throw refused("aliases are not supported; write the value out");
        }
        if (parser.getTypeId() != null) {
            throw refused("tags are not supported; write the plain value");
        }
    }

    /** An older YAML also has {@code yes}, {@code off} and the like, which are good names. */
    private static boolean isTruthValue(String text) {
        return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
    }

    private Scalar scalar(Kind kind) throws IOException {
        return new Scalar(position(), parser.getText(), kind);
    }

    private Sequence sequence(int depth) throws IOException {
        Position start = position();
        List<Node> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(node(depth + 1));
        }
        return new Sequence(start, elements);
    }

    private Mapping mapping(int depth) throws IOException {
        Position start = position();
        List<Entry> entries = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            Position key = position();
            String name = parser.currentName();
            parser.nextToken();
            entries.add(new Entry(key, name, node(depth + 1)));
        }
        return new Mapping(start, entries);
    }

    private Position position() {
        JsonLocation location = parser.currentTokenLocation();
        return new Position(location.getLineNr(), location.getColumnNr());
    }

    private InputException refused(String message) {
        return new InputException(source, List.of(Diagnostic.at(position(), message)));
    }
}
