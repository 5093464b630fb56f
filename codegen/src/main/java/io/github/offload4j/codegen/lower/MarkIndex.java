package io.github.offload4j.codegen.lower;

import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrModule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where the marked calls of a module are, in its order; what the marks say is read when a call's turn comes. */
final class MarkIndex {
    private final List<List<IrInstruction>> functions = new ArrayList<>();
    private final List<List<String>> tags = new ArrayList<>();

    /** Most calls of a module have the same tags, and one list of them is enough. */
    private final Map<List<String>, List<String>> known = new HashMap<>();

    /** Looks through a module. */
    MarkIndex(IrModule module) {
        for (IrFunction function : module.functions()) {
            List<IrInstruction> calls = new ArrayList<>();
            for (IrInstruction instruction : function.instructions()) {
                List<String> marks = tagsOf(instruction);
                if (!marks.isEmpty()) {
                    calls.add(instruction);
                    tags.add(known.computeIfAbsent(marks, m -> m));
                }
            }
            if (!calls.isEmpty()) {
                functions.add(calls);
            }
        }
    }

    /** Returns whether a module has a marked call. */
    static boolean hasMarks(IrModule module) {
        for (IrFunction function : module.functions()) {
            for (IrInstruction instruction : function.instructions()) {
                if (!tagsOf(instruction).isEmpty()) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<String> tagsOf(IrInstruction instruction) {
        return instruction.isCall()
                ? instruction.bundleTags().stream().filter(BundleTag::isMark).toList()
                : List.of();
    }

    /** Returns the marked calls of each function that has any. */
    List<List<IrInstruction>> functions() {
        return functions;
    }

    /** Returns the tags of our bundles, for each call of all functions together. */
    List<List<String>> tags() {
        return tags;
    }
}
