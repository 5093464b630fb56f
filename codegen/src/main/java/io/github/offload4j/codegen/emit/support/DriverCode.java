package io.github.offload4j.codegen.emit.support;

import io.github.offload4j.codegen.abi.GpuDriver;
import io.github.offload4j.codegen.abi.RuntimeConstants;
import io.github.offload4j.codegen.abi.RuntimeFunction;
import io.github.offload4j.codegen.emit.runtime.RuntimeDeclarations;
import io.github.offload4j.codegen.emit.runtime.RuntimeTypes;
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
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code .offload_enter}, {@code .offload_leave} and {@code .offload_find.D}: what goes before and after a call of a library
 * that works through a GPU driver. The driver is looked up when the program runs, so that a program needs it for linking
 * only if its library does.
 *
 * <p>A place, which is a context or a device number, travels in eight zeroed bytes whatever its type.
 */
public final class DriverCode {
    /** Indices into the table of a driver's functions, in the order of {@link GpuDriver#functions()}. */
    private static final int PLACE_OF = 0;

    private static final int CURRENT = 1;
    private static final int MAKE_CURRENT = 2;
    private static final int WAIT = 3;
    private static final int FUNCTIONS = 4;

    private final IrModule module;
    private final IrContext context;
    private final RuntimeTypes types;
    private final RuntimeDeclarations declarations;
    private final IrType table;
    private final Map<GpuDriver, IrValue> tables = new EnumMap<>(GpuDriver.class);
    private final HelperFunctions helpers;

    /** Makes the functions of one module. */
    public DriverCode(IrModule module, RuntimeTypes types, RuntimeDeclarations declarations, HelperFunctions helpers) {
        this.module = module;
        this.context = module.context();
        this.types = types;
        this.declarations = declarations;
        this.helpers = helpers;
        this.table = context.array(context.pointer(), FUNCTIONS);
    }

    /**
     * Returns a function of an address and eight bytes. It makes the device that the address belongs to current, saves the
     * thread's place in the eight bytes, and returns the driver's table; or it returns null and does nothing, when the
     * address is null or belongs to no device.
     */
    public IrFunction enter(GpuDriver driver) {
        return helpers.variant(
                Helper.ENTER, suffix(driver), enterType(), function -> fillEnter(function, List.of(driver), false));
    }

    /** Returns such a function for the drivers of all GPUs, looked for among the libraries that the process has loaded. */
    public IrFunction enterAny() {
        return helpers.shared(
                Helper.ENTER, enterType(), function -> fillEnter(function, List.of(GpuDriver.values()), true));
    }

    private IrType enterType() {
        return context.function(context.pointer(), List.of(context.pointer(), context.pointer()));
    }

    /**
     * Returns a function of what {@link #enter} returned and saved. It waits for the device, makes the saved place current
     * again, and returns the driver's status, 0 for success.
     */
    public IrFunction leave() {
        IrType pointer = context.pointer();
        IrType type = context.function(context.integer(Integer.SIZE), List.of(pointer, pointer));
        return helpers.shared(Helper.LEAVE, type, this::fillLeave);
    }

    /** Returns a function of the same that does not wait, and returns nothing. */
    public IrFunction restore() {
        IrType pointer = context.pointer();
        IrType type = context.function(context.voidType(), List.of(pointer, pointer));
        return helpers.shared(Helper.RESTORE, type, this::fillRestore);
    }

    /**
     * Returns a function of an i1 and an address. If the first is true, it waits for the device that the address belongs to.
     * It returns the driver's status, 0 for success.
     */
    public IrFunction waiter(GpuDriver driver) {
        IrType type = context.function(context.integer(Integer.SIZE), List.of(context.integer(1), context.pointer()));
        return helpers.variant(Helper.WAIT, suffix(driver), type, function -> fillWaiter(function, driver));
    }

    private static String suffix(GpuDriver driver) {
        return driver.name().toLowerCase(Locale.ROOT);
    }

    private IrValue place(IrBuilder builder) {
        return builder.alloca(context.integer(Long.SIZE), "", Long.BYTES);
    }

    private IrValue entry(IrValue functions, int index, IrBuilder builder) {
        return builder.elementAddress(table, functions, index, "");
    }

