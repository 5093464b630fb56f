package io.github.offload4j.codegen.analysis.site;

import io.github.offload4j.codegen.abi.SiteFunction;
import io.github.offload4j.codegen.abi.StructLayout;
import io.github.offload4j.codegen.analysis.site.RuntimeCall.Kind;
import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.codegen.fact.Quantity;
import io.github.offload4j.codegen.flow.FunctionFacts;
import io.github.offload4j.codegen.helper.Helper;
import io.github.offload4j.codegen.ir.Address;
import io.github.offload4j.codegen.ir.ConstantFacts;
import io.github.offload4j.codegen.ir.ConstantReader;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the calls of {@code __tgt_target_data_begin_mapper} and its like in one function. */
final class CallReader {
    private static final int PARAMETERS = 9;

    private static final Map<String, Kind> KINDS = Map.of(
            SiteFunction.BEGIN.symbol(),
            Kind.BEGIN,
            SiteFunction.BEGIN_NOWAIT.symbol(),
            Kind.BEGIN,
            SiteFunction.UPDATE.symbol(),
            Kind.UPDATE,
            SiteFunction.UPDATE_NOWAIT.symbol(),
            Kind.UPDATE,
            SiteFunction.END.symbol(),
            Kind.END,
            SiteFunction.END_NOWAIT.symbol(),
            Kind.END);

    private final ConstantReader constants;
    private final FunctionFacts facts;
    private final TableReader tables;
    private final Map<IrValue, Optional<LocationText>> locations = new HashMap<>();

    CallReader(IrModule module, FunctionFacts facts) {
        this.constants = new ConstantReader(module.layout());
        this.facts = facts;
        this.tables = new TableReader(facts);
    }

    TableReader tables() {
        return tables;
    }

    /** Returns what a data call asks for, by its symbol; also for the forms that do not wait. */
    static Optional<Kind> kind(IrInstruction call) {
        return call.calledFunction()
                .flatMap(callee -> Optional.ofNullable(KINDS.get(callee.name())).or(() -> guarded(callee)));
    }

    /** Where the program finds out whether a data call is needed, the call's condition stands in front of its arguments. */
    private static Optional<Kind> guarded(IrFunction callee) {
        return Helper.of(callee)
                .flatMap(Helper::wrapped)
                .flatMap(wrapped -> Optional.ofNullable(KINDS.get(wrapped.symbol())));
    }

    /** Returns the runtime's functions for the data calls that are read. */
    static Set<String> symbols() {
        return KINDS.keySet();
    }

    /** Returns the call taken apart, or nothing when it has too few arguments to be a call of the runtime. */
    Optional<RuntimeCall> read(Kind kind, IrInstruction call) {
        List<IrValue> arguments = withoutCondition(call);
        if (arguments.size() < PARAMETERS) {
            return Optional.empty();
        }
        Quantity count = facts.numbers().of(arguments.get(2));
        TableReader.Arrays arrays = new TableReader.Arrays(
                Optional.of(arguments.get(3)),
                Optional.of(arguments.get(4)),
                Optional.of(arguments.get(5)),
                Optional.of(arguments.get(6)),
                Optional.of(arguments.get(7)),
                Optional.of(arguments.get(8)));
        return Optional.of(new RuntimeCall(
                kind,
                call,
                facts.function(),
                location(call, arguments.get(0)),
                facts.numbers().of(arguments.get(1)),
                count,
                place(arguments.get(4)),
                tables.read(arrays, count, call)));
    }

    private static List<IrValue> withoutCondition(IrInstruction call) {
        List<IrValue> arguments = call.arguments();
        boolean guarded = call.calledFunction().flatMap(CallReader::guarded).isPresent();
        return guarded && !arguments.isEmpty() ? arguments.subList(1, arguments.size()) : arguments;
    }

    /** Returns where a pointer array is, which tells sites apart. */
    Optional<Address> place(IrValue array) {
        Address address = facts.pointers().address(array);
        return address.offset().isPresent() && !address.base().isNullConstant()
                ? Optional.of(address)
                : Optional.empty();
    }

    /** Returns where the source has a call: by its debug location, or else by what it tells the runtime. */
    Optional<SourceLocation> location(IrInstruction call, IrValue ident) {
        return call.location()
                .or(() -> locations.computeIfAbsent(ident, this::identText).flatMap(LocationText::location));
    }

    private Optional<LocationText> identText(IrValue ident) {
        int field = StructLayout.IDENT.fields().size() - 1;
        return ConstantFacts.initialValue(facts.pointers().address(ident).base())
                .flatMap(value -> constants.scalarAt(value, StructLayout.IDENT.offset(field)))
                .map(text -> facts.pointers().address(text).base())
                .flatMap(ConstantReader::text)
                .map(LocationText::ofCall);
    }
}
