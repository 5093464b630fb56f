package io.github.offload4j.codegen.analysis.site;

import io.github.offload4j.codegen.diagnostic.ArgumentLabel;
import io.github.offload4j.codegen.flow.FunctionFacts;
import io.github.offload4j.codegen.ir.Address;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Opcode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the entries of one function's sites are called. */
final class EntryNames {
    private final FunctionFacts facts;
    private final Map<IrValue, String> names = new HashMap<>();

    EntryNames(FunctionFacts facts) {
        this.facts = facts;
    }

    /**
     * Returns the name of an entry.
     *
     * @param reported what the runtime's reports call it, empty when they have no name
     * @param base what the base array holds
     */
    String of(String reported, Optional<IrValue> base) {
        if (!reported.isEmpty() && !ArgumentLabel.isNumber(reported)) {
            return reported;
        }
        return base.map(value -> names.computeIfAbsent(value, this::valueName))
                .filter(name -> !name.isEmpty())
                .orElse(reported);
    }

    /** Returns the name that the program gives to a value, or to what it is a copy or another form of. */
    private String valueName(IrValue value) {
        IrValue traced = facts.values().trace(value);
        if (!traced.name().isEmpty()) {
            return traced.name();
        }
        Optional<IrInstruction> conversion = traced.asInstruction().filter(i -> isConversion(i.opcode()));
        if (conversion.isPresent()) {
            return valueName(conversion.get().operand(0));
        }
        Address address = facts.pointers().address(traced);
        return address.isAt(address.base(), 0) ? address.base().name() : "";
    }

    private static boolean isConversion(Opcode opcode) {
        return opcode == Opcode.ZERO_EXTEND
                || opcode == Opcode.SIGN_EXTEND
                || opcode == Opcode.BIT_CAST
                || opcode == Opcode.POINTER_TO_INTEGER;
    }
}
