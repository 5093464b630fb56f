package io.github.offload4j.codegen.lower.call;

import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Opcode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The marks of a module. A function of the same name that has a body is the user's own, and none of ours. */
final class MarkCalls {
    private final Map<MarkFunction, IrFunction> declarations;
    private final Map<IrFunction, List<MarkCall>> byFunction = new LinkedHashMap<>();
    private final Map<IrInstruction, Integer> numbers = new HashMap<>();
    private final List<String> symbols = new ArrayList<>();
    private final List<MisplacedMark> misused = new ArrayList<>();

    private MarkCalls(Map<MarkFunction, IrFunction> declarations) {
        this.declarations = declarations;
    }

    /** Returns whether a module uses the function of a mark. */
    static boolean present(IrModule module) {
        return declarations(module).values().stream()
                .anyMatch(function -> !function.value().users().isEmpty());
    }

    static MarkCalls of(IrModule module) {
        MarkCalls marks = new MarkCalls(declarations(module));
        Set<IrFunction> around = new HashSet<>();
        for (IrFunction declaration : marks.declarations.values()) {
            for (IrValue user : declaration.value().users()) {
                Optional<IrInstruction> instruction = user.asInstruction();
                instruction.ifPresent(i -> around.add(i.function()));
                marks.requireCall(declaration, user, instruction);
            }
        }
        for (IrFunction function : module.functions()) {
            if (around.contains(function)) {
                marks.read(function);
            }
        }
        return marks;
    }

    private static Map<MarkFunction, IrFunction> declarations(IrModule module) {
        Map<MarkFunction, IrFunction> found = new EnumMap<>(MarkFunction.class);
        for (MarkFunction function : MarkFunction.values()) {
            module.findFunction(function.symbol())
                    .filter(IrFunction::isDeclaration)
                    .ifPresent(declared -> found.put(function, declared));
        }
        return found;
    }

    private void requireCall(IrFunction declaration, IrValue user, Optional<IrInstruction> instruction) {
        boolean called = instruction
                .filter(IrInstruction::isCall)
                .filter(call -> call.calledValue().equals(declaration.value()))
                .filter(call -> !call.arguments().contains(declaration.value()))
                .isPresent();
        if (!called) {
            misused.add(new MisplacedMark(
                    instruction.orElseGet(() -> new IrInstruction(user)),
                    "the address of '" + declaration.name() + "' is taken; a mark can only be called"));
        }
    }

    private void read(IrFunction function) {
        List<MarkCall> marks = new ArrayList<>();
        for (IrInstruction instruction : function.instructions()) {
            Optional<MarkFunction> mark = markOf(instruction);
            if (mark.isEmpty()) {
                continue;
            }
            numbers.put(instruction, numbers.size());
            symbols.add(mark.get().symbol());
            Optional<String> misfit = instruction.opcode() == Opcode.CALL_BRANCH
                    ? Optional.of(
                            "a callbr cannot be a mark; call '" + mark.get().symbol() + "'")
                    : mark.get().misfit(instruction);
            if (misfit.isPresent()) {
                misused.add(new MisplacedMark(instruction, misfit.get()));
            } else {
                marks.add(new MarkCall(mark.get(), instruction));
            }
        }
        if (!marks.isEmpty()) {
            byFunction.put(function, marks);
        }
    }

    private Optional<MarkFunction> markOf(IrInstruction instruction) {
        Optional<IrFunction> called = instruction.calledFunction();
        return called.flatMap(function -> MarkFunction.of(function.name()))
                .filter(mark -> Optional.ofNullable(declarations.get(mark)).equals(called));
    }

    /** Returns the marks of each function that has any, in the module's order. */
    Map<IrFunction, List<MarkCall>> byFunction() {
        return byFunction;
    }

    /** Returns the functions that are called to mark. */
    Set<IrFunction> functions() {
        return new HashSet<>(declarations.values());
    }

    /** Returns the place of each call of those functions among all of them, in the module's order. */
    Map<IrInstruction, Integer> numbers() {
        return numbers;
    }

    /** Returns what each of them calls. */
    List<String> symbols() {
        return symbols;
    }

    /** Returns what is wrong with uses of those functions. */
    List<MisplacedMark> misused() {
        return misused;
    }
}
