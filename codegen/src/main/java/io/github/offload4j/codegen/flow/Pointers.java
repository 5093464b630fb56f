package io.github.offload4j.codegen.flow;

import io.github.offload4j.codegen.flow.PointerOrigin.Kind;
import io.github.offload4j.codegen.ir.Address;
import io.github.offload4j.codegen.ir.AddressReader;
import io.github.offload4j.codegen.ir.Attributes;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrGlobal;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Opcode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Traces pointers of one function back to the objects that they point into. */
public final class Pointers {
    private static final int DEEPEST = 32;

    private final IrModule module;
    private final Values values;
    private final Numbers numbers;
    private final AddressReader addresses;
    private final Map<IrValue, Address> known = new HashMap<>();

    /** Traces the pointers of one function. */
    public Pointers(IrModule module, Values values) {
        this.module = module;
        this.values = values;
        this.numbers = new Numbers(module, values);
        this.addresses = new AddressReader(module.layout());
    }

    /** Returns where a pointer points: address arithmetic and copies through stack slots are seen through. */
    public Address address(IrValue pointer) {
        Address address = known.get(pointer);
        if (address == null) {
            address = compute(pointer);
            known.put(pointer, address);
        }
        return address;
    }

    private Address compute(IrValue pointer) {
        Address address = addresses.read(values.trace(pointer));
        for (int i = 0; i < DEEPEST; i++) {
            IrValue source = values.trace(address.base());
            if (source.equals(address.base())) {
                return address;
            }
            address = addresses.read(source).plus(address.offset());
        }
        return address;
    }

    /** Returns what a pointer points into. */
    public PointerOrigin origin(IrValue pointer) {
        Address address = address(pointer);
        IrValue object = address.base();
        if (object.isNullConstant()) {
            return new PointerOrigin(Kind.NOTHING, object, address.offset(), OptionalLong.empty());
        }
        if (object.isGlobalVariable()) {
            OptionalLong bytes = module.layout().bytes(new IrGlobal(object).contentType());
            // a variable of no size stands for one that is defined elsewhere, such as the end of a section
            boolean sized = bytes.isPresent() && bytes.getAsLong() > 0;
            return new PointerOrigin(Kind.GLOBAL, object, address.offset(), sized ? bytes : OptionalLong.empty());
        }
        return object.asInstruction()
                .flatMap(i -> origin(i, address.offset()))
                .orElse(new PointerOrigin(Kind.UNKNOWN, object, address.offset(), OptionalLong.empty()));
    }

    private Optional<PointerOrigin> origin(IrInstruction instruction, OptionalLong offset) {
        IrValue object = instruction.value();
        if (instruction.opcode() == Opcode.ALLOCA) {
            OptionalLong bytes = product(
                    module.layout().bytes(instruction.allocatedType()),
                    numbers.of(instruction.operand(0)).known());
            return Optional.of(new PointerOrigin(Kind.STACK, object, offset, bytes));
        }
        if (!instruction.isCall()) {
            return Optional.empty();
        }
        // a body in the module may return whatever it likes, unless its attributes say that it allocates
        Optional<Allocator> allocator = instruction
                .calledFunction()
                .filter(IrFunction::isDeclaration)
                .flatMap(callee -> Allocator.of(callee.name()));
        // other functions that return fresh memory may take it back as a whole, as arenas do
        if (allocator.isEmpty() && !Attributes.allocates(instruction)) {
            return Optional.empty();
        }
        List<Integer> sizes =
                allocator.map(Allocator::sizeArguments).orElseGet(() -> Attributes.allocationSize(instruction));
        Kind kind = allocator.filter(Allocator::isDevice).isPresent() ? Kind.DEVICE : Kind.HEAP;
        return Optional.of(new PointerOrigin(kind, object, offset, size(sizes, instruction)));
    }

    private OptionalLong size(List<Integer> sizeArguments, IrInstruction call) {
        List<IrValue> arguments = call.arguments();
        OptionalLong bytes = OptionalLong.of(1);
        for (int index : sizeArguments) {
            if (index >= arguments.size()) {
                return OptionalLong.empty();
            }
            bytes = product(bytes, numbers.of(arguments.get(index)).known());
        }
        return sizeArguments.isEmpty() ? OptionalLong.empty() : bytes;
    }

    private static OptionalLong product(OptionalLong first, OptionalLong second) {
        if (first.isEmpty() || second.isEmpty() || first.getAsLong() < 0 || second.getAsLong() < 0) {
            return OptionalLong.empty();
        }
        long high = Math.multiplyHigh(first.getAsLong(), second.getAsLong());
        long low = first.getAsLong() * second.getAsLong();
        return high == 0 && low >= 0 ? OptionalLong.of(low) : OptionalLong.empty();
    }
}
