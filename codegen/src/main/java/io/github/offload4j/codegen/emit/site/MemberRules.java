package io.github.offload4j.codegen.emit.site;

import io.github.offload4j.codegen.abi.MapFlag;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.Ownership;
import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.Amount;
import io.github.offload4j.codegen.signature.DataAction;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.codegen.signature.Formula;
import io.github.offload4j.codegen.signature.Member;
import io.github.offload4j.codegen.signature.Passing;
import io.github.offload4j.codegen.signature.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** What must hold of what travels together with an argument. */
final class MemberRules {
    /** Deeper than any program's data; what is nested without end has no end here either. */
    private static final int DEEPEST = 32;

    private static final long POINTER_BYTES = Long.BYTES;

    private final IrModule module;
    private final Extents extents;

    MemberRules(IrModule module, Extents extents) {
        this.module = module;
        this.extents = extents;
    }

    /**
     * Checks what travels with a mapped argument.
     *
     * @param copied whether nothing is mapped, and what is mapped already is copied
     * @param function where the site stands
     * @throws OffloadException naming what breaks a rule
     */
    void check(Passing.Mapped mapped, String what, boolean copied, IrFunction function) {
        if (mapped.reach() instanceof Reach.Mapper mapper) {
            requireWhole(mapped.extent(), what, ", and a mapper function knows of no gaps; take");
            Ownership.requireUsable(mapper.function().value(), function, module, "the mapper function of " + what);
            if (!mapper.function().type().equals(MapperFunctions.type(module.context()))) {
                throw wrong("the mapper function of " + what + " is "
                        + mapper.function().type()
                        + "; expected void (ptr handle, ptr base, ptr begin, i64 size, i64 type, ptr name)");
            }
        } else if (mapped.reach() instanceof Reach.Members inside) {
            check(inside.members(), mapped.extent(), what, copied, 1, function);
            if (Shapes.needMapper(mapped, extents, what)) {
                requireDescribed(inside.members(), what);
            }
        }
    }

    private void check(
            List<Member> members, Extent around, String what, boolean copied, int depth, IrFunction function) {
        if (members.isEmpty()) {
            return;
        }
        if (depth > DEEPEST) {
            throw wrong(what + " has members that are nested deeper than " + DEEPEST
                    + "; structures without an end are for a mapper function");
        }
        OptionalLong bytes = extents.structureBytes(around, what);
        List<Long> pointers = new ArrayList<>();
        for (Member member : members) {
            String name = "member " + member.at() + " of " + what;
            require(member.at(), POINTER_BYTES, bytes, name);
            for (long other : pointers) {
                if (Math.abs(other - member.at()) < POINTER_BYTES) {
                    throw wrong("members " + other + " and " + member.at() + " of " + what
                            + " are one pointer, in whole or in part; name it once");
                }
            }
            pointers.add(member.at());
            extents.check(member.extent(), name);
            if (!copied) {
                requireWhole(member.extent(), name, ", which can be updated only; take");
            }
            if (member.extent() instanceof Extent.Count count) {
                Ownership.requireUsable(count.count(), function, module, "the count of " + name);
            } else if (member.extent() instanceof Extent.Field field) {
                require(field.at(), field.bits() / Byte.SIZE, bytes, "the count of " + name);
            }
            extents.requireUsable(member.extent(), name, function);
            Formulas.of(member.extent()).stream().flatMap(Formula::leaves).forEach(leaf -> {
                if (leaf instanceof Formula.Field field) {
                    require(field.at(), field.bits() / Byte.SIZE, bytes, "a number of " + name);
                }
            });
            check(member.members(), member.extent(), name, copied, depth + 1, function);
        }
    }

    /** What the runtime maps has no gaps, and a mapper function of the program's knows of none. */
    private void requireWhole(Extent extent, String what, String reason) {
        if (extent instanceof Extent.Section section
                && !extents.shape(section, what).isOnePiece()) {
            throw wrong(what + " is a section with gaps, or with strides that only the program knows" + reason
                    + " all of it, from its first element to its last");
        }
    }

    private static void require(long at, long size, OptionalLong bytes, String what) {
        if (bytes.isPresent() && (at > bytes.getAsLong() - size)) {
            throw wrong(what + " ends behind the structure, which has " + bytes.getAsLong() + " bytes");
        }
    }

    /** A function that the runtime calls knows no values of the function that the site is in. */
    private static void requireDescribed(List<Member> members, String what) {
        for (Member member : members) {
            String name = "member " + member.at() + " of " + what;
            boolean value = member.extent() instanceof Extent.Count count
                    ? !count.count().isConstantInteger()
                    : (member.extent() instanceof Extent.Section section
                                    && section.ranges().stream()
                                            .flatMap(Formulas::amounts)
                                            .anyMatch(Amount.Computed.class::isInstance))
                            || Formulas.of(member.extent()).stream()
                                    .flatMap(Formula::leaves)
                                    .anyMatch(MemberRules::isOfFunction);
            if (value) {
                throw wrong(
                        "the count of " + name + " is a value of the function, and there are many structures; give a"
                                + " constant, or where in the structure the count is");
            }
            requireDescribed(member.members(), name);
        }
    }

    private static boolean isOfFunction(Formula leaf) {
        return leaf instanceof Formula.Value value && !value.value().isConstantInteger();
    }

    /**
     * Checks that structures are copied to the device when they are mapped: pointers in them are changed there.
     *
     * @throws OffloadException naming the first that is not
     */
    static void requireFilled(Passing passing, String what) {
        if (passing instanceof Passing.Mapped mapped && mapped.reach() instanceof Reach.Members inside) {
            requireFilled(mapped.access(), inside.members(), what);
        }
    }

    private static void requireFilled(Access access, List<Member> members, String what) {
        if (!members.isEmpty() && !access.mapType().has(MapFlag.TO)) {
            throw wrong(what + " has members and is not copied to the device, where they are expected; map it 'to' or"
                    + " 'tofrom'");
        }
        for (Member member : members) {
            String name = "member " + member.at() + " of " + what;
            if (member.access().deletes()) {
                throw wrong(name + " is deleted where it is mapped; only an exit deletes");
            }
            requireFilled(member.access(), member.members(), name);
        }
    }

    /**
     * Checks what is done to members without calling anything.
     *
     * @throws OffloadException when the action does not know the direction or a modifier of one
     */
    static void check(DataAction action, List<Member> members, String what) {
        for (Member member : members) {
            String name = "member " + member.at() + " of " + what;
            DataRules.check(action, new Passing.Mapped(member.access(), member.modifiers(), member.extent()), name);
            check(action, member.members(), name);
        }
    }

    private static OffloadException wrong(String message) {
        return new OffloadException(Reason.ARGUMENT, message);
    }
}
