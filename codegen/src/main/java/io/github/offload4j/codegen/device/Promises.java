package io.github.offload4j.codegen.device;

import io.github.offload4j.codegen.ir.Attributes;
import io.github.offload4j.codegen.ir.ForeignFunctions;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Opcode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What kernels say of their own parameters by calling {@code offload_noalias(ptr)}, because their compiler has no attribute
 * for it at the level that kernels are compiled at.
 */
final class Promises {
    private static final String SYMBOL = "offload_noalias";

    private Promises() {}

    /** Gives the attribute to parameters, and removes the calls. */
    static void keep(IrModule module) {
        Optional<IrFunction> declared = module.findFunction(SYMBOL).filter(IrFunction::isDeclaration);
        if (declared.isEmpty()) {
            return;
        }
        Set<IrFunction> around = new LinkedHashSet<>();
        calls(declared.get()).forEach(call -> around.add(call.function()));
        around.forEach(ForeignFunctions::promote);
        calls(declared.get()).forEach(call -> keep(call, module));
        forget(module);
    }

    /** Removes the calls. */
    static void forget(IrModule module) {
        Optional<IrFunction> declared = module.findFunction(SYMBOL).filter(IrFunction::isDeclaration);
        declared.ifPresent(function -> {
            calls(function).forEach(IrInstruction::erase);
            if (function.value().users().isEmpty()) {
                function.delete();
            }
        });
    }

    private static List<IrInstruction> calls(IrFunction declared) {
        return declared.calls().stream()
                .filter(call -> call.opcode() == Opcode.CALL)
                .filter(call -> call.value().type().isVoid() && call.arguments().size() == 1)
                .toList();
    }

    private static void keep(IrInstruction call, IrModule module) {
        IrFunction function = call.function();
        IrValue pointer = call.arguments().get(0);
        for (int i = 0; i < function.parameterCount(); i++) {
            if (function.parameter(i).equals(pointer) && pointer.type().isPointer()) {
                Attributes.addToParameter(function, i, "noalias", module.context());
            }
        }
    }
}
