package io.github.offload4j.codegen.analysis.site;

import io.github.offload4j.codegen.abi.MapFlag;
import io.github.offload4j.codegen.abi.RuntimeFunction;
import io.github.offload4j.codegen.flow.FunctionFacts;
import io.github.offload4j.codegen.flow.PointerUse;
import io.github.offload4j.codegen.helper.Helper;
import io.github.offload4j.codegen.helper.Substitute;
import io.github.offload4j.codegen.ir.Address;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Opcode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds the device addresses that a function gets from a begin call, and the calls that it hands them to. */
final class DevicePointerFinder {
    private static final int ELEMENT_BYTES = 8;
    private static final int BASES = 3;

    private final FunctionFacts facts;

    /** The function's loads, by the object that they load from. */
    private final Map<IrValue, List<IrInstruction>> loads = new HashMap<>();

    private final List<IrInstruction> queries = new ArrayList<>();

    DevicePointerFinder(FunctionFacts facts) {
        this.facts = facts;
        for (IrInstruction instruction : facts.flow().instructions()) {
            if (instruction.opcode() == Opcode.LOAD) {
                IrValue object =
                        facts.pointers().address(instruction.operand(0)).base();
                loads.computeIfAbsent(object, o -> new ArrayList<>()).add(instruction);
            } else if (isQuery(instruction)) {
                queries.add(instruction);
            }
        }
    }

    /** Returns the values that hold device addresses of a begin call's entries. */
    List<DevicePointer> pointers(RuntimeCall begin) {
        List<DevicePointer> found = new ArrayList<>();
        Address bases = facts.pointers().address(begin.instruction().arguments().get(BASES));
        for (IrInstruction load : loads.getOrDefault(bases.base(), List.of())) {
            returned(load, bases, begin).ifPresent(found::add);
        }
        for (IrInstruction query : queries) {
            queried(query, begin).ifPresent(found::add);
        }
        return found;
    }

    private static boolean isQuery(IrInstruction instruction) {
        return instruction
                .calledFunction()
                .filter(f -> f.name().equals(RuntimeFunction.MAPPED_POINTER.symbol()))
                // a module may declare it otherwise than the runtime has it
                .filter(f -> instruction.arguments().stream()
                        .limit(1)
                        .anyMatch(a -> a.type().isPointer()))
                .isPresent();
    }

    /** A begin call leaves the device address of an entry with RETURN_PARAM in the base array. */
    private Optional<DevicePointer> returned(IrInstruction load, Address bases, RuntimeCall begin) {
        Address address = facts.pointers().address(load.operand(0));
        boolean fromBases = load.value().type().isPointer()
                && address.base().equals(bases.base())
                && address.offset().isPresent()
                && bases.offset().isPresent()
                && facts.flow().reaches(begin.instruction(), load);
        if (!fromBases) {
            return Optional.empty();
        }
        long distance = address.offset().getAsLong() - bases.offset().getAsLong();
        int entry = (int) (distance / ELEMENT_BYTES);
        boolean isEntry = distance >= 0
                && distance % ELEMENT_BYTES == 0
                && entry < begin.entries().size()
                && begin.entries().get(entry).has(MapFlag.RETURN_PARAM);
        return isEntry ? Optional.of(new DevicePointer(entry, load.value())) : Optional.empty();
    }

    private Optional<DevicePointer> queried(IrInstruction query, RuntimeCall begin) {
        if (!facts.flow().reaches(begin.instruction(), query)) {
            return Optional.empty();
        }
        Address host = facts.pointers().address(query.arguments().get(0));
        for (int i = 0; i < begin.entries().size(); i++) {
            Optional<Address> mapped = begin.entries().get(i).pointer().map(facts.pointers()::address);
            if (mapped.filter(host::equals).isPresent()) {
                return Optional.of(new DevicePointer(i, orHostPointer(query, host)));
            }
        }
        return Optional.empty();
    }

    /** Where nothing is mapped the answer is null, and programs then take the host address. */
    private IrValue orHostPointer(IrInstruction query, Address host) {
        return query.value().users().stream()
                .flatMap(user -> user.asInstruction().stream())
                .filter(user -> user.opcode() == Opcode.SELECT)
                .filter(choice -> choice.operands().stream()
                        .filter(operand -> operand.type().isPointer() && !operand.equals(query.value()))
                        .allMatch(operand -> facts.pointers().address(operand).equals(host)))
                .map(IrInstruction::value)
                .findFirst()
                .orElse(query.value());
    }

    /** Returns the calls that get device addresses as arguments, in the order of the program text. */
    List<HostCall> calls(List<DevicePointer> pointers) {
        Map<IrInstruction, SortedMap<Integer, Integer>> found = new LinkedHashMap<>();
        for (DevicePointer pointer : pointers) {
            for (PointerUse use : facts.uses().of(pointer.value())) {
                if (use.instruction().isCall() && !isOurs(use.instruction())) {
                    List<IrValue> arguments = use.instruction().arguments();
                    for (int i = 0; i < arguments.size(); i++) {
                        if (arguments.get(i).equals(use.pointer())) {
                            found.computeIfAbsent(use.instruction(), c -> new TreeMap<>())
                                    .put(i, pointer.entry());
                        }
                    }
                }
            }
        }
        if (found.isEmpty()) {
            return List.of();
        }
        return facts.flow().instructions().stream()
                .filter(found::containsKey)
                .map(call -> new HostCall(call, Substitute.calledBy(call), found.getOrDefault(call, new TreeMap<>())))
                .toList();
    }

    private static boolean isOurs(IrInstruction call) {
        return call.calledFunction()
                .filter(f -> f.isIntrinsic() || isRuntime(f))
                .isPresent();
    }

    private static boolean isRuntime(IrFunction function) {
        return function.name().startsWith("__tgt_") || Helper.of(function).isPresent();
    }
}
