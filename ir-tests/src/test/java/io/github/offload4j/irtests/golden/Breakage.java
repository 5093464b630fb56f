package io.github.offload4j.irtests.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fault that is put into the library on purpose.
 *
 * @param file below the package of the library
 * @param what is wrong then
 * @param right what stands in the file, once; white space is alike
 * @param wrong what stands there instead
 */
record Breakage(String file, String what, String right, String wrong) {
    /**
     * Reads a list: a line with the file and what is wrong, a line that begins with a minus sign, a line that begins with a
     * plus sign, an empty line.
     */
    static List<Breakage> readAll(Path list) {
        List<Breakage> all = new ArrayList<>();
        try {
            for (String block : Files.readString(list).strip().split("\n\n+", -1)) {
                all.add(parse(block.split("\n")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private static Breakage parse(String[] lines) {
        String[] head = lines[0].split(": ", 2);
        if (lines.length != 3 || head.length != 2 || !lines[1].startsWith("- ") || !lines[2].startsWith("+")) {
            throw new IllegalArgumentException("no 'FILE: WHAT', '- RIGHT' and '+ WRONG': " + Arrays.toString(lines));
        }
        return new Breakage(
                head[0], head[1], lines[1].substring(2), lines[2].substring(1).strip());
    }

    /**
     * Returns a file's text with the fault in it.
     *
     * @throws IllegalArgumentException when what is right does not stand in it exactly once
     */
    String applyTo(String text) {
        String[] words = right.strip().split("\\s+");
        Pattern place = Pattern.compile(
                String.join("\\s+", Arrays.stream(words).map(Pattern::quote).toList()));
        Matcher found = place.matcher(text);
        if (!found.find()) {
            throw new IllegalArgumentException(file + " does not have '" + right + "'; mend the list of breakages");
        }
        int begin = found.start();
        int end = found.end();
        if (found.find()) {
            throw new IllegalArgumentException(file + " has '" + right + "' twice; mend the list of breakages");
        }
        return text.substring(0, begin) + wrong + text.substring(end);
    }
}
