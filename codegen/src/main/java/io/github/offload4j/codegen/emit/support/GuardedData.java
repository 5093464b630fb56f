package io.github.offload4j.codegen.emit.support;

import io.github.offload4j.codegen.abi.MapFlag;
import io.github.offload4j.codegen.abi.MapType;
import io.github.offload4j.codegen.abi.RuntimeFunction;
import io.github.offload4j.codegen.emit.runtime.RuntimeDeclarations;
import io.github.offload4j.codegen.helper.Helper;
import io.github.offload4j.codegen.helper.HelperFunctions;
import io.github.offload4j.codegen.ir.IrBlock;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.option.Pinning;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * {@code .offload_data_begin}, {@code .offload_data_end} and {@code .offload_data_update}: data calls that are left out when the
 * program finds that they have nothing to do, and those that pin memory. They are functions, so that a site stays straight-line
 * code.
 */
public final class GuardedData {
    /** Where the parameters of data calls stand, behind the condition. */
    private static final int COUNT = 3;

    private static final int BEGINS = 5;
    private static final int SIZES = 6;
    private static final int MAP_TYPES = 7;

    private final IrModule module;
    private final RuntimeDeclarations declarations;
    private final HelperFunctions helpers;
    private final Pins pins;

    /** Makes the functions of one module. */
    public GuardedData(IrModule module, RuntimeDeclarations declarations, HelperFunctions helpers, Pins pins) {
        this.module = module;
        this.declarations = declarations;
        this.helpers = helpers;
        this.pins = pins;
    }

    /** Returns the function for a data call: an i1 that says to make the call, then the call's parameters. */
    public IrFunction get(RuntimeFunction guarded) {
        IrFunction callee = declarations.get(guarded);
        return helpers.shared(
                helper(guarded),
                type(callee),
                function -> fill(function, builder -> builder.call(callee, passedOn(function), "")));
    }

    /**
     * Returns such a function, whose calls copy nothing of which only a part is pinned.
     *
     * @param pinning what is pinned from a begin call to the end call of the same entries
     */
    public IrFunction pinned(RuntimeFunction guarded, Pinning pinning) {
        IrFunction callee = declarations.get(guarded);
        String variant = pinning.isOn() ? "pinned" + pinning.threshold().getAsLong() : "copied";
        return helpers.variant(
                helper(guarded),
                variant,
                type(callee),
                function -> fill(function, builder -> {
                    boolean begins = pinning.isOn() && guarded == RuntimeFunction.DATA_BEGIN;
                    boolean ends = pinning.isOn() && guarded == RuntimeFunction.DATA_END;
                    if (begins) {
                        each(function, pinning, pins.names(), builder);
                    }
                    builder.call(
                            pins.part(Pins.Part.SHARE),
                            List.of(function.parameter(COUNT), function.parameter(BEGINS), function.parameter(SIZES)),
                            "");
                    builder.call(callee, passedOn(function), "");
                    builder.call(pins.part(Pins.Part.UNSHARE), List.of(), "");
                    if (ends) {
                        each(function, pinning, module.context().nullPointer(), builder);
                    }
                }));
    }

    private void each(IrFunction function, Pinning pinning, IrValue names, IrBuilder builder) {
        IrContext context = module.context();
        builder.call(
                pins.part(Pins.Part.EACH),
                List.of(
                        function.parameter(COUNT),
                        function.parameter(BEGINS),
                        function.parameter(SIZES),
                        function.parameter(MAP_TYPES),
                        context.constant(Long.SIZE, pinning.threshold().getAsLong()),
                        context.constant(Long.SIZE, MapType.of(MapFlag.LITERAL).bits()),
                        names),
                "");
    }

    private static Helper helper(RuntimeFunction guarded) {
        return Stream.of(Helper.DATA_BEGIN, Helper.DATA_END, Helper.DATA_UPDATE)
                .filter(helper -> helper.wrapped().filter(guarded::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private IrType type(IrFunction callee) {
        IrContext context = module.context();
        List<IrType> parameters = new ArrayList<>(List.of(context.integer(1)));
        parameters.addAll(callee.parameterTypes());
        return context.function(context.voidType(), parameters);
    }

    private static List<IrValue> passedOn(IrFunction function) {
        List<IrValue> arguments = new ArrayList<>();
        for (int i = 1; i < function.parameterCount(); i++) {
            arguments.add(function.parameter(i));
        }
        return arguments;
    }

    private void fill(IrFunction function, Consumer<IrBuilder> call) {
        IrBlock entry = function.appendBlock("entry");
        IrBlock needed = function.appendBlock("needed");
        IrBlock done = function.appendBlock("done");
        try (IrBuilder builder = IrBuilder.atEnd(entry, module.context())) {
            builder.branch(function.parameter(0), needed, done);
            builder.moveToEnd(needed);
            call.accept(builder);
            builder.branch(done);
            builder.moveToEnd(done);
            builder.returnVoid();
        }
    }
}
