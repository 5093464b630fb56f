package io.github.offload4j.codegen.emit.site;

import io.github.offload4j.codegen.abi.MapFlag;
import io.github.offload4j.codegen.abi.MapType;
import io.github.offload4j.codegen.abi.RuntimeFunction;
import io.github.offload4j.codegen.emit.runtime.RuntimeDeclarations;
import io.github.offload4j.codegen.ir.Comparison;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Linkage;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.codegen.signature.Member;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code .offload_mapper}: functions that tell the runtime what the pointers in an array of structures point to. The array
 * itself is mapped by an entry of its own, in one piece.
 *
 * <p>Pointers are changed by the entries of what they point to on every runtime: runtimes that have entries of their own for
 * that look through all that is new for each of them.
 */
final class MapperFunctions {
    private static final MapType DIRECTIONS = MapType.of(MapFlag.TO, MapFlag.FROM, MapFlag.DELETE);

    /** The first component, which the runtime never counts: the structures, which are mapped already. */
    private static final MapType STRUCTURES = MapType.NONE.asMemberOf(1);

    /** What the names of these functions begin with. */
    private static final String SYMBOL = ".offload_mapper.";

    private static final int HANDLE = 0;
    private static final int BASE = 1;
    private static final int BEGIN = 2;
    private static final int SIZE = 3;
    private static final int TYPE = 4;
    private static final int NAME = 5;

    private final IrModule module;
    private final IrContext context;
    private final RuntimeDeclarations declarations;
    private final Extents extents;
    private final StructureMemory memory;
    private final Formulas formulas;
    private final SectionPieces pieces;
    private final Map<Described, IrFunction> functions = new HashMap<>();

    MapperFunctions(
            IrModule module,
            RuntimeDeclarations declarations,
            Extents extents,
            StructureMemory memory,
            Formulas formulas) {
        this.module = module;
        this.context = module.context();
        this.declarations = declarations;
        this.extents = extents;
        this.memory = memory;
        this.formulas = formulas;
        this.pieces = new SectionPieces(context, extents);
    }

    /**
     * Structures of one description.
     *
     * @param stride the bytes of one of many; 0 for a single one
     * @param loops how many dimensions with gaps there are around pieces without, which an update has only; the function is
     *     given their description then
     * @param members of each
     */
    record Structures(long stride, int loops, List<Member> members) {
        private boolean mayStop() {
            return mayStop(members);
        }

        private static boolean mayStop(List<Member> members) {
            return members.stream().anyMatch(member -> Formulas.mayStop(member.extent()) || mayStop(member.members()));
        }
    }

    /** What a function is made for; where it may stop the program, it says for whom. */
    private record Described(Structures structures, Optional<Formulas.Scope> scope) {}

    /** Returns the type of mapper functions: handle, base, begin, size, type, name. */
    static IrType type(IrContext context) {
        IrType pointer = context.pointer();
        IrType integer = context.integer(Long.SIZE);
        return context.function(context.voidType(), List.of(pointer, pointer, pointer, integer, integer, pointer));
    }

    /** Returns the function for structures. */
    IrFunction get(String site, Structures structures, Formulas.Scope scope) {
        Described described = new Described(structures, structures.mayStop() ? Optional.of(scope) : Optional.empty());
        IrFunction known = functions.get(described);
        if (known == null) {
            known = module.addFunction(SYMBOL + site, type(context), Linkage.INTERNAL);
            fill(known, structures, scope);
            functions.put(described, known);
        }
        return known;
    }

    private void fill(IrFunction function, Structures structures, Formulas.Scope scope) {
        List<String> names = List.of("handle", "base", "begin", "size", "type", "name");
        for (int i = 0; i < names.size(); i++) {
            function.nameParameter(i, names.get(i));
        }
        boolean gaps = structures.loops() > 0;
        try (IrBuilder builder = IrBuilder.atEnd(function.appendBlock("entry"), context)) {
            IrValue begin = function.parameter(gaps ? BASE : BEGIN);
            push(function, begin, begin, number(0), number(STRUCTURES.bits()), builder);
            if (gaps) {
                pieces.described(
                        function.parameter(BEGIN),
                        structures.loops(),
                        begin,
                        builder,
                        (piece, bytes) -> addAll(
                                structures.members(), structures.stride(), piece, bytes, function, scope, builder));
            } else {
                IrValue bytes = function.parameter(SIZE);
                addAll(structures.members(), structures.stride(), begin, bytes, function, scope, builder);
            }
            builder.returnVoid();
        }
    }

    /** Adds the members of the structures in a piece of memory. */
    private void addAll(
            List<Member> members,
            long stride,
            IrValue begin,
            IrValue bytes,
            IrFunction function,
            Formulas.Scope scope,
            IrBuilder builder) {
        pieces.forEach(count(bytes, stride, builder), builder, index -> {
            IrValue offset = builder.multiply(index, number(stride));
            IrValue structure = builder.offsetAddress(context.integer(Byte.SIZE), begin, offset, "");
            for (Member member : members) {
                add(member, structure, function, scope, builder);
            }
        });
    }

    private void add(Member member, IrValue structure, IrFunction function, Formulas.Scope scope, IrBuilder builder) {
        String what = "member " + member.at() + " of " + scope.what();
        IrValue cell = memory.field(structure, member.at(), Optional.empty(), builder);
        IrValue pointer = memory.pointer(cell, member.at(), builder);
        Formulas.Scope inside = scope.in(structure, Optional.empty(), what);
        Extent extent = formulas.extent(member.extent(), inside, builder);
        long stride = Shapes.isMany(extent, extents, what) ? extents.elementBytes(extent, what) : 0;
        pieces.of(extent, pointer, what, builder, (begin, bytes) -> {
            push(function, cell, begin, bytes, flags(member, function, builder), builder);
            if (!member.members().isEmpty()) {
                addAll(member.members(), stride, begin, bytes, function, inside, builder);
            }
        });
    }

    /** A size that is none, because a count was, is negative. */
    private IrValue count(IrValue bytes, long stride, IrBuilder builder) {
        return stride == 0
                ? builder.zeroExtend(builder.compare(Comparison.NOT_EQUAL, bytes, number(0), ""), integer())
                : builder.divideSigned(bytes, number(stride));
    }

    /** What begins copies to the device, what ends copies from it, whatever else a member is mapped for. */
    private IrValue flags(Member member, IrFunction function, IrBuilder builder) {
        MapType direction = member.access().mapType().and(DIRECTIONS);
        MapType always = member.modifierFlags().with(MapFlag.PTR_AND_OBJ).asMemberOf(1);
        IrValue wanted = builder.and(function.parameter(TYPE), number(direction.bits()));
        return builder.or(wanted, number(always.bits()));
    }

    private void push(IrFunction function, IrValue base, IrValue begin, IrValue size, IrValue type, IrBuilder builder) {
        builder.call(
                declarations.get(RuntimeFunction.PUSH_COMPONENT),
                List.of(function.parameter(HANDLE), base, begin, size, type, function.parameter(NAME)),
                "");
    }

    private IrType integer() {
        return context.integer(Long.SIZE);
    }

    private IrValue number(long value) {
        return context.constant(Long.SIZE, value);
    }
}
