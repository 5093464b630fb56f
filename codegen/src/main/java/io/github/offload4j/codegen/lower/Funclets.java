package io.github.offload4j.codegen.lower;

import io.github.offload4j.codegen.ir.CallCopy;
import io.github.offload4j.codegen.ir.IrBlock;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Opcode;
import io.github.offload4j.codegen.ir.OperandBundle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The calls that a site adds inside of exception-handling funclets. LLVM takes a call there that does not name its funclet
 * for unreachable code, so each gets the bundle that does.
 */
final class Funclets {
    private static final String TAG = "funclet";

    private final IrContext context;
    private final Map<IrBlock, Region> regions = new LinkedHashMap<>();

    private record Region(IrValue pad, List<IrInstruction> before) {}

    Funclets(IrContext context) {
        this.context = context;
    }

    /** Returns the pad of the funclet that a marked call stands in, when it stands in one. */
    static Optional<IrValue> of(MarkedCall marked) {
        return bundles(marked).stream().map(bundle -> bundle.values().get(0)).findFirst();
    }

    /** Returns the bundle that names the funclet of a marked call, when it stands in one. */
    static List<OperandBundle> bundles(MarkedCall marked) {
        return marked.others().stream()
                .filter(bundle -> bundle.tag().equals(TAG))
                .toList();
    }

    /** Notes that what is added to a block from now on is in a funclet. */
    void enter(IrBlock block, Optional<IrValue> funclet) {
        funclet.ifPresent(pad -> regions.putIfAbsent(block, new Region(pad, block.instructions())));
    }

    /** Names the funclet on every call that was added. */
    void leave() {
        regions.forEach((block, region) -> {
            List<IrInstruction> added = new ArrayList<>(block.instructions());
            added.removeAll(region.before());
            added.stream().filter(Funclets::needsBundle).forEach(call -> name(call, region.pad()));
        });
    }

    private static boolean needsBundle(IrInstruction instruction) {
        return instruction.opcode() == Opcode.CALL
                && instruction.calledFunction().filter(IrFunction::isIntrinsic).isEmpty()
                && instruction.operandBundles().stream()
                        .noneMatch(bundle -> bundle.tag().equals(TAG));
    }

    private void name(IrInstruction call, IrValue pad) {
        try (IrBuilder builder = IrBuilder.before(call, context)) {
            List<OperandBundle> bundles = new ArrayList<>(call.operandBundles());
            bundles.add(new OperandBundle(TAG, List.of(pad)));
            IrInstruction named = new CallCopy(call, call.arguments(), bundles).call(builder);
            if (!call.value().type().isVoid()) {
                call.replaceUsesWith(named.value());
            }
            named.takeName(call);
            call.erase();
        }
    }
}
