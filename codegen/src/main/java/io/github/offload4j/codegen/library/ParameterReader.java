package io.github.offload4j.codegen.library;

import io.github.offload4j.codegen.library.CatalogueScanner.Token;
import io.github.offload4j.codegen.library.LibraryExpression.Bytes;
import io.github.offload4j.codegen.library.LibraryParameter.Array;
import io.github.offload4j.codegen.library.LibraryParameter.Choice;
import io.github.offload4j.codegen.library.LibraryParameter.Handle;
import io.github.offload4j.codegen.library.LibraryParameter.Integral;
import io.github.offload4j.codegen.library.LibraryParameter.Numbers;
import io.github.offload4j.codegen.library.LibraryParameter.Role;
import io.github.offload4j.codegen.library.LibraryParameter.Value;
import io.github.offload4j.codegen.signature.Access;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the parameters of a function as one library has them. The kinds:
 *
 * <pre>
 * host | value TYPE | scalar [TYPE] | ENUMERATION
 * size | size64 | leading | leading64 | increment | increment64 | stride | extra | extra64
 * ACCESS numbers ( COUNT ) [of TYPE | of PARAMETER]
 * ACCESS SHAPE [of TYPE | of PARAMETER] [every PARAMETER times EXPRESSION]
 * </pre>
 *
 * <p>{@code T} is the type of the function's letter, {@code R} that of its parts.
 */
final class ParameterReader {
    private static final String INDEX = "index";

    private static final Map<String, Role> ROLES = Map.of(
            "size", Role.SIZE,
            "leading", Role.LEADING,
            "increment", Role.INCREMENT,
            "stride", Role.STRIDE,
            "extra", Role.EXTRA);

    private final CatalogueScanner scanner;
    private final Conventions conventions;
    private final Map<String, LibraryEnumeration> enumerations;
    private final Optional<Letter> letter;
    private final Map<String, Integer> kinds;
    private final List<LibraryParameter> parameters = new ArrayList<>();
    private final Map<String, LibraryEnumeration> choices = new HashMap<>();
    /** Where what refers to a parameter stands, which may come later. */
    private final List<Token> references = new ArrayList<>();

    ParameterReader(
            CatalogueScanner scanner,
            Conventions conventions,
            Map<String, LibraryEnumeration> enumerations,
            Optional<Letter> letter,
            Map<String, Integer> kinds) {
        this.scanner = scanner;
        this.conventions = conventions;
        this.enumerations = enumerations;
        this.letter = letter;
        this.kinds = new HashMap<>(kinds);
    }

    /** What a function takes and returns. */
    record Signature(List<LibraryParameter> parameters, String returnType) {}

    Signature read() {
        findChoices();
        conventions.handle().ifPresent(name -> parameters.add(new Handle(name)));
        if (!scanner.atEndOfStatement() && !scanner.peek().text().equals("->")) {
            do {
                parameter();
            } while (scanner.accept(","));
        }
        Optional<String> result = scanner.accept("->") ? Optional.of(type(scanner.word("a type"))) : Optional.empty();
        references.forEach(this::requireParameter);
        String returned = conventions.status() ? "i32" : "void";
        if (result.isPresent() && conventions.resultByReference(result.get())) {
            parameters.add(new Numbers("result", Access.FROM, result.get(), Optional.empty(), 1));
            return new Signature(parameters, returned);
        }
        return new Signature(parameters, result.orElse(returned));
    }

    private void requireParameter(Token name) {
        boolean known = parameters.stream()
                .anyMatch(parameter -> parameter.name().equals(name.text())
                        && parameter.integerBits().isPresent());
        if (!known) {
            throw scanner.malformed(name, "'" + name.text() + "' is no integer parameter of the function");
        }
    }

    private void parameter() {
        Token name = scanner.word("a parameter");
        if (parameters.stream().anyMatch(other -> other.name().equals(name.text()))) {
            throw scanner.malformed(name, "'" + name.text() + "' is a parameter already");
        }
        if (!scanner.atEndOfStatement() && scanner.peek().isWord()) {
            kind(name).ifPresent(parameters::add);
            return;
        }
        Integer position = kinds.get(name.text());
        if (position == null) {
            throw scanner.malformed(name, "'" + name.text() + "' has no kind");
        }
        int next = scanner.position();
        scanner.reset(position);
        kind(name).ifPresent(parameters::add);
        scanner.reset(next);
    }

