package io.github.offload4j.codegen.emit.site;

import io.github.offload4j.codegen.abi.MapFlag;
import io.github.offload4j.codegen.abi.MapType;
import io.github.offload4j.codegen.abi.RuntimeFunction;
import io.github.offload4j.codegen.emit.runtime.RuntimeDeclarations;
import io.github.offload4j.codegen.ir.Comparison;
import io.github.offload4j.codegen.ir.IrBlock;
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
import java.util.function.Consumer;

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

    private static final int HANDLE = 0;
    private static final int BEGIN = 2;
    private static final int SIZE = 3;
    private static final int TYPE = 4;
    private static final int NAME = 5;

    private final IrModule module;
    private final IrContext context;
    private final RuntimeDeclarations declarations;
    private final Extents extents;
    private final StructureMemory memory;
    private final Map<Described, IrFunction> functions = new HashMap<>();

    MapperFunctions(IrModule module, RuntimeDeclarations declarations, Extents extents, StructureMemory memory) {
        this.module = module;
        this.context = module.context();
        this.declarations = declarations;
        this.extents = extents;
        this.memory = memory;
    }

    private record Described(long stride, List<Member> members) {}

    /** Returns the type of mapper functions: handle, base, begin, size, type, name. */
    static IrType type(IrContext context) {
        IrType pointer = context.pointer();
        IrType integer = context.integer(Long.SIZE);
        return context.function(context.voidType(), List.of(pointer, pointer, pointer, integer, integer, pointer));
    }

    /**
     * Returns the function for structures.
     *
     * @param stride the bytes of one of many; 0 for a single one
     */
    IrFunction get(String site, long stride, List<Member> members, String what) {
        Described described = new Described(stride, members);
        IrFunction known = functions.get(described);
        if (known == null) {
            known = module.addFunction(".offload_mapper." + site, type(context), Linkage.INTERNAL);
            fill(known, described, what);
            functions.put(described, known);
        }
        return known;
    }

    private void fill(IrFunction function, Described described, String what) {
        List<String> names = List.of("handle", "base", "begin", "size", "type", "name");
        for (int i = 0; i < names.size(); i++) {
            function.nameParameter(i, names.get(i));
        }
        try (IrBuilder builder = IrBuilder.atEnd(function.appendBlock("entry"), context)) {
            IrValue begin = function.parameter(BEGIN);
            push(function, begin, begin, number(0), number(STRUCTURES.bits()), builder);
            IrValue count = count(function.parameter(SIZE), described.stride(), builder);
            forEach(begin, count, described.stride(), builder, structure -> {
                for (Member member : described.members()) {
                    add(member, structure, function, what, builder);
                }
            });
            builder.returnVoid();
        }
    }

    private void add(Member member, IrValue structure, IrFunction function, String what, IrBuilder builder) {
        IrValue cell = memory.field(structure, member.at(), Optional.empty(), builder);
        IrValue pointer = memory.pointer(cell, member.at(), builder);
        Extent extent = memory.extent(member.extent(), structure, Optional.empty(), builder);
        IrValue bytes = extents.size(extent, pointer, what, builder).value(context, builder);
        push(function, cell, pointer, bytes, flags(member, function, builder), builder);
        if (!member.members().isEmpty()) {
            long stride = Shapes.isMany(extent, extents, what) ? extents.elementBytes(extent, what) : 0;
            forEach(pointer, count(bytes, stride, builder), stride, builder, inner -> {
                for (Member inside : member.members()) {
                    add(inside, inner, function, what, builder);
                }
            });
        }
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

    private void forEach(IrValue begin, IrValue count, long stride, IrBuilder builder, Consumer<IrValue> body) {
        IrFunction function = builder.function();
        IrBlock before = builder.block();
        IrBlock header = function.appendBlock("next");
        IrBlock element = function.appendBlock("element");
        IrBlock done = function.appendBlock("done");
        builder.branch(header);
        builder.moveToEnd(header);
        IrValue index = builder.phi(integer(), "i");
        builder.addIncoming(index, number(0), before);
        builder.branch(builder.compare(Comparison.LESS, index, count, ""), element, done);
        builder.moveToEnd(element);
        IrValue offset = builder.multiply(index, number(stride));
        body.accept(builder.offsetAddress(context.integer(Byte.SIZE), begin, offset, ""));
        builder.addIncoming(index, builder.add(index, number(1)), builder.block());
        builder.branch(header);
        builder.moveToEnd(done);
    }

    private IrType integer() {
        return context.integer(Long.SIZE);
    }

    private IrValue number(long value) {
        return context.constant(Long.SIZE, value);
    }
}
