package io.github.offload4j.codegen.emit.site;

import io.github.offload4j.codegen.abi.MapFlag;
import io.github.offload4j.codegen.diagnostic.ArgumentLabel;
import io.github.offload4j.codegen.emit.runtime.Conventions;
import io.github.offload4j.codegen.emit.runtime.RuntimeDeclarations;
import io.github.offload4j.codegen.ir.Comparison;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.PointerFacts;
import io.github.offload4j.codegen.signature.Argument;
import io.github.offload4j.codegen.signature.Member;
import io.github.offload4j.codegen.signature.Passing;
import io.github.offload4j.codegen.signature.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The entries of what pointers in mapped structures point to. Those of one structure are entries of the site; those of many
 * are told by a function, which the runtime calls.
 */
final class Members {
    private final IrContext context;
    private final Conventions conventions;
    private final Extents extents;
    private final StructureMemory memory;
    private final MapperFunctions mappers;

    Members(IrModule module, Conventions conventions, Extents extents, RuntimeDeclarations declarations) {
        this.context = module.context();
        this.conventions = conventions;
        this.extents = extents;
        this.memory = new StructureMemory(module);
        this.mappers = new MapperFunctions(module, declarations, extents, memory);
    }

    /** Adds the entries of the arguments' members to a table, emitting what finds them. */
    EntryTable add(EntryTable table, SitePlan plan, IrBuilder builder) {
        List<Entry> members = new ArrayList<>();
        List<Entry> tail = new ArrayList<>();
        List<Entry> attached = new ArrayList<>();
        for (int i = 0; i < plan.arguments().size(); i++) {
            Argument argument = plan.arguments().get(i);
            if (!(argument.passing() instanceof Passing.Mapped mapped)
                    || !(mapped.reach() instanceof Reach.Members inside)
                    || PointerFacts.pointsNowhere(argument.value())) {
                continue;
            }
            Entry structure = table.entries().get(table.placeOf(i));
            if (Shapes.needMapper(mapped, extents, structure.label().inMessage())) {
                tail.add(mapped(structure, mapped, inside, plan));
                continue;
            }
            boolean maybe = PointerFacts.mayBeNull(argument.value(), builder.function());
            Structure at = new Structure(
                    structure.label(),
                    argument.value(),
                    maybe ? Optional.of(notNull(argument.value(), builder)) : Optional.empty(),
                    table.placeOf(i));
            Found found = new Found(table.count(), plan, members, attached);
            inside.members().forEach(member -> add(member, at, found, builder));
        }
        tail.addAll(attached);
        return table.with(members, tail);
    }

    private Entry mapped(Entry structure, Passing.Mapped mapped, Reach.Members inside, SitePlan plan) {
        String what = structure.label().inMessage();
        IrFunction mapper = mappers.get(plan.name(), Shapes.stride(mapped, extents, what), inside.members(), what);
        return new Entry(
                        structure.label(),
                        structure.base(),
                        structure.pointer(),
                        structure.size(),
                        MapTypes.byMapper(mapped.access(), plan.usage()))
                .withMapper(mapper);
    }

    /** A structure of the host: where it is, whether it is there at all when the program decides, and its entry. */
    private record Structure(ArgumentLabel label, IrValue address, Optional<IrValue> there, int place) {}

    /** What is found on the way. */
    private record Found(int first, SitePlan plan, List<Entry> members, List<Entry> attached) {
        int next() {
            return first + members.size();
        }
    }

    private void add(Member member, Structure structure, Found found, IrBuilder builder) {
        ArgumentLabel label = structure.label().member(member.at());
        IrValue cell = memory.field(structure.address(), member.at(), structure.there(), builder);
        IrValue pointer = memory.pointer(cell, member.at(), builder);
        Size size = extents.size(
                memory.extent(member.extent(), structure.address(), structure.there(), builder),
                pointer,
                label.inMessage(),
                builder);
        boolean attaches = conventions.abi().attaches();
        Usage usage = found.plan().usage();
        boolean copied = usage == Usage.UPDATED;
        OptionalInt parent = attaches || copied ? OptionalInt.empty() : OptionalInt.of(structure.place());
        MapTypes types = MapTypes.member(member.access(), member.modifierFlags(), parent, usage);
        int place = found.next();
        Entry pointee = new Entry(label, parent.isPresent() ? cell : pointer, pointer, size, types);
        found.members()
                .add(
                        parent.isPresent()
                                ? onlyIf(
                                        structure.there(), pointee, found.plan().mappingPhases(), builder)
                                : pointee);
        if (attaches && !copied && usage != Usage.EXITED) {
            Entry entry = new Entry(label, cell, pointer, new Size.Known(Long.BYTES), MapTypes.attached());
            // an end call passes it by
            List<Phase> phases = found.plan().mappingPhases().subList(0, 1);
            found.attached().add(onlyIf(structure.there(), entry, phases, builder));
        }
        if (!member.members().isEmpty()) {
            Structure inside = new Structure(label, pointer, Optional.of(notNull(pointer, builder)), place);
            member.members().forEach(inner -> add(inner, inside, found, builder));
        }
    }

    /** The runtime follows the pointer of an entry that changes one, and here there may be none. */
    private Entry onlyIf(Optional<IrValue> there, Entry entry, List<Phase> phases, IrBuilder builder) {
        if (there.isEmpty()) {
            return entry;
        }
        Entry result = entry;
        for (Phase phase : phases) {
            IrValue bits =
                    context.constant(Long.SIZE, entry.mapTypes().of(phase).bits());
            IrValue passedBy = context.constant(Long.SIZE, MapFlag.LITERAL.bit());
            result = result.withComputedMapType(phase, builder.select(there.get(), bits, passedBy, ""));
        }
        return result;
    }

    private IrValue notNull(IrValue pointer, IrBuilder builder) {
        return builder.compare(Comparison.NOT_EQUAL, pointer, context.nullPointer(), "");
    }
}
