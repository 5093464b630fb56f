package io.github.offload4j.codegen.lower.call;

import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Opcode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The marks of a module. A function of the same name that has a body is the user's own, and none of ours. */
final class MarkCalls {
    private final Set<IrFunction> declarations;
    private final Map<IrFunction, List<MarkCall>> byFunction = new LinkedHashMap<>();
    private final Map<IrInstruction, Integer> numbers = new HashMap<>();
    private final List<String> symbols = new ArrayList<>();
    private final List<MisplacedMark> misused = new ArrayList<>();

    private MarkCalls(Set<IrFunction> declarations) {
        this.declarations = declarations;
    }

    /** Returns whether a module uses the function of a mark. */
    static boolean present(IrModule module) {
        return declarations(module).stream()
                .anyMatch(function -> !function.value().users().isEmpty());
    }

    static MarkCalls of(IrModule module) {
        MarkCalls marks = new MarkCalls(declarations(module));
        Set<IrFunction> around = new HashSet<>();
        for (IrFunction declaration : marks.declarations) {
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

    private static Set<IrFunction> declarations(IrModule module) {
        return Arrays.stream(MarkFunction.values())
                .flatMap(function -> function.symbols().stream())
                .flatMap(symbol -> module.findFunction(symbol).stream())
                .filter(IrFunction::isDeclaration)
                .collect(Collectors.toCollection(LinkedHashSet::new));
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
            symbols.add(instruction.calledFunction().orElseThrow().name());
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
        return instruction
                .calledFunction()
                .filter(declarations::contains)
                .flatMap(function -> MarkFunction.of(function.name()));
    }

    /** Returns the marks of each function that has any, in the module's order. */
    Map<IrFunction, List<MarkCall>> byFunction() {
        return byFunction;
    }

    /** Returns the functions that are called to mark. */
    Set<IrFunction> functions() {
        return Set.copyOf(declarations);
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
