package io.github.offload4j.codegen.library;

import io.github.offload4j.codegen.library.LibraryParameter.Array;
import io.github.offload4j.codegen.library.LibraryParameter.Choice;
import io.github.offload4j.codegen.library.LibraryParameter.Integral;
import io.github.offload4j.codegen.library.LibraryShape.Matrix;
import io.github.offload4j.codegen.library.LibraryShape.Strided;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** What must hold for arguments that are known now. */
final class ArgumentRules {
    private final LibraryFunction function;
    private final Map<String, Long> constants;
    private final Map<String, String> problems = new LinkedHashMap<>();

    ArgumentRules(LibraryFunction function, Map<String, Long> constants) {
        this.function = function;
        this.constants = constants;
    }

    Map<String, String> problems() {
        function.parameters().forEach(this::check);
        return problems;
    }

    private void check(LibraryParameter parameter) {
        Long value = constants.get(parameter.name());
        if (parameter instanceof Array array) {
            check(array.name(), array.shape());
        } else if (value != null && parameter instanceof Integral integral) {
            check(integral, value);
        } else if (value != null && parameter instanceof Choice choice) {
            check(choice, value);
        }
    }

    private void check(Integral integral, long value) {
        String name = integral.name();
        switch (integral.role()) {
            case SIZE, EXTRA -> {
                if (value < 0) {
                    problems.put(name, name + " is " + value + "; a size is at least 0");
                }
            }
            case INCREMENT -> {
                if (value == 0) {
                    problems.put(name, name + " is 0, so that all elements would be one; give another increment");
                }
            }
            case LEADING, STRIDE -> {}
        }
    }

    private void check(Choice choice, long value) {
        if (choice.enumeration().word(value).isPresent()) {
            return;
        }
        List<LibraryEnumeration.Word> words = choice.enumeration().words();
        String numbers = String.join(
                ", ", words.stream().map(word -> Long.toString(word.number())).toList());
        String meanings = String.join(
                ", ", words.stream().map(LibraryEnumeration.Word::text).toList());
        problems.put(
                choice.name(),
                choice.name() + " is " + value + "; " + function.library() + " takes " + numbers + " (" + meanings
                        + ")");
    }

    private void check(String name, LibraryShape shape) {
        if (shape instanceof Strided strided) {
            check(name, strided.each());
        } else if (shape instanceof Matrix matrix) {
            check(name, matrix);
        }
    }

    private void check(String name, Matrix matrix) {
        Long leading = constants.get(matrix.leading());
        OptionalLong layout = layout();
        if (leading == null || (function.layout().isPresent() && layout.isEmpty())) {
            return;
        }
        boolean byRows = function.layout().isPresent()
                && layout.getAsLong()
                        == LibraryFunction.byRows(function.layout().get());
        OptionalLong line = (byRows ? matrix.columns() : matrix.rows()).value(constants);
        long least = Math.max(1, line.orElse(1));
        if (leading >= least) {
            return;
        }
        String reason = line.isPresent()
                ? name + " has " + line.getAsLong() + " " + (byRows ? "columns" : "rows") + "; give at least " + least
                : "a leading dimension is at least 1";
        problems.put(matrix.leading(), matrix.leading() + " is " + leading + ", and " + reason);
    }

    private OptionalLong layout() {
        return function.layout().stream()
                .map(LibraryParameter::name)
                .filter(constants::containsKey)
                .mapToLong(constants::get)
                .findFirst();
    }
}
