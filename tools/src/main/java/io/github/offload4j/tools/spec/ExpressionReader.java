package io.github.offload4j.tools.spec;

import io.github.offload4j.codegen.signature.Operator;
import io.github.offload4j.tools.diagnostic.Words;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/**
 * Reads an expression:
 *
 * <pre>
 * expression = term { ("+" | "-") term }
 * term       = factor { ("*" | "/") factor }
 * factor     = number | name | "-" factor | "(" expression ")"
 *            | "ceildiv" "(" expression "," expression ")"
 *            | ("min" | "max") "(" expression "," expression { "," expression } ")"
 * </pre>
 */
final class ExpressionReader {
    /** Keeps what follows the expression's structure from needing a deep stack. */
    private static final int LONGEST = 500;

    private static final List<Operator> FUNCTIONS =
            Stream.of(Operator.values()).filter(Operator::isFunction).toList();

    private final String text;
    private final Visitor visitor;
    private int at;

    private ExpressionReader(String text, Visitor visitor) {
        this.text = text;
        this.visitor = visitor;
    }

    /** Is told what is met. */
    interface Visitor {
        /** Something is named, at a place of the text; returns its value, or a stand-in when there is none. */
        SpecNumber name(String name, int at);

        /** Something is wrong there; reading ends at the first that is no expression. */
        void problem(String message, int at);
    }

    /** Reads a text that is nothing but an expression. */
    static Optional<SpecNumber> read(String text, Visitor visitor) {
        if (text.length() > LONGEST) {
            visitor.problem("is an expression of more than " + LONGEST + " characters", 0);
            return Optional.empty();
        }
        ExpressionReader reader = new ExpressionReader(text, visitor);
        try {
            SpecNumber quantity = reader.expression();
            reader.skipSpace();
            if (reader.at < text.length()) {
                throw reader.wrong("an operator");
            }
            return Optional.of(quantity);
        } catch (SyntaxException e) {
            visitor.problem(e.message, e.at);
            return Optional.empty();
        }
    }

    private static final class SyntaxException extends Exception {
        private static final long serialVersionUID = 1;

        private final String message;
        private final int at;

        SyntaxException(String message, int at) {
            super(message);
            this.message = message;
            this.at = at;
        }
    }

    private SpecNumber expression() throws SyntaxException {
        SpecNumber left = term();
        for (Optional<Operator> sign = sign(1); sign.isPresent(); sign = sign(1)) {
            left = operation(sign.get(), left, at - 1, this::term);
        }
        return left;
    }

    private SpecNumber term() throws SyntaxException {
        SpecNumber left = factor();
        for (Optional<Operator> sign = sign(2); sign.isPresent(); sign = sign(2)) {
            left = operation(sign.get(), left, at - 1, this::factor);
        }
        return left;
    }

    /** Reads a part of an expression. */
    private interface Part {
        SpecNumber read() throws SyntaxException;
    }

    private Optional<Operator> sign(int rank) {
        Optional<Operator> sign = Stream.of(Operator.values())
                .filter(operator -> operator.rank() == rank && isNext(operator.sign()))
                .findFirst();
        sign.ifPresent(operator -> at++);
        return sign;
    }

    private SpecNumber factor() throws SyntaxException {
        int begin = skipSpace();
        if (accept("(")) {
            SpecNumber inner = expression();
            require(")");
            return inner;
        }
        if (accept("-")) {
            if (isNext(c -> c >= '0' && c <= '9')) {
                return new SpecNumber.Constant(number("-", begin));
            }
            return operation(Operator.SUBTRACT, new SpecNumber.Constant(0), begin, this::factor);
        }
        if (isNext(c -> c >= '0' && c <= '9')) {
            return new SpecNumber.Constant(number("", begin));
        }
        if (!isNext(ExpressionReader::beginsName)) {
            throw wrong("a number, a parameter or '('");
        }
        String name = word(c -> beginsName(c) || (c >= '0' && c <= '9') || c == '.');
        if (isNext("(")) {
            return call(name, begin);
        }
        return visitor.name(name, begin);
    }

    private static boolean beginsName(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$';
    }

    private long number(String sign, int begin) throws SyntaxException {
        skipSpace();
        String digits = word(c -> Character.isLetterOrDigit(c) || c == '.' || c == '_');
        try {
            return digits.matches("0|[1-9][0-9]*") ? Long.parseLong(sign + digits) : notDecimal(digits, begin);
        } catch (NumberFormatException tooLarge) {
            throw new SyntaxException(
                    "has the number " + Words.quote(sign + digits) + ", which needs more than 64 bits", begin);
        }
    }

    private static long notDecimal(String digits, int begin) throws SyntaxException {
        throw new SyntaxException("has " + Words.quote(digits) + " in it, which is no whole number in decimal", begin);
    }

    private SpecNumber call(String name, int begin) throws SyntaxException {
        Operator function = FUNCTIONS.stream()
                .filter(known -> known.sign().equals(name))
                .findFirst()
                .orElseThrow(() -> new SyntaxException(
                        "calls " + Words.quote(name) + "; expected "
                                + Words.either(
                                        FUNCTIONS.stream().map(Operator::sign).toList()),
                        begin));
        require("(");
        SpecNumber result = expression();
        require(",");
        result = operation(function, result, begin, this::expression);
        while (function != Operator.CEILDIV && accept(",")) {
            result = operation(function, result, begin, this::expression);
        }
        require(")");
        return result;
    }

    /** Computes what is known now, and says what can be seen to go wrong. */
    private SpecNumber operation(Operator operator, SpecNumber left, int begin, Part rest) throws SyntaxException {
        SpecNumber right = rest.read();
        if (operator.divides() && right.equals(new SpecNumber.Constant(0))) {
            throw new SyntaxException("divides by 0", begin);
        }
        if (left instanceof SpecNumber.Constant first && right instanceof SpecNumber.Constant second) {
            OptionalLong result = operator.apply(first.value(), second.value());
            if (result.isEmpty()) {
                throw new SyntaxException("does not fit 64 bits", begin);
            }
            return new SpecNumber.Constant(result.getAsLong());
        }
        return new SpecNumber.Operation(operator, left, right);
    }

    private void require(String sign) throws SyntaxException {
        if (!accept(sign)) {
            throw wrong("'" + sign + "'");
        }
    }

    private boolean accept(String sign) {
        boolean next = isNext(sign);
        at += next ? 1 : 0;
        return next;
    }

    private boolean isNext(String sign) {
        return text.startsWith(sign, skipSpace());
    }

    private boolean isNext(IntPredicate character) {
        return skipSpace() < text.length() && character.test(text.charAt(at));
    }

    private int skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private String word(IntPredicate character) {
        int begin = at;
        while (at < text.length() && character.test(text.charAt(at))) {
            at++;
        }
        return text.substring(begin, at);
    }

    private SyntaxException wrong(String expected) {
        int place = skipSpace();
        String found = place == text.length() ? "ends" : "has " + Words.quote(text.substring(place)) + " in it";
        return new SyntaxException(found + " where " + expected + " is expected", place);
    }
}
