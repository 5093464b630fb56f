package io.github.offload4j.codegen.emit.site;

import io.github.offload4j.codegen.abi.GpuDriver;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.emit.support.DriverCode;
import io.github.offload4j.codegen.emit.support.StatusCheck;
import io.github.offload4j.codegen.ir.Comparison;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.signature.Ordering;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What libraries have left on streams of devices. A function that has such calls remembers, while it runs, for which device
 * and which stream nobody has waited yet, so that it does not matter in which order its code was emitted. Waits are added when
 * the module is finished, in front of what may follow such a call.
 */
final class StreamedWork {
    private final IrModule module;
    private final IrContext context;
    private final DriverCode drivers;
    private final StatusCheck statusCheck;
    private final Map<IrFunction, Slots> slots = new LinkedHashMap<>();

    StreamedWork(IrModule module, DriverCode drivers, StatusCheck statusCheck) {
        this.module = module;
        this.context = module.context();
        this.drivers = drivers;
        this.statusCheck = statusCheck;
    }

    /**
     * What a function remembers.
     *
     * @param memory the slot of an address on the device that works, null where nothing is waited for
     * @param stream the slot of what stands for the stream
     * @param message the slot of what to say where waiting fails
     * @param driver the device's driver
     */
    private record Slots(IrValue memory, IrValue stream, IrValue message, GpuDriver driver) {
        Set<IrValue> all() {
            return Set.of(memory, stream, message);
        }
    }

    /**
     * Checks what stands for a stream.
     *
     * @throws OffloadException when no two of its kind can be compared, or the function has streams of another driver
     */
    void check(Ordering.Streamed ordering, IrFunction function) {
        Slots known = slots.get(function);
        if (known != null && known.driver() != ordering.driver()) {
            throw new OffloadException(
                    Reason.ARGUMENT,
                    "function '" + function.name() + "' has calls on streams of " + known.driver()
                            + "; one on a stream of " + ordering.driver() + " belongs into another function");
        }
        IrType type = ordering.stream().type();
        if (!type.isPointer() && !(type.isInteger() && type.integerBits() <= Long.SIZE)) {
            throw new OffloadException(
                    Reason.ARGUMENT,
                    "the stream is " + type + "; give a pointer, or an integer of at most 64 bits, that stands for it");
        }
    }

    /**
     * Emits what goes before a call: the wait for what is on another stream or device, and the note of the call's own.
     *
     * @param message what to say where waiting for the call fails; a status follows it
     */
    void begin(Ordering.Streamed ordering, IrValue memory, String message, IrBuilder builder) {
        Slots own = slots.computeIfAbsent(builder.function(), f -> make(ordering.driver(), builder));
        IrValue stream = number(ordering.stream(), builder);
        IrValue working = builder.load(context.pointer(), own.memory(), Long.BYTES, "");
        IrValue known = builder.load(context.integer(Long.SIZE), own.stream(), Long.BYTES, "");
        IrValue elsewhere = builder.or(
                builder.compare(Comparison.NOT_EQUAL, working, memory, ""),
                builder.compare(Comparison.NOT_EQUAL, known, stream, ""));
        wait(builder.and(elsewhere, isWorking(working, builder)), working, own, builder);
        builder.store(memory, own.memory(), Long.BYTES);
        builder.store(stream, own.stream(), Long.BYTES);
        builder.store(statusCheck.text(message), own.message(), Long.BYTES);
    }

    private Slots make(GpuDriver driver, IrBuilder builder) {
        try (IrBuilder entry = builder.pastAllocas()) {
            IrValue memory = entry.alloca(context.pointer(), ".offload_working", Long.BYTES);
            IrValue stream = entry.alloca(context.integer(Long.SIZE), ".offload_stream", Long.BYTES);
            entry.store(context.nullPointer(), memory, Long.BYTES);
            entry.store(context.constant(Long.SIZE, 0), stream, Long.BYTES);
            IrValue message = entry.alloca(context.pointer(), ".offload_waiting", Long.BYTES);
            entry.store(context.nullPointer(), message, Long.BYTES);
            return new Slots(memory, stream, message, driver);
        }
    }

    private IrValue number(IrValue stream, IrBuilder builder) {
        IrType wide = context.integer(Long.SIZE);
        return stream.type().isPointer()
                ? builder.pointerToInteger(stream, wide)
                : builder.integerCast(stream, wide, false);
    }

    private IrValue isWorking(IrValue working, IrBuilder builder) {
        return builder.compare(Comparison.NOT_EQUAL, working, context.nullPointer(), "");
    }

    private void wait(IrValue condition, IrValue working, Slots own, IrBuilder builder) {
        IrValue waited = builder.call(drivers.waiter(own.driver()), List.of(condition, working), "");
        statusCheck.emit(waited, builder.load(context.pointer(), own.message(), Long.BYTES, ""), builder);
    }

    /** Adds the waits, when every function is as it stays. */
    void finish() {
        Set<IrFunction> present = new HashSet<>(module.functions());
        slots.forEach((function, own) -> {
            if (present.contains(function)) {
                finish(function, own);
            }
        });
        slots.clear();
    }

    private void finish(IrFunction function, Slots own) {
        boolean known = function.instructions().stream()
                        .map(IrInstruction::value)
                        .filter(own.all()::contains)
                        .count()
                == own.all().size();
        if (!known) {
            throw new OffloadException(
                    Reason.STATE,
                    "function '" + function.name()
                            + "' was optimized, and what it leaves on streams is not known any more; finish the module"
                            + " before");
        }
        for (IrInstruction place : StreamedPlaces.of(function)) {
            try (IrBuilder builder = IrBuilder.before(place, context)) {
                IrValue working = builder.load(context.pointer(), own.memory(), Long.BYTES, "");
                wait(isWorking(working, builder), working, own, builder);
                builder.store(context.nullPointer(), own.memory(), Long.BYTES);
            }
        }
    }
}
