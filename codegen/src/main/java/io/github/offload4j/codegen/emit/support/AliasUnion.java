package io.github.offload4j.codegen.emit.support;

import io.github.offload4j.codegen.abi.MapFlag;
import io.github.offload4j.codegen.emit.support.EntryPairs.Pair;
import io.github.offload4j.codegen.helper.Helper;
import io.github.offload4j.codegen.helper.HelperFunctions;
import io.github.offload4j.codegen.ir.Comparison;
import io.github.offload4j.codegen.ir.IrBlock;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrValue;
import java.util.List;

/**
 * {@code .offload_unite_aliases}: what {@code Aliases} does for possible aliases, as a loop over the arrays, for sites where
 * there are too many pairs to compare one by one.
 */
public final class AliasUnion {
    private static final int BEGIN_TYPES = 3;
    private static final int END_TYPES = 4;

    private final IrModule module;
    private final HelperFunctions helpers;

    /** Makes the function of one module. */
    public AliasUnion(IrModule module, HelperFunctions helpers) {
        this.module = module;
        this.helpers = helpers;
    }

    /**
     * Emits a call.
     *
     * @param beginTypes the map types that decide what is copied to the device, which the program changes
     * @param endTypes those that decide what is copied back; may be the same array
     */
    public void call(
            int count, IrValue begins, IrValue sizes, IrValue beginTypes, IrValue endTypes, IrBuilder builder) {
        IrValue number = module.context().constant(Long.SIZE, count);
        builder.call(function(), List.of(number, begins, sizes, beginTypes, endTypes), "");
    }

    private IrFunction function() {
        return EntryPairs.function(module, helpers, Helper.UNITE_ALIASES, "end_types", (pair, entries, builder) -> {
            IrBlock unite = entries.function().appendBlock("unite");
            builder.branch(
                    builder.compare(Comparison.BELOW, pair.distance(), entries.size(pair.earlier()), ""),
                    unite,
                    pair.next());
            builder.moveToEnd(unite);
            unite(pair, entries, builder);
            builder.branch(pair.next());
        });
    }

    private static void unite(Pair pair, EntryPairs entries, IrBuilder builder) {
        IrValue none = entries.number(0);
        IrValue to = entries.number(MapFlag.TO.bit());
        IrValue from = entries.number(MapFlag.FROM.bit());
        IrValue copiedIn = builder.and(entries.load(BEGIN_TYPES, pair.later()), to);
        IrValue copiedBack = builder.and(entries.load(END_TYPES, pair.later()), from);
        IrValue already = builder.and(entries.load(END_TYPES, pair.earlier()), from);
        // What is copied back for the later entry only has to be filled from the host, as in Aliases.
        IrValue onlyLater = builder.compare(Comparison.BELOW, already, copiedBack, "");
        IrValue fill = builder.select(onlyLater, to, none, "");
        add(builder.or(copiedIn, fill), BEGIN_TYPES, pair, entries, builder);
        add(copiedBack, END_TYPES, pair, entries, builder);
    }

    private static void add(IrValue flags, int parameter, Pair pair, EntryPairs entries, IrBuilder builder) {
        IrValue own = entries.load(parameter, pair.earlier());
        entries.store(builder.or(own, flags), parameter, pair.earlier());
    }
}
