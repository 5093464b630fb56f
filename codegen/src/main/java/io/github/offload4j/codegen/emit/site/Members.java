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
import io.github.offload4j.codegen.signature.Extent;
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
    private final Formulas formulas;
    private final Sections sections;
    private final MapperFunctions mappers;

    Members(
            IrModule module,
            Conventions conventions,
            Extents extents,
            RuntimeDeclarations declarations,
            StructureMemory memory,
            Formulas formulas) {
        this.context = module.context();
        this.conventions = conventions;
        this.extents = extents;
        this.memory = memory;
        this.formulas = formulas;
        this.sections = new Sections(context, extents);
        this.mappers = new MapperFunctions(module, declarations, extents, memory, formulas);
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
                tail.add(mapped(structure, mapped, inside, plan, builder));
                continue;
            }
            boolean maybe = PointerFacts.mayBeNull(argument.value(), builder.function());
            Structure at = new Structure(
                    structure.label(),
                    structure.pointer(),
                    maybe ? Optional.of(notNull(argument.value(), builder)) : Optional.empty(),
                    table.placeOf(i));
            Formulas.Scope scope = new Formulas.Scope(structure.label().inMessage(), plan, builder);
            Found found = new Found(table.count(), plan, scope, members, attached);
            inside.members().forEach(member -> add(member, at, found, builder));
        }
        tail.addAll(attached);
        return table.with(members, tail);
    }

    private Entry mapped(
            Entry structure, Passing.Mapped mapped, Reach.Members inside, SitePlan plan, IrBuilder builder) {
        String what = structure.label().inMessage();
        int loops = mapped.extent() instanceof Extent.Section section
                ? extents.shape(section, what).loops().size()
                : 0;
        MapperFunctions.Structures structures =
                new MapperFunctions.Structures(Shapes.stride(mapped, extents, what), loops, inside.members());
        IrFunction mapper = mappers.get(plan.name(), structures, new Formulas.Scope(what, plan, builder));
        return new Entry(
                        structure.label(),
                        structure.base(),
                        structure.pointer(),
                        structure.size(),
                        MapTypes.byMapper(plan.usage()))
                .withMapper(mapper);
    }

    /** A structure of the host: where it is, whether it is there at all when the program decides, and its entry. */
    private record Structure(ArgumentLabel label, IrValue address, Optional<IrValue> there, int place) {}

    /** What is found on the way. */
    private record Found(int first, SitePlan plan, Formulas.Scope scope, List<Entry> members, List<Entry> attached) {
        int next() {
            return first + members.size();
        }
    }

    private void add(Member member, Structure structure, Found found, IrBuilder builder) {
        ArgumentLabel label = structure.label().member(member.at());
        IrValue cell = memory.field(structure.address(), member.at(), structure.there(), builder);
        IrValue pointer = memory.pointer(cell, member.at(), builder);
        Formulas.Scope scope = found.scope().in(structure.address(), structure.there(), label.inMessage());
        Extent extent = formulas.extent(member.extent(), scope, builder);
        boolean attaches = conventions.abi().attaches();
        Usage usage = found.plan().usage();
        boolean copied = usage == Usage.UPDATED;
        OptionalInt parent = attaches || copied ? OptionalInt.empty() : OptionalInt.of(structure.place());
        MapTypes types = MapTypes.member(member.access(), member.modifierFlags(), parent, usage);
        int place = found.next();
        Entry pointee = pointee(label, pointer, extent, types, builder);
        found.members()
                .add(
                        parent.isPresent()
                                ? onlyIf(
                                        structure.there(),
                                        pointee.withBase(cell),
                                        found.plan().mappingPhases(),
                                        builder)
                                : pointee);
        if (attaches && !copied && usage != Usage.EXITED) {
            Entry entry = new Entry(label, cell, pointee.pointer(), new Size.Known(Long.BYTES), MapTypes.attached());
            // an end call passes it by
            List<Phase> phases = found.plan().mappingPhases().subList(0, 1);
            found.attached().add(onlyIf(structure.there(), entry, phases, builder));
        }
        if (!member.members().isEmpty()) {
            IrValue there = notNull(pointer, builder);
            Structure inside = new Structure(label, pointee.pointer(), Optional.of(there), place);
            member.members().forEach(inner -> add(inner, inside, found, builder));
        }
    }

    private Entry pointee(ArgumentLabel label, IrValue pointer, Extent extent, MapTypes types, IrBuilder builder) {
        String what = label.inMessage();
        if (extent instanceof Extent.Section section) {
            SectionShape shape = extents.shape(section, what);
            if (!shape.isOnePiece()) {
                Sections.Description description = sections.describe(shape, pointer, builder);
                return new Entry(
                        label,
                        sections.begin(shape, pointer, builder),
                        description.address(),
                        new Size.Known(description.dimensions()),
                        types.nonContiguous());
            }
            IrValue begin = sections.begin(shape, pointer, builder);
            return new Entry(label, pointer, begin, extents.size(extent, pointer, what, builder), types);
        }
        return new Entry(label, pointer, pointer, extents.size(extent, pointer, what, builder), types);
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
