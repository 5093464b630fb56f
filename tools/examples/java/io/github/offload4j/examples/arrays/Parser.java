package io.github.offload4j.examples.arrays;

import io.github.offload4j.examples.arrays.Definition.Parameter;
import io.github.offload4j.examples.arrays.Definition.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Reads programs by recursive descent, and prints what statements compute as LLVM IR on the way. */
final class Parser {
    private static final Map<String, String> INSTRUCTIONS = Map.of("+", "fadd", "-", "fsub", "*", "fmul", "/", "fdiv");

    private final Scanner tokens;
    private final List<Parameter> parameters = new ArrayList<>();
    private final Set<String> sources = new HashSet<>();
    private final StringBuilder code = new StringBuilder();

    Parser(String program) {
        // A token is a name, a number, or a character that stands for itself.
        tokens = new Scanner(program).useDelimiter("\\s+|(?<=[^\\w.\\s])|(?=[^\\w.\\s])");
    }

    /** Reads a program, or throws an {@link IllegalArgumentException} when it is wrong. */
    List<Definition> parse() {
        List<Definition> definitions = new ArrayList<>();
        while (tokens.hasNext()) {
            definitions.add(definition());
        }
        return definitions;
    }

    private Definition definition() {
        expect("def");
        String name = name();
        expect("(");
        parameters.clear();
        do {
            parameters.add(new Parameter(name(), accept("[") && expect("]")));
        } while (accept(","));
        expect(")");
        expect("{");
        List<Statement> statements = new ArrayList<>();
        while (!accept("}")) {
            statements.add(statement());
        }
        return new Definition(name, List.copyOf(parameters), statements);
    }

    private Statement statement() {
        code.setLength(0);
        sources.clear();
        Parameter target = parameter("array");
        expect("=");
        String value = sum();
        expect(";");
        code.append("  store float " + value + ", ptr " + address(target) + "\n");
        return new Statement(target.name(), Set.copyOf(sources), code.toString());
    }

    private String sum() {
        return operations("[-+]", () -> operations("[*/]", this::operand));
    }

    private String operations(String operators, Supplier<String> operand) {
        String left = operand.get();
        while (tokens.hasNext(operators)) {
            left = define(INSTRUCTIONS.get(tokens.next()) + " float " + left + ", " + operand.get());
        }
        return left;
    }

    private String operand() {
        if (accept("(")) {
            String inner = sum();
            expect(")");
            return inner;
        }
        if (tokens.hasNext("\\d+(\\.\\d+)?")) {
            // A float constant in IR is spelled as the bits of the double of the same value.
            return String.format("0x%016X", Double.doubleToRawLongBits(Float.parseFloat(tokens.next())));
        }
        Parameter source = parameter("parameter");
        sources.add(source.name());
        return source.array() ? define("load float, ptr " + address(source)) : "%" + source.name();
    }

    private String address(Parameter array) {
        return define("getelementptr float, ptr %" + array.name() + ", i64 %.i");
    }

    private String define(String instruction) {
        String value = "%." + code.length();
        code.append("  " + value + " = " + instruction + "\n");
        return value;
    }

    private Parameter parameter(String kind) {
        String name = name();
        return parameters.stream()
                .filter(p -> p.name().equals(name) && (p.array() || !kind.equals("array")))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no " + kind + " '" + name + "'"));
    }

    private String name() {
        return tokens.hasNext("[a-z]\\w*") ? tokens.next() : wrong("a name");
    }

    private boolean accept(String token) {
        return tokens.hasNext(Pattern.quote(token)) && !tokens.next().isEmpty();
    }

    private boolean expect(String token) {
        return accept(token) || wrong("'" + token + "'").isEmpty();
    }

    private String wrong(String expected) {
        throw new IllegalArgumentException(
                "expected " + expected + " instead of '" + (tokens.hasNext() ? tokens.next() : "") + "'");
    }
}
