package io.github.offload4j.codegen.ir;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts calls of functions that do nothing in the place of instructions of a copied module. */
final class QuietedCalls {
    private static final String NAME = "offload4j.quiet.";

    private final IrModule module;
    private final Map<String, IrFunction> functions = new HashMap<>();

    QuietedCalls(IrModule module) {
        this.module = module;
    }

    /**
     * Replaces instructions of one function.
     *
     * @param original the function that was copied
     * @param copy its copy, as it was made
     * @param quiet instructions of the original, none of which ends a block
     */
    void replace(IrFunction original, IrFunction copy, Set<IrInstruction> quiet) {
        List<IrInstruction> before = original.instructions();
        if (before.stream().noneMatch(quiet::contains)) {
            return;
        }
        List<IrInstruction> after = copy.instructions();
        for (int i = 0; i < before.size(); i++) {
            if (quiet.contains(before.get(i))) {
                replace(after.get(i));
            }
        }
    }

    private void replace(IrInstruction instruction) {
        IrType type = instruction.value().type();
        if (!type.isVoid()) {
            try (IrBuilder builder = IrBuilder.before(instruction, module.context())) {
                instruction.replaceUsesWith(builder.call(of(type), List.of(), ""));
            }
        }
        instruction.erase();
    }

    private IrFunction of(IrType type) {
        return functions.computeIfAbsent(type.toString(), text -> {
            IrType quiet = module.context().function(type, List.of());
            IrFunction function = module.addFunction(NAME + functions.size(), quiet, Linkage.EXTERNAL);
            Attributes.addQuiet(function, module.context());
            return function;
        });
    }
}
