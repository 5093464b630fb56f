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
import io.github.offload4j.codegen.ir.TypeText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/** A function's arguments and its declaration in one module. */
final class FunctionCode {
    /** What follows the symbol in the name of a function of the module that calls it with numbers on the device. */
    private static final String ON_DEVICE = ".on_device";

    private final LibraryFunction function;
    private final IrModule module;
    private final TypeText types;

    FunctionCode(LibraryFunction function, IrModule module) {
        this.function = function;
        this.module = module;
        this.types = new TypeText(module.context());
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

    /** Returns what is called: the function, or one of the module that has it take numbers on the device. */
    IrFunction callee() {
        IrFunction callee = declare();
        return function.hasNumbersOnDevice() ? onDevice(callee) : callee;
    }

    /** What makes the functions for the mode fail makes the function fail as well, since it is given the same handle. */
    private IrFunction onDevice(IrFunction callee) {
        String name = function.symbol() + ON_DEVICE;
        Optional<IrFunction> known = module.findFunction(name);
        if (known.isPresent()) {
            return known.get();
        }
        Conventions.Modes modes = function.library().modes().orElseThrow();
        IrType integer = module.context().integer(Integer.SIZE);
        IrFunction getter = declare(modes.getter(), "i32", List.of("ptr", "ptr"));
        IrFunction setter = declare(modes.setter(), "i32", List.of("ptr", "i32"));
        IrFunction wrapper = module.addFunction(name, callee.type(), Linkage.INTERNAL);
        List<IrValue> arguments = IntStream.range(0, wrapper.parameterCount())
                .mapToObj(wrapper::parameter)
                .toList();
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

    /** Returns a variable of the library in the module, declared where it is not there yet. */
    static IrValue variable(String symbol, IrModule module) {
        if (module.findFunction(symbol).isPresent()) {
            throw new OffloadException(Reason.SYMBOL_CONFLICT, "the module has '" + symbol + "' as a function");
        }
        return module.findGlobal(symbol)
                .orElseGet(() -> module.addGlobal(symbol, module.context().integer(Byte.SIZE), Linkage.EXTERNAL))
                .value();
    }

    /** Returns the function in the module, declared where it is not there yet. */
    IrFunction declare() {
        return declare(
                function.symbol(),
                function.returnType(),
                function.passedParameters().stream()
                        .map(LibraryParameter::passedType)
                        .toList());
    }

    /** Returns the library's function that counts a communicator's ranks, declared where it is not there yet. */
    IrFunction declareCount(LibraryFunction.Count count) {
        return declare(count.symbol(), "i32", List.of("ptr", "ptr"));
    }

    private IrFunction declare(String symbol, String returnType, List<String> parameters) {
        List<IrType> parameterTypes = parameters.stream().map(types::parse).toList();
        IrType result = returnType.equals("void") ? module.context().voidType() : types.parse(returnType);
        IrType type = module.context().function(result, parameterTypes);
        Optional<IrFunction> existing = module.findFunction(symbol);
        if (existing.filter(known -> known.type().equals(type)).isPresent()) {
            return existing.get();
        }
        if (existing.isPresent() || module.hasSymbol(symbol)) {
            throw new OffloadException(
                    Reason.SYMBOL_CONFLICT, "the module has '" + symbol + "' as something else than " + type);
        }
        return module.addFunction(symbol, type, Linkage.EXTERNAL);
    }
}
