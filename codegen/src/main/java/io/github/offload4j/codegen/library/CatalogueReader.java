package io.github.offload4j.codegen.library;

import io.github.offload4j.codegen.library.CatalogueScanner.Token;
import io.github.offload4j.codegen.library.LibraryEnumeration.Word;
import io.github.offload4j.codegen.library.LibraryFunction.Checks;
import io.github.offload4j.codegen.library.LibraryFunction.Count;
import io.github.offload4j.codegen.library.LibraryFunction.PlanUse;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a catalogue. Its statements:
 *
 * <pre>
 * library NAME {CONVENTION VALUE}
 * enumeration NAME : WORD [BYTES] {, WORD [BYTES]} {LIBRARY NUMBER {, NUMBER} | LIBRARY SYMBOL {, SYMBOL}}
 * kind KIND : PARAMETER {PARAMETER}
 * NAME [LETTERS] {CLAUSE} : [PARAMETER {, PARAMETER}] [-> TYPE]
 * </pre>
 *
 * <p>The clauses are {@code only} and {@code except} with libraries between commas, {@code symbol LIBRARY FORMAT}, {@code plan checked},
 * {@code plan remembered}, and {@code count PARAMETER SYMBOL PARAMETER}: the library's function SYMBOL counts the ranks of the
 * first parameter, a communicator, and the second, an extra size, has to be their number.
 *
 * <p>A name with {@code {t}} in it is as many functions as there are letters; {@code {r}} is the letter of the parts of a
 * complex number. What follows a parameter is its kind, which a statement {@code kind} may give once for all.
 */
final class CatalogueReader {
    private final CatalogueScanner scanner;
    private final Map<Library, Described> libraries = new EnumMap<>(Library.class);
    private final Map<String, Integer> kinds = new HashMap<>();

    /** What is known of a library so far. */
    private record Described(
            Conventions conventions, Map<String, LibraryEnumeration> enumerations, List<LibraryFunction> functions) {}

    private CatalogueReader(CatalogueScanner scanner) {
        this.scanner = scanner;
    }

    /**
     * Returns what is known of each library.
     *
     * @throws IllegalStateException with line and column when the text is no catalogue
     */
    static Map<Library, Catalogue> read(String file, String text) {
        CatalogueReader reader = new CatalogueReader(new CatalogueScanner(file, text));
        while (!reader.scanner.atEnd()) {
            reader.statement();
        }
        Map<Library, Catalogue> catalogues = new EnumMap<>(Library.class);
        reader.libraries.forEach((library, known) -> catalogues.put(
                library,
                new Catalogue(
                        known.conventions(), List.copyOf(known.enumerations().values()), known.functions())));
        return catalogues;
    }

    private void statement() {
        Token first = scanner.take();
        switch (first.text()) {
            case "library" -> library();
            case "enumeration" -> enumeration();
            case "kind" -> kind();
            default -> routine(first);
        }
        if (!scanner.atEndOfStatement()) {
            throw scanner.expected("the end of the statement");
        }
    }

    private Library known() {
        Token token = scanner.word("a library");
        for (Library library : Library.values()) {
            if (library.toString().equals(token.text())) {
                return library;
            }
        }
        throw scanner.malformed(token, "there is no library '" + token.text() + "'");
    }

    private Library described() {
        Token token = scanner.peek();
        Library library = known();
        if (!libraries.containsKey(library)) {
            throw scanner.malformed(token, "'" + library + "' has no statement of its own above");
        }
        return library;
    }

    private Described described(Library library) {
        return Optional.ofNullable(libraries.get(library)).orElseThrow();
    }

    private void library() {
        Library library = known();
        libraries.put(
                library, new Described(new ConventionReader(scanner).read(), new LinkedHashMap<>(), new ArrayList<>()));
    }

    private void enumeration() {
        String name = scanner.word("a name").text();
        scanner.require(":");
        List<String> words = new ArrayList<>();
        List<Integer> bytes = new ArrayList<>();
        do {
            words.add(scanner.word("a choice").text());
            boolean sized = scanner.peek().text().matches("[0-9]+");
            bytes.add(sized ? (int) scanner.number("a size") : 0);
        } while (scanner.accept(","));
        while (!scanner.atEndOfStatement()) {
            Library library = described();
            List<Word> choices = new ArrayList<>();
            for (int i = 0; i < words.size(); i++) {
                if (i > 0) {
                    scanner.require(",");
                }
                choices.add(choice(words.get(i), i, bytes.get(i)));
                if (choices.get(i).symbol().isPresent()
                        != choices.get(0).symbol().isPresent()) {
                    throw scanner.malformed(
                            scanner.at(scanner.position() - 1), "numbers and variables do not go together");
                }
            }
            described(library).enumerations().put(name, new LibraryEnumeration(name, choices));
        }
    }

