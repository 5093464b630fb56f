package io.github.offload4j.codegen.emit.site;

import io.github.offload4j.codegen.abi.GpuDriver;
import io.github.offload4j.codegen.abi.RuntimeFunction;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.codegen.emit.runtime.RuntimeDeclarations;
import io.github.offload4j.codegen.emit.support.DriverCode;
import io.github.offload4j.codegen.emit.support.LaunchCheck;
import io.github.offload4j.codegen.emit.support.MpiCode;
import io.github.offload4j.codegen.emit.support.NcclCode;
import io.github.offload4j.codegen.emit.support.StatusCheck;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Ownership;
import io.github.offload4j.codegen.signature.Ordering;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The calls of a module's host functions that work on a device: their rules, and what goes around them. */
public final class LibraryCalls {
    private final IrModule module;
    private final Restrictions restrictions;
    private final RuntimeDeclarations declarations;
    private final DriverCode drivers;
    private final LaunchCheck launchCheck;
    private final StatusCheck statusCheck;
    private final MpiCode mpi;
    private final NcclCode nccl;
    private final StreamedWork streams;

    LibraryCalls(
            IrModule module,
            Restrictions restrictions,
            RuntimeDeclarations declarations,
            DriverCode drivers,
            LaunchCheck launchCheck,
            StatusCheck statusCheck,
            MpiCode mpi,
            NcclCode nccl) {
        this.module = module;
        this.restrictions = restrictions;
        this.declarations = declarations;
        this.drivers = drivers;
        this.launchCheck = launchCheck;
        this.statusCheck = statusCheck;
        this.mpi = mpi;
        this.nccl = nccl;
        this.streams = new StreamedWork(module, drivers, statusCheck);
    }

    /**
     * Adds the waits for work on streams, when all functions are as they stay.
     *
     * @throws OffloadException when a function was changed so that its streams are not known any more
     */
    public void finish() {
        streams.finish();
    }

    /**
     * Emits what a call with addresses of a device is checked for, and returns what to call: the function, or one of the same
     * type that calls it.
     */
    IrFunction callee(IrFunction function, List<IrValue> arguments, String place, IrBuilder builder) {
        if (!restrictions.ordersLibraryCalls()) {
            return function;
        }
        String caller = builder.function().name();
        boolean named = place.equals(function(caller));
        String call = (named ? "" : place + ": ") + "'" + function.name() + "'";
        String where = ", in '" + caller + "'";
        nccl.check(function, arguments, call, where, builder);
        return mpi.instead(function, call, where).orElse(function);
    }

    private static String function(String name) {
        return "function '" + name + "'";
    }

    StatusCheck statusCheck() {
        return statusCheck;
    }

    DriverCode drivers() {
        return drivers;
    }

    /**
     * Checks an ordering without emitting anything.
     *
     * @throws OffloadException when the function that it calls does not fit, or the module has a symbol that is needed as
     *     something else
     */
    public void check(Ordering ordering, IrFunction function) {
        if (!restrictions.ordersLibraryCalls()) {
            return;
        }
        if (ordering instanceof Ordering.Called called) {
            checkFunction(called.function(), function);
        }
        if (ordering instanceof Ordering.Streamed streamed) {
            Ownership.requireUsable(streamed.stream(), function, module, "the stream");
            streams.check(streamed, function);
        }
        Set<RuntimeFunction> needed = EnumSet.of(RuntimeFunction.PRINT, RuntimeFunction.ABORT);
        if (!drivers(ordering).isEmpty()) {
            needed.addAll(EnumSet.of(RuntimeFunction.LOAD_LIBRARY, RuntimeFunction.FIND_SYMBOL, RuntimeFunction.WRITE));
        }
        declarations.check(needed);
    }

    private void checkFunction(IrFunction called, IrFunction function) {
        Ownership.requireUsable(called.value(), function, module, "the synchronize function");
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
        if (ordering instanceof Ordering.Streamed streamed) {
            return List.of(streamed.driver());
        }
        return ordering instanceof Ordering.Required required ? List.of(required.driver()) : List.of();
    }

    /**
     * Emits what goes before a call.
     *
     * @param ordering what {@link #check} lets pass
     * @param callee what messages call the function
     * @param memory an address on the device, or null where the program maps nothing
     */
    public LibraryCall enter(
            Ordering ordering, String callee, Optional<SourceLocation> location, IrValue memory, IrBuilder builder) {
        String place = location.map(SourceLocation::toString)
                .orElse(function(builder.function().name()));
        if (!restrictions.ordersLibraryCalls()) {
            return new LibraryCall(this, Optional.empty(), Optional.empty(), callee, place);
        }
        Optional<IrFunction> synchronize =
                ordering instanceof Ordering.Called called ? Optional.of(called.function()) : Optional.empty();
        List<GpuDriver> candidates = drivers(ordering);
        if (candidates.isEmpty() || memory.isNullConstant()) {
            return new LibraryCall(this, Optional.empty(), synchronize, callee, place);
        }
        IrValue previous;
        try (IrBuilder entry = builder.pastAllocas()) {
            previous = entry.alloca(module.context().integer(Long.SIZE), ".offload_place", Long.BYTES);
        }
        if (ordering instanceof Ordering.Streamed streamed) {
            streams.begin(streamed, memory, waitFailed(place, callee), builder);
        }
        boolean any = ordering instanceof Ordering.Automatic;
        IrFunction enter = any ? drivers.enterAny() : drivers.enter(candidates.get(0));
        IrValue driver = builder.call(enter, List.of(memory, previous), "");
        if (!any) {
            requireDriver(candidates.get(0), driver, memory, place + ": error: '" + callee, builder);
        }
        return new LibraryCall(
                this,
                Optional.of(new LibraryCall.Entered(driver, previous, ordering instanceof Ordering.Streamed)),
                Optional.empty(),
                callee,
                place);
    }

    /** Returns what to say where waiting for a call fails; the status follows it. */
    static String waitFailed(String place, String callee) {
        return place + ": error: waiting for '" + callee + "' failed with status";
    }

    private void requireDriver(GpuDriver wanted, IrValue driver, IrValue memory, String what, IrBuilder builder) {
        launchCheck.abortIfMissing(
                driver,
                memory,
                what + "' needs its data on a " + wanted.name() + " device, and it is not: "
                        + wanted.libraries().get(0) + " cannot be loaded, offloading is"
                        + " disabled, or the device is another one\n",
                builder);
    }
}
