package io.github.offload4j.codegen.library;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Linkage;
import io.github.offload4j.codegen.ir.Ownership;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/** A function's arguments in one module, and what is called with them. */
final class FunctionCode {
    private final LibraryFunction function;
    private final IrModule module;
    private final CallSymbols symbols;

    FunctionCode(LibraryFunction function, IrModule module, CallSymbols symbols) {
        this.function = function;
        this.module = module;
        this.symbols = symbols;
    }

    /**
     * Returns the arguments by the parameter's name.
     *
     * @throws OffloadException when their number or types do not fit, or constants among them break a rule
     */
    Map<String, IrValue> check(List<LLVMValueRef> arguments, IrFunction caller) {
        List<LibraryParameter> parameters = function.parameters();
        if (arguments.size() != parameters.size()) {
            throw new OffloadException(
                    Reason.SIGNATURE,
                    "'" + function + "' takes " + parameters.size() + " arguments, " + arguments.size() + " are given");
        }
        return check(parameters, arguments, caller);
    }

    /** Does the same for some of the parameters. */
    Map<String, IrValue> check(List<LibraryParameter> parameters, List<LLVMValueRef> arguments, IrFunction caller) {
        Map<String, IrValue> values = new LinkedHashMap<>();
        Map<String, Long> constants = new LinkedHashMap<>();
        for (int i = 0; i < parameters.size(); i++) {
            LibraryParameter parameter = parameters.get(i);
            IrValue value = IrValue.of(arguments.get(i), "argument " + (i + 1));
            Ownership.requireUsable(value, caller, module, "argument '" + parameter.name() + "'");
            if (!value.type().equals(symbols.type(parameter))) {
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

    /** Returns what is called: the function, or one of the module that has it take numbers on the device. */
    IrFunction callee() {
        IrFunction callee = symbols.declare(symbols.callee());
        return function.hasNumbersOnDevice() ? onDevice(callee) : callee;
    }

    /** What makes the functions for the mode fail makes the function fail as well, since it is given the same handle. */
    private IrFunction onDevice(IrFunction callee) {
        CallSymbols.Signature signature = symbols.onDevice();
        Optional<IrFunction> known = symbols.find(signature);
        if (known.isPresent()) {
            return known.get();
        }
        IrType integer = module.context().integer(Integer.SIZE);
        IrFunction getter = symbols.declare(symbols.getter());
        IrFunction setter = symbols.declare(symbols.setter());
        IrFunction wrapper = module.addFunction(signature.symbol(), callee.type(), Linkage.INTERNAL);
        List<IrValue> arguments = wrapper.parameters();
        try (IrBuilder builder = IrBuilder.atEnd(wrapper.appendBlock("entry"), module.context())) {
            IrValue handle = arguments.get(0);
            IrValue place = builder.alloca(integer, "mode", Integer.BYTES);
            builder.store(module.context().constant(Integer.SIZE, 0), place, Integer.BYTES);
            builder.call(getter, List.of(handle, place), "");
            IrValue mode = builder.load(integer, place, Integer.BYTES, "");
            IrValue device = module.context().constant(Integer.SIZE, Conventions.Modes.DEVICE);
            builder.call(setter, List.of(handle, device), "");
            IrValue status = builder.call(callee, arguments, "");
            builder.call(setter, List.of(handle, mode), "");
            builder.returnValue(status);
        }
        return wrapper;
    }
}
