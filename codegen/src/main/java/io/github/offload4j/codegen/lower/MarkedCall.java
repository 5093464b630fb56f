package io.github.offload4j.codegen.lower;

import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.OperandBundle;
import java.util.ArrayList;
import java.util.List;

/**
 * A call with at least one bundle that is meant for us.
 *
 * @param call the call, the invoke or the branching call
 * @param marks our bundles, in their order
 * @param others the other bundles, in their order
 */
record MarkedCall(IrInstruction call, List<Mark> marks, List<OperandBundle> others) {
    /** Reads the bundles of a call as they are now. */
    static MarkedCall of(IrInstruction call) {
        List<Mark> marks = new ArrayList<>();
        List<OperandBundle> others = new ArrayList<>();
        for (OperandBundle bundle : call.operandBundles()) {
            if (BundleTag.isMark(bundle.tag())) {
                marks.add(new Mark(marks.size(), bundle));
            } else {
                others.add(bundle);
            }
        }
        return new MarkedCall(call, List.copyOf(marks), List.copyOf(others));
    }

    List<String> tags() {
        return marks.stream().map(mark -> mark.bundle().tag()).toList();
    }
}
