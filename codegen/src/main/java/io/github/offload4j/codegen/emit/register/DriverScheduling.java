package io.github.offload4j.codegen.emit.register;

import io.github.offload4j.codegen.abi.CudaDriver;
import io.github.offload4j.codegen.abi.RuntimeConstants;
import io.github.offload4j.codegen.abi.RuntimeFunction;
import io.github.offload4j.codegen.emit.runtime.RuntimeDeclarations;
import io.github.offload4j.codegen.emit.runtime.RuntimeTypes;
import io.github.offload4j.codegen.ir.Comparison;
import io.github.offload4j.codegen.ir.IrBlock;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Linkage;
import io.github.offload4j.codegen.option.Synchronization;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * {@code .offload_synchronization}: tells the CUDA driver how threads wait for its devices, where there is a driver.
 *
 * <p>libomptarget makes a device's primary context sleep while it waits, unless the context is in use before. So the
 * function sets the flags of every device's primary context and keeps each in use until the process ends. Whatever fails
 * is passed over: the program runs all the same, and waits as the runtime has it.
 */
public final class DriverScheduling {
    private static final String NAME = ".offload_synchronization";

    /** What is asked of the driver. */
    private static final Set<CudaDriver> FUNCTIONS =
            EnumSet.range(CudaDriver.INITIALIZE, CudaDriver.RETAIN_PRIMARY_CONTEXT);

    private final IrModule module;
    private final IrContext context;
    private final RuntimeTypes types;
    private final RuntimeDeclarations declarations;

    DriverScheduling(IrModule module, RuntimeTypes types, RuntimeDeclarations declarations) {
        this.module = module;
        this.context = module.context();
        this.types = types;
        this.declarations = declarations;
    }

    /**
     * Adds the function to a module as a constructor that runs before those which register images.
     *
     * @throws io.github.offload4j.codegen.diagnostic.OffloadException when the module has a symbol that the function needs
     *     as something else
     */
    public static void addConstructor(IrModule module, Synchronization synchronization) {
        RuntimeTypes types = new RuntimeTypes(module.context());
        new DriverScheduling(module, types, new RuntimeDeclarations(module, types))
                .function(synchronization)
                .ifPresent(
                        function -> Constructors.append(module, function, RuntimeConstants.EARLY_CONSTRUCTOR_PRIORITY));
    }

    /** Adds the function; nothing where the runtime's own choice is wanted. */
    Optional<IrFunction> function(Synchronization synchronization) {
        return switch (synchronization) {
            case DEFAULT -> Optional.empty();
            case SPIN -> Optional.of(make(CudaDriver.SCHEDULE_SPIN));
            case YIELD -> Optional.of(make(CudaDriver.SCHEDULE_YIELD));
        };
    }

    private IrFunction make(int flags) {
        IrFunction function =
                module.addFunction(NAME, context.function(context.voidType(), List.of()), Linkage.INTERNAL);
        function.setSection(RuntimeConstants.STARTUP_SECTION);
        new Body(function, flags).emit();
        function.orderPredecessors();
        return function;
    }

    /** The function's blocks, each left for {@code done} when something is missing or fails. */
    private final class Body {
        private final int flags;
        private final IrBlock entry;
        private final IrBlock done;
        private final Map<CudaDriver, IrValue> addresses = new EnumMap<>(CudaDriver.class);

        Body(IrFunction function, int flags) {
            this.flags = flags;
            this.entry = function.appendBlock("entry");
            this.done = function.appendBlock("done");
        }