    private Optional<LibraryParameter> kind(Token name) {
        Token kind = scanner.word("a kind");
        String text = kind.text();
        for (Access access : Access.values()) {
            if (access.name().toLowerCase(Locale.ROOT).equals(text)) {
                return Optional.of(mapped(name.text(), access));
            }
        }
        Role role = ROLES.get(text.replace("64", ""));
        if (role != null) {
            boolean wide = text.endsWith("64") || role == Role.STRIDE;
            return Optional.of(new Integral(name.text(), role, wide ? Long.SIZE : Integer.SIZE));
        }
        if (text.equals("host")) {
            return Optional.of(new Handle(name.text()));
        }
        if (text.equals("value")) {
            return Optional.of(new Value(name.text(), type(scanner.word("a type"))));
        }
        if (text.equals("scalar")) {
            return Optional.of(scalar(name.text()));
        }
        LibraryEnumeration enumeration = enumerations.get(text);
        if (enumeration == null && text.equals(ShapeReader.LAYOUT)) {
            return Optional.empty();
        }
        if (enumeration == null) {
            throw scanner.malformed(kind, "there is no kind '" + text + "'");
        }
        return Optional.of(new Choice(name.text(), enumeration));
    }

    private LibraryParameter scalar(String name) {
        String type = !scanner.atEndOfStatement() && scanner.peek().isWord()
                ? type(scanner.take())
                : letterOf(scanner.peek()).type();
        return conventions.byReference(type)
                ? new Numbers(name, Access.TO, type, Optional.empty(), 1)
                : new Value(name, type);
    }

    private String type(Token type) {
        return switch (type.text()) {
            case "T" -> letterOf(type).type();
            case "R" -> letterOf(type).real().type();
            case INDEX -> conventions.index();
            case "ptr", "i8", "i16", "i32", "i64", "half", "bfloat", "float", "double" -> type.text();
            default -> throw scanner.malformed(type, "there is no type '" + type.text() + "'");
        };
    }

    private Letter letterOf(Token token) {
        return letter.orElseThrow(() -> scanner.malformed(token, "the function has no letter that says the type"));
    }

    private LibraryParameter mapped(String name, Access access) {
        if (scanner.accept("numbers")) {
            scanner.require("(");
            long count = scanner.number("a number");
            scanner.require(")");
            Element element = element();
            return new Numbers(name, access, element.type(), element.sizedBy(), count);
        }
        ShapeReader shapes = new ShapeReader(scanner, choices, references);
        LibraryShape shape = shapes.shape();
        Element element = element();
        if (scanner.accept("every")) {
            Token stride = scanner.word("a parameter");
            references.add(stride);
            scanner.require("times");
            shape = new LibraryShape.Strided(shape, stride.text(), shapes.expression());
        }
        return new Array(name, access, element.type(), element.sizedBy(), shape);
    }

    private record Element(String type, Optional<Bytes> sizedBy) {}

    private Element element() {
        if (!scanner.accept("of")) {
            return new Element(letterOf(scanner.peek()).type(), Optional.empty());
        }
        Token type = scanner.word("a type or a parameter");
        Optional<Bytes> sizedBy = sizedBy(type);
        return new Element(sizedBy.isPresent() ? "i8" : type(type), sizedBy);
    }

    private Optional<Bytes> sizedBy(Token parameter) {
        LibraryEnumeration enumeration = choices.get(parameter.text());
        if (enumeration == null) {
            return Optional.empty();
        }
        if (!enumeration.isSized()) {
            throw scanner.malformed(parameter, "'" + enumeration.name() + "' does not say how large an element is");
        }
        return Optional.of(new Bytes(parameter.text(), enumeration));
    }

    /** Finds the parameters that choose, which others in front of them may depend on. */
    private void findChoices() {
        int begin = scanner.position();
        while (!scanner.atEndOfStatement()) {
            Token name = scanner.take();
            String kind = scanner.atEndOfStatement() ? "" : scanner.peek().text();
            Integer position = kinds.get(name.text());
            if (position != null && !enumerations.containsKey(kind)) {
                kind = scanner.at(position).text();
            }
            LibraryEnumeration enumeration = enumerations.get(kind);
            if (enumeration != null) {
                choices.put(name.text(), enumeration);
            }
        }
        scanner.reset(begin);
    }
}
