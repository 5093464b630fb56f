package io.github.offload4j.tools.explain;

import io.github.offload4j.codegen.abi.MapFlag;
import io.github.offload4j.codegen.abi.MapType;
import io.github.offload4j.codegen.analysis.site.HostCall;
import io.github.offload4j.codegen.analysis.site.OffloadSite;
import io.github.offload4j.codegen.analysis.site.RuntimeCall;
import io.github.offload4j.codegen.analysis.site.TableEntry;
import io.github.offload4j.codegen.analysis.site.TableEntry.Mapper;
import io.github.offload4j.codegen.diagnostic.ArgumentLabel;
import io.github.offload4j.codegen.fact.KnownBits;
import io.github.offload4j.codegen.fact.Quantity;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Opcode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One argument of a site as its calls have it.
 *
 * @param number as the user counts, from 1; 0 for what no user has written
 * @param name what the program calls it, empty when that is not known
 * @param direction how its data moves, in a word or two
 * @param bytes its size
 * @param strided whether the size counts the dimensions of a strided section
 * @param dimensions of a strided section
 * @param flags its map type in each kind of call
 * @param mapper what maps more than the argument itself
 */
record ArgumentView(
        int number,
        String name,
        String direction,
        Quantity bytes,
        boolean strided,
        List<TableEntry.Dimension> dimensions,
        Map<String, KnownBits> flags,
        Mapper mapper) {
    private static final int POINTER_BYTES = 8;

    static List<ArgumentView> of(OffloadSite site) {
        List<RuntimeCall> calls = site.allCalls();
        int count = calls.stream().mapToInt(c -> c.entries().size()).max().orElse(0);
        List<ArgumentView> arguments = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            arguments.add(of(i, site, calls));
        }
        return arguments;
    }

    private static ArgumentView of(int index, OffloadSite site, List<RuntimeCall> calls) {
        Map<String, KnownBits> flags = new LinkedHashMap<>();
        List<TableEntry> entries = new ArrayList<>();
        for (RuntimeCall.Kind kind : List.of(
                RuntimeCall.Kind.BEGIN, RuntimeCall.Kind.UPDATE, RuntimeCall.Kind.LAUNCH, RuntimeCall.Kind.END)) {
            calls.stream()
                    .filter(c -> c.kind() == kind && index < c.entries().size())
                    .map(c -> c.entries().get(index))
                    .findFirst()
                    .ifPresent(entry -> {
                        entries.add(entry);
                        flags.put(Words.call(kind), entry.flags());
                    });
        }
        boolean hidden = entries.get(0).isHidden();
        String name = hidden || ArgumentLabel.isNumber(entries.get(0).name())
                ? ""
                : entries.get(0).name();
        return new ArgumentView(
                hidden ? 0 : number(index, site, calls),
                name,
                hidden
                        ? ofNobody(entries.get(0))
                        : part(entries.get(0), calls.get(0).entries()) + direction(site, entries),
                entries.get(0).bytes(),
                entries.get(0).isStrided(),
                entries.get(0).dimensions(),
                flags,
                entries.get(0).mapper());
    }

    private static String ofNobody(TableEntry entry) {
        return entry.isPlace() ? "the runtime's own" : "launch bounds";
    }

    /** A host call that gets every entry says which of its arguments each is; else the entries are counted. */
    private static int number(int index, OffloadSite site, List<RuntimeCall> calls) {
        List<TableEntry> entries = calls.stream()
                .map(RuntimeCall::entries)
                .filter(e -> index < e.size())
                .findFirst()
                .orElseThrow();
        long written = entries.stream().filter(entry -> !entry.isHidden()).count();
        return site.hostCalls().stream()
                .map(HostCall::devicePointers)
                .filter(pointers -> pointers.values().stream().distinct().count() == written)
                .flatMap(pointers -> pointers.entrySet().stream())
                .filter(pointer -> pointer.getValue() == index)
                .map(pointer -> pointer.getKey() + 1)
                .findFirst()
                .orElseGet(() -> TableEntry.number(entries, index));
    }

    /** Returns how a sentence names the argument. */
    String label() {
        return name.isEmpty() ? "number " + number : name;
    }

    private static String part(TableEntry entry, List<TableEntry> entries) {
        int whole = new MapType(entry.flags().certain()).memberOf();
        return whole == 0 || whole > entries.size() ? "" : "part of " + TableEntry.number(entries, whole - 1) + ", ";
    }

    /** Compilers of OpenMP pass scalars as pointers; what has the size of one, and comes from anywhere, may be one. */
    private static String literal(TableEntry entry) {
        Optional<IrValue> pointer = entry.base().filter(base -> base.type().isPointer());
        boolean small = entry.bytes().known().orElse(POINTER_BYTES) < POINTER_BYTES;
        if (pointer.isEmpty() || small) {
            return "value";
        }
        boolean number = pointer.flatMap(IrValue::asInstruction)
                .filter(i -> i.opcode() == Opcode.INTEGER_TO_POINTER)
                .isPresent();
        return entry.has(MapFlag.IMPLICIT) ? number ? "value" : "value or device pointer" : "device pointer";
    }

    private static String direction(OffloadSite site, List<TableEntry> entries) {
        TableEntry first = entries.get(0);
        if (first.has(MapFlag.LITERAL)) {
            return literal(first);
        }
        if (first.mayHave(MapFlag.ATTACH) && !first.mayHave(MapFlag.TO) && !first.mayHave(MapFlag.FROM)) {
            return "attach";
        }
        if (first.has(MapFlag.PRIVATE)) {
            return "private";
        }
        if (site.mode() == OffloadSite.Mode.EXIT && first.has(MapFlag.DELETE)) {
            return "delete";
        }
        boolean to = site.mode() != OffloadSite.Mode.EXIT && entries.stream().anyMatch(e -> e.has(MapFlag.TO));
        boolean from = entries.stream().anyMatch(e -> e.has(MapFlag.FROM));
        if (to) {
            return from ? "tofrom" : "to";
        }
        if (from) {
            return "from";
        }
        boolean open = entries.stream().anyMatch(e -> e.mayHave(MapFlag.TO) || e.mayHave(MapFlag.FROM));
        return open ? "computed" : site.mode() == OffloadSite.Mode.EXIT ? "release" : "alloc";
    }
}
