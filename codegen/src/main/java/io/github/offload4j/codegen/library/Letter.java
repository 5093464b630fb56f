package io.github.offload4j.codegen.library;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The type of a routine's elements, by the letter that the reference BLAS has for it. */
enum Letter {
    /** Single precision. */
    S("float"),
    /** Double precision. */
    D("double"),
    /** Complex numbers of single precision. */
    C("{ float, float }"),
    /** Complex numbers of double precision. */
    Z("{ double, double }");

    private final String type;

    Letter(String type) {
        this.type = type;
    }

    static Optional<Letter> of(int letter) {
        return Stream.of(values())
                .filter(known -> known.text().charAt(0) == letter)
                .findFirst();
    }

    /** Returns the letter in lower case. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the type in LLVM's spelling. */
    String type() {
        return type;
    }

    /** Returns the letter of a complex number's parts, and a real number's own. */
    Letter real() {
        return switch (this) {
            case S, C -> S;
            case D, Z -> D;
        };
    }

    static boolean isComplex(String type) {
        return type.equals(C.type) || type.equals(Z.type);
    }
}
