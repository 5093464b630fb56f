package io.github.offload4j.runtime.binding;

import io.github.offload4j.codegen.abi.StructLayout;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.runtime.nativecode.NativeMemory;
import java.util.Optional;

/** The texts with which emitted code names places ({@code ;file;function;line;column;;}) and arguments. */
public final class ReportText {
    private static final String UNKNOWN = "unknown";
    private static final int TEXT_FIELD = 4;

    private ReportText() {}

    /** Returns the place that an ident struct names, or nothing for a null pointer or an unknown place. */
    public static Optional<SourceLocation> location(long ident) {
        if (ident == 0) {
            return Optional.empty();
        }
        long text = NativeMemory.getLong(ident + StructLayout.IDENT.offset(TEXT_FIELD));
        return text == 0 ? Optional.empty() : parse(NativeMemory.text(text), 3);
    }

    /** Returns the place that an argument's name text has, or nothing. */
    public static Optional<SourceLocation> argumentLocation(long text) {
        return text == 0 ? Optional.empty() : parse(NativeMemory.text(text).replaceFirst("^;[^;]*", ""), 2);
    }

    private static Optional<SourceLocation> parse(String text, int lineField) {
        String[] fields = text.split(";", -1);
        if (fields.length <= lineField + 1 || fields[1].isEmpty() || fields[1].equals(UNKNOWN)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SourceLocation(
                    fields[1], Integer.parseInt(fields[lineField]), Integer.parseInt(fields[lineField + 1])));
        } catch (NumberFormatException | OffloadException e) {
            return Optional.empty(); // somebody else's text: a place that cannot be read is none
        }
    }

    /** Returns an argument's name, from {@code ;name;file;line;column;;} or a plain word; empty for a null pointer. */
    public static String argumentName(long text) {
        if (text == 0) {
            return "";
        }
        String name = NativeMemory.text(text);
        if (!name.startsWith(";")) {
            return name;
        }
        int end = name.indexOf(';', 1);
        return end < 0 ? name.substring(1) : name.substring(1, end);
    }
}
