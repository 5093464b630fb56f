package io.github.offload4j.codegen.library;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.library.LibraryParameter.Choice;
import java.util.List;
import java.util.Map;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/** The arguments of a call in a data region, which maps the arrays whatever the call's sizes are. */
final class RegionArguments {
    private final LibraryFunction function;
    private final IrModule module;

    RegionArguments(LibraryFunction function, IrModule module) {
        this.function = function;
        this.module = module;
    }

    /** Emits the checks, and returns what the library gets, in its order. */
    LLVMValueRef[] emit(Map<String, LLVMValueRef> arguments, IrBuilder at) {
        List<LibraryParameter> given = given(arguments);
        CallSymbols symbols = new CallSymbols(function, module);
        Map<String, IrValue> values = new FunctionCode(function, module, symbols)
                .check(
                        given,
                        given.stream()
                                .map(parameter -> arguments.get(parameter.name()))
                                .toList(),
                        at.function());
        symbols.requireFree();
        if (given.size() == function.parameters().size()) {
            new CallChecks(function, symbols, module).emit(values, at);
        }
        return function.passedParameters().stream()
                .map(parameter -> passed(parameter, LinkedCheck.value(parameter.name(), values), symbols, at))
                .map(IrValue::raw)
                .toArray(LLVMValueRef[]::new);
    }

    private static IrValue passed(LibraryParameter parameter, IrValue value, CallSymbols symbols, IrBuilder at) {
        return parameter instanceof Choice choice ? symbols.passed(choice, value, at) : value;
    }

    /** Returns the parameters that there are arguments for: all, or those that the library gets. */
    private List<LibraryParameter> given(Map<String, LLVMValueRef> arguments) {
        List<String> sizes = function.parameters().stream()
                .filter(parameter -> !parameter.isPassed())
                .map(LibraryParameter::name)
                .toList();
        List<String> left =
                sizes.stream().filter(size -> !arguments.containsKey(size)).toList();
        if (left.isEmpty()) {
            return function.parameters();
        }
        if (left.size() < sizes.size()) {
            throw new OffloadException(
                    Reason.SIGNATURE,
                    "'" + function + "' is given no argument '" + left.get(0) + "'; give all of "
                            + String.join(", ", sizes) + ", or none, which compares nothing");
        }
        return function.passedParameters();
    }
}
