package io.github.offload4j.codegen.blas;

import io.github.offload4j.codegen.OffloadCall;
import io.github.offload4j.codegen.blas.BlasParameter.Handle;
import io.github.offload4j.codegen.blas.BlasParameter.Matrix;
import io.github.offload4j.codegen.blas.BlasParameter.Result;
import io.github.offload4j.codegen.blas.BlasParameter.Vector;
import io.github.offload4j.codegen.ir.Comparison;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.signature.Extent;
import java.util.HashMap;
import java.util.Map;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/** Adds the arguments of one call, and emits how many elements of each matrix and vector it touches. */
final class Extents {
    private final BlasFunction function;
    private final Map<String, IrValue> values;
    private final IrContext context;
    private final IrBuilder builder;
    private final Map<String, IrValue> widened = new HashMap<>();
    private final Map<Length, IrValue> lengths = new HashMap<>();

    Extents(BlasFunction function, Map<String, IrValue> values, IrContext context, IrBuilder builder) {
        this.function = function;
        this.values = values;
        this.context = context;
        this.builder = builder;
    }

    void add(BlasParameter parameter, OffloadCall.Builder call) {
        LLVMValueRef argument = raw(parameter);
        String element = function.precision().type();
        if (parameter instanceof Matrix matrix) {
            call.map(argument, matrix.access(), Extent.count(elements(matrix).raw(), element));
        } else if (parameter instanceof Vector vector) {
            call.map(argument, vector.access(), Extent.count(elements(vector).raw(), element));
        } else if (parameter instanceof Handle
                || parameter instanceof Result
                || function.type(parameter).equals("ptr")) {
            call.hostPointer(argument);
        } else {
            call.value(argument);
        }
        call.named(parameter.name());
    }

    private LLVMValueRef raw(BlasParameter parameter) {
        return value(parameter.name()).raw();
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

    private IrValue length(Length length) {
        return lengths.computeIfAbsent(length, this::choose);
    }

    private IrValue choose(Length length) {
        IrValue straight = wide(length.straight());
        if (length.isFixed()) {
            return straight;
        }
        int none = function.library().operations().get(0);
        IrValue isStraight =
                builder.compare(Comparison.EQUAL, value(length.operation()), context.constant(Integer.SIZE, none), "");
        return builder.select(isStraight, straight, wide(length.transposed()), "");
    }

    /** The columns but the last take the leading dimension each, the last its rows; by rows it is the other way round. */
    private IrValue elements(Matrix matrix) {
        IrValue rows = length(matrix.rows());
        IrValue columns = length(matrix.columns());
        IrValue lines = columns;
        IrValue line = rows;
        if (function.library().hasLayout()) {
            int byRows = BlasLibrary.LAYOUTS.get(0);
            IrValue isByRows =
                    builder.compare(Comparison.EQUAL, value("layout"), context.constant(Integer.SIZE, byRows), "");
            lines = builder.select(isByRows, rows, columns, "");
            line = builder.select(isByRows, columns, rows, "");
        }
        IrValue whole = builder.multiply(builder.add(lines, constant(-1)), wide(matrix.leading()));
        IrValue elements = builder.add(whole, line);
        return unlessEmpty(lines, unlessEmpty(line, unlessEmpty(elements, elements)));
    }

    /** A vector begins at its pointer whichever way it runs. */
    private IrValue elements(Vector vector) {
        IrValue length = length(vector.length());
        IrValue increment = wide(vector.increment());
        IrValue negative = builder.compare(Comparison.LESS, increment, constant(0), "");
        IrValue distance = builder.select(negative, builder.multiply(increment, constant(-1)), increment, "");
        IrValue steps = builder.multiply(builder.add(length, constant(-1)), distance);
        return unlessEmpty(length, builder.add(steps, constant(1)));
    }

    /** Nothing is mapped for sizes below 1: the library says what it thinks of them. */
    private IrValue unlessEmpty(IrValue size, IrValue elements) {
        IrValue some = builder.compare(Comparison.GREATER, size, constant(0), "");
        return builder.select(some, elements, constant(0), "");
    }
}
