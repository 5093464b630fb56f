package io.github.offload4j.runtime.jit;

import io.github.offload4j.codegen.abi.RuntimeFunction;
import io.github.offload4j.codegen.ir.Attributes;
import io.github.offload4j.codegen.ir.IrBlock;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrModule;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Functions without loops that call the runtime: a call takes it longer than all of their own instructions take a processor,
 * each of which they come to once. LLVM compiles them four times as fast when it is not to optimise them.
 */
final class StraightCode {
    private static final String HELPERS = ".offload_";

    /** What LLVM takes for a contradiction. */
    private static final List<String> OTHER_WISHES = List.of("alwaysinline", "minsize", "optsize", "optdebug", "naked");

    private StraightCode() {}

    /** Has the code of such functions of a module made quickly. */
    static void hasten(IrModule module) {
        Set<IrFunction> callers = new HashSet<>();
        Stream.concat(
                        Stream.of(RuntimeFunction.values())
                                .map(RuntimeFunction::symbol)
                                .map(module::findFunction)
                                .flatMap(Optional::stream),
                        module.functions().stream()
                                .filter(function -> function.name().startsWith(HELPERS)))
                .flatMap(function -> function.value().users().stream())
                .flatMap(user -> user.asInstruction().stream())
                .map(IrInstruction::function)
                .forEach(callers::add);
        callers.stream().filter(StraightCode::mayBe).forEach(function -> {
            Attributes.addToFunction(function, "noinline", module.context());
            Attributes.addToFunction(function, "optnone", module.context());
        });
    }

    private static boolean mayBe(IrFunction function) {
        return OTHER_WISHES.stream().noneMatch(wish -> Attributes.onFunction(function, wish)) && !hasLoop(function);
    }

    /** Takes away blocks that none of the others leads to, until none is left, or those of loops. */
    private static boolean hasLoop(IrFunction function) {
        List<IrBlock> blocks = function.blocks();
        Map<IrBlock, Integer> ways = new HashMap<>();
        blocks.forEach(block -> successors(block).forEach(next -> ways.merge(next, 1, Integer::sum)));
        Deque<IrBlock> free = new ArrayDeque<>();
        blocks.stream().filter(block -> !ways.containsKey(block)).forEach(free::add);
        int taken = 0;
        while (!free.isEmpty()) {
            taken++;
            for (IrBlock next : successors(free.remove())) {
                if (ways.merge(next, -1, Integer::sum) == 0) {
                    free.add(next);
                }
            }
        }
        return taken < blocks.size();
    }

    private static List<IrBlock> successors(IrBlock block) {
        return block.terminator().map(IrInstruction::successors).orElse(List.of());
    }
}
