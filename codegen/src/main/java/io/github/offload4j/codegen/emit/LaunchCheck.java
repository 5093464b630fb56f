package io.github.offload4j.codegen.emit;

import io.github.offload4j.codegen.abi.RuntimeConstants;
import io.github.offload4j.codegen.abi.RuntimeFunction;
import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.codegen.ir.Comparison;
import io.github.offload4j.codegen.ir.IrBlock;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Linkage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code .offload_check} and {@code .offload_fallback.F}: what happens when {@code __tgt_target_kernel} answers that the
 * kernel did not run. They are functions, so that a site stays straight-line code and never changes the blocks of the
 * function around it.
 */
final class LaunchCheck {
    private final IrModule module;
    private final RuntimeDeclarations declarations;
    private final Map<String, IrValue> messages = new HashMap<>();
    private final Map<IrValue, IrFunction> fallbacks = new HashMap<>();
    private @Nullable IrFunction abort;

    LaunchCheck(IrModule module, RuntimeDeclarations declarations) {
        this.module = module;
        this.declarations = declarations;
    }

    /** Stops the program with a message unless the result is 0. */
    void abortUnlessLaunched(
            IrValue result, String kernel, String function, Optional<SourceLocation> location, IrBuilder builder) {
        abortUnlessZero(
                result,
                location.map(SourceLocation::toString).orElse("function '" + function + "'")
                        + ": error: the offload runtime did not launch kernel '" + kernel
                        + "': offloading is disabled, or no device fits the program's images\n",
                builder);
    }

    /** Stops the program with a message when a driver is null and the memory that was looked for with it is not. */
    void abortIfMissing(IrValue driver, IrValue memory, String message, IrBuilder builder) {
        IrContext context = module.context();
        IrValue zero = context.constant(Integer.SIZE, 0);
        IrValue one = context.constant(Integer.SIZE, 1);
        IrValue isNull = builder.compare(Comparison.EQUAL, driver, context.nullPointer(), "");
        IrValue hasMemory = builder.compare(Comparison.NOT_EQUAL, memory, context.nullPointer(), "");
        IrValue wanted = builder.select(hasMemory, one, zero, "");
        abortUnlessZero(builder.select(isNull, wanted, zero, ""), message, builder);
    }

    private void abortUnlessZero(IrValue result, String text, IrBuilder builder) {
        int length = text.getBytes(StandardCharsets.UTF_8).length;
        builder.call(
                abortFunction(),
                List.of(
                        result,
                        messages.computeIfAbsent(text, this::message),
                        module.context().constant(Long.SIZE, length)),
                "");
    }

    /** Calls a function with the original arguments unless the result is 0. */
    void callUnlessLaunched(IrValue result, IrFunction fallback, List<IrValue> arguments, IrBuilder builder) {
        List<IrValue> all = new ArrayList<>();
        all.add(result);
        all.addAll(arguments);
        builder.call(fallbacks.computeIfAbsent(fallback.value(), f -> makeFallback(fallback)), all, "");
    }

    private IrValue message(String text) {
        IrValue content = module.context().constantText(text);
        return module.addGlobal(".offload_message", content.type(), Linkage.PRIVATE)
                .constant(content)
                .unnamedAddress()
                .aligned(1)
                .value();
    }

    private IrFunction abortFunction() {
        if (abort == null) {
            abort = makeAbort();
        }
        return abort;
    }

    private IrFunction makeAbort() {
        IrContext context = module.context();
        List<IrType> parameters = List.of(context.integer(32), context.pointer(), context.integer(64));
        IrFunction function = module.addFunction(
                ".offload_check", context.function(context.voidType(), parameters), Linkage.INTERNAL);
        emitBody(function, builder -> {
            IrValue standardError = context.constant(Integer.SIZE, RuntimeConstants.STANDARD_ERROR);
            builder.call(
                    declarations.get(RuntimeFunction.WRITE),
                    List.of(standardError, function.parameter(1), function.parameter(2)),
                    "");
            builder.call(declarations.get(RuntimeFunction.ABORT), List.of(), "");
            builder.unreachable();
        });
        return function;
    }

    private IrFunction makeFallback(IrFunction fallback) {
        IrContext context = module.context();
        List<IrType> parameters = new ArrayList<>();
        parameters.add(context.integer(Integer.SIZE));
        parameters.addAll(fallback.parameterTypes());
        IrFunction function = module.addFunction(
                ".offload_fallback" + (fallback.name().startsWith(".") ? "" : ".") + fallback.name(),
                context.function(context.voidType(), parameters),
                Linkage.INTERNAL);
        emitBody(function, builder -> {
            List<IrValue> arguments = new ArrayList<>();
            for (int i = 1; i < parameters.size(); i++) {
                arguments.add(function.parameter(i));
            }
            builder.call(fallback, arguments, "");
            builder.returnVoid();
        });
        return function;
    }

    private void emitBody(IrFunction function, java.util.function.Consumer<IrBuilder> whenRefused) {
        IrContext context = module.context();
        IrBlock entry = function.appendBlock("entry");
        IrBlock refused = function.appendBlock("refused");
        IrBlock launched = function.appendBlock("launched");
        try (IrBuilder builder = IrBuilder.atEnd(entry, context)) {
            IrValue zero = context.constant(Integer.SIZE, 0);
            IrValue failed = builder.compare(Comparison.NOT_EQUAL, function.parameter(0), zero, "");
            builder.branch(failed, refused, launched);
            builder.moveToEnd(refused);
            whenRefused.accept(builder);
            builder.moveToEnd(launched);
            builder.returnVoid();
        }
    }
}
