package io.github.offload4j.codegen.library;

import io.github.offload4j.codegen.ir.Comparison;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.library.LibraryExpression.Argument;
import io.github.offload4j.codegen.library.LibraryExpression.Bytes;
import io.github.offload4j.codegen.library.LibraryExpression.Choice;
import io.github.offload4j.codegen.library.LibraryExpression.Constant;
import io.github.offload4j.codegen.library.LibraryExpression.Operation;
import io.github.offload4j.codegen.library.LibraryParameter.Array;
import io.github.offload4j.codegen.library.LibraryParameter.Integral;
import io.github.offload4j.codegen.library.LibraryParameter.Role;
import io.github.offload4j.codegen.library.LibraryShape.Flat;
import io.github.offload4j.codegen.library.LibraryShape.Matrix;
import io.github.offload4j.codegen.library.LibraryShape.Strided;
import io.github.offload4j.codegen.library.LibraryShape.Vector;
import io.github.offload4j.codegen.library.SizeArithmetic.SizeValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Emits how many elements of each array one call touches: none where a size means nothing, which the library tells. */
final class ArrayLengths {
    private final LibraryFunction function;
    private final Map<String, IrValue> values;
    private final IrContext context;
    private final IrBuilder builder;
    private final SizeArithmetic arithmetic;
    private final Map<String, SizeValue> widened = new HashMap<>();
    private final Map<LibraryExpression, SizeValue> computed = new HashMap<>();

    ArrayLengths(LibraryFunction function, Map<String, IrValue> values, IrModule module, IrBuilder builder) {
        this.function = function;
        this.values = values;
        this.context = module.context();
        this.builder = builder;
        this.arithmetic = new SizeArithmetic(module, builder);
    }

    /** Returns how many elements an array has. */
    IrValue of(Array array) {
        SizeValue elements = elements(array.shape());
        SizeValue counted = array.sizedBy()
                .map(bytes -> arithmetic.multiply(elements, compute(bytes)))
                .orElse(elements);
        return arithmetic.result(counted);
    }

    /** Returns an argument. */
    IrValue value(String name) {
        IrValue value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("'" + function + "' has no parameter '" + name + "'");
        }
        return value;
    }

    /** Returns whether an argument is a number of the library's. */
    IrValue is(String parameter, long number) {
        return builder.compare(Comparison.EQUAL, value(parameter), context.constant(Integer.SIZE, number), "");
    }

    private SizeValue wide(String name) {
        return widened.computeIfAbsent(name, n -> arithmetic.widened(value(n)));
    }

    private SizeValue compute(LibraryExpression expression) {
        SizeValue known = computed.get(expression);
        if (known == null) {
            known = emit(expression);
            computed.put(expression, known);
        }
        return known;
    }

    private SizeValue emit(LibraryExpression expression) {
        if (expression instanceof Constant constant) {
            return arithmetic.number(constant.number());
        }
        if (expression instanceof Argument argument) {
            return wide(argument.parameter());
        }
        if (expression instanceof Choice choice) {
            SizeValue then = compute(choice.then());
            IrValue chosen = is(choice.parameter(), choice.number());
            return arithmetic.choose(chosen, then, compute(choice.otherwise()));
        }
        if (expression instanceof Bytes bytes) {
            SizeValue size = arithmetic.number(0);
            for (LibraryEnumeration.Word word : bytes.enumeration().words()) {
                IrValue chosen = is(bytes.parameter(), word.number());
                size = arithmetic.choose(chosen, arithmetic.number(word.bytes()), size);
            }
            return size;
        }
        Operation operation = (Operation) expression;
        return arithmetic.apply(operation.operator(), compute(operation.left()), compute(operation.right()));
    }

    private SizeValue elements(LibraryShape shape) {
        if (shape instanceof Vector vector) {
            return elements(vector);
        }
        if (shape instanceof Matrix matrix) {
            return elements(matrix);
        }
        if (shape instanceof Strided strided) {
            return elements(strided);
        }
        SizeValue count = size(((Flat) shape).count());
        return unlessEmpty(count, count);
    }

    /** The columns but the last take the leading dimension each, the last its rows; by rows it is the other way round. */
    private SizeValue elements(Matrix matrix) {
        SizeValue rows = size(matrix.rows());
        SizeValue columns = size(matrix.columns());
        SizeValue lines = columns;
        SizeValue line = rows;
        if (function.layout().isPresent()) {
            LibraryParameter.Choice layout = function.layout().get();
            IrValue isByRows = is(layout.name(), LibraryFunction.byRows(layout));
            lines = arithmetic.choose(isByRows, rows, columns);
            line = arithmetic.choose(isByRows, columns, rows);
        }
        SizeValue whole = arithmetic.multiply(less1(lines), wide(matrix.leading()));
        SizeValue elements = arithmetic.add(whole, line);
        return unlessEmpty(lines, unlessEmpty(line, unlessEmpty(elements, elements)));
    }

    /** A vector begins at its pointer whichever way it runs. */
    private SizeValue elements(Vector vector) {
        SizeValue length = size(vector.length());
        SizeValue distance = arithmetic.magnitude(wide(vector.increment()));
        SizeValue steps = arithmetic.multiply(less1(length), distance);
        return unlessEmpty(length, arithmetic.add(steps, arithmetic.number(1)));
    }

    private SizeValue elements(Strided strided) {
        SizeValue each = elements(strided.each());
        SizeValue batch = size(strided.batch());
        SizeValue steps = arithmetic.multiply(less1(batch), wide(strided.stride()));
        SizeValue elements = arithmetic.add(steps, each);
        return unlessEmpty(batch, unlessEmpty(each, unlessEmpty(elements, elements)));
    }

    private SizeValue less1(SizeValue size) {
        return arithmetic.add(size, arithmetic.number(-1));
    }

    private SizeValue unlessEmpty(SizeValue size, SizeValue elements) {
        return arithmetic.where(size, 1, elements);
    }

    /** Returns a size, which is 0 where it is computed from one that is negative: n(n + 1) / 2 is not. */
    private SizeValue size(LibraryExpression expression) {
        SizeValue size = compute(expression);
        for (String name : parts(expression).distinct().toList()) {
            size = arithmetic.where(wide(name), 0, size);
        }
        return size;
    }

    /** Returns the sizes that another one is computed from, and is none of itself. */
    private Stream<String> parts(LibraryExpression expression) {
        if (expression instanceof Choice choice) {
            return Stream.of(choice.then(), choice.otherwise()).flatMap(this::parts);
        }
        return expression instanceof Operation ? expression.parameters().filter(this::isSize) : Stream.of();
    }

    private boolean isSize(String name) {
        return function.parameter(name)
                .filter(parameter -> parameter instanceof Integral integral
                        && List.of(Role.SIZE, Role.EXTRA).contains(integral.role()))
                .isPresent();
    }
}
