package io.github.offload4j.codegen.emit;

import io.github.offload4j.codegen.abi.GpuDriver;
import io.github.offload4j.codegen.abi.RuntimeFunction;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Ownership;
import io.github.offload4j.codegen.signature.Ordering;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What goes around the call of a host function that works on a device: before it, its status, and after it. */
public final class LibraryCall {
    private final Emission emission;
    private final Ordering ordering;
    private final String callee;
    private final String place;
    private @Nullable IrValue driver;
    private @Nullable IrValue previous;

    private LibraryCall(Emission emission, Ordering ordering, String callee, String place) {
        this.emission = emission;
        this.ordering = ordering;
        this.callee = callee;
        this.place = place;
    }

    /**
     * Checks an ordering without emitting anything.
     *
     * @throws OffloadException when the function that it calls does not fit, or the module has a symbol that is needed as
     *     something else
     */
    public static void check(Emission emission, Ordering ordering, IrFunction function) {
        if (emission.conventions().rustc()) {
            return;
        }
        if (ordering instanceof Ordering.Called called) {
            checkFunction(called.function(), emission, function);
        }
        Set<RuntimeFunction> needed = EnumSet.of(RuntimeFunction.PRINT, RuntimeFunction.ABORT);
        if (!drivers(ordering).isEmpty()) {
            needed.addAll(EnumSet.of(RuntimeFunction.LOAD_LIBRARY, RuntimeFunction.FIND_SYMBOL, RuntimeFunction.WRITE));
        }
        emission.declarations().check(needed);
    }

    private static void checkFunction(IrFunction called, Emission emission, IrFunction function) {
        Ownership.requireUsable(called.value(), function, emission.module(), "the synchronize function");
        IrType result = called.returnType();
        boolean isStatus = result.isInteger() && result.integerBits() == Integer.SIZE;
        if (!called.parameterTypes().isEmpty() || !(result.isVoid() || isStatus)) {
            throw new OffloadException(
                    Reason.SIGNATURE,
                    "synchronize function '" + called.name() + "' is " + called.type()
                            + "; it must take nothing and return void or i32");
        }
    }

    private static List<GpuDriver> drivers(Ordering ordering) {
        if (ordering instanceof Ordering.Automatic) {
            return List.of(GpuDriver.values());
        }
        return ordering instanceof Ordering.Required required ? List.of(required.driver()) : List.of();
    }

    /**
     * Emits what goes before the call.
     *
     * @param callee what messages call the function
     * @param memory an address on the device, or null where the program maps nothing
     */
    public static LibraryCall enter(
            Emission emission,
            Ordering ordering,
            String callee,
            Optional<SourceLocation> location,
            IrValue memory,
            IrBuilder builder) {
        String place = location.map(SourceLocation::toString)
                .orElse("function '" + builder.function().name() + "'");
        LibraryCall call = new LibraryCall(emission, ordering, callee, place);
        List<GpuDriver> drivers = drivers(ordering);
        if (!emission.conventions().rustc() && !drivers.isEmpty() && !memory.isNullConstant()) {
            call.enter(drivers, memory, builder);
        }
        return call;
    }

    private void enter(List<GpuDriver> drivers, IrValue memory, IrBuilder builder) {
        try (IrBuilder entry = builder.pastAllocas()) {
            previous = entry.alloca(emission.context().integer(Long.SIZE), ".offload_place", Long.BYTES);
        }
        boolean loaded = ordering instanceof Ordering.Automatic;
        IrFunction enter =
                loaded ? emission.drivers().enterAny() : emission.drivers().enter(drivers.get(0));
        driver = builder.call(enter, List.of(memory, previous), "");
        if (!loaded) {
            String name = drivers.get(0).name();
            emission.launchCheck()
                    .abortIfMissing(
                            driver,
                            memory,
                            place + ": error: '" + callee + "' needs its data on a " + name + " device, and it is not: "
                                    + drivers.get(0).libraries().get(0) + " cannot be loaded, offloading is"
                                    + " disabled, or the device is another one\n",
                            builder);
        }
    }

    /** Emits the check of a status: the program stops unless it is 0. */
    public void checkStatus(IrValue status, IrBuilder builder) {
        emission.statusCheck().emit(status, place + ": error: '" + callee + "' returned status", builder);
    }

    /** Emits what goes after the call; more than once where there is more than one way out. */
    public void leave(IrBuilder builder) {
        if (driver != null && previous != null) {
            IrValue waited = builder.call(emission.drivers().leave(), List.of(driver, previous), "");
            emission.statusCheck().emit(waited, failedWait(), builder);
        } else if (ordering instanceof Ordering.Called called
                && !emission.conventions().rustc()) {
            IrValue waited = builder.call(called.function(), List.of(), "");
            if (!called.function().returnType().isVoid()) {
                emission.statusCheck().emit(waited, failedWait(), builder);
            }
        }
    }

    private String failedWait() {
        return place + ": error: waiting for '" + callee + "' failed with status";
    }
}
