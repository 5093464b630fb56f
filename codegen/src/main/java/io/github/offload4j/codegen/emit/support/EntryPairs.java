package io.github.offload4j.codegen.emit.support;

import io.github.offload4j.codegen.abi.MapFlag;
import io.github.offload4j.codegen.helper.Helper;
import io.github.offload4j.codegen.helper.HelperFunctions;
import io.github.offload4j.codegen.ir.Comparison;
import io.github.offload4j.codegen.ir.IrBlock;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import java.util.List;

/**
 * A function that looks at the mapped entries of a site's arrays two by two: at each entry with every one
 * before it. The function's first parameters are the number of entries and their addresses, sizes and map types.
 */
public final class EntryPairs {
    private static final int ALIGNMENT = 8;

    private final IrFunction function;
    private final IrContext context;
    private final IrBuilder builder;
    private final IrType pointer;
    private final IrType integer;

    /**
     * Two entries.
     *
     * @param earlier number of the one that the runtime maps first
     * @param later number of the other
     * @param distance from the address of the earlier to that of the later, in bytes, wrapping
     * @param next where the function goes on with the next earlier entry
     * @param nextLater where the function goes on with the next later entry
     */
    record Pair(IrValue earlier, IrValue later, IrValue distance, IrBlock next, IrBlock nextLater) {}

    /** Emits what is done with a pair; it ends with branches to the pair's blocks. */
    interface Body {
        void emit(Pair pair, EntryPairs entries, IrBuilder builder);
    }

    private EntryPairs(IrFunction function, IrContext context, IrBuilder builder) {
        this.function = function;
        this.context = context;
        this.builder = builder;
        this.pointer = context.pointer();
        this.integer = context.integer(Long.SIZE);
    }

    /**
     * Returns such a function, added when the module has none.
     *
     * @param extra name of a pointer that the function takes behind the map types
     */
    static IrFunction function(IrModule module, HelperFunctions helpers, Helper helper, String extra, Body body) {
        IrContext context = module.context();
        IrType pointer = context.pointer();
        List<IrType> parameters = List.of(context.integer(Long.SIZE), pointer, pointer, pointer, pointer);
        return helpers.shared(
                helper,
                context.function(context.voidType(), parameters),
                function -> fill(function, context, extra, body));
    }

    private static void fill(IrFunction function, IrContext context, String extra, Body body) {
        List<String> names = List.of("count", "begins", "sizes", "types", extra);
        for (int i = 0; i < names.size(); i++) {
            function.nameParameter(i, names.get(i));
        }
        IrBlock entry = function.appendBlock("entry");
        try (IrBuilder builder = IrBuilder.atEnd(entry, context)) {
            new EntryPairs(function, context, builder).emit(entry, body);
        }
    }

    IrFunction function() {
        return function;
    }

    private void emit(IrBlock entry, Body body) {
        IrBlock laterHeader = function.appendBlock("later");
        IrBlock laterBody = function.appendBlock("later.body");
        IrBlock earlierHeader = function.appendBlock("earlier");
        IrBlock earlierBody = function.appendBlock("earlier.body");
        IrBlock pair = function.appendBlock("pair");
        IrBlock next = function.appendBlock("earlier.next");
        IrBlock nextLater = function.appendBlock("later.next");
        IrBlock done = function.appendBlock("done");
        builder.branch(laterHeader);

        builder.moveToEnd(laterHeader);
        IrValue later = builder.phi(integer, "j");
        builder.addIncoming(later, number(1), entry);
        builder.branch(builder.compare(Comparison.BELOW, later, function.parameter(0), ""), laterBody, done);
        builder.moveToEnd(laterBody);
        builder.branch(isLiteral(later), nextLater, earlierHeader);

        builder.moveToEnd(earlierHeader);
        IrValue earlier = builder.phi(integer, "i");
        builder.addIncoming(earlier, number(0), laterBody);
        builder.branch(builder.compare(Comparison.BELOW, earlier, later, ""), earlierBody, nextLater);
        builder.moveToEnd(earlierBody);
        builder.branch(isLiteral(earlier), next, pair);

        builder.moveToEnd(pair);
        IrValue distance = builder.distance(address(earlier), address(later));
        body.emit(new Pair(earlier, later, distance, next, nextLater), this, builder);

        builder.moveToEnd(next);
        builder.addIncoming(earlier, builder.add(earlier, number(1)), next);
        builder.branch(earlierHeader);
        builder.moveToEnd(nextLater);
        builder.addIncoming(later, builder.add(later, number(1)), nextLater);
        builder.branch(laterHeader);
        builder.moveToEnd(done);
        builder.returnVoid();
    }

    private IrValue isLiteral(IrValue index) {
        IrValue flag = builder.and(load(3, index), number(MapFlag.LITERAL.bit()));
        return builder.compare(Comparison.NOT_EQUAL, flag, number(0), "");
    }

    private IrValue address(IrValue index) {
        return builder.load(pointer, element(1, index), ALIGNMENT, "");
    }

    /** Emits a load of an entry's size in bytes. */
    IrValue size(IrValue index) {
        return load(2, index);
    }

    /**
     * Emits a load of a 64-bit element of an array.
     *
     * @param parameter which of the function's parameters is the array
     */
    IrValue load(int parameter, IrValue index) {
        return builder.load(integer, element(parameter, index), ALIGNMENT, "");
    }

    /** Emits a store to a 64-bit element of an array. */
    void store(IrValue value, int parameter, IrValue index) {
        builder.store(value, element(parameter, index), ALIGNMENT);
    }

    private IrValue element(int parameter, IrValue index) {
        return builder.offsetAddress(integer, function.parameter(parameter), index, "");
    }

    IrValue number(long value) {
        return context.constant(Long.SIZE, value);
    }
}
