package io.github.offload4j.irtests.filecheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.regex.MatchResult;
import org.junit.jupiter.api.Test;

/** How POSIX regular expressions differ from those of Java. */
final class PosixRegexTest {
    @Test
    void theLongestMatchWins() throws RegexSyntaxException {
        assertThat(firstMatch("a|ab|abc", "xabcd")).contains("abc");
        assertThat(firstMatch("a?(ab)?", "abc")).contains("ab");
    }

    @Test
    void theLeftmostMatchWinsOverALongerOne() throws RegexSyntaxException {
        assertThat(firstMatch("b|ccc", "a b ccc")).contains("b");
    }

    @Test
    void aMatchStaysOnItsLineUnlessASetHoldsTheLineEnd() throws RegexSyntaxException {
        assertThat(firstMatch("a.*", "ab\nc")).contains("ab");
        assertThat(firstMatch("a[^x]*", "ab\nc")).contains("ab");
        assertThat(firstMatch("a[[:space:]b]*c", "ab\nc")).contains("ab\nc");
    }

    @Test
    void anchorsMatchAtEveryLine() throws RegexSyntaxException {
        assertThat(firstMatch("^b$", "ab\nb\nbc")).contains("b");
        assertThat(firstMatch("^b$", "ab\nbc")).isEmpty();
    }

    @Test
    void anEscapedLetterIsTheLetter() throws RegexSyntaxException {
        assertThat(firstMatch("\\d\\w", "12 dw")).contains("dw");
    }

    @Test
    void aBackslashInASetIsABackslash() throws RegexSyntaxException {
        assertThat(firstMatch("[\\d]+", "1\\d2")).contains("\\d");
    }

    @Test
    void aBraceWithoutADigitIsText() throws RegexSyntaxException {
        assertThat(firstMatch("a{,2}", "aa a{,2}")).contains("a{,2}");
    }

    @Test
    void aQuotedTextMatchesItselfOnly() throws RegexSyntaxException {
        String text = "()^$|*+?.[]\\{}";

        assertThat(firstMatch(PosixRegex.quote(text), "a" + text + "b")).contains(text);
    }

    @Test
    void groupsAreCounted() throws RegexSyntaxException {
        assertThat(PosixRegex.compile("(a(b))[(](c)\\(").groupCount()).isEqualTo(3);
    }

    @Test
    void aMalformedRegexIsExplained() {
        assertMalformed("", "empty expression");
        assertMalformed("a||b", "empty expression");
        assertMalformed("*a", "nothing to repeat");
        assertMalformed("a*+", "repetition of a repetition");
        assertMalformed("(a", "'(' without ')'");
        assertMalformed("a)", "')' without '('");
        assertMalformed("[a", "'[' without ']'");
        assertMalformed("a{1", "malformed repetition count");
        assertMalformed("a{999}", "repetition count above 255");
        assertMalformed("[[:word:]]", "unknown character class");
        assertMalformed("\\1", "back-reference to no group");
    }

    private static void assertMalformed(String regex, String message) {
        assertThatThrownBy(() -> PosixRegex.compile(regex))
                .isInstanceOf(RegexSyntaxException.class)
                .hasMessage(message);
    }

    private static Optional<String> firstMatch(String regex, String text) throws RegexSyntaxException {
        return PosixRegex.compile(regex).find(text).map(MatchResult::group);
    }
}
