package io.github.offload4j.codegen.library;

import io.github.offload4j.codegen.abi.GpuDriver;
import io.github.offload4j.codegen.library.CatalogueScanner.Token;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads how a library names its functions and passes their arguments. */
final class ConventionReader {
    private static final String REFERENCE = "reference";
    private static final String YES = "yes";

    private static final Map<String, List<String>> CHOICES = Map.of(
            "status", List.of(YES, "no"),
            "scalars", List.of("value", REFERENCE),
            "complex", List.of("value", REFERENCE),
            "index", List.of("i32", "i64"),
            "driver", Stream.of(GpuDriver.values()).map(ConventionReader::name).toList());

    private final CatalogueScanner scanner;
    private final Map<String, String> said = new HashMap<>();

    ConventionReader(CatalogueScanner scanner) {
        this.scanner = scanner;
    }

    private static String name(GpuDriver driver) {
        return driver.name().toLowerCase(Locale.ROOT);
    }

    /** Reads a symbol's format. */
    static String symbol(CatalogueScanner scanner) {
        Token token = scanner.word("a symbol");
        if (!Conventions.isSymbol(token.text())) {
            throw scanner.malformed(token, "'" + token.text() + "' has something unknown in braces");
        }
        return token.text();
    }

    Conventions read() {
        Token last = scanner.peek();
        while (!scanner.atEndOfStatement()) {
            last = scanner.word("a convention");
            said.put(last.text(), value(last));
        }
        String symbol = said.get("symbol");
        if (symbol == null) {
            throw scanner.malformed(last, "the library has no 'symbol'");
        }
        String driver = said.get("driver");
        String getter = said.get("getmode");
        String setter = said.get("setmode");
        Optional<Conventions.Modes> modes = getter == null || setter == null
                ? Optional.empty()
                : Optional.of(new Conventions.Modes(getter, setter));
        return new Conventions(
                symbol,
                Optional.ofNullable(said.get("handle")),
                is("status", YES),
                is("scalars", REFERENCE),
                is("complex", REFERENCE),
                said.getOrDefault("index", "i32"),
                modes,
                Stream.of(GpuDriver.values())
                        .filter(known -> name(known).equals(driver))
                        .findFirst());
    }

    private boolean is(String convention, String value) {
        return value.equals(said.get(convention));
    }

    private String value(Token convention) {
        return switch (convention.text()) {
            case "symbol" -> symbol(scanner);
            case "handle", "getmode", "setmode" -> scanner.word("a name").text();
            default -> choice(convention);
        };
    }

    private String choice(Token convention) {
        List<String> choices = CHOICES.get(convention.text());
        if (choices == null) {
            throw scanner.malformed(convention, "there is no convention '" + convention.text() + "'");
        }
        Token value = scanner.word("a value");
        if (!choices.contains(value.text())) {
            throw scanner.malformed(
                    value, "'" + value.text() + "' stands where one of " + String.join(", ", choices) + " is expected");
        }
        return value.text();
    }
}
