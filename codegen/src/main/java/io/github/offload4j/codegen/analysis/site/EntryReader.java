package io.github.offload4j.codegen.analysis.site;

import io.github.offload4j.codegen.abi.AbiType;
import io.github.offload4j.codegen.abi.StructLayout;
import io.github.offload4j.codegen.analysis.site.OffloadEntry.Kind;
import io.github.offload4j.codegen.analysis.site.OffloadEntry.Placement;
import io.github.offload4j.codegen.ir.AddressReader;
import io.github.offload4j.codegen.ir.ConstantFacts;
import io.github.offload4j.codegen.ir.ConstantReader;
import io.github.offload4j.codegen.ir.IrGlobal;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds a module's offload entries: globals in the linker's sections, and arrays, in both formats. */
final class EntryReader {
    private static final Set<String> SECTIONS = Set.of("omp_offloading_entries", "llvm_offload_entries");
    private static final String ARRAY = ".omp_offloading.entries";
    private static final int FLAG_REQUIREMENT = 0x10;

    private final IrModule module;
    private final AddressReader addresses;

    EntryReader(IrModule module) {
        this.module = module;
        this.addresses = new AddressReader(module.layout());
    }

    List<OffloadEntry> read() {
        List<OffloadEntry> entries = new ArrayList<>();
        for (IrGlobal global : module.globals()) {
            Optional<IrValue> content = ConstantFacts.initialValue(global.value());
            String name = global.value().name();
            if (content.isEmpty()) {
                continue;
            }
            if (SECTIONS.contains(global.section())) {
                entry(content.get(), new Placement.Section(global.section())).ifPresent(entries::add);
            } else if (name.startsWith(ARRAY)) {
                for (int i = 0; i < ConstantReader.elementCount(content.get()); i++) {
                    ConstantReader.element(content.get(), i)
                            .flatMap(e -> entry(e, new Placement.Array(name)))
                            .ifPresent(entries::add);
                }
            }
        }
        return entries;
    }

    private Optional<OffloadEntry> entry(IrValue value, Placement placement) {
        boolean legacy = hasShape(value, StructLayout.LEGACY_ENTRY);
        if (!legacy && !hasShape(value, StructLayout.ENTRY)) {
            return Optional.empty();
        }
        StructLayout layout = legacy ? StructLayout.LEGACY_ENTRY : StructLayout.ENTRY;
        IrValue address = field(value, layout, legacy ? "addr" : "Address");
        IrValue name = field(value, layout, legacy ? "name" : "SymbolName");
        long bytes = number(field(value, layout, legacy ? "size" : "Size"));
        long flags = number(field(value, layout, legacy ? "flags" : "Flags"));
        Optional<IrValue> target = address.isNullConstant()
                ? Optional.empty()
                : Optional.of(addresses.read(address).base());
        Kind kind = (flags & FLAG_REQUIREMENT) != 0 && target.isEmpty()
                ? Kind.REQUIREMENT
                : bytes == 0 ? Kind.KERNEL : Kind.VARIABLE;
        String symbol = ConstantReader.text(addresses.read(name).base()).orElse("");
        return Optional.of(new OffloadEntry(kind, symbol, target, bytes, legacy, placement));
    }

    private static boolean hasShape(IrValue value, StructLayout layout) {
        if (ConstantReader.elementCount(value) != layout.fields().size()) {
            return false;
        }
        for (int i = 0; i < layout.fields().size(); i++) {
            AbiType expected = layout.fields().get(i).type();
            Optional<IrType> type = ConstantReader.element(value, i).map(IrValue::type);
            boolean fits = type.isPresent()
                    && (expected == AbiType.POINTER
                            ? type.get().isPointer()
                            : type.get().isInteger() && type.get().integerBits() == expected.size() * Byte.SIZE);
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static IrValue field(IrValue entry, StructLayout layout, String name) {
        int index = 0;
        while (!layout.fields().get(index).name().equals(name)) {
            index++;
        }
        return ConstantReader.element(entry, index).orElseThrow();
    }

    private static long number(IrValue field) {
        return field.constantInteger().orElse(0);
    }
}
