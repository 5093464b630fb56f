package io.github.offload4j.runtime.json;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads one JSON text. Arrays can be taken element by element, so that a file of millions of events is never in memory as
 * a whole.
 */
public final class JsonParser {
    /** Deeper than any trace; keeps a hostile file from overflowing the stack. */
    private static final int DEEPEST = 100;

    private static final int END = -1;

    /** Takes the elements of an array. */
    @FunctionalInterface
    public interface ElementHandler {
        /**
         * Takes one element.
         *
         * @throws IOException when the element is of no use
         */
        void accept(Json element) throws IOException;
    }

    /** Takes the members of an object, and has to read each member's value. */
    @FunctionalInterface
    public interface MemberHandler {
        /**
         * Takes the name of a member, and reads its value with the parser's methods.
         *
         * @throws IOException when the value is of no use
         */
        void accept(String name) throws IOException;
    }

    private final Reader in;
    private int next;
    private int line = 1;
    private int column = 0;
    private int depth;

    /**
     * Creates a parser.
     *
     * @param in the text; a buffered reader is best, and the caller closes it
     * @throws IOException when reading fails
     */
    public JsonParser(Reader in) throws IOException {
        this.in = in;
        advance();
    }

    /**
     * Returns whether the next value is an array.
     *
     * @throws IOException when reading fails
     */
    public boolean atArray() throws IOException {
        skipSpace();
        return next == '[';
    }

    /**
     * Reads a value.
     *
     * @throws IOException when it is malformed, or reading fails
     */
    public Json value() throws IOException {
        skipSpace();
        return switch (next) {
            case '{' -> {
                Map<String, Json> members = new LinkedHashMap<>();
                object(name -> members.put(name, value()));
                yield new Json.Members(members);
            }
            case '[' -> {
                List<Json> elements = new ArrayList<>();
                array(elements::add);
                yield new Json.Elements(elements);
            }
            case '"' -> new Json.Text(string());
            case 't' -> literal("true", Json.Literal.TRUE);
            case 'f' -> literal("false", Json.Literal.FALSE);
            case 'n' -> literal("null", Json.Literal.NULL);
            default -> number();
        };
    }

    /**
     * Reads an array, handing each element over as it comes.
     *
     * @throws IOException when it is malformed, or reading fails
     */
    public void array(ElementHandler handler) throws IOException {
        open('[', "an array");
        if (!atClose(']')) {
            do {
                handler.accept(value());
            } while (another(']'));
        }
        close();
    }

    /**
     * Reads an object; the handler reads the value of each member.
     *
     * @throws IOException when it is malformed, or reading fails
     */
    public void object(MemberHandler handler) throws IOException {
        open('{', "an object");
        if (!atClose('}')) {
            do {
                skipSpace();
                if (next != '"') {
                    throw wrong("expected the name of a member in quotes");
                }
                String name = string();
                skipSpace();
                if (next != ':') {
                    throw wrong("expected ':' after the name of a member");
                }
                advance();
                handler.accept(name);
            } while (another('}'));
        }
        close();
    }

    /**
     * Reads the end of the text.
     *
     * @throws IOException when something else follows, or reading fails
     */
    public void end() throws IOException {
        skipSpace();
        if (next != END) {
            throw wrong("expected the end of the text");
        }
    }

    private void open(char bracket, String what) throws IOException {
        skipSpace();
        if (next != bracket) {
            throw wrong("expected " + what);
        }
        if (++depth > DEEPEST) {
            throw wrong("more than " + DEEPEST + " levels of nesting");
        }
        advance();
    }

    private boolean atClose(char bracket) throws IOException {
        skipSpace();
        return next == bracket;
    }

    private boolean another(char bracket) throws IOException {
        skipSpace();
        if (next == ',') {
            advance();
            return true;
        }
        if (next != bracket) {
            throw wrong("expected ',' or '" + bracket + "'");
        }
        return false;
    }

    private void close() throws IOException {
        depth--;
        advance();
    }

    private String string() throws IOException {
        StringBuilder text = new StringBuilder();
        advance();
        while (next != '"') {
            if (next == END || next < ' ') {
                throw wrong("a string is not closed");
            }
            text.append(next == '\\' ? escape() : (char) next);
            advance();
        }
        advance();
        return text.toString();
    }

    private char escape() throws IOException {
        advance();
        return switch (next) {
            case '"', '\\', '/' -> (char) next;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw wrong("no such escape in a string");
        };
    }

    private char unicode() throws IOException {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            advance();
            int digit = next == END ? -1 : Character.digit(next, 16);
            if (digit < 0) {
                throw wrong("expected four hexadecimal digits");
            }
            value = value * 16 + digit;
        }
        return (char) value;
    }

    private Json literal(String word, Json.Literal literal) throws IOException {
        for (int i = 0; i < word.length(); i++) {
            if (next != word.charAt(i)) {
                throw wrong("expected '" + word + "'");
            }
            advance();
        }
        return literal;
    }

    private Json number() throws IOException {
        if (next != '-' && (next < '0' || next > '9')) {
            throw wrong("expected a value");
        }
        StringBuilder digits = new StringBuilder();
        while (next != END && "+-.eE0123456789".indexOf(next) >= 0) {
            digits.append((char) next);
            advance();
        }
        try {
            return new Json.Numeral(Double.parseDouble(digits.toString()));
        } catch (NumberFormatException e) {
            throw wrong("'" + digits + "' is not a number");
        }
    }

    private void skipSpace() throws IOException {
        while (next == ' ' || next == '\t' || next == '\r' || next == '\n') {
            advance();
        }
    }

    private void advance() throws IOException {
        if (next == '\n') {
            line++;
            column = 0;
        }
        next = in.read();
        column++;
    }

    private JsonException wrong(String message) {
        return new JsonException(line, column, next == END ? message + ", and the text ends here" : message);
    }
}
