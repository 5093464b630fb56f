package io.github.offload4j.tools.input;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.offload4j.tools.diagnostic.Diagnostic;
import io.github.offload4j.tools.diagnostic.InputException;
import io.github.offload4j.tools.diagnostic.Position;
import io.github.offload4j.tools.diagnostic.SourceText;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What LLVM says of an input that does not parse.
 *
 * @param name what the input is called
 * @param line from 1; 0 when unknown
 * @param byteColumn from 1, in bytes
 * @param message the fact
 */
record LlvmMessage(String name, int line, int byteColumn, String message) {
    private static final Pattern PLACED = Pattern.compile("\\A:(\\d{1,9}):(\\d{1,9}): error: (.*)");
    private static final Pattern UNPLACED = Pattern.compile("\\A:? ?(?:error: )?(.*)");

    /** Reads a message, which starts with the input's name and may go on with the line and a caret. */
    static LlvmMessage of(String text, String name) {
        String rest = text.startsWith(name) ? text.substring(name.length()) : text;
        Matcher placed = PLACED.matcher(rest);
        if (placed.find()) {
            return new LlvmMessage(
                    name, Integer.parseInt(placed.group(1)), Integer.parseInt(placed.group(2)), placed.group(3));
        }
        Matcher unplaced = UNPLACED.matcher(rest);
        return new LlvmMessage(name, 0, 0, unplaced.find() ? unplaced.group(1) : rest);
    }

    InputException toException(Optional<SourceText> source) {
        String fact = message.isEmpty()
                ? message
                : message.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + message.substring(1);
        if (source.isEmpty() || line < 1) {
            return new InputException(name, fact);
        }
        return new InputException(source.get(), List.of(Diagnostic.at(new Position(line, column(source.get())), fact)));
    }

    /** LLVM counts bytes, and whoever looks at the line counts characters. */
    private int column(SourceText source) {
        byte[] bytes = source.line(line).orElse("").getBytes(UTF_8);
        int before = Math.min(Math.max(byteColumn - 1, 0), bytes.length);
        String head = new String(Arrays.copyOf(bytes, before), UTF_8);
        return head.codePointCount(0, head.length()) + 1;
    }
}
