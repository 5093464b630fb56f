package io.github.offload4j.tools.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of files in a compiler's debug information. Compilers split them as they like: clang leaves out of an absolute one
 * what it shares with the folder it works in, flang whatever stands before the last part. Messages want the name that the
 * user gave, and show lines of the file by it.
 *
 * @param file the source, as the user names it
 * @param here the folder that names are relative to
 */
record SourceNames(String file, Path here) {
    /** Names with other characters are escaped, and left as they are. */
    private static final String PLAIN = "[ !#-\\[\\]-~]+";

    private static final Pattern FILE =
            Pattern.compile("!DIFile\\(filename: \"(" + PLAIN + ")\", directory: \"(" + PLAIN + ")\"");

    /** Returns the text of a module in which each file is named so that it is found from here. */
    byte[] in(byte[] text) {
        if (!file.matches(PLAIN) || !here.toString().matches(PLAIN)) {
            return text;
        }
        // bytes beyond ASCII are in strings and comments only, and stay what they are
        return FILE.matcher(new String(text, ISO_8859_1))
                .replaceAll(found -> Matcher.quoteReplacement(renamed(found)))
                .getBytes(ISO_8859_1);
    }

    private String renamed(MatchResult found) {
        try {
            Path folder = Path.of(found.group(2));
            Path named = folder.resolve(found.group(1)).normalize();
            if (folder.equals(here) || Path.of(found.group(1)).isAbsolute() || !Files.exists(named)) {
                return found.group();
            }
            String name = named.equals(here.resolve(file).normalize()) ? file : named.toString();
            return "!DIFile(filename: \"" + name + "\", directory: \"" + here + "\"";
        } catch (InvalidPathException e) {
            return found.group();
        }
    }
}
