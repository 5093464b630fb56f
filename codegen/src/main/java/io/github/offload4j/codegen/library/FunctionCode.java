package io.github.offload4j.codegen.library;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Linkage;
import io.github.offload4j.codegen.ir.Ownership;
import io.github.offload4j.codegen.ir.TypeText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/** A function's arguments and its declaration in one module. */
final class FunctionCode {
    private final LibraryFunction function;
    private final IrModule module;
    private final TypeText types;

    FunctionCode(LibraryFunction function, IrModule module) {
        this.function = function;
        this.module = module;
        this.types = new TypeText(module.context());
    }

    /** Returns the arguments by the parameter's name, when all of them fit. */
    Map<String, IrValue> check(List<LLVMValueRef> arguments, IrFunction caller) {
        List<LibraryParameter> parameters = function.parameters();
        if (arguments.size() != parameters.size()) {
            throw new OffloadException(
                    Reason.SIGNATURE,
                    "'" + function + "' takes " + parameters.size() + " arguments, " + arguments.size() + " are given");
        }
        Map<String, IrValue> values = new LinkedHashMap<>();
        Map<String, Long> constants = new LinkedHashMap<>();
        for (int i = 0; i < parameters.size(); i++) {
            LibraryParameter parameter = parameters.get(i);
            IrValue value = IrValue.of(arguments.get(i), "argument " + (i + 1));
            Ownership.requireUsable(value, caller, module, "argument '" + parameter.name() + "'");
            if (!value.type().equals(types.parse(parameter.type()))) {
                throw new OffloadException(
                        Reason.SIGNATURE,
                        "argument '" + parameter.name() + "' of '" + function + "' is " + value.type()
                                + ", the parameter is " + parameter.type());
            }
            values.put(parameter.name(), value);
            value.constantInteger().ifPresent(constant -> constants.put(parameter.name(), constant));
        }
        function.problems(constants).values().stream().findFirst().ifPresent(problem -> {
            throw new OffloadException(Reason.ARGUMENT, "'" + function + "': " + problem);
        });
        return values;
    }

    /** Returns the function in the module, declared where it is not there yet. */
    IrFunction declare() {
        List<IrType> parameterTypes = function.passedParameters().stream()
                .map(LibraryParameter::type)
                .map(types::parse)
                .toList();
        IrType result =
                function.returnType().equals("void") ? module.context().voidType() : types.parse(function.returnType());
        IrType type = module.context().function(result, parameterTypes);
        Optional<IrFunction> existing = module.findFunction(function.symbol());
        if (existing.filter(known -> known.type().equals(type)).isPresent()) {
            return existing.get();
        }
        if (existing.isPresent() || module.hasSymbol(function.symbol())) {
            throw new OffloadException(
                    Reason.SYMBOL_CONFLICT, "the module has '" + function + "' as something else than " + type);
        }
        return module.addFunction(function.symbol(), type, Linkage.EXTERNAL);
    }
}
