package io.github.offload4j.codegen.analysis.site;

import io.github.offload4j.codegen.abi.MapFlag;
import io.github.offload4j.codegen.analysis.site.TableEntry.Mapper;
import io.github.offload4j.codegen.fact.KnownBits;
import io.github.offload4j.codegen.fact.Quantity;
import io.github.offload4j.codegen.flow.FunctionFacts;
import io.github.offload4j.codegen.ir.Address;
import io.github.offload4j.codegen.ir.ConstantReader;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the parallel arrays that a runtime call takes. */
final class TableReader {
    /** More entries than any program has: the count is garbage then. */
    private static final long MOST = 4096;

    private static final int ELEMENT_BYTES = 8;

    /** A dimension of a strided section is so many numbers. */
    private static final int FIELDS = 3;

    /** More dimensions than any program has. */
    private static final int MOST_DIMENSIONS = 64;

    private final FunctionFacts facts;
    private final AliasUnions unions;
    private final EntryNames names;

    TableReader(FunctionFacts facts) {
        this.facts = facts;
        this.unions = new AliasUnions(facts);
        this.names = new EntryNames(facts);
    }

    /** The arrays as the call takes them; nothing where the call takes them from a place that cannot be read. */
    record Arrays(
            Optional<IrValue> bases,
            Optional<IrValue> pointers,
            Optional<IrValue> sizes,
            Optional<IrValue> types,
            Optional<IrValue> names,
            Optional<IrValue> mappers) {}

    /** Returns the entries as they are when an instruction runs. */
    List<TableEntry> read(Arrays arrays, Quantity count, IrInstruction at) {
        long entries = count.known().orElse(0);
        if (entries < 0 || entries > MOST) {
            return List.of();
        }
        List<TableEntry> table = new ArrayList<>();
        for (int i = 0; i < entries; i++) {
            Optional<IrValue> base = element(arrays.bases(), i, at);
            Optional<IrValue> pointer = element(arrays.pointers(), i, at);
            Quantity bytes = facts.numbers().of(element(arrays.sizes(), i, at));
            KnownBits flags = flags(arrays.types(), i, at);
            boolean strided = (flags.certain() & MapFlag.NON_CONTIGUOUS.bit()) != 0;
            table.add(new TableEntry(
                    name(element(arrays.names(), i, at), base),
                    base,
                    pointer,
                    bytes,
                    flags,
                    mapper(arrays.mappers(), i, at),
                    strided ? dimensions(pointer, bytes, at) : List.of()));
        }
        return table;
    }

    private List<TableEntry.Dimension> dimensions(Optional<IrValue> description, Quantity count, IrInstruction at) {
        List<TableEntry.Dimension> dimensions = new ArrayList<>();
        for (int i = 0; i < Math.min(count.known().orElse(0), MOST_DIMENSIONS); i++) {
            dimensions.add(new TableEntry.Dimension(
                    facts.numbers().of(element(description, FIELDS * i, at)),
                    facts.numbers().of(element(description, FIELDS * i + 1, at)),
                    facts.numbers().of(element(description, FIELDS * i + 2, at))));
        }
        return dimensions;
    }

    private KnownBits flags(Optional<IrValue> types, int index, IrInstruction at) {
        KnownBits flags = facts.numbers().flags(element(types, index, at));
        return types.map(array -> unions.apply(facts.pointers().address(array).base(), flags))
                .orElse(flags);
    }

    private Mapper mapper(Optional<IrValue> mappers, int index, IrInstruction at) {
        boolean none = mappers.filter(array -> array.isNullConstant()).isPresent();
        Optional<IrValue> mapper = element(mappers, index, at);
        if (none || mapper.filter(IrValue::isNullConstant).isPresent()) {
            return new Mapper.None();
        }
        return mapper.flatMap(IrValue::asFunction)
                .<Mapper>map(function -> new Mapper.Named(function.name()))
                .orElseGet(Mapper.Unknown::new);
    }

    /** Returns the scalar that an array holds. */
    private Optional<IrValue> element(Optional<IrValue> array, int index, IrInstruction at) {
        if (array.isEmpty()) {
            return Optional.empty();
        }
        Address address = facts.pointers().address(array.get());
        return address.offset().isEmpty()
                ? Optional.empty()
                : facts.memory()
                        .scalar(
                                address.base(),
                                address.offset().getAsLong() + (long) index * ELEMENT_BYTES,
                                ELEMENT_BYTES,
                                at);
    }

    private String name(Optional<IrValue> text, Optional<IrValue> base) {
        String reported = text.map(facts.pointers()::address)
                .flatMap(address -> ConstantReader.text(address.base()))
                .map(t -> LocationText.ofArgument(t).name())
                .orElse("");
        return names.of(reported, base);
    }
}
