package io.github.offload4j.codegen.library;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.ir.Comparison;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Linkage;
import io.github.offload4j.codegen.ir.TypeText;
import io.github.offload4j.codegen.library.LibraryParameter.Choice;
import java.util.List;
import java.util.Optional;

/** What a call of a function needs by name in one module. */
final class CallSymbols {
    private final LibraryFunction function;
    private final IrModule module;
    private final TypeText types;

    CallSymbols(LibraryFunction function, IrModule module) {
        this.function = function;
        this.module = module;
        this.types = new TypeText(module.context());
    }

    /**
     * A function.
     *
     * @param symbol its name
     * @param returnType in LLVM's spelling
     * @param parameters their types
     */
    record Signature(String symbol, String returnType, List<String> parameters) {}

    /**
     * Declares nothing yet.
     *
     * @throws OffloadException when the module has one of the names as something else
     */
    void requireFree() {
        find(callee());
        function.checks().count().ifPresent(count -> {
            find(counter(count));
            find(CommunicatorCode.CHECK.signature());
        });
        if (function.checks().plan() == LibraryFunction.PlanUse.CHECKED) {
            find(PlanCode.CHECK.signature());
        }
        if (function.hasNumbersOnDevice()) {
            find(onDevice());
            find(getter());
            find(setter());
        }
        for (LibraryParameter parameter : function.passedParameters()) {
            if (parameter instanceof Choice choice) {
                choice.enumeration().words().stream()
                        .flatMap(word -> word.symbol().stream())
                        .forEach(this::findVariable);
            }
        }
    }

    /** Returns the function. */
    Signature callee() {
        return new Signature(
                function.symbol(),
                function.returnType(),
                function.passedParameters().stream()
                        .map(LibraryParameter::passedType)
                        .toList());
    }

    /** Returns the function of the module that calls the function with numbers on the device. */
    Signature onDevice() {
        Signature callee = callee();
        return new Signature(callee.symbol() + ".on_device", callee.returnType(), callee.parameters());
    }

    /** Returns the library's function that asks whether numbers are on the device. */
    Signature getter() {
        return new Signature(modes().getter(), "i32", List.of("ptr", "ptr"));
    }

    /** Returns the library's function that says whether numbers are on the device. */
    Signature setter() {
        return new Signature(modes().setter(), "i32", List.of("ptr", "i32"));
    }

    private Conventions.Modes modes() {
        return function.library().modes().orElseThrow();
    }

    /** Returns the library's function that counts a communicator's ranks. */
    static Signature counter(LibraryFunction.Count count) {
        return new Signature(count.symbol(), "i32", List.of("ptr", "ptr"));
    }

    /**
     * Returns a function that the module has.
     *
     * @throws OffloadException when it has the name as something else
     */
    Optional<IrFunction> find(Signature signature) {
        Optional<IrFunction> existing = module.findFunction(signature.symbol());
        IrType type = type(signature);
        if (existing.filter(known -> known.type().equals(type)).isEmpty() && module.hasSymbol(signature.symbol())) {
            throw new OffloadException(
                    Reason.SYMBOL_CONFLICT,
                    "the module has '" + signature.symbol() + "' as something else than " + type);
        }
        return existing;
    }

    /**
     * Returns a function, declared where it is not there yet.
     *
     * @throws OffloadException when the module has the name as something else
     */
    IrFunction declare(Signature signature) {
        return declare(signature, Linkage.EXTERNAL);
    }

    /**
     * Returns a function, declared where it is not there yet; a program that does not call it can be linked without it.
     *
     * @throws OffloadException when the module has the name as something else
     */
    IrFunction declareWeak(Signature signature) {
        return declare(signature, Linkage.EXTERNAL_WEAK);
    }

    private IrFunction declare(Signature signature, Linkage linkage) {
        return find(signature).orElseGet(() -> module.addFunction(signature.symbol(), type(signature), linkage));
    }

    /** Returns the type of an argument. */
    IrType type(LibraryParameter parameter) {
        return types.parse(parameter.type());
    }

    private IrType type(Signature signature) {
        IrType result = signature.returnType().equals("void")
                ? module.context().voidType()
                : types.parse(signature.returnType());
        return module.context()
                .function(
                        result,
                        signature.parameters().stream().map(types::parse).toList());
    }

    /**
     * Returns a variable of the library, declared where it is not there yet.
     *
     * @throws OffloadException when the module has the name as something else
     */
    IrValue variable(String symbol) {
        return findVariable(symbol)
                .orElseGet(() -> module.addGlobal(symbol, module.context().integer(Byte.SIZE), Linkage.EXTERNAL)
                        .value());
    }

    /** Returns what the library gets for one of its constants, null where a number stands for none of its variables. */
    IrValue passed(Choice choice, IrValue number, IrBuilder builder) {
        if (!choice.enumeration().isSymbolic()) {
            return number;
        }
        IrContext context = module.context();
        IrValue address = context.nullPointer();
        for (LibraryEnumeration.Word word : choice.enumeration().words()) {
            IrValue meant = context.constant(Integer.SIZE, word.number());
            IrValue isMeant = builder.compare(Comparison.EQUAL, number, meant, "");
            address = builder.select(isMeant, variable(word.symbol().orElseThrow()), address, "");
        }
        return address;
    }

    private Optional<IrValue> findVariable(String symbol) {
        Optional<IrValue> existing = module.findGlobal(symbol).map(global -> global.value());
        if (existing.isEmpty() && module.hasSymbol(symbol)) {
            throw new OffloadException(
                    Reason.SYMBOL_CONFLICT, "the module has '" + symbol + "' as something else than a variable");
        }
        return existing;
    }
}
