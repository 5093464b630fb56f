package io.github.offload4j.codegen.transfer;

import io.github.offload4j.codegen.abi.RuntimeState;
import io.github.offload4j.codegen.abi.RuntimeState.Role;
import io.github.offload4j.codegen.flow.CodeFacts;
import io.github.offload4j.codegen.flow.FunctionFacts;
import io.github.offload4j.codegen.flow.PointerOrigin;
import io.github.offload4j.codegen.ir.Address;
import io.github.offload4j.codegen.ir.Attributes;
import io.github.offload4j.codegen.ir.CallEffects;
import io.github.offload4j.codegen.ir.ConstantReader;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Opcode;
import io.github.offload4j.codegen.ir.PointerFacts;
import io.github.offload4j.codegen.signature.Device;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Tells whether an instruction of a function needs the host's own copy of some data, or leaves the function unseen. */
final class HostAccess {
    private final IrModule module;
    private final FunctionFacts facts;
    private final CodeFacts code;
    private final RuntimeCalls runtime;
    private final OrderedCalls ordered;
    private final OwnMemory own;
    private final CallSites held;
    private final boolean mayThrow;
    private final boolean mayJump;
    private final boolean setsDevice;
    private final Map<MappedData, Address> places = new HashMap<>();

    HostAccess(IrModule module, FunctionFacts facts, HostCode host, OwnMemory own, CallSites held) {
        this.module = module;
        this.facts = facts;
        this.code = host.code();
        this.runtime = host.runtime();
        this.ordered = host.ordered();
        this.own = own;
        this.held = held;
        this.mayThrow = !Attributes.onFunction(facts.function(), "nounwind");
        this.mayJump = host.mayJump();
        this.setsDevice = host.setsDevice();
    }

    /** Returns whether an instruction can matter to any data; those that fill the tables of sites do not. */
    boolean isRelevant(IrInstruction instruction) {
        return switch (instruction.opcode()) {
            case LOAD -> instruction.isOrdered() || !isOfTable(instruction.operand(0));
            case STORE -> instruction.isOrdered() || !isOfTable(instruction.operand(1));
            case ATOMIC_UPDATE, ATOMIC_EXCHANGE, FENCE, VARIADIC_ARGUMENT -> true;
            case CALL, INVOKE, CALL_BRANCH -> !own.isOwn(instruction);
            default -> false;
        };
    }

    private boolean isOfTable(IrValue pointer) {
        return own.isArray(facts.pointers().address(pointer).base());
    }

    /** Returns why an instruction keeps data from staying on the device, as a verb with its subject, or nothing. */
    Optional<String> blocks(IrInstruction instruction, MappedData data) {
        return switch (instruction.opcode()) {
            case LOAD -> firstOf(ordered(instruction, data), reads(instruction.operand(0), instruction.value(), data));
            case STORE ->
                firstOf(ordered(instruction, data), writes(instruction.operand(1), instruction.operand(0), data));
            case ATOMIC_UPDATE, ATOMIC_EXCHANGE ->
                firstOf(ordered(instruction, data), writes(instruction.operand(0), instruction.operand(1), data));
            case FENCE -> ordered(instruction, data);
            case VARIADIC_ARGUMENT -> Optional.of("the host takes a variable argument");
            case CALL, INVOKE, CALL_BRANCH -> called(instruction, data);
            default -> Optional.empty();
        };
    }

    private static Optional<String> firstOf(Optional<String> first, Optional<String> second) {
        return first.isPresent() ? first : second;
    }

    private static Optional<String> ordered(IrInstruction instruction, MappedData data) {
        return instruction.isOrdered() && !data.pointers().isPrivate()
                ? Optional.of("the host synchronizes with other threads")
                : Optional.empty();
    }

    private Optional<String> reads(IrValue pointer, IrValue value, MappedData data) {
        boolean matters = data.isWritten() && mayTouch(pointer, module.layout().bytes(value.type()), data);
        // a constant variable is not what a device writes to
        boolean constant =
                ConstantReader.isConstant(facts.pointers().address(pointer).base());
        return matters && !constant ? Optional.of("the host may read it") : Optional.empty();
    }

