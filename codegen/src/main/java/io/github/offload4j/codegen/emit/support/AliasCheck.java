package io.github.offload4j.codegen.emit.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.offload4j.codegen.abi.RuntimeConstants;
import io.github.offload4j.codegen.abi.RuntimeFunction;
import io.github.offload4j.codegen.diagnostic.ArgumentLabel;
import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.codegen.emit.runtime.RuntimeDeclarations;
import io.github.offload4j.codegen.emit.support.EntryPairs.Pair;
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
import io.github.offload4j.codegen.ir.Linkage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code .offload_check_aliases}: stops the program when an argument overlaps one that is mapped before it and reaches
 * beyond it, which the runtime does not map.
 */
public final class AliasCheck {
    private static final String OVERLAPS = " overlaps ";
    private static final String AND_REACHES_BEYOND =
            ", which is mapped first, and reaches beyond it; map the memory once, or the larger part first\n";
    private static final int TEXTS = 4;

    private final IrModule module;
    private final RuntimeDeclarations declarations;
    private final HelperFunctions helpers;
    private final Map<String, IrValue> texts = new HashMap<>();

    /** Makes the function of one module. */
    public AliasCheck(IrModule module, RuntimeDeclarations declarations, HelperFunctions helpers) {
        this.module = module;
        this.declarations = declarations;
        this.helpers = helpers;
    }

    /**
     * Emits a call.
     *
     * @param mapTypes the map types of the begin call, or of the launch when it maps
     * @param function the function that the site is in
     * @param labels what messages call each entry
     */
    public void call(
            IrValue begins,
            IrValue sizes,
            IrValue mapTypes,
            String function,
            Optional<SourceLocation> location,
            List<ArgumentLabel> labels,
            IrBuilder builder) {
        IrFunction check = EntryPairs.function(module, helpers, Helper.CHECK_ALIASES, "texts", this::check);
        String place = location.map(where -> where + ": ").orElse("") + "error: in function '" + function + "': ";
        List<IrValue> pointers = new ArrayList<>();
        pointers.add(text(place));
        labels.forEach(label -> pointers.add(text(label.equals(ArgumentLabel.HIDDEN) ? "" : label.inMessage())));
        IrContext context = module.context();
        IrValue table = context.constantArray(context.pointer(), pointers);
        IrValue said = module.addGlobal(".offload_labels", table.type(), Linkage.PRIVATE)
                .constant(table)
                .unnamedAddress()
                .value();
        IrValue count = context.constant(Long.SIZE, labels.size());
        builder.call(check, List.of(count, begins, sizes, mapTypes, said), "");
    }

    /** Returns the address of a text and the length in front of it. */
    private IrValue text(String text) {
        return texts.computeIfAbsent(text, t -> {
            IrContext context = module.context();
            IrValue content = context.constantText(t);
            IrValue length = context.constant(Long.SIZE, t.getBytes(UTF_8).length);
            IrType type = context.struct(List.of(length.type(), content.type()));
            return module.addGlobal(".offload_text", type, Linkage.PRIVATE)
                    .constant(context.constantStruct(type, List.of(length, content)))
                    .unnamedAddress()
                    .value();
        });
    }

    /** An entry inside an earlier one shares its memory, so the first entry that it overlaps decides. */
    private void check(Pair pair, EntryPairs entries, IrBuilder builder) {
        IrFunction function = entries.function();
        IrBlock inside = function.appendBlock("begins.inside");
        IrBlock outside = function.appendBlock("begins.outside");
        IrBlock behind = function.appendBlock("is.mapped");
        IrBlock report = function.appendBlock("report");
        IrValue bytes = entries.size(pair.earlier());
        IrValue laterBytes = entries.size(pair.later());
        builder.branch(builder.compare(Comparison.BELOW, pair.distance(), bytes, ""), inside, outside);

        builder.moveToEnd(inside);
        IrValue end = builder.add(pair.distance(), laterBytes);
        builder.branch(builder.compare(Comparison.BELOW, bytes, end, ""), report, pair.nextLater());

        builder.moveToEnd(outside);
        IrValue none = entries.number(0);
        builder.branch(builder.compare(Comparison.EQUAL, bytes, none, ""), pair.next(), behind);
        builder.moveToEnd(behind);
        IrValue before = builder.subtract(none, pair.distance());
        builder.branch(builder.compare(Comparison.BELOW, before, laterBytes, ""), report, pair.next());

        builder.moveToEnd(report);
        IrValue one = entries.number(1);
        say(entries.number(0), function, builder);
        say(builder.add(pair.later(), one), function, builder);
        say(OVERLAPS, builder);
        say(builder.add(pair.earlier(), one), function, builder);
        say(AND_REACHES_BEYOND, builder);
        builder.call(declarations.get(RuntimeFunction.ABORT), List.of(), "");
        builder.unreachable();
    }

    private void say(IrValue index, IrFunction function, IrBuilder builder) {
        IrContext context = module.context();
        IrType i64 = context.integer(Long.SIZE);
        IrValue place = builder.offsetAddress(context.pointer(), function.parameter(TEXTS), index, "");
        IrValue text = builder.load(context.pointer(), place, Long.BYTES, "");
        IrValue length = builder.load(i64, text, Long.BYTES, "");
        IrValue characters = builder.offsetAddress(i64, text, context.constant(Long.SIZE, 1), "");
        write(characters, length, builder);
    }

    private void say(String text, IrBuilder builder) {
        write(
                module.addText(".offload_message", text),
                module.context().constant(Long.SIZE, text.getBytes(UTF_8).length),
                builder);
    }

    private void write(IrValue characters, IrValue length, IrBuilder builder) {
        IrValue standardError = module.context().constant(Integer.SIZE, RuntimeConstants.STANDARD_ERROR);
        builder.call(declarations.get(RuntimeFunction.WRITE), List.of(standardError, characters, length), "");
    }
}
