package io.github.offload4j.codegen.emit.site;

import io.github.offload4j.codegen.abi.RuntimeConstants;
import io.github.offload4j.codegen.diagnostic.ArgumentLabel;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Ownership;
import io.github.offload4j.codegen.ir.PointerFacts;
import io.github.offload4j.codegen.signature.Argument;
import io.github.offload4j.codegen.signature.DataAction;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.codegen.signature.Formula;
import io.github.offload4j.codegen.signature.Passing;
import io.github.offload4j.codegen.signature.Reach;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** What must hold of the arguments of a site before anything is emitted for it. */
final class ArgumentRules {
    private final IrModule module;
    private final Extents extents;
    private final Restrictions restrictions;
    private final MemberRules members;

    ArgumentRules(IrModule module, Extents extents, Restrictions restrictions) {
        this.module = module;
        this.extents = extents;
        this.restrictions = restrictions;
        this.members = new MemberRules(module, extents);
    }

    /** Returns what messages and reports call an argument of a site. */
    static ArgumentLabel label(List<Argument> arguments, int index) {
        return new ArgumentLabel(arguments.get(index).parameter().name(), index + 1);
    }

    private static void each(List<Argument> arguments, BiConsumer<Argument, String> rules) {
        for (int i = 0; i < arguments.size(); i++) {
            Argument argument = arguments.get(i);
            ArgumentLabel label = label(arguments, i);
            label.subject().run(() -> rules.accept(argument, label.inMessage()));
        }
    }

    /**
     * Checks arguments for a kernel.
     *
     * @param function where the site stands
     * @throws OffloadException naming the first argument that breaks a rule
     */
    void checkForKernel(List<Argument> arguments, IrFunction function) {
        each(arguments, (argument, what) -> {
            check(argument, what, false, function);
            requireKept(argument, what);
            requireOnePiece(argument, what);
            MemberRules.requireFilled(argument.passing(), what);
            switch (argument.passing().kind()) {
                case MAPPED -> {}
                case VALUE -> requireValue(argument, what);
                case COPIED -> requireCopied(argument, what);
                case HOST_POINTER -> requireNothing(argument.value(), what);
                case DEVICE_POINTER -> restrictions.checkArgument(what + " is a device pointer");
            }
        });
        requireEqualModifiers(arguments);
    }

    /**
     * Checks arguments for a host function.
     *
     * @param function where the site stands
     * @throws OffloadException naming the first argument that breaks a rule
     */
    void checkForHost(List<Argument> arguments, IrFunction function) {
        each(arguments, (argument, what) -> {
            check(argument, what, false, function);
            requireKept(argument, what);
            requireOnePiece(argument, what);
            MemberRules.requireFilled(argument.passing(), what);
            if (argument.passing().kind() == Passing.Kind.COPIED) {
                throw new OffloadException(
                        Reason.ARGUMENT,
                        what + " is a copy for a kernel; a host function gets the address: pass it as a host pointer");
            }
        });
        requireEqualModifiers(arguments);
    }

    /**
     * Checks arguments of what is done to data without calling anything.
     *
     * @param function where it stands
     * @throws OffloadException naming the first argument that breaks a rule
     */
    void checkForData(DataAction action, List<Argument> arguments, IrFunction function) {
        if (arguments.isEmpty()) {
            throw new OffloadException(
                    Reason.ARGUMENT, "an " + action.noun() + " of nothing; map at least one pointer");
        }
        each(arguments, (argument, what) -> {
            if (!(argument.passing() instanceof Passing.Mapped mapped)) {
                throw new OffloadException(
                        Reason.ARGUMENT,
                        what + " is not mapped, and an " + action.noun() + " " + action.verb() + "; map it "
                                + DataRules.choices(action));
            }
            check(argument, what, action == DataAction.UPDATE, function);
            DataRules.check(action, mapped, what);
            if (action != DataAction.UPDATE) {
                requireOnePiece(argument, what);
            }
            if (mapped.reach() instanceof Reach.Members inside) {
                MemberRules.check(action, inside.members(), what);
            }
            if (action == DataAction.ENTER) {
                MemberRules.requireFilled(mapped, what);
            }
        });
        if (action != DataAction.UPDATE) {
            requireEqualModifiers(arguments);
        }
    }