    private Optional<String> writes(IrValue pointer, IrValue value, MappedData data) {
        return mayTouch(pointer, module.layout().bytes(value.type()), data)
                ? Optional.of("the host may write it")
                : Optional.empty();
    }

    /** Returns whether two data may share a byte; one of no bytes has its address, by which the runtime looks. */
    boolean mayOverlap(MappedData first, MappedData second) {
        boolean touching =
                mayTouch(first.pointer(), first.bytes(), second) && mayTouch(second.pointer(), second.bytes(), first);
        return touching || areApartByPromise(first, second);
    }

    /**
     * Returns whether only {@code noalias} tells two data apart of which the program never touches one: it speaks of
     * accesses, and the runtime goes by addresses.
     */
    private boolean areApartByPromise(MappedData first, MappedData second) {
        IrValue one = base(first);
        IrValue other = base(second);
        boolean promised = PointerFacts.isExclusive(one) || PointerFacts.isExclusive(other);
        return promised
                && !one.equals(other)
                && (first.isScratch() || second.isScratch())
                && !isObject(facts.pointers().origin(one).kind())
                && !isObject(facts.pointers().origin(other).kind());
    }

    private IrValue base(MappedData data) {
        return places.computeIfAbsent(data, d -> facts.pointers().address(d.pointer()))
                .base();
    }

    /**
     * Returns whether bytes at a pointer may be among some data.
     *
     * @param bytes how many; nothing when that is not known
     */
    boolean mayTouch(IrValue pointer, OptionalLong bytes, MappedData data) {
        Address address = facts.pointers().address(pointer);
        Address place = places.computeIfAbsent(data, d -> facts.pointers().address(d.pointer()));
        if (address.base().equals(place.base())) {
            return !isBefore(address, bytes, place) && !isBefore(place, data.bytes(), address);
        }
        if (data.pointers().contains(address.base()) || data.pointers().contains(pointer)) {
            return true;
        }
        if (own.isSlot(address.base()) || data.pointers().isPrivate()) {
            return false;
        }
        PointerOrigin.Kind kind = facts.pointers().origin(address.base()).kind();
        PointerOrigin.Kind other = facts.pointers().origin(place.base()).kind();
        if (isObject(kind) && isObject(other)) {
            return false;
        }
        return PointerFacts.originOf(address.base()).mayOverlap(PointerFacts.originOf(place.base()));
    }

    private static boolean isObject(PointerOrigin.Kind kind) {
        return kind == PointerOrigin.Kind.STACK || kind == PointerOrigin.Kind.HEAP;
    }

    /** Returns whether the first range ends before the second begins. */
    private static boolean isBefore(Address first, OptionalLong bytes, Address second) {
        if (bytes.isEmpty() || first.offset().isEmpty() || second.offset().isEmpty()) {
            return false;
        }
        long from = first.offset().getAsLong();
        long distance = second.offset().getAsLong() - from;
        boolean wraps = second.offset().getAsLong() > from != distance > 0;
        return !wraps && distance >= Math.max(bytes.getAsLong(), 1) && bytes.getAsLong() >= 0;
    }

    /** Returns whether code that gets a pointer may get from it to some data: to all of the object that it points into. */
    private boolean mayReach(IrValue pointer, MappedData data) {
        IrValue reached = facts.pointers().address(pointer).base();
        return reached.equals(base(data)) || mayTouch(pointer, OptionalLong.empty(), data);
    }

    private Optional<String> called(IrInstruction call, MappedData data) {
        if (own.isOwn(call)) {
            return Optional.empty();
        }
        CallEffects effects = code.effects(call);
        String callee = call.calledFunction()
                .map(f -> "'" + f.name() + "'")
                .orElse(call.calledValue().isInlineAssembly() ? "inline assembly" : "a computed function");
        if (call.calledFunction().filter(IrFunction::isIntrinsic).isPresent()) {
            return intrinsic(call, call.calledFunction().get().name(), effects, data);
        }
        Optional<String> touched =
                firstOf(touches(call, effects, callee, data), changesRuntime(call, effects, callee, data));
        if (touched.isPresent()) {
            return touched;
        }
        if (!data.pointers().isPrivate() && ordered.in(call)) {
            return Optional.of(callee + " may synchronize with other threads");
        }
        if (effects.throwing() && mayThrow && call.opcode() != Opcode.INVOKE) {
            return Optional.of(callee + " may throw an exception out of the function; say nounwind if it does not");
        }
        return effects.writesOther() && mayJump
                ? Optional.of(callee + " may leave the function by longjmp")
                : Optional.empty();
    }

