package io.github.offload4j.tools.run;

import io.github.offload4j.tools.cli.InputFile;
import io.github.offload4j.tools.cli.StandardStreams;
import io.github.offload4j.tools.diagnostic.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.function.IntFunction;

/**
 * Reads an array: {@code zeros:1000}, {@code ones:1000}, {@code iota:1000}, {@code random:1000:seed}, {@code @file.f32} or
 * the elements themselves, {@code 1,2.5,-3}. All but the file may end in {@code :TYPE}.
 *
 * <p>Random floating-point numbers are at least 0 and less than 1, random integers 0 to 99. A file has the elements one
 * after the other, the lowest byte first, and its extension says their type.
 */
final class ArrayText {
    private static final List<String> KINDS = List.of("zeros", "ones", "iota", "random");

    private final GivenArgument given;
    private final Optional<ElementType> expected;
    private final OptionalInt count;
    private final StandardStreams streams;

    /**
     * Prepares to read.
     *
     * @param expected the element type, when the program tells it
     * @param count how many elements there are when the text does not say
     */
    ArrayText(GivenArgument given, Optional<ElementType> expected, OptionalInt count, StandardStreams streams) {
        this.given = given;
        this.expected = expected;
        this.count = count;
        this.streams = streams;
    }

    /**
     * Returns the array.
     *
     * @throws ArgumentException when the text is malformed, or contradicts the program
     * @throws io.github.offload4j.tools.diagnostic.InputException when the file cannot be read
     */
    HostArray read() {
        if (given.text().startsWith("@")) {
            return file(given.text().substring(1));
        }
        List<String> parts = new ArrayList<>(Arrays.asList(given.text().split(":", -1)));
        Optional<ElementType> named = parts.size() > 1 ? ElementType.of(parts.get(parts.size() - 1)) : Optional.empty();
        if (named.isPresent()) {
            parts.remove(parts.size() - 1);
        }
        ElementType type = type(named);
        if (KINDS.contains(parts.get(0))) {
            return generated(type, parts);
        }
        if (parts.size() > 1 || !parts.get(0).matches("[-+.,0-9eE ]+")) {
            throw given.wrong(Words.quote(given.text()) + " is no array"
                    + Words.suggestion(parts.get(0), KINDS)
                    + "; write zeros:COUNT, ones:COUNT, iota:COUNT, random:COUNT:SEED, @FILE or the elements");
        }
        return elements(type, parts.get(0));
    }

    private ElementType type(Optional<ElementType> named) {
        if (named.isPresent() && expected.isPresent() && named.get() != expected.get()) {
            throw given.wrong("its elements are " + expected.get().shortName() + ", not "
                    + named.get().shortName());
        }
        return named.or(() -> expected)
                .orElseThrow(() -> given.wrong("the program does not tell the type of its elements; add one of "
                        + Words.either(ElementType.names()) + ", for example " + given.name() + "=iota:1000:f32"));
    }

    private HostArray generated(ElementType type, List<String> parts) {
        String kind = parts.get(0);
        int most = kind.equals("random") ? 3 : 2;
        if (parts.size() > most) {
            throw given.wrong(Words.quote(parts.get(most)) + " is too much; "
                    + (most == 3 ? "expected random:COUNT:SEED" : "expected " + kind + ":COUNT"));
        }
        HostArray array = HostArray.of(type, count(type, parts));
        switch (kind) {
            case "zeros" -> {}
            case "ones" -> fill(array, i -> 1);
            case "iota" -> {
                if (!type.holds(BigDecimal.valueOf(array.count() - 1L))) {
                    throw given.wrong(type.shortName() + " cannot hold numbers up to " + (array.count() - 1));
                }
                fill(array, i -> i);
            }
            default -> {
                SplittableRandom random = new SplittableRandom(parts.size() > 2 ? seed(parts.get(2)) : 0);
                fill(array, i -> type.isFloat() ? (Number) random.nextDouble() : (Number) random.nextInt(100));
            }
        }
        return array;
    }

    private int count(ElementType type, List<String> parts) {
        if (parts.size() < 2) {
            return count.orElseThrow(() -> given.wrong("the program does not tell how many elements it has; write "
                    + given.name() + "=" + parts.get(0) + ":COUNT"));
        }
        String text = parts.get(1);
        if (!text.matches("[0-9]{1,10}")) {
            throw given.wrong(Words.quote(text) + " is no number of elements" + typeSuggestion(text));
        }
        long number = Long.parseLong(text);
        if (number * type.bytes() > HostArray.LARGEST) {
            throw given.wrong("an array can have at most " + HostArray.LARGEST / type.bytes() + " elements of "
                    + type.shortName());
        }
        return (int) number;
    }

    private static String typeSuggestion(String text) {
        return Words.suggestion(text, ElementType.names());
    }

    private long seed(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw given.wrong(Words.quote(text) + " is neither a seed nor an element type" + typeSuggestion(text));
        }
    }

    private HostArray elements(ElementType type, String text) {
        String[] numbers = text.split(",", -1);
        HostArray array = HostArray.of(type, numbers.length);
        for (int i = 0; i < numbers.length; i++) {
            BigDecimal number = number(numbers[i], given);
            if (!type.holds(number)) {
                throw given.wrong(Words.quote(numbers[i]) + " does not fit into " + type.shortName());
            }
            array.put(i, number);
        }
        return array;
    }

    static BigDecimal number(String text, GivenArgument given) {
        try {
            return new BigDecimal(text.strip());
        } catch (NumberFormatException e) {
            throw given.wrong(Words.quote(text) + " is no number");
        }
    }

    private HostArray file(String path) {
        int dot = path.lastIndexOf('.');
        ElementType type = type(dot < 0 ? Optional.empty() : ElementType.of(path.substring(dot + 1)));
        byte[] content = new InputFile(path, streams).readBytes(HostArray.LARGEST);
        if (content.length % type.bytes() != 0) {
            throw given.wrong("'" + path + "' has " + content.length + " bytes, no whole number of elements of "
                    + type.bytes() + " bytes");
        }
        return HostArray.ofBytes(type, content);
    }

    private static void fill(HostArray array, IntFunction<Number> value) {
        for (int i = 0; i < array.count(); i++) {
            array.put(i, value.apply(i));
        }
    }
}