    private static void requireEqualModifiers(List<Argument> arguments) {
        Map<IrValue, Integer> first = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i).passing() instanceof Passing.Mapped mapped) {
                Integer alias = first.putIfAbsent(arguments.get(i).value(), i);
                if (alias != null
                        && arguments.get(alias).passing() instanceof Passing.Mapped other
                        && !mapped.modifiers().equals(other.modifiers())) {
                    throw new OffloadException(
                                    Reason.ARGUMENT,
                                    label(arguments, alias).inMessage() + " and "
                                            + label(arguments, i).inMessage()
                                            + " are the same pointer with different modifiers; map it once")
                            .about(label(arguments, i).subject());
                }
            }
        }
    }

    private void check(Argument argument, String what, boolean copied, IrFunction function) {
        Ownership.requireUsable(argument.value(), function, module, what);
        boolean pointer = argument.value().type().isPointer();
        if (argument.passing().kind() == Passing.Kind.VALUE) {
            if (pointer) {
                throw new OffloadException(
                        Reason.ARGUMENT,
                        what + " is a pointer passed by value; map it, or say that it is a host or a device pointer");
            }
        } else if (!pointer) {
            throw new OffloadException(
                    Reason.ARGUMENT,
                    what + " is " + argument.value().type()
                            + "; only a pointer of address space 0 can be mapped or passed as a pointer");
        }
        if (argument.passing() instanceof Passing.Copied value) {
            extents.check(value.extent(), what);
        }
        if (argument.passing() instanceof Passing.Mapped mapped) {
            extents.check(mapped.extent(), what);
            if (mapped.extent() instanceof Extent.Count count) {
                Ownership.requireUsable(count.count(), function, module, "the count of " + what);
            }
            if (mapped.extent() instanceof Extent.Section) {
                restrictions.checkArgument(what + " is a section");
            }
            extents.requireUsable(mapped.extent(), what, function);
            requireOutside(mapped.extent(), what);
            if (!mapped.modifiers().isEmpty()) {
                restrictions.checkArgument(what + " has map modifiers");
            }
            if (!(mapped.reach() instanceof Reach.Flat)) {
                restrictions.checkArgument(what + " has members");
                members.check(mapped, what, copied, function);
            }
        }
    }

    /** An argument is in no structure. */
    private void requireOutside(Extent extent, String what) {
        if (Formulas.mayStop(extent)) {
            restrictions.checkArgument(what + " has a count that is computed");
        }
        boolean inside = extent instanceof Extent.Field
                || Formulas.of(extent).stream().flatMap(Formula::leaves).anyMatch(Formula.Field.class::isInstance);
        if (inside) {
            throw new OffloadException(
                    Reason.ARGUMENT,
                    "the count of " + what + " stands in a structure, and only members have one around them");
        }
    }

    private static void requireKept(Argument argument, String what) {
        if (argument.passing() instanceof Passing.Mapped mapped
                && mapped.access().deletes()) {
            throw new OffloadException(
                    Reason.ARGUMENT, what + " is to be deleted, which only an exit does; map it another way");
        }
    }

    /** What the runtime maps has no gaps. */
    private void requireOnePiece(Argument argument, String what) {
        if (argument.passing() instanceof Passing.Mapped mapped
                && mapped.extent() instanceof Extent.Section section
                && !extents.shape(section, what).isOnePiece()) {
            throw new OffloadException(
                    Reason.ARGUMENT,
                    what + " is a section with gaps, or with strides that only the program knows, which can be updated"
                            + " only; map all of it, from its first element to its last");
        }
    }

    /** Null is the same on the host and on every device. */
    private void requireNothing(IrValue pointer, String what) {
        if (!PointerFacts.pointsNowhere(pointer)) {
            throw new OffloadException(
                    Reason.ARGUMENT,
                    what + " is an untouched host pointer, which a kernel cannot follow; map it, or pass a device"
                            + " pointer");
        }
        restrictions.checkArgument(what + " is a pointer that is not mapped");
    }

    private void requireValue(Argument argument, String what) {
        IrType type = argument.value().type();
        if (type.scalarBits() > 0) {
            return;
        }
        if (!type.isData()) {
            throw new OffloadException(
                    Reason.ARGUMENT,
                    what + " is " + type + ", which no device has by value; store it to memory and map that");
        }
        requireCopied(argument, what);
    }

    private void requireCopied(Argument argument, String what) {
        restrictions.checkArgument(what + " is passed by value in more than one piece");
        long bytes = ValueWords.bytes(argument, extents, what);
        if (bytes == 0) {
            throw new OffloadException(Reason.ARGUMENT, what + " is a value without any bytes; leave it out");
        }
        if (bytes > RuntimeConstants.MOST_VALUE_BYTES) {
            throw new OffloadException(
                    Reason.ARGUMENT,
                    what + " has " + bytes + " bytes; up to " + RuntimeConstants.MOST_VALUE_BYTES
                            + " are passed by value: map it instead");
        }
    }
}
