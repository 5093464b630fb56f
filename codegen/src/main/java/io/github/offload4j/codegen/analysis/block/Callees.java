package io.github.offload4j.codegen.analysis.block;

import io.github.offload4j.codegen.device.DeviceFunction;
import io.github.offload4j.codegen.ir.Attributes;
import io.github.offload4j.codegen.ir.Step;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the functions are that a kernel calls, each asked about once. */
final class Callees {
    /**
     * A function.
     *
     * @param device which of those that every target answers
     * @param silent whether it only tells the compiler something
     * @param together whether threads may wait for one another in it
     */
    record Callee(Optional<DeviceFunction> device, boolean silent, boolean together) {}

    private final Map<String, Callee> known = new HashMap<>();

    Callee of(Step call) {
        return known.computeIfAbsent(call.detail(), name -> read(name, call));
    }

    boolean isBarrier(Step step) {
        return step.kind() == Step.Kind.CALL
                && of(step).device().filter(f -> f == DeviceFunction.BARRIER).isPresent();
    }

    private static Callee read(String name, Step call) {
        boolean silent = name.startsWith("llvm.dbg.")
                || name.startsWith("llvm.lifetime.")
                || name.equals("llvm.assume")
                || name.startsWith("llvm.experimental.noalias");
        return new Callee(DeviceFunction.of(name), silent, Attributes.onCall(call.origin(), "convergent"));
    }
}
