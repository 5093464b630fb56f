package io.github.offload4j.examples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns the marks of {@code marked-c/offload.h}, as clang 20 prints them, into operand bundles, for {@code irgen lower}:
 *
 * <pre>
 * clang -O2 -Xclang -disable-llvm-passes -S -emit-llvm saxpy.c -o saxpy.ll
 * java java/io/github/offload4j/examples/MarkCalls.java saxpy.ll saxpy.marked.ll
 * irgen lower saxpy.marked.ll -o saxpy.lowered.ll
 * </pre>
 *
 * <p>Without LLVM's passes, because they would inline calls before they are marked. A mark has to stand in the block of its
 * call; clang splits blocks at branches, {@code &&} and {@code ?:}. A front end that prints IR has it easier: it knows the
 * bundles when it prints the call.
 */
public final class MarkCalls {
    /** A mark: a call that returns nothing of a function whose name starts with {@code offload_}. */
    private static final Pattern MARK = Pattern.compile(
            "^ +(?:tail |notail )?call void @offload_(mark|grid|block|shared|map|device|fallback)\\((.*)\\)[^()]*$");

    private static final Pattern CALL = Pattern.compile("^ +(?:%[^ ]+ = )?(?:tail |notail )?(?:call|invoke) .*");

    /** Debug locations and other metadata follow the bundles. */
    private static final Pattern METADATA = Pattern.compile("(, ![\\w.]+ !\\d+)+$");

    private static final Pattern DECLARATION = Pattern.compile("^declare .*@offload_\\w+\\(.*");
    private static final Pattern BLOCK_END = Pattern.compile("^ +(?:br|ret|switch|unreachable|indirectbr)\\b.*");

    private MarkCalls() {}

    /**
     * Marks the calls of a module.
     *
     * @param arguments the module to read and the one to write
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            System.err.println("usage: java MarkCalls.java IN.ll OUT.ll");
            System.exit(2);
        }
        String marked = mark(Files.readString(Path.of(arguments[0]), StandardCharsets.UTF_8));
        Files.writeString(Path.of(arguments[1]), marked, StandardCharsets.UTF_8);
    }

    /**
     * Returns the text of a module with bundles in place of marks.
     *
     * @throws IllegalArgumentException when no call follows a mark in its block
     */
    public static String mark(String text) {
        List<String> bundles = new ArrayList<>();
        StringBuilder out = new StringBuilder();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            Matcher mark = MARK.matcher(line);
            if (mark.matches()) {
                bundles.add(bundle(mark.group(1), mark.group(2)));
                continue;
            }
            boolean ours = !bundles.isEmpty() && CALL.matcher(line).matches() && !line.contains("@llvm.");
            if (!bundles.isEmpty() && !ours && BLOCK_END.matcher(line).matches()) {
                throw new IllegalArgumentException(
                        "line " + number + ": the block ends before a call follows its marks");
            }
            if (ours) {
                Matcher metadata = METADATA.matcher(line);
                int end = metadata.find() ? metadata.start() : line.length();
                out.append(line, 0, end)
                        .append(" [ ")
                        .append(String.join(", ", bundles))
                        .append(" ]")
                        .append(line, end, line.length());
                bundles.clear();
            } else if (!DECLARATION.matcher(line).matches()) {
                out.append(line);
            }
            out.append('\n');
        }
        return out.toString();
    }

    private static String bundle(String mark, String arguments) {
        String tag = mark.equals("mark") ? "offload" : "offload." + mark;
        // a call has parameter attributes between type and value, a bundle has none
        String operands = arguments.replaceAll("(?<=^|, )(\\w+) (?:\\w+ )*(?=[^ ,]+(?:,|$))", "$1 ");
        return "\"" + tag + "\"(" + operands + ")";
    }
}
