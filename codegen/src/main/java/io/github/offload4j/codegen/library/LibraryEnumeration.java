package io.github.offload4j.codegen.library;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the numbers of a parameter mean to a library.
 *
 * @param name what is chosen, such as {@code operation}
 * @param words the choices
 */
public record LibraryEnumeration(String name, List<Word> words) {
    /** Copies the list. */
    public LibraryEnumeration {
        Objects.requireNonNull(name, "name is null");
        words = List.copyOf(Objects.requireNonNull(words, "words is null"));
    }

    /**
     * A choice.
     *
     * @param text its name here, which all libraries share
     * @param number its number for the library
     * @param bytes how large an element is by this choice; 0 where it says nothing of elements
     * @param symbol the variable whose address the library has for it; its number is the place among the choices then
     */
    public record Word(String text, long number, int bytes, Optional<String> symbol) {
        /** Checks the values. */
        public Word {
            Objects.requireNonNull(text, "text is null");
            Objects.requireNonNull(symbol, "symbol is null");
        }
    }

    /** Returns the number of a choice, or nothing when it is not one. */
    public OptionalLong number(String text) {
        Objects.requireNonNull(text, "text is null");
        return words.stream()
                .filter(word -> word.text().equals(text))
                .mapToLong(Word::number)
                .findFirst();
    }

    /** Returns the choice that a number means, or nothing when it means none. */
    public Optional<Word> word(long number) {
        return words.stream().filter(word -> word.number() == number).findFirst();
    }

    /** Returns whether the library gets addresses of variables and no numbers. */
    public boolean isSymbolic() {
        return words.stream().anyMatch(word -> word.symbol().isPresent());
    }

    /** Returns whether the choices say how large an element is. */
    public boolean isSized() {
        return words.stream().allMatch(word -> word.bytes() > 0);
    }
}