    /** Whatever a declaration says of memory, a call may ask what is mapped, map it otherwise, or choose another device. */
    private Optional<String> changesRuntime(IrInstruction call, CallEffects effects, String callee, MappedData data) {
        if (held.contains(call)) {
            return Optional.empty(); // it maps what the site around it maps, and nothing of its callers' otherwise
        }
        Set<Role> roles = runtime.of(call);
        if (roles.contains(Role.MAPPINGS) && mayMean(call, data)) {
            return Optional.of(callee + " may ask for what is mapped, or change it");
        }
        boolean fixed = data.occurrences().get(0).site().device() instanceof Device.Numbered;
        boolean unknown = effects.writesOther() || (effects.writesInaccessible() && !isAllocation(call));
        return !fixed && (roles.contains(Role.DEFAULT_DEVICE) || (setsDevice && unknown))
                ? Optional.of(callee + " may change the default device")
                : Optional.empty();
    }

    /** Returns whether a call that reaches the runtime may speak of some data there. */
    private boolean mayMean(IrInstruction call, MappedData data) {
        boolean direct = call.calledFunction()
                .filter(f -> RuntimeState.of(f.name()) != Role.NONE)
                .filter(f -> !own.isDeep(call))
                .isPresent();
        return direct
                || !data.pointers().isHidden()
                || call.arguments().stream()
                        .anyMatch(argument -> argument.type().isPointer() && mayReach(argument, data));
    }

    private static boolean isAllocation(IrInstruction call) {
        return call.calledFunction()
                .filter(f -> Attributes.onFunction(f, "allockind"))
                .isPresent();
    }

    private Optional<String> intrinsic(IrInstruction call, String name, CallEffects effects, MappedData data) {
        if (name.equals("llvm.stackrestore.p0") && data.pointers().isVariable()) {
            return Optional.of("the variable's life ends");
        }
        if (!effects.touchesMemory() || isMarker(name)) {
            return Optional.empty();
        }
        if (name.startsWith("llvm.lifetime.")) {
            List<IrValue> arguments = call.arguments();
            return mayReach(arguments.get(arguments.size() - 1), data)
                    ? Optional.of("the variable's life begins or ends")
                    : Optional.empty();
        }
        return touches(call, effects, "'" + name + "'", data);
    }

    private static boolean isMarker(String name) {
        return name.startsWith("llvm.dbg.")
                || name.startsWith("llvm.assume")
                || name.startsWith("llvm.experimental.noalias.scope.decl");
    }

    private Optional<String> touches(IrInstruction call, CallEffects effects, String callee, MappedData data) {
        List<IrValue> arguments = call.arguments();
        boolean forwards = goesForwards(call);
        for (int i = 0; i < arguments.size(); i++) {
            IrValue argument = arguments.get(i);
            if (!argument.type().isPointer()
                    || code.argumentIs(call, i, "readnone")
                    || !(forwards ? mayTouch(argument, length(call), data) : mayReach(argument, data))) {
                continue;
            }
            boolean reads = effects.readsArguments() && !code.argumentIs(call, i, "writeonly");
            boolean writes = effects.writesArguments() && !code.argumentIs(call, i, "readonly");
            if (writes || (reads && data.isWritten())) {
                return Optional.of(callee + (writes ? " may write it" : " may read it"));
            }
        }
        boolean reads = effects.readsOther() && data.isWritten();
        if ((reads || effects.writesOther()) && !data.pointers().isPrivate()) {
            return Optional.of(callee + (effects.writesOther() ? " may write it" : " may read it"));
        }
        return Optional.empty();
    }

    /** Returns whether a call touches what begins at its arguments and nothing in front of them. */
    private static boolean goesForwards(IrInstruction call) {
        return call.calledFunction()
                .filter(f -> f.isIntrinsic() && f.name().startsWith("llvm.mem"))
                .isPresent();
    }

    private static OptionalLong length(IrInstruction copyOrFill) {
        return copyOrFill.arguments().get(2).constantInteger();
    }
}
