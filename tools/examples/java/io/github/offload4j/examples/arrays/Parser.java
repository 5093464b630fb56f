package io.github.offload4j.examples.arrays;

import io.github.offload4j.examples.arrays.Syntax.Constant;
import io.github.offload4j.examples.arrays.Syntax.Definition;
import io.github.offload4j.examples.arrays.Syntax.Expression;
import io.github.offload4j.examples.arrays.Syntax.Name;
import io.github.offload4j.examples.arrays.Syntax.Operation;
import io.github.offload4j.examples.arrays.Syntax.Parameter;
import io.github.offload4j.examples.arrays.Syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads programs by recursive descent. */
final class Parser {
    /** A name, a number, or a character that stands for itself. */
    private static final Pattern TOKEN = Pattern.compile("\\s*(?:([a-z]\\w*)|(\\d+(?:\\.\\d+)?)|(\\S))");

    private final List<String> tokens;
    private int next;

    private Parser(List<String> tokens) {
        this.tokens = tokens;
    }

    /**
     * Reads a program.
     *
     * @throws IllegalArgumentException when it is wrong
     */
    static List<Definition> parse(String program) {
        List<String> tokens = new ArrayList<>();
        Matcher token = TOKEN.matcher(program);
        while (token.lookingAt()) {
            tokens.add(token.group().strip());
            token.region(token.end(), program.length());
        }
        Parser parser = new Parser(tokens);
        List<Definition> definitions = new ArrayList<>();
        while (!parser.peek().isEmpty()) {
            definitions.add(parser.definition());
        }
        return definitions;
    }

    private Definition definition() {
        expect("def");
        String name = name();
        expect("(");
        List<Parameter> parameters = new ArrayList<>();
        do {
            String parameter = name();
            boolean array = accept("[");
            if (array) {
                expect("]");
            }
            parameters.add(new Parameter(parameter, array));
        } while (accept(","));
        expect(")");
        expect("{");
        List<Statement> statements = new ArrayList<>();
        while (!accept("}")) {
            String target = name();
            expect("=");
            statements.add(new Statement(target, sum()));
            expect(";");
        }
        return new Definition(name, parameters, statements);
    }

    private Expression sum() {
        Expression left = product();
        while (peek().equals("+") || peek().equals("-")) {
            left = new Operation(take().charAt(0), left, product());
        }
        return left;
    }

    private Expression product() {
        Expression left = operand();
        while (peek().equals("*") || peek().equals("/")) {
            left = new Operation(take().charAt(0), left, operand());
        }
        return left;
    }

    private Expression operand() {
        if (accept("(")) {
            Expression inner = sum();
            expect(")");
            return inner;
        }
        return !peek().isEmpty() && Character.isDigit(peek().charAt(0))
                ? new Constant(Float.parseFloat(take()))
                : new Name(name());
    }

    private String name() {
        if (peek().isEmpty() || !Character.isLetter(peek().charAt(0))) {
            throw new IllegalArgumentException("expected a name instead of '" + peek() + "'");
        }
        return take();
    }

    private void expect(String token) {
        if (!accept(token)) {
            throw new IllegalArgumentException("expected '" + token + "' instead of '" + peek() + "'");
        }
    }

    private boolean accept(String token) {
        boolean there = peek().equals(token);
        next += there ? 1 : 0;
        return there;
    }

    private String peek() {
        return next < tokens.size() ? tokens.get(next) : "";
    }

    private String take() {
        return tokens.get(next++);
    }
}
