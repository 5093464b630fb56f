package io.github.offload4j.codegen.flow;

import io.github.offload4j.codegen.helper.Helper;
import io.github.offload4j.codegen.ir.Address;
import io.github.offload4j.codegen.ir.AddressReader;
import io.github.offload4j.codegen.ir.ConstantFacts;
import io.github.offload4j.codegen.ir.ConstantReader;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Opcode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** What instructions write to memory: stores, copies and fills. */
final class Writes {
    private final IrModule module;
    private final StackContent memory;
    private final AddressReader addresses;
    private final ConstantReader constants;

    Writes(IrModule module, StackContent memory) {
        this.module = module;
        this.memory = memory;
        this.addresses = new AddressReader(module.layout());
        this.constants = new ConstantReader(module.layout());
    }

    /**
     * A write to one object.
     *
     * @param instruction what writes
     * @param object what it writes to
     * @param range the bytes of it, or nothing when they are not constant
     * @param stored the value, when it is a store
     */
    record Write(IrInstruction instruction, IrValue object, Optional<Range> range, Optional<IrValue> stored) {}

    /** Returns what an instruction writes, or nothing when it does not write to one place. */
    Optional<Write> read(IrInstruction instruction) {
        Opcode opcode = instruction.opcode();
        if (opcode == Opcode.STORE) {
            IrValue value = instruction.operand(0);
            return Optional.of(write(instruction, instruction.operand(1), memory.size(value), Optional.of(value)));
        }
        if (opcode == Opcode.ATOMIC_UPDATE || opcode == Opcode.ATOMIC_EXCHANGE) {
            IrValue value = instruction.operand(1);
            return Optional.of(write(instruction, instruction.operand(0), memory.size(value), Optional.empty()));
        }
        if (opcode == Opcode.CALL && (isCopy(instruction) || isFill(instruction))) {
            List<IrValue> arguments = instruction.arguments();
            return Optional.of(
                    write(instruction, arguments.get(0), arguments.get(2).constantInteger(), Optional.empty()));
        }
        return Optional.empty();
    }

    private Write write(IrInstruction instruction, IrValue pointer, OptionalLong bytes, Optional<IrValue> stored) {
        Address target = addresses.read(pointer);
        boolean known = target.offset().isPresent() && bytes.isPresent();
        return new Write(
                instruction,
                target.base(),
                known ? Optional.of(new Range(target.offset().getAsLong(), bytes.getAsLong())) : Optional.empty(),
                stored);
    }

    static boolean isCopy(IrInstruction call) {
        return isCallOf(call, "llvm.memcpy.") || isCallOf(call, "llvm.memmove.");
    }

    static boolean isFill(IrInstruction call) {
        return isCallOf(call, "llvm.memset.");
    }

    private static boolean isCallOf(IrInstruction call, String prefix) {
        return call.calledFunction()
                .filter(IrFunction::isIntrinsic)
                .filter(f -> f.name().startsWith(prefix))
                .isPresent();
    }

    /** Returns what a write leaves in a range of the object that it writes to, or nothing when it misses the range. */
    Optional<Content> content(Write write, Range wanted) {
        if (write.range().isEmpty()) {
            return Optional.of(Content.unknown());
        }
        Range written = write.range().get();
        if (!written.overlaps(wanted)) {
            return Optional.empty();
        }
        if (!written.contains(wanted)) {
            return Optional.of(Content.unknown());
        }
        Range part = new Range(wanted.offset() - written.offset(), wanted.bytes());
        IrInstruction instruction = write.instruction();
        if (write.stored().isPresent()) {
            return Optional.of(Content.of(part(write.stored().get(), part)));
        }
        if (instruction.opcode() != Opcode.CALL) {
            return Optional.of(Content.unknown());
        }
        return Optional.of(isFill(instruction) ? filled(instruction, part) : copied(instruction, part));
    }

    private Content filled(IrInstruction fill, Range part) {
        OptionalLong value = fill.arguments().get(1).constantInteger();
        if (value.isEmpty() || part.bytes() > Long.BYTES) {
            return Content.unknown();
        }
        long repeated = (value.getAsLong() & 0xFF) * 0x0101_0101_0101_0101L;
        return new Content.Scalar(module.context().constant((int) part.bytes() * Byte.SIZE, repeated));
    }

    private Content copied(IrInstruction copy, Range part) {
        Address source = addresses.read(copy.arguments().get(1));
        if (source.offset().isEmpty()) {
            return Content.unknown();
        }
        Range from = new Range(source.offset().getAsLong() + part.offset(), part.bytes());
        return memory.content(source.base(), from, copy);
    }

    /** Returns what a range of a global variable holds, if the variable never changes. */
    Content constant(IrValue global, Range range) {
        return ConstantReader.isConstant(global)
                ? Content.of(ConstantFacts.initialValue(global).flatMap(c -> part(c, range)))
                : Content.unknown();
    }

    private Optional<IrValue> part(IrValue whole, Range part) {
        if (isWhole(whole, part)) {
            return ConstantReader.elementCount(whole) == 0 ? Optional.of(whole) : constants.scalarAt(whole, 0);
        }
        OptionalLong number = ConstantReader.unsigned(whole);
        if (number.isPresent() && part.bytes() <= Long.BYTES) {
            // an optimizer has joined two stores; the targets of libomptarget are little-endian
            long shifted = number.getAsLong() >>> (part.offset() * Byte.SIZE);
            return Optional.of(module.context().constant((int) part.bytes() * Byte.SIZE, shifted));
        }
        Optional<IrInstruction> insertion = whole.asInstruction().filter(i -> i.opcode() == Opcode.INSERT_VALUE);
        if (insertion.isPresent()) {
            return inserted(insertion.get(), part);
        }
        return constants.scalarAt(whole, part.offset()).filter(scalar -> isWhole(scalar, new Range(0, part.bytes())));
    }

    private boolean isWhole(IrValue value, Range part) {
        OptionalLong size = memory.size(value);
        return part.offset() == 0 && size.isPresent() && size.getAsLong() == part.bytes();
    }

    /** Follows a chain of insertions into an array of scalars, the way sizes of a launch are put together. */
    private Optional<IrValue> inserted(IrInstruction insertion, Range part) {
        IrValue element = insertion.operand(1);
        OptionalLong step = module.layout().bytes(element.type());
        if (ConstantReader.elementCount(element) > 0 || step.isEmpty() || step.getAsLong() == 0) {
            return Optional.empty();
        }
        List<Integer> indices = insertion.indices();
        if (indices.size() != 1 || ConstantReader.elementCount(insertion.value()) == 0) {
            return Optional.empty();
        }
        boolean same = indices.get(0) * step.getAsLong() == part.offset() && step.getAsLong() == part.bytes();
        return same ? Optional.of(element) : part(insertion.operand(0), part);
    }

    /**
     * Returns the objects whose address an instruction hands to a function of the user's, after which nothing is known of
     * them any more.
     */
    Set<IrValue> handedOut(IrInstruction instruction) {
        if (!instruction.isCall() || isHarmless(instruction)) {
            return Set.of();
        }
        Set<IrValue> objects = new LinkedHashSet<>();
        for (IrValue argument : instruction.arguments()) {
            if (argument.type().isPointer()) {
                objects.add(addresses.read(argument).base());
            }
        }
        return objects;
    }

    private static boolean isHarmless(IrInstruction call) {
        return call.calledFunction()
                .filter(f -> f.isIntrinsic() || isRuntime(f))
                .isPresent();
    }

    private static boolean isRuntime(IrFunction function) {
        return function.name().startsWith("__tgt_") || Helper.of(function).isPresent();
    }
}