    private IrValue function(IrValue functions, int index, IrBuilder builder) {
        return builder.load(context.pointer(), entry(functions, index, builder), Long.BYTES, "");
    }

    private IrType status(IrType... parameters) {
        return context.function(context.integer(Integer.SIZE), List.of(parameters));
    }

    private IrValue isNull(IrValue pointer, IrBuilder builder) {
        return builder.compare(Comparison.EQUAL, pointer, context.nullPointer(), "");
    }

    private void fillEnter(IrFunction function, List<GpuDriver> drivers, boolean loaded) {
        IrBlock start = function.appendBlock("entry");
        IrBlock none = function.appendBlock("none");
        try (IrBuilder builder = IrBuilder.atEnd(none, context)) {
            builder.returnValue(context.nullPointer());
            builder.moveToEnd(start);
            IrValue place = place(builder);
            IrBlock next = function.appendBlock(suffix(drivers.get(0)));
            builder.branch(isNull(function.parameter(0), builder), none, next);
            for (int i = 0; i < drivers.size(); i++) {
                builder.moveToEnd(next);
                next = i + 1 < drivers.size() ? function.appendBlock(suffix(drivers.get(i + 1))) : none;
                tryDriver(drivers.get(i), loaded, function, place, next, builder);
            }
        }
        function.orderPredecessors();
    }

    private void tryDriver(
            GpuDriver driver, boolean loaded, IrFunction function, IrValue place, IrBlock next, IrBuilder builder) {
        IrBlock found = function.appendBlock(suffix(driver) + ".found");
        IrBlock owner = function.appendBlock(suffix(driver) + ".owner");
        IrType placeType = types.of(driver.place());
        int flags = RuntimeConstants.LOAD_LAZY | (loaded ? RuntimeConstants.LOADED_ONLY : 0);
        IrValue functions = table(driver);
        IrValue known = builder.call(finder(driver), List.of(context.constant(Integer.SIZE, flags)), "");
        builder.branch(known, found, next);

        builder.moveToEnd(found);
        IrType pointer = context.pointer();
        builder.store(context.constant(Long.SIZE, 0), place, Long.BYTES);
        builder.store(context.constant(Long.SIZE, 0), function.parameter(1), Long.BYTES);
        IrValue asked = builder.callAddress(
                status(pointer, context.integer(Integer.SIZE), pointer),
                function(functions, PLACE_OF, builder),
                List.of(place, context.constant(Integer.SIZE, driver.placeAttribute()), function.parameter(0)));
        IrValue unknown = builder.compare(Comparison.NOT_EQUAL, asked, context.constant(Integer.SIZE, 0), "");
        builder.branch(unknown, next, owner);

        builder.moveToEnd(owner);
        builder.callAddress(status(pointer), function(functions, CURRENT, builder), List.of(function.parameter(1)));
        IrValue wanted = builder.load(placeType, place, Long.BYTES, "");
        if (placeType.isPointer()) {
            // Memory of a pool belongs to no context; its device is the current one then.
            IrValue current = builder.load(placeType, function.parameter(1), Long.BYTES, "");
            wanted = builder.select(isNull(wanted, builder), current, wanted, "");
        }
        builder.callAddress(status(placeType), function(functions, MAKE_CURRENT, builder), List.of(wanted));
        builder.returnValue(functions);
    }

    private IrValue table(GpuDriver driver) {
        return tables.computeIfAbsent(driver, d -> helpers.variable(Helper.FIND, suffix(d), table));
    }

    private IrFunction finder(GpuDriver driver) {
        IrType type = context.function(context.integer(1), List.of(context.integer(Integer.SIZE)));
        return helpers.variant(Helper.FIND, suffix(driver), type, function -> fillFinder(function, driver));
    }

