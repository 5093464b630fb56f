package io.github.offload4j.codegen.library;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a catalogue's text apart. A statement begins at the margin and goes on in lines that are indented. */
final class CatalogueScanner {
    private static final Pattern PIECE = Pattern.compile(
            "(?<space>\\s+|#[^\\n]*)|(?<word>[A-Za-z_{][A-Za-z0-9_{}]*)|(?<number>[0-9]+)|->|[-:,()=?+*/]");

    private final String file;
    private final List<Token> tokens = new ArrayList<>();
    private int next;

    CatalogueScanner(String file, String text) {
        this.file = file;
        Matcher piece = PIECE.matcher(text);
        int line = 1;
        int margin = 0;
        for (int at = 0; at < text.length(); at = piece.end()) {
            if (!piece.region(at, text.length()).lookingAt()) {
                throw malformed(line, at - margin + 1, "has '" + text.charAt(at) + "' in it");
            }
            if (piece.group("space") == null) {
                tokens.add(new Token(piece.group(), piece.group("word") != null, line, at - margin + 1));
            }
            for (int end = text.indexOf('\n', at); end >= 0 && end < piece.end(); end = text.indexOf('\n', end + 1)) {
                line++;
                margin = end + 1;
            }
        }
        tokens.add(new Token("", false, line, 1));
    }

    /** A piece of the text and where it stands. */
    record Token(String text, boolean isWord, int line, int column) {}

    Token peek() {
        return tokens.get(next);
    }

    Token at(int position) {
        return tokens.get(position);
    }

    boolean atEnd() {
        return next == tokens.size() - 1;
    }

    boolean atEndOfStatement() {
        return peek().column() == 1;
    }

    int position() {
        return next;
    }

    void reset(int position) {
        next = position;
    }

    Token take() {
        Token token = peek();
        if (!atEnd()) {
            next++;
        }
        return token;
    }

    boolean accept(String text) {
        boolean found = !atEndOfStatement() && peek().text().equals(text);
        next += found ? 1 : 0;
        return found;
    }

    void require(String text) {
        if (!accept(text)) {
            throw expected("'" + text + "'");
        }
    }

    Token word(String what) {
        if (!peek().isWord() || atEndOfStatement()) {
            throw expected(what);
        }
        return take();
    }

    long number(String what) {
        long sign = accept("-") ? -1 : 1;
        if (atEndOfStatement() || !peek().text().matches("[0-9]{1,18}")) {
            throw expected(what);
        }
        return sign * Long.parseLong(take().text());
    }

    IllegalStateException expected(String what) {
        String found = atEndOfStatement() ? "the statement ends" : "'" + peek().text() + "' stands";
        return malformed(peek(), found + " where " + what + " is expected");
    }

    IllegalStateException malformed(Token token, String fact) {
        return malformed(token.line(), token.column(), fact);
    }

    private IllegalStateException malformed(int line, int column, String fact) {
        return new IllegalStateException(file + ":" + line + ":" + column + ": " + fact);
    }
}
