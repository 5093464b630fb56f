package io.github.offload4j.codegen;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.Argument;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.codegen.signature.MapModifier;
import io.github.offload4j.codegen.signature.Member;
import io.github.offload4j.codegen.signature.Parameter;
import io.github.offload4j.codegen.signature.Passing;
import io.github.offload4j.codegen.signature.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/**
 * Collects arguments in the order of the callee's parameters. An argument takes the name of its LLVM value unless
 * {@link #named} gives it another.
 *
 * @param <B> the builder itself
 */
public abstract class ArgumentsBuilder<B extends ArgumentsBuilder<B>> {
    private final List<Argument> arguments = new ArrayList<>();

    ArgumentsBuilder() {}

    abstract B self();

    List<Argument> arguments() {
        return List.copyOf(arguments);
    }

    /**
     * Adds a pointer whose bytes are mapped; the callee gets the device address.
     *
     * @param pointer a pointer of the host
     * @param access the direction
     * @param extent how many bytes
     * @throws NullPointerException when an argument is null
     */
    public B map(LLVMValueRef pointer, Access access, Extent extent) {
        return map(pointer, access, extent, Set.of());
    }

    /**
     * Adds a pointer whose bytes are mapped, with modifiers.
     *
     * @param pointer a pointer of the host
     * @param access the direction
     * @param extent how many bytes
     * @param modifiers what else to tell the runtime
     * @throws NullPointerException when an argument is null
     * @throws OffloadException when {@code always} stands on an argument that is never copied
     */
    public B map(LLVMValueRef pointer, Access access, Extent extent, Set<MapModifier> modifiers) {
        return add(pointer, "pointer", new Passing.Mapped(access, modifiers, extent));
    }

    /**
     * Has what a pointer inside of the mapped argument added last points to travel too. Where the argument's extent is a
     * count of elements, each element has such a pointer, and counts stand in the elements ({@link Extent#field}).
     *
     * @throws NullPointerException when the argument is null
     * @throws OffloadException when the argument added last is not mapped, or has a mapper function
     */
    public B member(Member member) {
        Objects.requireNonNull(member, "member is null");
        return reach("a member", mapped -> {
            if (mapped.reach() instanceof Reach.Mapper) {
                throw new OffloadException(Reason.STATE, "a mapper function maps the argument already");
            }
            List<Member> members =
                    new ArrayList<>(mapped.reach() instanceof Reach.Members known ? known.members() : List.of());
            members.add(member);
            return new Reach.Members(members);
        });
    }

    /**
     * Has a function of the program tell the runtime what of the mapped argument added last travels, as OpenMP's {@code
     * declare mapper} does.
     *
     * @param function {@code void (ptr handle, ptr base, ptr begin, i64 size, i64 type, ptr name)}
     * @throws NullPointerException when the argument is null
     * @throws OffloadException when it is no function, or the argument added last is not mapped, or has members
     */
    public B mapper(LLVMValueRef function) {
        IrFunction mapper = IrFunction.of(function, "function");
        return reach("a mapper function", mapped -> {
            if (!(mapped.reach() instanceof Reach.Flat)) {
                throw new OffloadException(Reason.STATE, "something else travels with the argument already");
            }
            return new Reach.Mapper(mapper);
        });
    }

    private B reach(String what, Function<Passing.Mapped, Reach> reach) {
        int last = arguments.size() - 1;
        if (last < 0 || !(arguments.get(last).passing() instanceof Passing.Mapped mapped)) {
            throw new OffloadException(Reason.STATE, what + " belongs to a mapped argument; map one first");
        }
        Argument argument = arguments.get(last);
        Passing deep = mapped.with(reach.apply(mapped));
        arguments.set(
                last,
                new Argument(
                        argument.value(), new Parameter(argument.parameter().name(), deep)));
        return self();
    }

    /**
     * Adds a slice, which is two arguments: a pointer whose bytes are mapped, and its length in elements by value.
     *
     * @param pointer a pointer of the host
     * @param length an integer of at most 64 bits
     * @param access the direction
     * @param element the element type in LLVM's spelling
     * @throws NullPointerException when an argument is null
     */
    public B slice(LLVMValueRef pointer, LLVMValueRef length, Access access, String element) {
        return map(pointer, access, Extent.count(length, element)).value(length);
    }

    /**
     * Adds a value that is no pointer; the callee gets it. A kernel takes numbers, and structures, arrays and vectors of
     * up to 4096 bytes; a host function whatever it declares, except pointers.
     *
     * @throws NullPointerException when the argument is null
     */
    public B value(LLVMValueRef scalar) {
        return add(scalar, "scalar", Passing.VALUE);
    }

    /**
     * Adds an object that a kernel takes by value although its address is passed, as C's compilers pass large structures
     * ({@code byval}).
     *
     * @param pointer a pointer of the host
     * @param extent the object's size, which is known now
     * @throws NullPointerException when an argument is null
     * @throws OffloadException when only the program knows the size
     */
    public B copy(LLVMValueRef pointer, Extent extent) {
        return add(pointer, "pointer", new Passing.Copied(extent));
    }

    /**
     * Adds a pointer that the callee gets as it is, in host mode only unless it is null.
     *
     * @throws NullPointerException when the argument is null
     */
    public B hostPointer(LLVMValueRef pointer) {
        return add(pointer, "pointer", Passing.HOST_POINTER);
    }

    /**
     * Adds a pointer to memory that is on the device already.
     *
     * @throws NullPointerException when the argument is null
     */
    public B devicePointer(LLVMValueRef pointer) {
        return add(pointer, "pointer", Passing.DEVICE_POINTER);
    }

    /**
     * Names the argument added last, in messages and in the runtime's reports.
     *
     * @throws OffloadException when there is none
     */
    public B named(String name) {
        Objects.requireNonNull(name, "name is null");
        if (arguments.isEmpty()) {
            throw new OffloadException(Reason.STATE, "there is no argument to name yet");
        }
        int last = arguments.size() - 1;
        Argument argument = arguments.get(last);
        arguments.set(last, new Argument(argument.value(), new Parameter(name, argument.passing())));
        return self();
    }

    private B add(LLVMValueRef ref, String what, Passing passing) {
        IrValue value = IrValue.of(ref, what);
        arguments.add(new Argument(value, new Parameter(value.name(), passing)));
        return self();
    }
}