    /** The last entry of the table is written last, and says that the others are there. */
    private void fillFinder(IrFunction function, GpuDriver driver) {
        IrType pointer = context.pointer();
        IrValue functions = table(driver);
        IrBlock start = function.appendBlock("entry");
        IrBlock found = function.appendBlock("found");
        IrBlock missing = function.appendBlock("missing");
        IrBlock loaded = function.appendBlock("loaded");
        try (IrBuilder builder = IrBuilder.atEnd(start, context)) {
            IrBlock look = function.appendBlock("look");
            IrValue last = builder.loadAcquiring(entry(functions, WAIT, builder), "");
            builder.branch(isNull(last, builder), look, found);

            builder.moveToEnd(loaded);
            IrValue library = builder.phi(pointer, "library");

            for (int i = 0; i < driver.libraries().size(); i++) {
                builder.moveToEnd(look);
                IrValue name =
                        module.addText(".offload_library", driver.libraries().get(i));
                IrValue opened = builder.call(
                        declarations.get(RuntimeFunction.LOAD_LIBRARY), List.of(name, function.parameter(0)), "");
                builder.addIncoming(library, opened, look);
                IrBlock next = i + 1 < driver.libraries().size() ? function.appendBlock("look") : missing;
                builder.branch(isNull(opened, builder), next, loaded);
                look = next;
            }

            builder.moveToEnd(loaded);
            IrBlock from = loaded;
            for (int i = 0; i < FUNCTIONS; i++) {
                IrValue symbol =
                        module.addText(".offload_symbol", driver.functions().get(i));
                IrValue address =
                        builder.call(declarations.get(RuntimeFunction.FIND_SYMBOL), List.of(library, symbol), "");
                IrBlock store = function.appendBlock("store");
                builder.branch(isNull(address, builder), missing, store);
                builder.moveToEnd(store);
                builder.storeReleasing(address, entry(functions, i, builder));
                from = store;
            }
            builder.moveToEnd(from);
            builder.branch(found);
            builder.moveToEnd(found);
            builder.returnValue(context.constant(1, 1));
            builder.moveToEnd(missing);
            builder.returnValue(context.constant(1, 0));
        }
        function.orderPredecessors();
    }

    private void fillWaiter(IrFunction function, GpuDriver driver) {
        IrFunction enter = enter(driver);
        IrFunction leave = leave();
        IrBlock start = function.appendBlock("entry");
        IrBlock wait = function.appendBlock("wait");
        IrBlock none = function.appendBlock("none");
        try (IrBuilder builder = IrBuilder.atEnd(start, context)) {
            IrValue place = place(builder);
            builder.branch(function.parameter(0), wait, none);
            builder.moveToEnd(none);
            builder.returnValue(context.constant(Integer.SIZE, 0));
            builder.moveToEnd(wait);
            IrValue functions = builder.call(enter, List.of(function.parameter(1), place), "");
            builder.returnValue(builder.call(leave, List.of(functions, place), ""));
        }
        function.orderPredecessors();
    }

    private void fillRestore(IrFunction function) {
        IrBlock start = function.appendBlock("entry");
        IrBlock entered = function.appendBlock("entered");
        IrBlock none = function.appendBlock("none");
        try (IrBuilder builder = IrBuilder.atEnd(start, context)) {
            IrValue functions = function.parameter(0);
            builder.branch(isNull(functions, builder), none, entered);
            builder.moveToEnd(none);
            builder.returnVoid();
            builder.moveToEnd(entered);
            IrValue place = builder.load(context.pointer(), function.parameter(1), Long.BYTES, "");
            builder.callAddress(status(context.pointer()), function(functions, MAKE_CURRENT, builder), List.of(place));
            builder.returnVoid();
        }
        function.orderPredecessors();
    }

    /**
     * The place is handed over as a pointer whatever it is: on the 64-bit targets that there are, a callee finds a smaller
     * integer in the low bits of the same register.
     */
    private void fillLeave(IrFunction function) {
        IrType pointer = context.pointer();
        IrBlock start = function.appendBlock("entry");
        IrBlock entered = function.appendBlock("entered");
        IrBlock none = function.appendBlock("none");
        try (IrBuilder builder = IrBuilder.atEnd(start, context)) {
            IrValue functions = function.parameter(0);
            builder.branch(isNull(functions, builder), none, entered);
            builder.moveToEnd(none);
            builder.returnValue(context.constant(Integer.SIZE, 0));
            builder.moveToEnd(entered);
            IrValue waited = builder.callAddress(status(), function(functions, WAIT, builder), List.of());
            IrValue place = builder.load(pointer, function.parameter(1), Long.BYTES, "");
            builder.callAddress(status(pointer), function(functions, MAKE_CURRENT, builder), List.of(place));
            builder.returnValue(waited);
        }
        function.orderPredecessors();
    }
}
