package io.github.offload4j.codegen.library;

import io.github.offload4j.codegen.OffloadCall;
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
import io.github.offload4j.codegen.library.LibraryShape.Flat;
import io.github.offload4j.codegen.library.LibraryShape.Matrix;
import io.github.offload4j.codegen.library.LibraryShape.Strided;
import io.github.offload4j.codegen.library.LibraryShape.Vector;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.codegen.signature.MapModifier;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Adds the arguments of one call, and emits how many elements of each array it touches. */
final class ArgumentExtents {
    private final LibraryFunction function;
    private final Map<String, IrValue> values;
    private final CallSymbols symbols;
    private final IrContext context;
    private final IrBuilder builder;
    private final Map<String, IrValue> widened = new HashMap<>();
    private final Map<LibraryExpression, IrValue> computed = new HashMap<>();

    ArgumentExtents(
            LibraryFunction function,
            Map<String, IrValue> values,
            CallSymbols symbols,
            IrModule module,
            IrBuilder builder) {
        this.function = function;
        this.values = values;
        this.symbols = symbols;
        this.context = module.context();
        this.builder = builder;
    }

    void add(LibraryParameter parameter, OffloadCall.Builder call) {
        if (!parameter.isPassed()) {
            return;
        }
        IrValue argument = value(parameter.name());
        if (parameter instanceof Array array) {
            IrValue elements = elements(array.shape());
            IrValue counted = array.sizedBy()
                    .map(bytes -> builder.multiply(elements, compute(bytes)))
                    .orElse(elements);
            Set<MapModifier> modifiers = array.isOfPointers() ? Set.of(MapModifier.PRESENT) : Set.of();
            call.map(argument.raw(), array.access(), Extent.count(counted.raw(), array.element()), modifiers);
        } else if (parameter instanceof LibraryParameter.Choice choice
                && choice.enumeration().isSymbolic()) {
            call.hostPointer(address(choice).raw());
        } else if (parameter.type().equals("ptr")) {
            call.hostPointer(argument.raw());
        } else {
            call.value(argument.raw());
        }
        call.named(parameter.name());
    }

    /** Returns the address of the variable that a number stands for, null when it stands for none. */
    private IrValue address(LibraryParameter.Choice choice) {
        IrValue address = context.nullPointer();
        for (LibraryEnumeration.Word word : choice.enumeration().words()) {
            IrValue variable = symbols.variable(word.symbol().orElseThrow());
            address = builder.select(is(choice.name(), word.number()), variable, address, "");
        }
        return address;
    }

    private IrValue value(String name) {
        IrValue value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("'" + function + "' has no parameter '" + name + "'");
        }
        return value;
    }

    private IrValue wide(String name) {
        return widened.computeIfAbsent(name, n -> builder.integerCast(value(n), context.integer(Long.SIZE), true));
    }

    private IrValue constant(long value) {
        return context.constant(Long.SIZE, value);
    }

    private IrValue compute(LibraryExpression expression) {
        IrValue known = computed.get(expression);
        if (known == null) {
            known = emit(expression);
            computed.put(expression, known);
        }
        return known;
    }

    private IrValue emit(LibraryExpression expression) {
        if (expression instanceof Constant constant) {
            return constant(constant.number());
        }
        if (expression instanceof Argument argument) {
            return wide(argument.parameter());
        }
        if (expression instanceof Choice choice) {
            IrValue then = compute(choice.then());
            IrValue chosen = is(choice.parameter(), choice.number());
            return builder.select(chosen, then, compute(choice.otherwise()), "");
        }
        if (expression instanceof Bytes bytes) {
            IrValue size = constant(0);
            for (LibraryEnumeration.Word word : bytes.enumeration().words()) {
                size = builder.select(is(bytes.parameter(), word.number()), constant(word.bytes()), size, "");
            }
            return size;
        }
        Operation operation = (Operation) expression;
        return emit(operation, compute(operation.left()), compute(operation.right()));
    }

    private IrValue is(String parameter, long number) {
        IrValue value = value(parameter);
        return builder.compare(Comparison.EQUAL, value, context.constant(Integer.SIZE, number), "");
    }

    private IrValue emit(Operation operation, IrValue left, IrValue right) {
        return switch (operation.operator()) {
            case ADD -> builder.add(left, right);
            case SUBTRACT -> builder.subtract(left, right);
            case MULTIPLY -> builder.multiply(left, right);
            case DIVIDE -> builder.divide(left, right);
            case CEILDIV -> builder.divide(builder.add(left, builder.add(right, constant(-1))), right);
            case MIN -> builder.least(left, right);
            case MAX -> builder.greatest(left, right);
        };
    }

    private IrValue elements(LibraryShape shape) {
        if (shape instanceof Vector vector) {
            return elements(vector);
        }
        if (shape instanceof Matrix matrix) {
            return elements(matrix);
        }
        if (shape instanceof Strided strided) {
            return elements(strided);
        }
        IrValue count = compute(((Flat) shape).count());
        return unlessEmpty(count, count);
    }

    /** The columns but the last take the leading dimension each, the last its rows; by rows it is the other way round. */
    private IrValue elements(Matrix matrix) {
        IrValue rows = compute(matrix.rows());
        IrValue columns = compute(matrix.columns());
        IrValue lines = columns;
        IrValue line = rows;
        if (function.layout().isPresent()) {
            LibraryParameter.Choice layout = function.layout().get();
            IrValue isByRows = is(layout.name(), LibraryFunction.byRows(layout));
            lines = builder.select(isByRows, rows, columns, "");
            line = builder.select(isByRows, columns, rows, "");
        }
        IrValue whole = builder.multiply(builder.add(lines, constant(-1)), wide(matrix.leading()));
        IrValue elements = builder.add(whole, line);
        return unlessEmpty(lines, unlessEmpty(line, unlessEmpty(elements, elements)));
    }

    /** A vector begins at its pointer whichever way it runs. */
    private IrValue elements(Vector vector) {
        IrValue length = compute(vector.length());
        IrValue increment = wide(vector.increment());
        IrValue negative = builder.compare(Comparison.LESS, increment, constant(0), "");
        IrValue distance = builder.select(negative, builder.multiply(increment, constant(-1)), increment, "");
        IrValue steps = builder.multiply(builder.add(length, constant(-1)), distance);
        return unlessEmpty(length, builder.add(steps, constant(1)));
    }

    private IrValue elements(Strided strided) {
        IrValue each = elements(strided.each());
        IrValue batch = compute(strided.batch());
        IrValue steps = builder.multiply(builder.add(batch, constant(-1)), wide(strided.stride()));
        return unlessEmpty(batch, unlessEmpty(each, builder.add(steps, each)));
    }

    /** Nothing is mapped for sizes below 1: the library says what it thinks of them. */
    private IrValue unlessEmpty(IrValue size, IrValue elements) {
        IrValue some = builder.compare(Comparison.GREATER, size, constant(0), "");
        return builder.select(some, elements, constant(0), "");
    }
}
