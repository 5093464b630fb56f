package io.github.offload4j.tools.diagnostic;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text that messages show lines of, under the name that the user knows it by.
 *
 * @param name the file as given on the command line, or {@code <stdin>}
 * @param content the text
 */
public record SourceText(String name, String content) {
    /** What YAML counts as the end of a line. */
    private static final Pattern LINE_BREAK = Pattern.compile("\r\n|[\n\r\u0085\u2028\u2029]");

    /** Checks the values. */
    public SourceText {
        Objects.requireNonNull(name, "name is null");
        Objects.requireNonNull(content, "content is null");
    }

    /** Returns a line without its end, or nothing when the text has no such line. */
    public Optional<String> line(int number) {
        String[] lines = LINE_BREAK.split(content, number + 1);
        return lines.length < number ? Optional.empty() : Optional.of(lines[number - 1]);
    }

    /** Returns all lines, without their ends. */
    public List<String> lines() {
        return List.of(LINE_BREAK.split(content, -1));
    }

    /** Returns the place behind the last character. */
    public Position end() {
        int line = 1;
        int begin = 0;
        Matcher lineBreak = LINE_BREAK.matcher(content);
        while (lineBreak.find()) {
            line++;
            begin = lineBreak.end();
        }
        return new Position(line, content.codePointCount(begin, content.length()) + 1);
    }
}
