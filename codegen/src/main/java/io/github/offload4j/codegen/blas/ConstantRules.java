package io.github.offload4j.codegen.blas;

import io.github.offload4j.codegen.blas.BlasParameter.Increment;
import io.github.offload4j.codegen.blas.BlasParameter.Layout;
import io.github.offload4j.codegen.blas.BlasParameter.Matrix;
import io.github.offload4j.codegen.blas.BlasParameter.Operation;
import io.github.offload4j.codegen.blas.BlasParameter.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What must hold for arguments that are known now. */
final class ConstantRules {
    private final BlasFunction function;
    private final Map<String, Long> constants;
    private final Map<String, String> problems = new LinkedHashMap<>();

    ConstantRules(BlasFunction function, Map<String, Long> constants) {
        this.function = function;
        this.constants = constants;
    }

    Map<String, String> problems() {
        function.parameters().forEach(this::check);
        return problems;
    }

    private void check(BlasParameter parameter) {
        String name = parameter.name();
        Long value = constants.get(name);
        if (parameter instanceof Matrix matrix) {
            checkLeading(matrix);
        } else if (value == null) {
            return;
        } else if (parameter instanceof Size && value < 0) {
            problems.put(name, name + " is " + value + "; a size is at least 0");
        } else if (parameter instanceof Increment && value == 0) {
            problems.put(name, name + " is 0, so that all elements would be one; give another increment");
        } else if (parameter instanceof Operation) {
            requireOneOf(name, value, function.library().operations(), "none, transpose, conjugate");
        } else if (parameter instanceof Layout) {
            requireOneOf(name, value, BlasLibrary.LAYOUTS, "by rows, by columns");
        }
    }

    private void requireOneOf(String name, long value, List<Integer> allowed, String meanings) {
        if (!allowed.contains((int) value) || value != (int) value) {
            String numbers =
                    String.join(", ", allowed.stream().map(String::valueOf).toList());
            problems.put(
                    name,
                    name + " is " + value + "; " + function.library() + " takes " + numbers + " (" + meanings + ")");
        }
    }

    private void checkLeading(Matrix matrix) {
        Long leading = constants.get(matrix.leading());
        Long layout = function.library().hasLayout() ? constants.get("layout") : Long.valueOf(0);
        if (leading == null || layout == null) {
            return;
        }
        boolean byRows = layout == (long) BlasLibrary.LAYOUTS.get(0);
        Optional<Long> line = known(byRows ? matrix.columns() : matrix.rows());
        long least = Math.max(1, line.orElse(1L));
        if (leading < least) {
            String what = byRows ? "columns" : "rows";
            problems.put(
                    matrix.leading(),
                    matrix.leading() + " is " + leading + ", and "
                            + line.map(count ->
                                            matrix.name() + " has " + count + " " + what + "; give at least " + least)
                                    .orElse("a leading dimension is at least 1"));
        }
    }

    private Optional<Long> known(Length length) {
        Long straight = constants.get(length.straight());
        if (length.isFixed()) {
            return Optional.ofNullable(straight);
        }
        Long operation = constants.get(length.operation());
        if (operation == null) {
            return Optional.empty();
        }
        boolean isStraight = operation == (long) function.library().operations().get(0);
        return Optional.ofNullable(isStraight ? straight : constants.get(length.transposed()));
    }
}
