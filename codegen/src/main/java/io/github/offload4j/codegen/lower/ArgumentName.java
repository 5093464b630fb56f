package io.github.offload4j.codegen.lower;

import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Opcode;

/** What the user calls an argument, as far as the IR still knows it. */
final class ArgumentName {
    /** Clang ends the name of the slot that holds a parameter with this. */
    private static final String CLANG_PARAMETER_SLOT = ".addr";

    private ArgumentName() {}

    /** Returns the value's name, or that of the variable that it was loaded from; empty when both have none. */
    static String of(IrValue value) {
        String name = value.name();
        if (!name.isEmpty()) {
            return name;
        }
        String variable = value.asInstruction()
                .filter(instruction -> instruction.opcode() == Opcode.LOAD)
                .map(load -> load.operand(0))
                .filter(ArgumentName::isVariable)
                .map(IrValue::name)
                .orElse("");
        return variable.endsWith(CLANG_PARAMETER_SLOT)
                ? variable.substring(0, variable.length() - CLANG_PARAMETER_SLOT.length())
                : variable;
    }

    private static boolean isVariable(IrValue address) {
        return address.isGlobalVariable()
                || address.asInstruction()
                        .map(IrInstruction::opcode)
                        .filter(o -> o == Opcode.ALLOCA)
                        .isPresent();
    }
}