    private Word choice(String text, int place, int bytes) {
        String what = "a number for '" + text + "'";
        return scanner.peek().isWord() && !scanner.atEndOfStatement()
                ? new Word(text, place, bytes, Optional.of(scanner.word(what).text()))
                : new Word(text, scanner.number(what), bytes, Optional.empty());
    }

    /** Remembers where the kind stands, which is read again for each parameter. */
    private void kind() {
        int position = scanner.position();
        while (!scanner.accept(":")) {
            if (scanner.atEndOfStatement()) {
                throw scanner.expected("':'");
            }
            scanner.take();
        }
        while (!scanner.atEndOfStatement()) {
            kinds.put(scanner.word("a parameter").text(), position);
        }
    }

    private void routine(Token name) {
        if (!name.isWord() || name.column() != 1) {
            throw scanner.malformed(name, "a statement begins with a name at the margin");
        }
        boolean typed = name.text().contains("{t}");
        List<Optional<Letter>> letters = typed ? letters() : List.of(Optional.empty());
        Set<Library> only = EnumSet.copyOf(libraries.keySet());
        Map<Library, String> symbols = new EnumMap<>(Library.class);
        PlanUse plan = PlanUse.NONE;
        Optional<Count> count = Optional.empty();
        while (!scanner.accept(":")) {
            Token clause = scanner.word("':'");
            switch (clause.text()) {
                case "only" -> only.retainAll(someDescribed());
                case "except" -> only.removeAll(someDescribed());
                case "symbol" -> symbols.put(described(), ConventionReader.symbol(scanner));
                case "plan" -> plan = planUse();
                case "count" -> count = Optional.of(count());
                default -> throw scanner.malformed(clause, "'" + clause.text() + "' stands where ':' is expected");
            }
        }
        int begin = scanner.position();
        if (only.isEmpty()) {
            throw scanner.malformed(name, "no library has '" + name.text() + "'");
        }
        Checks checks = new Checks(plan, count);
        for (Library library : only) {
            for (Optional<Letter> letter : letters) {
                scanner.reset(begin);
                add(name, library, letter, Optional.ofNullable(symbols.get(library)), checks);
            }
        }
    }

    private PlanUse planUse() {
        Token use = scanner.word("what is done with the plan");
        return switch (use.text()) {
            case "checked" -> PlanUse.CHECKED;
            case "remembered" -> PlanUse.REMEMBERED;
            default ->
                throw scanner.malformed(
                        use, "'" + use.text() + "' stands where one of checked, remembered is expected");
        };
    }

    private Count count() {
        return new Count(
                scanner.word("a communicator").text(),
                scanner.word("the function that counts its ranks").text(),
                scanner.word("the size that they are").text());
    }

    private Set<Library> someDescribed() {
        Set<Library> all = EnumSet.of(described());
        while (scanner.accept(",")) {
            all.add(described());
        }
        return all;
    }

    private List<Optional<Letter>> letters() {
        Token token = scanner.word("letters");
        List<Optional<Letter>> letters = new ArrayList<>();
        token.text().chars().forEach(c -> letters.add(Letter.of(c)));
        if (letters.stream().anyMatch(Optional::isEmpty)) {
            throw scanner.malformed(token, "'" + token.text() + "' stands where some of s, d, c and z are expected");
        }
        return letters;
    }

    private void add(Token name, Library library, Optional<Letter> letter, Optional<String> symbol, Checks checks) {
        Described described = described(library);
        Conventions conventions = described.conventions();
        String plain = typed(name.text(), letter);
        String format = typed(symbol.orElse(conventions.symbol()), letter);
        ParameterReader reader = new ParameterReader(scanner, conventions, described.enumerations(), letter, kinds);
        ParameterReader.Signature signature = reader.read();
        LibraryFunction function = new LibraryFunction(
                        library,
                        plain,
                        Conventions.symbol(format, plain),
                        signature.parameters(),
                        signature.returnType())
                .with(checks);
        if (checks.plan() == PlanUse.CHECKED && !PlanCode.canCheck(function)) {
            throw scanner.malformed(
                    name, "'" + plain + "' has a plan to be checked, which comes first, and no two extra sizes");
        }
        checks.count()
                .filter(count -> !CommunicatorCode.canCheck(function, count))
                .ifPresent(count -> {
                    throw scanner.malformed(
                            name,
                            "'" + plain + "' has ranks to be counted, and no '" + count.communicator()
                                    + "' of the host or no extra size '" + count.size() + "'");
                });
        List<LibraryFunction> all = described.functions();
        if (all.stream()
                .anyMatch(other -> other.name().toLowerCase(Locale.ROOT).equals(plain.toLowerCase(Locale.ROOT)))) {
            throw scanner.malformed(name, library + " has '" + plain + "' already");
        }
        all.add(function);
    }

    private static String typed(String text, Optional<Letter> letter) {
        return letter.map(known -> text.replace("{t}", known.text())
                        .replace("{r}", known.real().text()))
                .orElse(text);
    }
}
