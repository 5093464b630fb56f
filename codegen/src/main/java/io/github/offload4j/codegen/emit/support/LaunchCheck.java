package io.github.offload4j.codegen.emit.support;

import io.github.offload4j.codegen.abi.RuntimeConstants;
import io.github.offload4j.codegen.abi.RuntimeFunction;
import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.codegen.emit.runtime.RuntimeDeclarations;
import io.github.offload4j.codegen.helper.Helper;
import io.github.offload4j.codegen.helper.HelperFunctions;
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
import java.util.function.Consumer;

/**
 * {@code .offload_check} and {@code .offload_fallback.F}: what happens when {@code __tgt_target_kernel} answers that the
 * kernel did not run. They are functions, so that a site stays straight-line code and never changes the blocks of the
 * function around it.
 */
public final class LaunchCheck {
    private final IrModule module;
    private final RuntimeDeclarations declarations;
    private final HelperFunctions helpers;
    private final Map<String, IrValue> messages = new HashMap<>();
    private final Map<IrValue, IrFunction> fallbacks = new HashMap<>();

    /** Makes the checks of one module. */
    public LaunchCheck(IrModule module, RuntimeDeclarations declarations, HelperFunctions helpers) {
        this.module = module;
        this.declarations = declarations;
        this.helpers = helpers;
    }

    /** Stops the program with a message unless the result is 0. */
    public void abortUnlessLaunched(
            IrValue result, String kernel, String function, Optional<SourceLocation> location, IrBuilder builder) {
        abortUnlessZero(
                result,
                location.map(SourceLocation::toString).orElse("function '" + function + "'")
                        + ": error: " + RuntimeConstants.NOT_LAUNCHED + "'" + kernel
                        + "': offloading is disabled, or no device fits the program's images\n",
                builder);
    }

    /** Stops the program with a message when a driver is null and the memory that was looked for with it is not. */
    public void abortIfMissing(IrValue driver, IrValue memory, String message, IrBuilder builder) {
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
    public void callUnlessLaunched(IrValue result, IrFunction fallback, List<IrValue> arguments, IrBuilder builder) {
        call(Helper.FALLBACK, fallback.name(), fallback, result, arguments, builder);
    }

    /** Has the host compute a kernel's whole grid unless the result is 0. */
    public void computeUnlessLaunched(
            IrValue result, String kernel, IrFunction host, List<IrValue> arguments, IrBuilder builder) {
        call(Helper.HOST_FALLBACK, kernel, host, result, arguments, builder);
    }

    private void call(
            Helper helper,
            String subject,
            IrFunction called,
            IrValue result,
            List<IrValue> arguments,
            IrBuilder builder) {
        List<IrValue> all = new ArrayList<>();
        all.add(result);
        all.addAll(arguments);
        IrFunction function = fallbacks.computeIfAbsent(
                called.value(),
                f -> helpers.local(helper, subject, type(called), added -> fillFallback(added, called)));
        builder.call(function, all, "");
    }

    private IrType type(IrFunction called) {
        IrContext context = module.context();
        List<IrType> parameters = new ArrayList<>();
        parameters.add(context.integer(Integer.SIZE));
        parameters.addAll(called.parameterTypes());
        return context.function(context.voidType(), parameters);
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
        IrContext context = module.context();
        List<IrType> parameters = List.of(context.integer(32), context.pointer(), context.integer(64));
        return helpers.shared(Helper.CHECK, context.function(context.voidType(), parameters), this::fillAbort);
    }

    private void fillAbort(IrFunction function) {
        IrContext context = module.context();
        emitBody(function, builder -> {
            IrValue standardError = context.constant(Integer.SIZE, RuntimeConstants.STANDARD_ERROR);
            builder.call(
                    declarations.get(RuntimeFunction.WRITE),
                    List.of(standardError, function.parameter(1), function.parameter(2)),
                    "");
            builder.call(declarations.get(RuntimeFunction.ABORT), List.of(), "");
            builder.unreachable();
        });
    }

    private void fillFallback(IrFunction function, IrFunction called) {
        int parameters = function.parameterTypes().size();
        emitBody(function, builder -> {
            List<IrValue> arguments = new ArrayList<>();
            for (int i = 1; i < parameters; i++) {
                arguments.add(function.parameter(i));
            }
            builder.callAsDeclared(called, arguments);
            builder.returnVoid();
        });
    }

    private void emitBody(IrFunction function, Consumer<IrBuilder> whenRefused) {
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
