package io.github.offload4j.codegen.device.math;

import java.util.ArrayList;
import java.util.List;

/**
 * The types of a math function, whatever the precision.
 *
 * @param result LLVM's spelling of the type, in which {@code T} stands for the precision's
 * @param parameters the same of each parameter
 */
record Prototype(String result, List<String> parameters) {
    private static final String PRECISION = "T";

    Prototype {
        parameters = List.copyOf(parameters);
    }

    /** Reads what {@link #in} prints, for example {@code T (T, i32)}. */
    static Prototype of(String text) {
        int open = text.indexOf('(');
        List<String> parameters = new ArrayList<>();
        for (String parameter : text.substring(open + 1, text.indexOf(')')).split(",", -1)) {
            parameters.add(parameter.strip());
        }
        return new Prototype(text.substring(0, open).strip(), parameters);
    }

    /** Returns the types in a precision, as LLVM spells a function's type. */
    String in(Precision precision) {
        return result(precision) + " (" + String.join(", ", parameters(precision)) + ")";
    }

    /** Returns the result's type. */
    String result(Precision precision) {
        return typed(result, precision);
    }

    /** Returns the parameters' types. */
    List<String> parameters(Precision precision) {
        return parameters.stream().map(type -> typed(type, precision)).toList();
    }

    /** Returns whether a parameter has the type of the precision. */
    boolean isNumber(int parameter) {
        return parameters.get(parameter).equals(PRECISION);
    }

    /** Returns whether the result has the type of the precision. */
    boolean returnsNumber() {
        return result.equals(PRECISION);
    }

    private static String typed(String type, Precision precision) {
        return type.replace(PRECISION, precision.type());
    }
}
