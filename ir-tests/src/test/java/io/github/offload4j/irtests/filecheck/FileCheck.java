package io.github.offload4j.irtests.filecheck;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Checks a text against FileCheck directives, with the verdicts of FileCheck of LLVM 22.
 *
 * <p>Known are {@code CHECK:}, {@code CHECK-NEXT:}, {@code CHECK-SAME:}, {@code CHECK-NOT:}, {@code CHECK-DAG:},
 * {@code CHECK-LABEL:}, {@code CHECK-EMPTY:}, {@code CHECK-COUNT-n:} and the modifier {@code {LITERAL}}; in a
 * pattern {@code {{regex}}}, {@code [[VAR:regex]]} and {@code [[VAR]]}; and the comments {@code COM:} and
 * {@code RUN:}. As in LLVM without options, runs of blanks are equal to one space, an empty input is refused, and
 * variables keep their values across labels, with or without a {@code $} in front of their names.
 *
 * <p>Known differences from LLVM's tool:
 *
 * <ul>
 *   <li>Numeric blocks ({@code [[#...]]}) and {@code [[@LINE]]} are rejected, never ignored.
 *   <li>There is one prefix, and none of the command line's options.
 *   <li>Where an alternation or an optional part leaves several ways to split one match among its groups, a variable
 *       may capture a different part: the whole match is the longest one, as in LLVM, but its groups are filled by the
 *       first alternative that fits instead of the longest. So {@code [[A:x|xy]]{{(yz|z)}}} on {@code xyz} captures
 *       {@code x}, where LLVM captures {@code xy}.
 *   <li>A regex matches characters, not the bytes of their UTF-8 form: {@code {{^.$}}} matches a line {@code é}.
 *   <li>Collating elements with a name, such as {@code [[.hyphen.]]}, are rejected as an invalid regex.
 *   <li>A variable block with an unbalanced {@code ]} is rejected like other malformed patterns, where LLVM's tool
 *       exits with the status of a failed check.
 *   <li>An anchor that is repeated by a count, such as {@code ${2}}, matches, where LLVM's tool finds nothing.
 *   <li>Matching is by backtracking: nested repetitions such as {@code (a*)*b} can take long, and a repeated
 *       alternation such as {@code (a|b)*} overflows the stack on lines of some thousand characters.
 * </ul>
 */
public final class FileCheck {
    private static final String DEFAULT_PREFIX = "CHECK";
    private static final Pattern VALID_PREFIX = Pattern.compile("[a-zA-Z0-9_-]+");

    private final String prefix;

    private FileCheck(String prefix) {
        this.prefix = prefix;
    }

    /** A checker for directives that start with {@code CHECK}. */
    public static FileCheck withDefaultPrefix() {
        return new FileCheck(DEFAULT_PREFIX);
    }

    /** A checker for directives that start with the prefix. */
    public static FileCheck withPrefix(String prefix) {
        if (!VALID_PREFIX.matcher(prefix).matches() || CheckTextParser.COMMENT_PREFIXES.contains(prefix)) {
            throw new IllegalArgumentException("not a check prefix: '" + prefix + "'");
        }
        return new FileCheck(prefix);
    }

    /** Asserts that the input satisfies the {@code CHECK} directives of the check text. */
    public static void assertMatches(String checks, String input) {
        withDefaultPrefix().check(checks, input).orThrow();
    }

    /** Checks the input against the directives of the check text. */
    public Verdict check(String checks, String input) {
        SourceText checkText = SourceText.canonicalize(checks);
        SourceText inputText = SourceText.canonicalize(input);
        try {
            List<Directive> directives = CheckTextParser.parse(prefix, checkText);
            if (directives.isEmpty()) {
                return Verdict.rejected("no check strings found with prefix '" + prefix + ":'");
            }
            CheckScript script = CheckScript.of(directives, prefix);
            if (inputText.text().isEmpty()) {
                return Verdict.rejected("the input is empty");
            }
            CheckRunner.run(script, inputText);
            return Verdict.PASS;
        } catch (CheckSyntaxException e) {
            return Verdict.rejected(Report.render(e, checkText));
        } catch (MismatchException e) {
            return Verdict.failed(Report.render(e.mismatch(), inputText));
        }
    }
}