        void emit() {
            try (IrBuilder builder = IrBuilder.atEnd(entry, context)) {
                IrValue count = builder.alloca(context.integer(Integer.SIZE), "count", Integer.BYTES);
                IrValue device = builder.alloca(context.integer(Integer.SIZE), "device", Integer.BYTES);
                IrValue primary = builder.alloca(context.pointer(), "context", Long.BYTES);
                findFunctions(builder);
                goOnAfter(call(CudaDriver.INITIALIZE, List.of(number(0)), builder), "initialized", done, builder);
                IrBlock counted =
                        goOnAfter(call(CudaDriver.COUNT_DEVICES, List.of(count), builder), "counted", done, builder);
                IrValue end = builder.load(context.integer(Integer.SIZE), count, Integer.BYTES, "end");
                emitLoop(counted, end, device, primary, builder);
                builder.moveToEnd(done);
                builder.returnVoid();
            }
        }

        private void findFunctions(IrBuilder builder) {
            IrValue library = builder.call(
                    declarations.get(RuntimeFunction.LOAD_LIBRARY),
                    List.of(text(CudaDriver.LIBRARY), number(RuntimeConstants.BIND_NOW)),
                    "driver");
            goOnUnless(isNull(library, builder), "found", builder);
            IrValue missing = null;
            for (CudaDriver wanted : FUNCTIONS) {
                IrValue address = builder.call(
                        declarations.get(RuntimeFunction.FIND_SYMBOL),
                        List.of(library, text(wanted.symbol())),
                        wanted.symbol());
                addresses.put(wanted, address);
                IrValue absent = isNull(address, builder);
                missing = missing == null ? absent : builder.or(missing, absent);
            }
            goOnUnless(Objects.requireNonNull(missing, "the driver has functions"), "complete", builder);
        }

        private void emitLoop(IrBlock before, IrValue end, IrValue device, IrValue primary, IrBuilder builder) {
            IrBlock next = done.insertBefore("next");
            IrBlock each = next.insertBefore("each");
            builder.branch(each);
            builder.moveToEnd(each);
            IrValue index = builder.phi(context.integer(Integer.SIZE), "index");
            builder.addIncoming(index, number(0), before);
            IrBlock body = next.insertBefore("body");
            builder.branch(builder.compare(Comparison.LESS, index, end, ""), body, done);
            builder.moveToEnd(body);
            goOnAfter(call(CudaDriver.GET_DEVICE, List.of(device, index), builder), "present", next, builder);
            IrValue handle = builder.load(context.integer(Integer.SIZE), device, Integer.BYTES, "handle");
            call(CudaDriver.SET_PRIMARY_CONTEXT_FLAGS, List.of(handle, number(flags)), builder);
            call(CudaDriver.RETAIN_PRIMARY_CONTEXT, List.of(primary, handle), builder);
            builder.branch(next);
            builder.moveToEnd(next);
            builder.addIncoming(index, builder.add(index, number(1)), next);
            builder.branch(each);
        }

        private void goOnUnless(IrValue condition, String block, IrBuilder builder) {
            IrBlock on = done.insertBefore(block);
            builder.branch(condition, done, on);
            builder.moveToEnd(on);
        }

        /** Goes on in a new block, which is returned, when a call of the driver has done what it was asked. */
        private IrBlock goOnAfter(IrValue result, String block, IrBlock otherwise, IrBuilder builder) {
            IrBlock on = otherwise.insertBefore(block);
            IrValue worked = builder.compare(Comparison.EQUAL, result, number(CudaDriver.SUCCESS), "");
            builder.branch(worked, on, otherwise);
            builder.moveToEnd(on);
            return on;
        }

        private IrValue call(CudaDriver called, List<IrValue> arguments, IrBuilder builder) {
            IrType type = context.function(
                    context.integer(Integer.SIZE),
                    called.parameters().stream().map(types::of).toList());
            return builder.callAddress(
                    type, Objects.requireNonNull(addresses.get(called), "the function was looked up"), arguments, "");
        }

        private IrValue isNull(IrValue pointer, IrBuilder builder) {
            return builder.compare(Comparison.EQUAL, pointer, context.nullPointer(), "");
        }
    }

    private IrValue number(int value) {
        return context.constant(Integer.SIZE, value);
    }

    private IrValue text(String text) {
        return module.addText(".offload_text", text);
    }
}
