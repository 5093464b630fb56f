package io.github.offload4j.tools.run;

import java.util.List;

/**
 * What stands on the command line of a run.
 *
 * @param inputs files, at least one
 * @param arguments what the function gets
 */
record CommandLineWords(List<String> inputs, List<String> arguments) {
    /** Tells them apart: arguments begin with the first word that has a {@code =} in it; the first word is a file. */
    static CommandLineWords split(List<String> words) {
        int first = 1;
        while (first < words.size() && words.get(first).indexOf('=') < 0 && isFile(words.get(first))) {
            first++;
        }
        return new CommandLineWords(words.subList(0, first), words.subList(first, words.size()));
    }

    /** What has no ending is more likely an argument without its value, which has a message of its own. */
    private static boolean isFile(String word) {
        return word.equals("-") || word.indexOf('.') >= 0 || word.indexOf('/') >= 0;
    }
}
