package io.github.offload4j.codegen.library;

import io.github.offload4j.codegen.library.CatalogueScanner.Token;
import io.github.offload4j.codegen.library.LibraryExpression.Argument;
import io.github.offload4j.codegen.library.LibraryExpression.Bytes;
import io.github.offload4j.codegen.library.LibraryExpression.Choice;
import io.github.offload4j.codegen.library.LibraryExpression.Constant;
import io.github.offload4j.codegen.library.LibraryExpression.Operation;
import io.github.offload4j.codegen.library.LibraryShape.Flat;
import io.github.offload4j.codegen.library.LibraryShape.Matrix;
import io.github.offload4j.codegen.library.LibraryShape.Vector;
import io.github.offload4j.codegen.signature.Operator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads which elements of an array a function touches:
 *
 * <pre>
 * shape      = "vector" "(" expression "," PARAMETER ")"
 *            | "matrix" "(" expression "," expression "," PARAMETER ")"
 *            | "band" "(" expression "," expression "," expression "," PARAMETER ")"
 *            | "array" "(" expression ")"
 * expression = PARAMETER "=" WORD "?" expression ":" expression | sum
 * sum        = term { ("+" | "-") term }
 * term       = factor { ("*" | "/") factor }
 * factor     = NUMBER | PARAMETER | "(" expression ")" | "bytes" "(" PARAMETER ")"
 *            | ("min" | "max" | "ceildiv") "(" expression "," expression ")"
 * </pre>
 *
 * <p>A band is given by rows, columns and the number of its diagonals, each of which is a row where matrices are by columns.
 */
final class ShapeReader {
    /** The choice that only some libraries offer; the others have matrices by columns. */
    static final String LAYOUT = "layout";

    static final String ROWS = "rows";
    private static final String COLUMNS = "columns";

    private final CatalogueScanner scanner;
    private final Map<String, LibraryEnumeration> choices;
    private final List<Token> references;

    ShapeReader(CatalogueScanner scanner, Map<String, LibraryEnumeration> choices, List<Token> references) {
        this.scanner = scanner;
        this.choices = choices;
        this.references = references;
    }

    LibraryShape shape() {
        Token kind = scanner.word("a shape");
        scanner.require("(");
        LibraryShape shape = switch (kind.text()) {
            case "vector" -> new Vector(expression(), parameter());
            case "matrix" -> new Matrix(expression(), next(), parameter());
            case "band" -> band(expression(), next(), next());
            case "array" -> new Flat(expression());
            default -> throw scanner.malformed(kind, "there is no shape '" + kind.text() + "'");
        };
        scanner.require(")");
        return shape;
    }

    private LibraryShape band(LibraryExpression rows, LibraryExpression columns, LibraryExpression diagonals) {
        LibraryEnumeration layout = choices.get(LAYOUT);
        if (layout == null) {
            return new Matrix(diagonals, columns, parameter());
        }
        return new Matrix(
                choice(LAYOUT, layout, ROWS, rows, diagonals),
                choice(LAYOUT, layout, ROWS, diagonals, columns),
                parameter());
    }

    private LibraryExpression next() {
        scanner.require(",");
        return expression();
    }

    private String parameter() {
        scanner.require(",");
        Token name = scanner.word("a parameter");
        references.add(name);
        return name.text();
    }

    LibraryExpression expression() {
        Token name = scanner.peek();
        int begin = scanner.position();
        if (name.isWord()) {
            scanner.take();
            if (scanner.accept("=")) {
                return choice(name);
            }
            scanner.reset(begin);
        }
        return sum();
    }

    private LibraryExpression choice(Token name) {
        Token word = scanner.word("a choice");
        scanner.require("?");
        LibraryExpression then = expression();
        scanner.require(":");
        LibraryExpression otherwise = expression();
        LibraryEnumeration enumeration = choices.get(name.text());
        if (enumeration == null && name.text().equals(LAYOUT)) {
            return word.text().equals(COLUMNS) ? then : otherwise;
        }
        if (enumeration == null || enumeration.number(word.text()).isEmpty()) {
            throw scanner.malformed(word, "'" + name.text() + "' cannot be '" + word.text() + "'");
        }
        references.add(name);
        return choice(name.text(), enumeration, word.text(), then, otherwise);
    }

    private static LibraryExpression choice(
            String parameter,
            LibraryEnumeration enumeration,
            String word,
            LibraryExpression then,
            LibraryExpression otherwise) {
        return new Choice(parameter, word, enumeration.number(word).orElseThrow(), then, otherwise);
    }

    private LibraryExpression sum() {
        LibraryExpression left = term();
        for (Optional<Operator> sign = sign(1); sign.isPresent(); sign = sign(1)) {
            left = new Operation(sign.get(), left, term());
        }
        return left;
    }

    private LibraryExpression term() {
        LibraryExpression left = factor();
        for (Optional<Operator> sign = sign(2); sign.isPresent(); sign = sign(2)) {
            left = new Operation(sign.get(), left, factor());
        }
        return left;
    }

    private Optional<Operator> sign(int rank) {
        return Stream.of(Operator.values())
                .filter(operator -> operator.rank() == rank && scanner.accept(operator.sign()))
                .findFirst();
    }

    private LibraryExpression factor() {
        if (scanner.accept("(")) {
            LibraryExpression inner = expression();
            scanner.require(")");
            return inner;
        }
        if (!scanner.peek().isWord()) {
            return new Constant(scanner.number("a number or a parameter"));
        }
        Token name = scanner.word("a number or a parameter");
        if (!scanner.accept("(")) {
            references.add(name);
            return new Argument(name.text());
        }
        LibraryExpression result = name.text().equals("bytes") ? bytes() : call(name);
        scanner.require(")");
        return result;
    }

    private LibraryExpression bytes() {
        Token name = scanner.word("a parameter");
        LibraryEnumeration enumeration = choices.get(name.text());
        if (enumeration == null || !enumeration.isSized()) {
            throw scanner.malformed(name, "'" + name.text() + "' does not say how large an element is");
        }
        references.add(name);
        return new Bytes(name.text(), enumeration);
    }

    private LibraryExpression call(Token name) {
        Operator function = Stream.of(Operator.values())
                .filter(operator -> operator.isFunction() && operator.sign().equals(name.text()))
                .findFirst()
                .orElseThrow(() -> scanner.malformed(name, "there is no function '" + name.text() + "'"));
        return new Operation(function, expression(), next());
    }
}
