package io.github.offload4j.codegen.analysis.site;

import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A call of a host function that gets device pointers.
 *
 * @param instruction the call
 * @param callee the function, when the call names it
 * @param devicePointers for each argument that is a device pointer, from 0, the table entry that it belongs to, from 0
 */
public record HostCall(
        IrInstruction instruction, Optional<IrFunction> callee, SortedMap<Integer, Integer> devicePointers) {
    /** Copies the map. */
    public HostCall {
        devicePointers = Collections.unmodifiableSortedMap(new TreeMap<>(devicePointers));
    }
}
