package io.github.offload4j.runtime.jit;

import io.github.offload4j.codegen.abi.RuntimeFunction;
import io.github.offload4j.codegen.ir.Attributes;
import io.github.offload4j.codegen.ir.BlockSplits;
import io.github.offload4j.codegen.ir.IrBlock;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.Opcode;
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
 * each of which they come to once. LLVM compiles them four times as fast when it is not to optimise them, and in a time that
 * grows with their length when no block is long: its register allocator takes the square of a block's.
 */
final class StraightCode {
    private static final String HELPERS = ".offload_";

    /** So many instructions of a block stay together. */
    private static final int LONG = 512;

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
            function.blocks().forEach(block -> cut(block, module.context()));
        });
    }

    /** Cuts a block in front of calls, behind its stack slots: those of the first block have to stay in that. */
    private static void cut(IrBlock block, IrContext context) {
        List<IrInstruction> instructions = block.instructions();
        int begin = 0;
        for (int i = 0; i < instructions.size(); i++) {
            if (instructions.get(i).opcode() == Opcode.ALLOCA) {
                begin = i;
            }
        }
        for (int i = begin + 1; i < instructions.size(); i++) {
            if (i - begin >= LONG && instructions.get(i).opcode() == Opcode.CALL) {
                BlockSplits.moveHead(instructions.get(i), "part", context);
                begin = i;
            }
        }
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
