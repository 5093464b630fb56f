package io.github.offload4j.tools.yaml;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.offload4j.tools.diagnostic.Diagnostic;
import io.github.offload4j.tools.diagnostic.Position;
import java.util.Locale;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Says what the YAML parser says in one line, at the place that it means. */
final class YamlErrors {
    private YamlErrors() {}

    static Diagnostic diagnostic(JsonProcessingException exception) {
        // Jackson knows only where the token before the fault was
        if (exception.getCause() instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
            return diagnostic(marked, marked.getProblemMark());
        }
        return Diagnostic.at(
                position(exception.getLocation()),
                "not YAML of plain keys and values: " + exception.getOriginalMessage());
    }

    private static Diagnostic diagnostic(MarkedYAMLException exception, Mark mark) {
        // what is wrong, then what it is a part of, and where that begins unless it is on the same line
        String context = exception.getContext();
        Mark contextMark = exception.getContextMark();
        StringBuilder message = new StringBuilder("not YAML: ").append(sentence(exception.getProblem()));
        if (context != null) {
            message.append(", ").append(sentence(context));
            if (contextMark != null && contextMark.getLine() != mark.getLine()) {
                message.append(" that begins on line ").append(contextMark.getLine() + 1);
            }
        }
        return Diagnostic.at(new Position(mark.getLine() + 1, mark.getColumn() + 1), message.toString());
    }

    private static String sentence(String text) {
        String words = text.lines().findFirst().orElse("").replaceAll("\\.? \\(Do not use .*\\)$", "");
        String shown = words.replace("\\t(TAB)", "tab").replaceAll("\\p{Cntrl}", "?");
        return shown.isEmpty() ? shown : shown.substring(0, 1).toLowerCase(Locale.ROOT) + shown.substring(1);
    }

    private static Position position(JsonLocation location) {
        return new Position(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }
}
