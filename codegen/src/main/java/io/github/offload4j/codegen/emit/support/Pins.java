package io.github.offload4j.codegen.emit.support;

import static io.github.offload4j.codegen.abi.AbiType.I32;
import static io.github.offload4j.codegen.abi.AbiType.I64;
import static io.github.offload4j.codegen.abi.AbiType.POINTER;

import io.github.offload4j.codegen.abi.AbiType;
import io.github.offload4j.codegen.abi.CudaDriver;
import io.github.offload4j.codegen.emit.runtime.RuntimeTypes;
import io.github.offload4j.codegen.helper.Helper;
import io.github.offload4j.codegen.helper.HelperFunctions;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Linkage;
import io.github.offload4j.codegen.ir.ModuleLinker;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The code of {@code pins.ll}, which registers memory with the CUDA driver, and {@code .offload_pin} and {@code .offload_unpin}. */
public final class Pins {
    private static final String TEXT = "pins.ll";
    private static final String PREFIX = ".offload_pins_";
    private static final String SUFFIX = ".v1";

    /** The functions of the driver in the order in which the code looks them up. */
    private static final List<CudaDriver> FUNCTIONS = List.of(
            CudaDriver.INITIALIZE,
            CudaDriver.GET_CONTEXT,
            CudaDriver.RETAIN_PRIMARY_CONTEXT,
            CudaDriver.PUSH_CONTEXT,
            CudaDriver.POP_CONTEXT,
            CudaDriver.REGISTER_MEMORY,
            CudaDriver.UNREGISTER_MEMORY);

    private final IrModule module;
    private final IrContext context;
    private final RuntimeTypes types;
    private final HelperFunctions helpers;
    private @Nullable IrValue names;

    Pins(IrModule module, RuntimeTypes types, HelperFunctions helpers) {
        this.module = module;
        this.context = module.context();
        this.types = types;
        this.helpers = helpers;
    }

    /** Returns a function of a slot of a pointer and a number, of an address and a number of bytes, which stay pinned from then on. */
    public IrFunction pin(long threshold) {
        IrType pointer = context.pointer();
        IrType type = context.function(context.voidType(), List.of(pointer, pointer, context.integer(Long.SIZE)));
        return helpers.variant(Helper.PIN, Long.toString(threshold), type, function -> {
            try (IrBuilder builder = IrBuilder.atEnd(function.appendBlock("entry"), context)) {
                builder.call(
                        part(Part.KEEP),
                        List.of(
                                function.parameter(0),
                                function.parameter(1),
                                function.parameter(2),
                                context.constant(Long.SIZE, threshold),
                                names()),
                        "");
                builder.returnVoid();
            }
        });
    }

    /** Returns a function of such a slot, of which nothing is pinned from then on. */
    public IrFunction unpin() {
        IrType type = context.function(context.voidType(), List.of(context.pointer()));
        return helpers.shared(Helper.UNPIN, type, function -> {
            try (IrBuilder builder = IrBuilder.atEnd(function.appendBlock("entry"), context)) {
                builder.call(part(Part.GIVE_BACK), List.of(function.parameter(0)), "");
                builder.returnVoid();
            }
        });
    }

    /** What {@code pins.ll} has for others. */
    enum Part {
        /** The entries of a call: pins those that are large enough, or without names releases them. */
        EACH("each", I32, POINTER, POINTER, POINTER, I64, I64, POINTER),
        /** The entries of a call: shares the lock when nothing is in the way of copying them. */
        SHARE("share", I32, POINTER, POINTER),
        /** Gives the lock back. */
        UNSHARE("unshare"),
        KEEP("keep", POINTER, POINTER, I64, I64, POINTER),
        GIVE_BACK("give_back", POINTER);

        private final String word;
        private final List<AbiType> parameters;

        Part(String word, AbiType... parameters) {
            this.word = word;
            this.parameters = List.of(parameters);
        }

        private String symbol() {
            return PREFIX + word + SUFFIX;
        }
    }

    /** Returns a function of the code, which comes into the module when one is first asked for. */
    IrFunction part(Part part) {
        return defined(part).orElseGet(() -> {
            for (Part each : Part.values()) {
                if (!module.hasSymbol(each.symbol())) {
                    module.addFunction(each.symbol(), type(each), Linkage.EXTERNAL);
                }
            }
            ModuleLinker.linkNeeded(module, Pins.class, TEXT);
            return defined(part).orElseThrow();
        });
    }

    private Optional<IrFunction> defined(Part part) {
        return module.findFunction(part.symbol()).filter(function -> !function.isDeclaration());
    }

    private IrType type(Part part) {
        return context.function(
                context.voidType(), part.parameters.stream().map(types::of).toList());
    }

    /** Returns the table of what is looked up: the driver's library, then its functions. */
    IrValue names() {
        IrValue known = names;
        if (known == null) {
            List<IrValue> texts = Stream.concat(
                            Stream.of(CudaDriver.LIBRARY), FUNCTIONS.stream().map(CudaDriver::symbol))
                    .map(text -> module.addText(".offload_symbol", text))
                    .toList();
            IrValue table = context.constantArray(context.pointer(), texts);
            known = module.addGlobal(
                            ".offload_pins_names", context.array(context.pointer(), texts.size()), Linkage.PRIVATE)
                    .constant(table)
                    .value();
            names = known;
        }
        return known;
    }
}
