package io.github.offload4j.codegen.device;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Calls in PTX text. LLVM prints one in pieces, and puts labels and lines of debug information between them, which no
 * assembler takes: they go in front of the call.
 */
final class PtxCalls {
    private static final Pattern CALL = Pattern.compile("\\s*(@!?%p\\d+\\s+)?call(\\.uni)?\\s.*");
    private static final Pattern DEBUG = Pattern.compile("\\$L__tmp\\d+:|\\s*\\.loc\\s.*");

    private PtxCalls() {}

    /** Returns the text with every call in one piece. */
    static String inOnePiece(String ptx) {
        if (!ptx.contains("$L__tmp") && !ptx.contains(".loc")) {
            return ptx;
        }
        StringBuilder text = new StringBuilder(ptx.length());
        List<String> call = new ArrayList<>();
        for (String line : ptx.split("\n", -1)) {
            boolean inside = !call.isEmpty();
            if (inside && DEBUG.matcher(line).matches()) {
                text.append(line).append('\n');
            } else if (inside || CALL.matcher(line).matches()) {
                call.add(line);
                if (line.contains(";")) {
                    call.forEach(part -> text.append(part).append('\n'));
                    call.clear();
                }
            } else {
                text.append(line).append('\n');
            }
        }
        call.forEach(part -> text.append(part).append('\n'));
        // the last line has no end of its own
        text.setLength(text.length() - 1);
        return text.toString();
    }
}
