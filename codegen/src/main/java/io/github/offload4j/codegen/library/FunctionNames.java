package io.github.offload4j.codegen.library;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What a library's functions are called, more or less. */
final class FunctionNames {
    /** Nobody writes a longer one by mistake, and comparing takes the product of the lengths. */
    private static final int LONGEST = 60;

    private final Library library;

    private FunctionNames(Library library) {
        this.library = library;
    }

    static FunctionNames of(Library library) {
        return new FunctionNames(Objects.requireNonNull(library, "library is null"));
    }

    Optional<LibraryFunction> find(String name) {
        Objects.requireNonNull(name, "name is null");
        String wanted = name.toLowerCase(Locale.ROOT);
        Map<String, LibraryFunction> known = new HashMap<>();
        for (LibraryFunction function : library.functions()) {
            String plain = function.name().toLowerCase(Locale.ROOT);
            String symbol = function.symbol().toLowerCase(Locale.ROOT);
            known.put(plain, function);
            known.putIfAbsent(symbol, function);
            known.putIfAbsent(symbol.replaceFirst("_v2$", ""), function);
        }
        return Optional.ofNullable(known.get(wanted));
    }

    List<String> near(String name) {
        Objects.requireNonNull(name, "name is null");
        if (name.length() > LONGEST) {
            return List.of();
        }
        int allowed = Math.max(1, name.length() / 3);
        return library.functions().stream()
                .map(LibraryFunction::name)
                .filter(known -> distance(name, known) <= allowed)
                .filter(known -> distance(name, known) < Math.max(name.length(), known.length()))
                .sorted(Comparator.comparingInt(known -> distance(name, known)))
                .toList();
    }

    /** Returns how many letters are to be put in, left out or changed. */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
