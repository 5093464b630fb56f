package io.github.offload4j.tools.link;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * A file in an archive of {@code ar}, in the form that GNU's and LLVM's tools write.
 *
 * @param name what it was called when it was put there
 * @param content which nobody may change
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ArchiveMember(String name, byte[] content) {
    private static final String MAGIC = "!<arch>\n";

    /** The lengths of a header, and where its fields are. */
    private static final int HEADER = 60;

    private static final int NAME = 16;
    private static final int SIZE = 48;
    private static final int SIZE_END = 58;

    /** The member that holds the names which are too long for a header. */
    private static final String NAMES = "//";

    /**
     * Returns the members of an archive.
     *
     * @return none when it is no archive, and those up to where it is broken
     */
    static List<ArchiveMember> of(byte[] archive) {
        List<ArchiveMember> members = new ArrayList<>();
        int at = text(archive, 0, MAGIC.length()).equals(MAGIC) ? MAGIC.length() : archive.length;
        String names = "";
        while (at + HEADER <= archive.length) {
            OptionalInt size = number(text(archive, at + SIZE, at + SIZE_END));
            int start = at + HEADER;
            if (size.isEmpty() || size.getAsInt() > archive.length - start) {
                break;
            }
            int end = start + size.getAsInt();
            String name = text(archive, at, at + NAME).strip();
            if (name.equals(NAMES)) {
                names = text(archive, start, end);
            } else if (!name.equals("/") && !name.equals("/SYM64/")) {
                members.add(new ArchiveMember(named(name, names), Arrays.copyOfRange(archive, start, end)));
            }
            at = end + end % 2;
        }
        return members;
    }

    /** A name ends with a stroke, and a long one is a stroke and where it begins among the long ones. */
    private static String named(String name, String names) {
        OptionalInt begin = name.startsWith("/") ? number(name.substring(1)) : OptionalInt.empty();
        String all = begin.isPresent() && begin.getAsInt() < names.length() ? names.substring(begin.getAsInt()) : name;
        int end = all.indexOf('/');
        return end < 0 ? all : all.substring(0, end);
    }

    private static OptionalInt number(String text) {
        String digits = text.strip();
        return digits.matches("\\d{1,9}") ? OptionalInt.of(Integer.parseInt(digits)) : OptionalInt.empty();
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, Math.max(0, Math.min(to, bytes.length) - from), ISO_8859_1);
    }
}
