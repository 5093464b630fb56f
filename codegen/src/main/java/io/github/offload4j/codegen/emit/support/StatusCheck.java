package io.github.offload4j.codegen.emit.support;

import io.github.offload4j.codegen.abi.RuntimeConstants;
import io.github.offload4j.codegen.abi.RuntimeFunction;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code .offload_status}: stops the program with a message unless a status, or what tells that something is wrong, is 0. */
public final class StatusCheck {
    private final IrModule module;
    private final RuntimeDeclarations declarations;
    private final HelperFunctions helpers;
    private final Map<String, IrValue> messages = new HashMap<>();

    /** Makes the checks of one module. */
    public StatusCheck(IrModule module, RuntimeDeclarations declarations, HelperFunctions helpers) {
        this.module = module;
        this.declarations = declarations;
        this.helpers = helpers;
    }

    /**
     * Emits a check.
     *
     * @param message what to say; the status follows it
     */
    public void emit(IrValue status, String message, IrBuilder builder) {
        emit(status, text(message), builder);
    }

    /**
     * Returns the address of a message.
     *
     * @param message what to say; the status follows it
     */
    public IrValue text(String message) {
        String format = message.replace("%", "%%") + " %d\n";
        return messages.computeIfAbsent(format, f -> module.addText(".offload_message", f));
    }

    /**
     * Emits a check.
     *
     * @param text what {@link #text} returned
     */
    public void emit(IrValue status, IrValue text, IrBuilder builder) {
        builder.call(function(), List.of(status, text), "");
    }

    /**
     * Emits a check.
     *
     * @param wrong an i1: whether the program stops
     * @param message what to say then
     */
    public void stopIf(IrValue wrong, String message, IrBuilder builder) {
        String format = message.replace("%", "%%") + "\n";
        IrValue text = messages.computeIfAbsent(format, f -> module.addText(".offload_message", f));
        builder.call(
                function(), List.of(builder.zeroExtend(wrong, module.context().integer(Integer.SIZE)), text), "");
    }

    private IrFunction function() {
        IrContext context = module.context();
        IrType type = context.function(context.voidType(), List.of(context.integer(Integer.SIZE), context.pointer()));
        return helpers.shared(Helper.STATUS, type, this::fill);
    }

    private void fill(IrFunction function) {
        IrContext context = module.context();
        IrBlock entry = function.appendBlock("entry");
        IrBlock failed = function.appendBlock("failed");
        IrBlock done = function.appendBlock("done");
        try (IrBuilder builder = IrBuilder.atEnd(entry, context)) {
            IrValue status = function.parameter(0);
            IrValue zero = context.constant(Integer.SIZE, 0);
            builder.branch(builder.compare(Comparison.NOT_EQUAL, status, zero, ""), failed, done);
            builder.moveToEnd(failed);
            IrValue standardError = context.constant(Integer.SIZE, RuntimeConstants.STANDARD_ERROR);
            builder.call(
                    declarations.get(RuntimeFunction.PRINT), List.of(standardError, function.parameter(1), status), "");
            builder.call(declarations.get(RuntimeFunction.ABORT), List.of(), "");
            builder.unreachable();
            builder.moveToEnd(done);
            builder.returnVoid();
        }
    }
}
