package io.github.offload4j.codegen.analysis.block;

import io.github.offload4j.codegen.ir.Address;
import io.github.offload4j.codegen.ir.ConstantFacts;
import io.github.offload4j.codegen.ir.IrGlobal;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.SharedMemory;
import io.github.offload4j.codegen.ir.StepCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The shared variables of a kernel, by numbers; 0 is the memory whose size the launch gives. */
final class SharedObjects {
    static final int DYNAMIC = 0;

    private final List<IrValue> variables = new ArrayList<>();

    /** Returns what a constant is: an address in shared memory, with the bytes that it is in, or nothing of the kind. */
    Optional<Place> place(IrValue constant, StepCode code) {
        Address address = code.address(constant);
        IrValue base = address.base();
        if (!base.isGlobalVariable() || !isShared(base)) {
            return Optional.empty();
        }
        int memory = ConstantFacts.isOpenArray(base) ? DYNAMIC : number(base);
        return Optional.of(
                address.offset().isPresent()
                        ? new Place(Mark.address(memory), address.offset().getAsLong())
                        : new Place(Mark.somewhereIn(memory), 0));
    }

    /**
     * An address.
     *
     * @param mark its {@link Mark}
     * @param offset bytes from the beginning
     */
    record Place(int mark, long offset) {}

    static boolean isShared(IrValue variable) {
        return SharedMemory.isShared(variable) || SharedMemory.isMarked(new IrGlobal(variable));
    }

    private int number(IrValue variable) {
        int index = variables.indexOf(variable);
        if (index < 0) {
            variables.add(variable);
            index = variables.size() - 1;
        }
        return index + 1;
    }

    /** Returns how a message names one. */
    String name(int memory) {
        return memory == DYNAMIC
                ? "the launch's shared memory"
                : variables.get(memory - 1).toString();
    }
}
