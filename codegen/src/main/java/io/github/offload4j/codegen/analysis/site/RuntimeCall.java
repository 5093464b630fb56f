package io.github.offload4j.codegen.analysis.site;

import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.codegen.fact.Quantity;
import io.github.offload4j.codegen.ir.Address;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import java.util.List;
import java.util.Optional;

/**
 * One call of the runtime.
 *
 * @param kind what it asks for
 * @param instruction the call
 * @param function the function that it stands in
 * @param location where the program's source has it, by debug information or by what the call tells the runtime
 * @param device the device number; -1 is the default device
 * @param count how many entries the tables have
 * @param pointers the pointer array, which tells the sites of a function apart
 * @param entries the entries; none when their number is not known
 */
public record RuntimeCall(
        Kind kind,
        IrInstruction instruction,
        IrFunction function,
        Optional<SourceLocation> location,
        Quantity device,
        Quantity count,
        Optional<Address> pointers,
        List<TableEntry> entries) {
    /** What a call asks the runtime for. */
    public enum Kind {
        /** Map data. */
        BEGIN,
        /** Copy mapped data. */
        UPDATE,
        /** Unmap data. */
        END,
        /** Launch a kernel. */
        LAUNCH
    }

    /** Copies the list. */
    public RuntimeCall {
        entries = List.copyOf(entries);
    }

    /** Returns whether it asks the runtime not to wait, which OpenMP's tasks can do. */
    public boolean isAsynchronous() {
        return instruction
                .calledFunction()
                .filter(callee -> callee.name().contains("_nowait"))
                .isPresent();
    }
}
